//! Texts that match a regular expression of XML Schema (part 2, appendix F).

use std::iter::Peekable;
use std::str::Chars;

/// One of several.
#[derive(Debug)]
pub(crate) struct Pattern(Vec<Vec<Piece>>);

#[derive(Debug)]
struct Piece {
    atom: Atom,
    min: usize,
    max: Option<usize>,
}

#[derive(Debug)]
enum Atom {
    Set(Set),
    Group(Pattern),
}

/// Characters: those of the ranges, or all others, without those of another set.
#[derive(Debug, Default)]
struct Set {
    ranges: Vec<(char, char)>,
    is_negated: bool,
    without: Option<Box<Set>>,
}

impl Pattern {
    /// Reads an expression.
    #[must_use]
    pub(crate) fn new(text: &str) -> Self {
        alternatives(&mut text.chars().peekable())
    }

    /// A text in which what may be repeated is, so many times more than it has to be, and in which each alternative is the one of this
    /// number, as far as there are as many.
    #[must_use]
    pub(crate) fn sample(&self, more: usize, alternative: usize) -> String {
        let Some(branch) = self.0.get(alternative).or(self.0.last()) else {
            return String::new();
        };
        let pieces = branch.iter().map(|piece| {
            let count = (piece.min + more).min(piece.max.unwrap_or(usize::MAX));
            match &piece.atom {
                Atom::Set(set) => String::from(set.any()).repeat(count),
                Atom::Group(group) => group.sample(more, alternative).repeat(count),
            }
        });
        pieces.collect()
    }
}

impl Set {
    fn of(ranges: &[(char, char)]) -> Self {
        Self {
            ranges: ranges.to_vec(),
            ..Self::default()
        }
    }

    fn has(&self, character: char) -> bool {
        let is_in = |(first, last): &(char, char)| (*first..=*last).contains(&character);
        let is_in_ranges = self.ranges.iter().any(is_in);
        let is_without = self
            .without
            .as_ref()
            .is_some_and(|without| without.has(character));
        is_in_ranges != self.is_negated && !is_without
    }

    /// A character that is easy to read, if there is one.
    fn any(&self) -> char {
        let preferred = "a1A"
            .chars()
            .chain('b'..='z')
            .chain('0'..='9')
            .chain('B'..='Z');
        let printable = ' '..='\u{2fff}';
        let mut all = preferred.chain(printable);
        all.find(|character| self.has(*character)).unwrap_or('a')
    }
}

type Text<'t> = Peekable<Chars<'t>>;

fn alternatives(text: &mut Text<'_>) -> Pattern {
    let mut branches = vec![Vec::new()];
    while let Some(next) = text.next_if(|next| *next != ')') {
        let atom = match next {
            '|' => {
                branches.push(Vec::new());
                continue;
            }
            '(' => {
                let group = alternatives(text);
                text.next();
                Atom::Group(group)
            }
            '[' => Atom::Set(class(text)),
            '\\' => Atom::Set(escape(text)),
            '.' => Atom::Set(Set {
                is_negated: true,
                ..Set::of(&[('\n', '\n'), ('\r', '\r')])
            }),
            other => Atom::Set(Set::of(&[(other, other)])),
        };
        let (min, max) = quantifier(text);
        if let Some(branch) = branches.last_mut() {
            branch.push(Piece { atom, min, max });
        }
    }
    Pattern(branches)
}

fn quantifier(text: &mut Text<'_>) -> (usize, Option<usize>) {
    match text.next_if(|next| "?*+{".contains(*next)) {
        Some('?') => (0, Some(1)),
        Some('*') => (0, None),
        Some('+') => (1, None),
        Some(_) => {
            let range: String = text.by_ref().take_while(|next| *next != '}').collect();
            let (min, max) = range.split_once(',').unwrap_or((&range, &range));
            (min.parse().unwrap_or(0), max.parse().ok())
        }
        None => (1, Some(1)),
    }
}

fn class(text: &mut Text<'_>) -> Set {
    let mut set = Set {
        is_negated: text.next_if_eq(&'^').is_some(),
        ..Set::default()
    };
    while let Some(next) = text.next() {
        match next {
            ']' => break,
            '-' if text.peek() == Some(&'[') => {
                text.next();
                set.without = Some(Box::new(class(text)));
            }
            '\\' => {
                let escaped = escape(text);
                match escaped.ranges.as_slice() {
                    [(first, last)] if first == last => range(*first, text, &mut set),
                    ranges if !escaped.is_negated => set.ranges.extend_from_slice(ranges),
                    _ => set.ranges.extend(
                        ['a'..='z', '0'..='9']
                            .map(|range| (*range.start(), *range.end()))
                            .into_iter()
                            .filter(|(first, _)| escaped.has(*first)),
                    ),
                }
            }
            first => range(first, text, &mut set),
        }
    }
    set
}

/// A character of a class, or the range that it begins.
fn range(first: char, text: &mut Text<'_>, set: &mut Set) {
    let mut ahead = text.clone();
    let is_range = ahead.next() == Some('-') && !matches!(ahead.next(), None | Some(']' | '['));
    if !is_range {
        set.ranges.push((first, first));
        return;
    }
    text.next();
    let last = match text.next() {
        Some('\\') => escape(text).ranges.first().map(|(first, _)| *first),
        last => last,
    };
    set.ranges.push((first, last.unwrap_or(first)));
}

fn escape(text: &mut Text<'_>) -> Set {
    const LETTERS: [(char, char); 2] = [('a', 'z'), ('A', 'Z')];
    const NAME: [(char, char); 7] = [
        ('a', 'z'),
        ('A', 'Z'),
        ('0', '9'),
        ('_', '_'),
        (':', ':'),
        ('-', '-'),
        ('.', '.'),
    ];

    let Some(next) = text.next() else {
        return Set::default();
    };
    let mut set = match next.to_ascii_lowercase() {
        'd' => Set::of(&[('0', '9')]),
        's' => Set::of(&[(' ', ' '), ('\t', '\t'), ('\n', '\n'), ('\r', '\r')]),
        'w' => Set::of(&NAME[..3]),
        'i' => Set::of(&[LETTERS[0], LETTERS[1], NAME[3], NAME[4]]),
        'c' => Set::of(&NAME),
        'p' => {
            let name: String = text
                .by_ref()
                .skip(1)
                .take_while(|next| *next != '}')
                .collect();
            match name.as_str() {
                "Lu" => Set::of(&LETTERS[1..]),
                "Ll" => Set::of(&LETTERS[..1]),
                name if name.starts_with('N') => Set::of(&[('0', '9')]),
                name if name.starts_with('P') => Set::of(&[('.', '.')]),
                name if name.starts_with('Z') => Set::of(&[(' ', ' ')]),
                name if name.starts_with('S') => Set::of(&[('+', '+')]),
                "IsBasicLatin" => Set::of(&[('\0', '\u{7f}')]),
                _ => Set::of(&LETTERS),
            }
        }
        _ => {
            let character = match next {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                other => other,
            };
            return Set::of(&[(character, character)]);
        }
    };
    set.is_negated = next.is_ascii_uppercase();
    set
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn samples_match() {
        for (pattern, least, more) in [
            ("[A-Z]{2}\\d{3}", "AA111", "AA111"),
            ("a|b+", "a", "a"),
            ("(x|y)*-?\\.", ".", "x-."),
            ("[^a-z0-9]", "A", "A"),
            ("[\\-x-z]{1,2}", "x", "xx"),
            ("[a-z-[aeiou]]", "b", "b"),
            ("\\p{Lu}\\i\\c*", "Aa", "Aaa"),
            ("[!-ÿ]{1}[ -ÿ]{0,}[!-ÿ]{1}|[!-ÿ]{1}", "aa", "aaa"),
        ] {
            let read = Pattern::new(pattern);
            assert_eq!(
                (read.sample(0, 0).as_str(), read.sample(1, 0).as_str()),
                (least, more),
                "{pattern}"
            );
        }
        assert_eq!(Pattern::new("a|b+").sample(1, 1), "bb");
    }
}
