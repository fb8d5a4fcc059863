//! Foreign text in messages. Whoever sends a message, or a library that is asked, decides what stands in a name, a value or a
//! reason: each is cut and escaped, and the message around them is bounded, so that neither an answer nor a log can be filled or forged
//! by it.

use std::fmt::{self, Write};

use crate::qname::QName;

/// How many characters of one text are shown.
pub(crate) const LONGEST_SHOWN: usize = 80;

/// How many bytes are said of what went wrong.
pub(super) const LONGEST: usize = 1300;

/// How many bytes `Debug` says of it.
pub(super) const LONGEST_DEBUG: usize = 900;

/// How many bytes are said of the names in a list.
const LONGEST_LIST: usize = 1000;

/// Where something was cut off.
const ELLIPSIS: char = '…';

/// A text of somebody else in a message: a name, a value, a prefix, a namespace, a reason. Cut to 80 characters, and
/// escaped: no line end, no escape sequence of a terminal, nothing that turns the direction of writing.
pub(crate) struct Shown<'t>(pub(crate) &'t str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = fitting(self.0.chars(), LONGEST_SHOWN);
        for character in self.0.get(..shown).unwrap_or_default().chars() {
            write_escaped(f, character)?;
        }
        if shown < self.0.len() {
            f.write_char(ELLIPSIS)?;
        }
        Ok(())
    }
}

/// A path in a message. A long one is cut in its middle, for both ends say where it leads.
pub(super) struct ShownPath<'t>(pub(super) &'t str);

impl fmt::Display for ShownPath<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if fitting(self.0.chars(), LONGEST_SHOWN) == self.0.len() {
            return Shown(self.0).fmt(f);
        }
        let start = fitting(self.0.chars(), LONGEST_SHOWN / 2);
        let end = self.0.len() - fitting(self.0.chars().rev(), LONGEST_SHOWN / 2);
        Shown(self.0.get(..start).unwrap_or_default()).fmt(f)?;
        f.write_char(ELLIPSIS)?;
        Shown(self.0.get(end..).unwrap_or_default()).fmt(f)
    }
}

/// How many bytes those characters have that are shown in so much room.
fn fitting(characters: impl Iterator<Item = char>, mut room: usize) -> usize {
    let fitting = characters.take_while(|&character| {
        let left = room.checked_sub(width(character));
        room = left.unwrap_or_default();
        left.is_some()
    });
    fitting.map(char::len_utf8).sum()
}

/// A qualified name in a message, as [`QName`] is displayed.
pub(crate) struct ShownName<'n>(pub(crate) &'n QName);

impl fmt::Display for ShownName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.namespace().is_empty() {
            write!(f, "{{{}}}", Shown(self.0.namespace()))?;
        }
        Shown(self.0.local()).fmt(f)
    }
}

/// The beginning of a text, to be kept for a message.
pub(crate) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => {
            let start = text.get(..end).unwrap_or_default();
            format!("{start}{ELLIPSIS}")
        }
        None => text.to_owned(),
    }
}

/// Lets a part of a message be written, of at most `max` bytes and an ellipsis. What cannot be seen is escaped, whoever wrote it.
pub(super) fn bounded(
    out: &mut dyn Write,
    max: usize,
    write: impl FnOnce(&mut Bounded<'_>) -> fmt::Result,
) -> fmt::Result {
    let mut bounded = Bounded {
        out,
        left: max,
        keeps_lines: false,
        is_full: false,
    };
    let written = write(&mut bounded);
    // Where there is no room, nobody has to go on.
    if bounded.is_full { Ok(()) } else { written }
}

/// A text that takes so many bytes, and no more.
pub(super) struct Bounded<'o> {
    out: &'o mut dyn Write,
    left: usize,
    /// Whether line ends may stand in it: those of `{:#?}`.
    keeps_lines: bool,
    is_full: bool,
}

impl Bounded<'_> {
    /// Writes as `{:?}` or, in several lines, as `{:#?}` does.
    pub(super) fn debug(&mut self, value: &dyn fmt::Debug, in_lines: bool) -> fmt::Result {
        self.keeps_lines = in_lines;
        if in_lines {
            write!(self, "{value:#?}")
        } else {
            write!(self, "{value:?}")
        }
    }
}

impl Write for Bounded<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            let is_kept = is_visible(character) || (self.keeps_lines && character == '\n');
            let bytes = if is_kept {
                character.len_utf8()
            } else {
                width(character)
            };
            let Some(left) = self.left.checked_sub(bytes) else {
                self.left = 0;
                self.is_full = true;
                self.out.write_char(ELLIPSIS)?;
                return Err(fmt::Error);
            };
            self.left = left;
            if is_kept {
                self.out.write_char(character)?;
            } else {
                write!(self.out, "{}", character.escape_debug())?;
            }
        }
        Ok(())
    }
}

/// How many characters are written for one.
fn width(character: char) -> usize {
    if character != '\\' && is_visible(character) {
        1
    } else {
        character.escape_debug().count()
    }
}

fn write_escaped(f: &mut fmt::Formatter<'_>, character: char) -> fmt::Result {
    if character != '\\' && is_visible(character) {
        f.write_char(character)
    } else {
        write!(f, "{}", character.escape_debug())
    }
}

/// Whether a character is shown as itself: it is no control character, no line end, and turns no direction.
fn is_visible(character: char) -> bool {
    // Behind a letter a combining mark is one that is seen, as `Debug` of a text has it.
    let is_printable = |character| {
        let pair: String = ['a', character].iter().collect();
        pair.escape_debug().count() == 2
    };
    matches!(character, ' '..='~') || (!character.is_ascii() && is_printable(character))
}

/// Names in a sentence: as many as there is room for, and how many more there are.
pub(super) fn list<N: fmt::Display>(
    out: &mut Bounded<'_>,
    names: impl ExactSizeIterator<Item = N>,
    separator: &str,
    conjunction: &str,
) -> fmt::Result {
    let count = names.len();
    let mut room = LONGEST_LIST;
    for (index, name) in names.enumerate() {
        let name = format!("`{name}`");
        let Some(left) = room.checked_sub(name.len()) else {
            return write!(out, " {conjunction} {} more", count - index);
        };
        room = left;
        match index {
            0 => {}
            _ if index + 1 == count => write!(out, " {conjunction} ")?,
            _ => out.write_str(separator)?,
        }
        out.write_str(&name)?;
    }
    if count == 0 {
        out.write_str("nothing")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Bounded, Shown, ShownPath, bounded};
    use std::fmt::Write;

    #[test]
    fn what_can_be_seen_is_shown_as_it_is() {
        for text in [
            "",
            "many",
            "it's \"7\"",
            "Müller",
            "a\u{301}",
            "हिन्दी",
            "漢字",
        ] {
            assert_eq!(Shown(text).to_string(), text);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        let shown = Shown("a\n\u{1b}[31m\u{202e}\u{2028}\\\u{0}").to_string();
        assert_eq!(shown, "a\\n\\u{1b}[31m\\u{202e}\\u{2028}\\\\\\0");
    }

    #[test]
    fn a_text_is_cut_to_80_characters() {
        assert_eq!(Shown(&"ä".repeat(80)).to_string(), "ä".repeat(80));
        let cut = format!("{}…", "ä".repeat(80));
        assert_eq!(Shown(&"ä".repeat(81)).to_string(), cut);
        let lines = Shown(&"\n".repeat(81)).to_string();
        assert_eq!(lines, format!("{}…", "\\n".repeat(40)));
        let path = ShownPath(&format!("Call/{}/Id", "a".repeat(90))).to_string();
        assert_eq!(
            path,
            format!("Call/{}…{}/Id", "a".repeat(35), "a".repeat(37))
        );
    }

    fn in_10_bytes(write: impl FnOnce(&mut Bounded<'_>) -> std::fmt::Result) -> String {
        let mut text = String::new();
        bounded(&mut text, 10, write).unwrap();
        text
    }

    #[test]
    fn a_message_is_bounded_and_escaped_whoever_writes_it() {
        assert_eq!(in_10_bytes(|out| out.write_str("0123456789")), "0123456789");
        let endless = |out: &mut Bounded<'_>| loop {
            out.write_str("€")?;
        };
        assert_eq!(in_10_bytes(endless), "€€€…");
        assert_eq!(in_10_bytes(|out| out.write_str("a\r\nb")), "a\\r\\nb");
        assert_eq!(in_10_bytes(|out| out.debug(&["a"], false)), "[\"a\"]");
        assert_eq!(in_10_bytes(|out| out.debug(&["a"], true)), "[\n    \"a\",…");
    }
}
