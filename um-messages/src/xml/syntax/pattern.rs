//! Short texts, compared at once.

use super::blocks::block_at;

/// So many bytes are compared at once.
const WIDTH: usize = 16;

/// For each length, the bits of so many bytes; of more than there are, all.
const MASKS: [u128; 32] = {
    let mut masks = [u128::MAX; 32];
    masks[0] = 0;
    let mut length = 1;
    while length < WIDTH {
        masks[length] = (masks[length - 1] << 8) | 0xFF;
        length += 1;
    }
    masks
};

/// A short text that is looked for, such as `</t:`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct ShortPattern {
    /// Its bytes as a number, the first one the least. So it is made without storing byte by byte what is then loaded at once, and
    /// would wait for that: it was a fiftieth of reading a small message.
    bytes: u128,
    length: usize,
}

impl ShortPattern {
    /// Of pieces, one behind the other; none if they are too long together.
    #[inline]
    pub(crate) fn of(pieces: [&[u8]; 3]) -> Option<Self> {
        let mut pattern = Self::default();
        for piece in pieces {
            if piece.len() > WIDTH - pattern.length {
                return None;
            }
            for &byte in piece {
                pattern.bytes |= u128::from(byte) << (8 * pattern.length);
                pattern.length += 1;
            }
        }
        Some(pattern)
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.length == 0
    }

    pub(crate) const fn len(&self) -> usize {
        self.length
    }

    /// The byte behind the text, if it stands at `at`.
    #[inline]
    pub(crate) fn end_at(&self, at: usize, bytes: &[u8]) -> Option<usize> {
        let rest = bytes.get(at..)?;
        let is_it = match rest.first_chunk() {
            Some(block) => starts_same(self.bytes, u128::from_le_bytes(*block), self.length),
            None => is_whole_start(self.bytes.to_le_bytes().get(..self.length)?, rest),
        };
        is_it.then_some(at + self.length)
    }
}

/// A text that is looked for, such as `Size`: a part of another one, such as `<t:Size></t:Size>`, so that tables of many need not
/// have it a second time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern {
    /// What it starts with.
    start: [u8; WIDTH],
    whole: &'static str,
    end: u32,
    length: u32,
}

impl Pattern {
    /// What stands nowhere: a byte that UTF-8 has not.
    pub(crate) const NOWHERE: Self = Self {
        start: [0xFF; WIDTH],
        length: 1,
        ..Self::of("")
    };

    pub(crate) const fn of(text: &'static str) -> Self {
        Self::within(text, text.len(), text)
    }

    /// The text that ends at `end` in another one.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "no text in a program is longer"
    )]
    pub(crate) const fn within(whole: &'static str, end: usize, text: &str) -> Self {
        let text = text.as_bytes();
        let mut start = [0; WIDTH];
        let mut at = 0;
        while at < text.len() && at < WIDTH {
            start[at] = text[at];
            at += 1;
        }
        Self {
            start,
            whole,
            end: end as u32,
            length: text.len() as u32,
        }
    }

    pub(crate) const fn len(&self) -> usize {
        self.length as usize
    }

    /// What it is a part of, or itself.
    pub(crate) const fn whole(&self) -> &'static str {
        self.whole
    }

    /// Where it ends there.
    pub(crate) const fn end(&self) -> usize {
        self.end as usize
    }

    /// The text.
    pub(crate) fn text(&self) -> &'static str {
        let text = self.whole.get(..self.end()).unwrap_or_default();
        text.get(text.len().saturating_sub(self.len())..)
            .unwrap_or_default()
    }

    /// The same, for the compiler.
    pub(crate) const fn bytes(&self) -> &'static [u8] {
        let Some((text, _)) = self.whole.as_bytes().split_at_checked(self.end()) else {
            return b"";
        };
        match text.split_at_checked(text.len().saturating_sub(self.len())) {
            Some((_, text)) => text,
            None => b"",
        }
    }

    /// The byte behind the text, if it stands at `at`.
    #[inline]
    pub(crate) fn end_at(&self, at: usize, bytes: &[u8]) -> Option<usize> {
        let length = self.len();
        if length > WIDTH {
            return self.end_of_long(at, bytes);
        }
        let rest = bytes.get(at..)?;
        let is_it = match rest.first_chunk() {
            Some(block) => {
                let start = u128::from_le_bytes(self.start);
                starts_same(start, u128::from_le_bytes(*block), length)
            }
            None => is_whole_start(self.start.get(..length)?, rest),
        };
        is_it.then_some(at + length)
    }

    /// The same of a text that is longer than what is compared at once.
    #[inline(never)]
    fn end_of_long(&self, at: usize, bytes: &[u8]) -> Option<usize> {
        let end = at + self.len();
        same_long(bytes.get(at..end)?, self.bytes()).then_some(end)
    }
}

/// Whether the same text stands at two places: so many bytes.
#[inline]
pub(crate) fn stands_twice(bytes: &[u8], one: usize, other: usize, length: usize) -> bool {
    if length > WIDTH {
        return stands_twice_long(bytes, one, other, length);
    }
    match (block_at(bytes, one), block_at(bytes, other)) {
        (Some(one), Some(other)) => {
            let (one, other) = (u128::from_le_bytes(*one), u128::from_le_bytes(*other));
            starts_same(one, other, length)
        }
        _ => stands_twice_long(bytes, one, other, length),
    }
}

/// The same, where it is more than a block, or less is left of the document.
#[inline(never)]
fn stands_twice_long(bytes: &[u8], one: usize, other: usize, length: usize) -> bool {
    let [one, other] = [one, other].map(|at| bytes.get(at..at + length));
    one.zip(other)
        .is_some_and(|(one, other)| same_long(one, other))
}

/// Whether two texts of one length are the same. Their ends are looked at, which overlap mostly: that is a quarter of calling a function
/// that compares.
#[inline]
fn same_long(one: &[u8], other: &[u8]) -> bool {
    let has_same_ends = one.first_chunk::<WIDTH>() == other.first_chunk()
        && one.last_chunk::<WIDTH>() == other.last_chunk();
    let are_all = (WIDTH..=2 * WIDTH).contains(&one.len());
    has_same_ends && (are_all || one == other)
}

/// Whether so many bytes are the same of two blocks.
#[inline]
fn starts_same(one: u128, other: u128, length: usize) -> bool {
    (one ^ other) & MASKS[length % MASKS.len()] == 0
}

/// Whether the rest of the document, which is less than a block, starts with a text.
#[cold]
#[inline(never)]
fn is_whole_start(text: &[u8], rest: &[u8]) -> bool {
    rest.starts_with(text)
}

#[cfg(test)]
mod tests {
    use super::{Pattern, ShortPattern, stands_twice};

    #[test]
    fn a_text_is_found_where_it_stands_and_nowhere_else() {
        let name = "DateTimeReceivedAtTheServerWhereItWasSent";
        for length in 0..=name.len() {
            let (text, rest) = name.split_at(length);
            let pattern = Pattern::of(text);
            let short = ShortPattern::of([b"", text.as_bytes(), b""]);
            assert_eq!(short.is_some(), length <= 16);
            for behind in ["", ">", "> and much more than sixteen bytes"] {
                let document = [">>", text, behind].concat();
                assert_eq!(pattern.end_at(2, document.as_bytes()), Some(2 + length));
                let found = short
                    .is_none_or(|short| short.end_at(2, document.as_bytes()) == Some(2 + length));
                assert!(found, "{document}");
                assert_eq!(
                    pattern.end_at(document.len() + 1, document.as_bytes()),
                    None
                );
                // One character is another one.
                for place in 0..length {
                    let mut other = document.clone().into_bytes();
                    other[2 + place] = b'?';
                    assert_eq!(pattern.end_at(2, &other), None, "{document} {place}");
                }
            }
            if !rest.is_empty() {
                assert_eq!(Pattern::of(name).end_at(0, text.as_bytes()), None);
            }
        }
        assert_eq!(
            Pattern::NOWHERE.end_at(0, "\u{7f}\u{e9}\u{ffff}".as_bytes()),
            None
        );
    }

    #[test]
    fn a_text_stands_twice_if_each_of_its_bytes_does() {
        for length in 0..=40 {
            for behind in ["", "> and much more than sixteen bytes"] {
                let text = &"DateTimeReceivedAtTheServerWhereItWasSent"[..length];
                let document = ["<", text, "-", text, behind].concat();
                let other = length + 2;
                assert!(
                    stands_twice(document.as_bytes(), 1, other, length),
                    "{document}"
                );
                for place in 0..length {
                    let mut bytes = document.clone().into_bytes();
                    bytes[other + place] = b'?';
                    assert!(
                        !stands_twice(&bytes, 1, other, length),
                        "{document} {place}"
                    );
                }
                let beyond = document.len() - length + 1;
                assert!(!stands_twice(document.as_bytes(), 1, beyond, length));
            }
        }
    }
}
