//! Looking at eight bytes at once, in plain arithmetic.

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Eight bytes, the first one in the lowest place.
#[derive(Clone, Copy)]
pub(super) struct Word(u64);

impl Word {
    #[inline]
    pub(super) fn new(bytes: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(bytes))
    }

    /// Whether a byte is below 0x20, beyond ASCII, or one of `wanted`, which are ASCII: the answer
    /// has the high bit of the first such byte set, and none before it. Bits behind it may be
    /// set for no reason, because the subtractions borrow.
    #[inline]
    pub(super) fn find<const N: usize>(self, wanted: [u8; N]) -> u64 {
        let Self(word) = self;
        let below = word.wrapping_sub(LOW * 0x20);
        let found = wanted.iter().fold(below | word, |found, &byte| {
            found | (word ^ (LOW * u64::from(byte))).wrapping_sub(LOW)
        });
        found & HIGH
    }
}

/// The first byte from `at` on that is below 0x20, beyond ASCII, or one of `wanted`; or how far
/// there are eight bytes left to look at.
#[inline]
pub(super) fn find<const N: usize>(bytes: &[u8], mut at: usize, wanted: [u8; N]) -> usize {
    while let Some(word) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let found = Word::new(*word).find(wanted);
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::{Word, find};

    #[test]
    fn every_byte_is_found_where_it_stands_and_no_other() {
        let wanted = [b'<', b'&', b']'];
        for byte in 0..=u8::MAX {
            let special = !(0x20..0x80).contains(&byte) || wanted.contains(&byte);
            for place in 0..8 {
                let mut bytes = *b"abcdefgh";
                bytes[place] = byte;
                let found = Word::new(bytes).find(wanted);
                let expected = if special { place } else { 8 };
                assert_eq!(
                    found.trailing_zeros() as usize / 8,
                    expected,
                    "{byte:#x} at {place}"
                );
            }
        }
    }

    #[test]
    fn the_search_stops_where_no_word_is_left() {
        assert_eq!(find(b"abcdefghijk<", 0, [b'<']), 8);
        assert_eq!(find(b"abcdefghij<klmno", 0, [b'<']), 10);
        assert_eq!(find(b"abc", 1, [b'<']), 1);
    }
}
