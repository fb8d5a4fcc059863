//! Looking at many bytes at once, in plain arithmetic.

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The byte that begins the encodings of U+FFFE and U+FFFF, which are no characters of XML.
pub(super) const NONCHARACTER: u8 = 0xEF;

/// Eight bytes, the first one in the lowest place.
#[derive(Clone, Copy)]
struct Word(u64);

impl Word {
    #[inline]
    fn new(bytes: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(bytes))
    }

    const fn is_ascii(self) -> bool {
        self.0 & HIGH == 0
    }

    /// The special bytes (see [`is_special`]) and those beyond ASCII: the answer has the high bit of the first one set, and
    /// none before it. Bits behind it may be set for no reason, because the subtractions borrow.
    #[inline]
    fn find<const N: usize>(self, wanted: [u8; N]) -> u64 {
        (self.find_ascii(wanted) | self.0) & HIGH
    }

    /// As [`find`](Self::find), the special bytes alone.
    #[inline]
    fn find_special<const N: usize>(self, wanted: [u8; N]) -> u64 {
        let Self(word) = self;
        let noncharacter = (word ^ (LOW * u64::from(NONCHARACTER))).wrapping_sub(LOW);
        ((self.find_ascii(wanted) & !word) | (noncharacter & word)) & HIGH
    }

    #[inline]
    fn find_ascii<const N: usize>(self, wanted: [u8; N]) -> u64 {
        let Self(word) = self;
        let below = word.wrapping_sub(LOW * 0x20);
        wanted.iter().fold(below, |found, &byte| {
            found | (word ^ (LOW * u64::from(byte))).wrapping_sub(LOW)
        })
    }
}

/// Whether a byte has to be looked at more closely: one below 0x20, one of `wanted`, which are ASCII, or one that
/// perhaps begins what is no character.
#[inline]
const fn is_special<const N: usize>(byte: u8, wanted: [u8; N]) -> bool {
    let mut special = byte < 0x20;
    special |= byte == NONCHARACTER;
    let mut index = 0;
    while index < N {
        special |= byte == wanted[index];
        index += 1;
    }
    special
}

/// How many bytes make a block, for which the compiler has wide instructions.
const BLOCK: usize = 32;

/// How many words are looked at first, and nothing is called for.
const NEAR: usize = 4;

/// How far a run is looked at word by word.
const WORDS: usize = 64;

/// Whether none of the bytes of a block is special.
#[inline]
fn is_plain<const N: usize>(block: &[u8; BLOCK], wanted: [u8; N]) -> bool {
    !(block.iter()).fold(false, |found, &byte| found | is_special(byte, wanted))
}

/// The first byte of the next few that is special or beyond ASCII, or how far there is none. Most runs end there.
#[inline]
pub(super) fn find_near<const N: usize>(bytes: &[u8], mut at: usize, wanted: [u8; N]) -> usize {
    for _ in 0..NEAR {
        let Some(word) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) else {
            break;
        };
        let found = Word::new(*word).find(wanted);
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    at
}

/// The first special byte from `at` on (see [`is_special`]), or how far there are eight bytes left to look at.
#[inline]
pub(super) fn find<const N: usize>(bytes: &[u8], mut at: usize, wanted: [u8; N]) -> usize {
    let blocks_from = at + WORDS;
    while let Some(word) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        let word = Word::new(*word);
        let mut found = word.find(wanted);
        if found != 0 && !word.is_ascii() {
            found = word.find_special(wanted);
        }
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
        if at == blocks_from {
            at = skip_plain_blocks(bytes, at, wanted);
        }
    }
    at
}

/// Where the blocks from `at` on end that have no special byte. 4 MiB of text are read in less than half the time so.
#[inline(never)]
fn skip_plain_blocks<const N: usize>(bytes: &[u8], mut at: usize, wanted: [u8; N]) -> usize {
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        if !is_plain(block, wanted) {
            break;
        }
        at += BLOCK;
    }
    at
}

/// As [`skip_plain_blocks`], where TAB and LF stand for themselves as well: of 4 MiB in lines of 68 characters.
#[inline(never)]
pub(super) fn skip_blocks_of_lines<const N: usize>(
    bytes: &[u8],
    mut at: usize,
    wanted: [u8; N],
) -> usize {
    let is_special = |byte: u8| {
        let mut special = is_special(byte, wanted);
        special &= byte != b'\n';
        special &= byte != b'\t';
        special
    };
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) {
        if block
            .iter()
            .fold(false, |found, &byte| found | is_special(byte))
        {
            break;
        }
        at += BLOCK;
    }
    at
}

/// The first special byte from `at` on, or the end. What is not special may be found among the last eight bytes.
#[inline]
pub(super) fn find_to_end<const N: usize>(bytes: &[u8], at: usize, wanted: [u8; N]) -> usize {
    let at = find(bytes, at, wanted);
    match bytes.last_chunk::<8>() {
        // They overlap with those that are seen already.
        Some(last) if at + 8 > bytes.len() && Word::new(*last).find_special(wanted) == 0 => {
            bytes.len()
        }
        _ => at,
    }
}

/// Whether none of the bytes is special or beyond ASCII.
#[inline]
pub(super) fn has_none<const N: usize>(bytes: &[u8], wanted: [u8; N]) -> bool {
    let special = |word: &[u8; 8]| Word::new(*word).find(wanted) != 0;
    let Some(last) = bytes.last_chunk::<8>() else {
        // Fewer than eight bytes.
        let mut padded = *b"aaaaaaaa";
        padded
            .iter_mut()
            .zip(bytes)
            .for_each(|(place, byte)| *place = *byte);
        return !special(&padded);
    };
    let words = bytes
        .chunks_exact(8)
        .filter_map(|chunk| chunk.first_chunk::<8>());
    let found = words.fold(false, |found, word| found | special(word));
    // The last eight bytes overlap with those before them.
    !found && !special(last)
}

#[cfg(test)]
mod tests {
    use super::{
        BLOCK, WORDS, Word, find, find_to_end, has_none, is_special, skip_blocks_of_lines,
    };

    const WANTED: [u8; 3] = [b'<', b'&', b']'];

    /// Where the first byte is that is set in what was found.
    fn first(found: u64) -> usize {
        found.trailing_zeros() as usize / 8
    }

    #[test]
    fn every_byte_is_found_where_it_stands_and_no_other() {
        for byte in 0..=u8::MAX {
            let special = byte < 0x20 || byte == 0xEF || WANTED.contains(&byte);
            assert_eq!(is_special(byte, WANTED), special, "{byte:#x}");
            for place in 0..8 {
                let mut bytes = *b"abcdefgh";
                bytes[place] = byte;
                let word = Word::new(bytes);
                let expected = |is_found| if is_found { place } else { 8 };
                let found = first(word.find_special(WANTED));
                assert_eq!(found, expected(special), "{byte:#x} at {place}");
                let found = first(word.find(WANTED));
                let special = special || !byte.is_ascii();
                assert_eq!(found, expected(special), "{byte:#x} at {place}");
            }
        }
    }

    #[test]
    fn the_first_of_two_neighbours_is_found() {
        for (one, other) in (0..=u8::MAX).flat_map(|a| (0..=u8::MAX).map(move |b| (a, b))) {
            let word = Word::new([b'a', one, other, b'a', b'a', b'a', b'a', b'a']);
            let expected = match (is_special(one, WANTED), is_special(other, WANTED)) {
                (true, _) => 1,
                (_, true) => 2,
                _ => 8,
            };
            assert_eq!(
                first(word.find_special(WANTED)),
                expected,
                "{one:#x} {other:#x}"
            );
        }
    }

    #[test]
    fn every_byte_is_found_at_every_place_of_a_long_run() {
        for byte in 0..=u8::MAX {
            let special = is_special(byte, WANTED);
            for length in [7, 8, 63, 64, 65, WORDS + BLOCK, 2 * WORDS + 2 * BLOCK + 7] {
                for place in 0..length {
                    let mut bytes = vec![b'a'; length];
                    bytes[place] = byte;
                    let words = length - length % 8;
                    let expected = |place, end| if special { place } else { end };
                    let found = find(&bytes, 0, WANTED);
                    let place_in_words = place.min(words);
                    assert_eq!(
                        found,
                        expected(place_in_words, words),
                        "{byte:#x} at {place}"
                    );
                    let found = find_to_end(&bytes, 0, WANTED);
                    let is_seen = !special && length >= 8;
                    let end = if is_seen { length } else { words };
                    assert_eq!(found, expected(place_in_words, end), "{byte:#x} at {place}");
                    let none = !special && byte.is_ascii();
                    assert_eq!(has_none(&bytes, WANTED), none, "{byte:#x} at {place}");
                }
            }
        }
    }

    #[test]
    fn the_search_stops_where_no_word_is_left() {
        assert_eq!(find(b"abcdefghijk<", 0, [b'<']), 8);
        assert_eq!(find(b"abcdefghij<klmno", 0, [b'<']), 10);
        assert_eq!(find(b"abc", 1, [b'<']), 1);
    }

    #[test]
    fn lines_are_skipped_up_to_the_block_with_what_does_not_stand_for_itself() {
        let line = "text\tof a line\n".repeat(20);
        let plain = line.len() / BLOCK * BLOCK;
        assert_eq!(skip_blocks_of_lines(line.as_bytes(), 0, WANTED), plain);
        for special in [b'<', b'&', b']', b'\r', 0x1F, 0xEF] {
            for place in 0..plain {
                let mut bytes = line.clone().into_bytes();
                bytes[place] = special;
                let end = skip_blocks_of_lines(&bytes, 0, WANTED);
                assert_eq!(end, place / BLOCK * BLOCK, "{special:#x} at {place}");
            }
        }
    }
}
