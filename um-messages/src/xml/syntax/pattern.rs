//! Short texts, compared at once.

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
    bytes: [u8; WIDTH],
    length: usize,
}

impl ShortPattern {
    /// Of pieces, one behind the other; none if they are too long together.
    pub(crate) fn of(pieces: &[&[u8]]) -> Option<Self> {
        let mut pattern = Self::start_of(&[]);
        for piece in pieces {
            for &byte in *piece {
                *pattern.bytes.get_mut(pattern.length)? = byte;
                pattern.length += 1;
            }
        }
        Some(pattern)
    }

    /// The start of a text, as far as it is short.
    const fn start_of(text: &[u8]) -> Self {
        let mut bytes = [0; WIDTH];
        let mut length = 0;
        while length < text.len() && length < WIDTH {
            bytes[length] = text[length];
            length += 1;
        }
        Self { bytes, length }
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The byte behind the text, if it stands at `at`.
    #[inline]
    pub(crate) fn end_at(&self, at: usize, bytes: &[u8]) -> Option<usize> {
        let rest = bytes.get(at..)?;
        let Some(block) = rest.first_chunk() else {
            return self.end_before_end(at, rest);
        };
        let difference = u128::from_le_bytes(self.bytes) ^ u128::from_le_bytes(*block);
        let is_it = difference & MASKS[self.length % MASKS.len()] == 0;
        is_it.then_some(at + self.length)
    }

    /// The same, where less than a block is left of the document.
    #[cold]
    fn end_before_end(&self, at: usize, rest: &[u8]) -> Option<usize> {
        let text = self.bytes.get(..self.length)?;
        rest.starts_with(text).then_some(at + self.length)
    }
}

/// A text that is looked for, such as `Size`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pattern {
    start: [u8; WIDTH],
    text: &'static [u8],
}

impl Pattern {
    /// What stands nowhere: UTF-8 has no such byte.
    pub(crate) const NOWHERE: Self = Self::of(b"\xFF");

    pub(crate) const fn of(text: &'static [u8]) -> Self {
        let start = ShortPattern::start_of(text).bytes;
        Self { start, text }
    }

    /// The byte behind the text, if it stands at `at`.
    #[inline]
    pub(crate) fn end_at(&self, at: usize, bytes: &[u8]) -> Option<usize> {
        let length = self.text.len();
        if length > WIDTH {
            return self.end_of_long(at, bytes);
        }
        let start = ShortPattern {
            bytes: self.start,
            length,
        };
        start.end_at(at, bytes)
    }

    /// The same of a text that is longer than what is compared at once.
    #[inline(never)]
    fn end_of_long(&self, at: usize, bytes: &[u8]) -> Option<usize> {
        let end = at + self.text.len();
        let found = bytes.get(at..end)?;
        // Its ends are looked at, which overlap mostly: that is a quarter of calling a function that compares.
        let first: Option<&[u8; WIDTH]> = found.first_chunk();
        let last: Option<&[u8; WIDTH]> = found.last_chunk();
        let is_it = first == Some(&self.start)
            && last == self.text.last_chunk()
            && (self.text.len() <= 2 * WIDTH || found == self.text);
        is_it.then_some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::{Pattern, ShortPattern};

    #[test]
    fn a_text_is_found_where_it_stands_and_nowhere_else() {
        let name = "DateTimeReceivedAtTheServerWhereItWasSent";
        for length in 0..=name.len() {
            let (text, rest) = name.split_at(length);
            let pattern = Pattern::of(text.as_bytes());
            let short = ShortPattern::of(&[b"", text.as_bytes()]);
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
                assert_eq!(
                    Pattern::of(name.as_bytes()).end_at(0, text.as_bytes()),
                    None
                );
            }
        }
        assert_eq!(
            Pattern::NOWHERE.end_at(0, "\u{7f}\u{e9}\u{ffff}".as_bytes()),
            None
        );
    }
}
