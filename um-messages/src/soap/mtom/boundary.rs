//! The lines that part a package (RFC 2046 section 5.1.1).

use crate::error::{Error, ErrorKind, PackageProblem, Result, excerpt};

/// How much white space may stand behind a boundary, so that it is known soon whether a line is one.
const MOST_PADDING: usize = 256;

/// What the lines begin with, the end of the line before them included.
pub(super) struct Delimiter(Vec<u8>);

/// Such a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// How long it is, with the line ends before and behind it.
    pub(super) length: usize,
    /// Whether it closes the package.
    pub(super) is_last: bool,
}

/// What stands at a place.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A line that parts.
    Line(Line),
    /// Perhaps one: the bytes end before it is known.
    Cut,
    /// None.
    Nothing,
}

impl Delimiter {
    /// Of a boundary. Spyne's has characters that may not stand there, which does no harm.
    pub(super) fn new(boundary: &str) -> Result<Self> {
        if !is_boundary(boundary, |byte| matches!(byte, b' '..=b'~')) {
            let problem = PackageProblem::Boundary(excerpt(boundary));
            return Err(Error::new(ErrorKind::Package(problem)));
        }
        Ok(Self(format!("\r\n--{boundary}").into_bytes()))
    }

    /// Where the first line stands that parts, or may do so, if one does; what that is.
    ///
    /// Linear: a line begins with the CR that it has nowhere else, so that no byte is compared twice.
    pub(super) fn search(&self, bytes: &[u8]) -> Option<(usize, Found)> {
        let mut from = 0;
        loop {
            let rest = bytes.get(from..)?;
            let at = from + rest.iter().position(|&byte| byte == b'\r')?;
            match self.at(bytes.get(at..)?) {
                Found::Nothing => from = at + 1,
                found => return Some((at, found)),
            }
        }
    }

    /// Whether a line that begins so stands in the content of a part, which would end there.
    pub(super) fn stands_in(&self, content: &[u8]) -> bool {
        let ends = content
            .iter()
            .enumerate()
            .filter(|&(_, &byte)| byte == b'\r');
        let mut rests = ends.filter_map(|(at, _)| content.get(at..));
        content.starts_with(self.0.get(2..).unwrap_or_default())
            || rests.any(|rest| rest.starts_with(&self.0))
    }

    /// What stands at the beginning of the bytes, with the line end before it.
    pub(super) fn at(&self, bytes: &[u8]) -> Found {
        found(&self.0, bytes)
    }

    /// What stands at the beginning of a package, where there is no line before.
    pub(super) fn at_start(&self, bytes: &[u8]) -> Found {
        found(self.0.get(2..).unwrap_or_default(), bytes)
    }
}

/// Whether a text may be written as a boundary.
pub(super) fn may_be_written(boundary: &str) -> bool {
    is_boundary(boundary, |byte| {
        byte.is_ascii_alphanumeric() || b"'()+_,-./:=? ".contains(&byte)
    })
}

/// Whether a text is a boundary: up to 70 characters, and no space at its end.
fn is_boundary(boundary: &str, can_stand: fn(u8) -> bool) -> bool {
    (1..=70).contains(&boundary.len())
        && boundary.bytes().all(can_stand)
        && !boundary.ends_with(' ')
}

fn found(delimiter: &[u8], bytes: &[u8]) -> Found {
    let Some(rest) = bytes.strip_prefix(delimiter) else {
        return if delimiter.starts_with(bytes) {
            Found::Cut
        } else {
            Found::Nothing
        };
    };
    let line = |length, is_last| Found::Line(Line { length, is_last });
    match rest {
        // What stands behind it, on its line and on the next ones, is nothing.
        [b'-', b'-', ..] => return line(delimiter.len() + 2, true),
        [b'-'] => return Found::Cut,
        _ => {}
    }
    let is_padding = |byte: &&u8| matches!(byte, b' ' | b'\t');
    let padding = rest
        .iter()
        .take(MOST_PADDING)
        .take_while(is_padding)
        .count();
    match rest.get(padding..).unwrap_or_default() {
        [b'\r', b'\n', ..] => line(delimiter.len() + padding + 2, false),
        [] | [b'\r'] => Found::Cut,
        _ => Found::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::{Delimiter, Found, Line, may_be_written};

    fn line(length: usize, is_last: bool) -> Found {
        Found::Line(Line { length, is_last })
    }

    #[test]
    fn lines_that_part() {
        let delimiter = Delimiter::new("b").unwrap();
        for (bytes, found) in [
            ("--b\r\nx", None),
            ("\r\n--b\r\nx", Some((0, line(7, false)))),
            ("x\r\n--b \t\r\n", Some((1, line(9, false)))),
            ("x\r\n--b--", Some((1, line(7, true)))),
            ("x\r\n--b--rest", Some((1, line(7, true)))),
            // It may go on.
            ("x\r", Some((1, Found::Cut))),
            ("x\r\n--", Some((1, Found::Cut))),
            ("x\r\n--b", Some((1, Found::Cut))),
            ("x\r\n--b-", Some((1, Found::Cut))),
            ("x\r\n--b \r", Some((1, Found::Cut))),
            // What looks like one.
            ("\r\n--bb\nx", None),
            ("\r\n--b-x\nx", None),
            ("\r\n--b x\nx", None),
            ("\n--b\n", None),
            ("\r\n --b\nx", None),
            ("\r\r\n--b--", Some((1, line(7, true)))),
            ("\r\n\r\n--b--", Some((2, line(7, true)))),
        ] {
            assert_eq!(delimiter.search(bytes.as_bytes()), found, "{bytes:?}");
        }
        assert_eq!(delimiter.at_start(b"--b\r\n"), line(5, false));
        let padded = format!("\r\n--b{}\nx", " ".repeat(300));
        assert_eq!(delimiter.search(padded.as_bytes()), None);
    }

    #[test]
    fn boundaries() {
        let longest = "b".repeat(70);
        for boundary in ["b", "a b", "uuid:1+id=1", "----=_Part_0.1", &longest] {
            assert!(Delimiter::new(boundary).is_ok(), "{boundary}");
            assert!(may_be_written(boundary), "{boundary}");
        }
        let too_long = "b".repeat(71);
        for boundary in ["", "b ", "b\r\n", "\u{e9}", &too_long] {
            assert!(Delimiter::new(boundary).is_err(), "{boundary}");
        }
        for boundary in ["b\"", "b;", "<b>"] {
            assert!(Delimiter::new(boundary).is_ok() && !may_be_written(boundary));
        }
    }
}
