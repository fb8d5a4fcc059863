//! Looking at many bytes at once: plain loops over blocks, of operations that vectors have an instruction for each.

/// The byte that begins the encodings of U+FFFE and U+FFFF, which are no characters of XML.
pub(super) const NONCHARACTER: u8 = 0xEF;

/// How many bytes make a block, of which it is asked where a special byte stands.
const BLOCK: usize = 16;

/// How many make a block of which it is asked no more than whether there is one.
const LONG_BLOCK: usize = 128;

/// How many blocks are looked at first, and nothing is called for.
const NEAR: usize = 2;

/// How far a run is looked at in blocks, before it is in long ones.
const FAR: usize = 64;

/// 0 if a byte has to be looked at more closely: one below 0x20, one of `wanted`, or one that perhaps begins what is no character.
///
/// Without a branch, so that a block takes 16 instructions of SSE2; eight bytes in a word took as many.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "a call for each byte would be no vector"
)]
fn distance<const N: usize>(byte: u8, wanted: [u8; N]) -> u8 {
    let control = byte & !0x1F;
    let nearest = control.min(byte ^ NONCHARACTER);
    wanted
        .iter()
        .fold(nearest, |nearest, wanted| nearest.min(byte ^ wanted))
}

/// Where the first special byte of a block stands (see [`distance`]), or the end of the block.
#[inline(always)]
#[allow(clippy::inline_always, reason = "as above")]
#[allow(clippy::cast_possible_truncation, reason = "half of it is meant")]
fn first_in_block<const N: usize>(block: &[u8; BLOCK], wanted: [u8; N]) -> usize {
    let mut found = [0; BLOCK];
    for (found, &byte) in found.iter_mut().zip(block) {
        *found = 1_u8.saturating_sub(distance(byte, wanted));
    }
    let found = u128::from_le_bytes(found);
    let (low, high) = (found as u64, (found >> 64) as u64);
    if low != 0 {
        return low.trailing_zeros() as usize / 8;
    }
    if high != 0 {
        return 8 + high.trailing_zeros() as usize / 8;
    }
    BLOCK
}

/// The block of any length that stands at `at`, if so much is left.
#[inline]
pub(super) fn block_at<const N: usize>(bytes: &[u8], at: usize) -> Option<&[u8; N]> {
    bytes.get(at..)?.first_chunk()
}

/// The first special byte of the next few, or how far there is none. Most runs end there.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "a call here would cost a twentieth of the reading speed"
)]
pub(super) fn find_near<const N: usize>(bytes: &[u8], mut at: usize, wanted: [u8; N]) -> usize {
    for _ in 0..NEAR {
        let Some(block) = block_at(bytes, at) else {
            break;
        };
        let first = first_in_block(block, wanted);
        if first < BLOCK {
            return at + first;
        }
        at += BLOCK;
    }
    at
}

/// The first special byte from `at` on, or how far there is a block left to look at.
#[inline]
pub(super) fn find<const N: usize>(bytes: &[u8], mut at: usize, wanted: [u8; N]) -> usize {
    let far = at + FAR;
    while let Some(block) = block_at(bytes, at) {
        let first = first_in_block(block, wanted);
        if first < BLOCK {
            return at + first;
        }
        at += BLOCK;
        if at == far {
            at = skip_plain_blocks(bytes, at, wanted);
        }
    }
    at
}

/// Where the long blocks from `at` on end that certainly have no special byte. 4 MiB of text are read in less than half the time so.
#[inline(never)]
fn skip_plain_blocks<const N: usize>(bytes: &[u8], at: usize, wanted: [u8; N]) -> usize {
    skip_blocks(bytes, at, |block| has_special::<N, false>(block, wanted))
}

/// As [`skip_plain_blocks`], where TAB and LF stand for themselves as well: of 4 MiB in lines of 68 characters.
#[inline(never)]
pub(super) fn skip_blocks_of_lines<const N: usize>(
    bytes: &[u8],
    at: usize,
    wanted: [u8; N],
) -> usize {
    skip_blocks(bytes, at, |block| has_special::<N, true>(block, wanted))
}

/// Where the long blocks from `at` on end that have nothing special, as `has_special` says.
#[inline(always)]
#[allow(
    clippy::inline_always,
    reason = "a call for each block would take as long as the block"
)]
fn skip_blocks(bytes: &[u8], at: usize, has_special: impl Fn(&[u8; LONG_BLOCK]) -> bool) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let blocks = rest.chunks_exact(LONG_BLOCK);
    let is_plain = |block: &&[u8]| block.first_chunk().is_some_and(|block| !has_special(block));
    at + LONG_BLOCK * blocks.take_while(is_plain).count()
}

/// Whether a long block has a special byte, or perhaps has one: all from [`NONCHARACTER`] on are taken for some. In lines TAB and LF
/// are none.
///
/// What is asked of each byte is asked of the least and the greatest, or of what is left of their differences: of sixteen bytes they
/// are found in one instruction.
#[inline(always)]
#[allow(clippy::inline_always, reason = "as above")]
fn has_special<const N: usize, const IN_LINES: bool>(
    block: &[u8; LONG_BLOCK],
    wanted: [u8; N],
) -> bool {
    const BEHIND_LF: u8 = b'\n' + 1;
    let mut least = [u8::MAX; BLOCK];
    let mut least_behind_lf = [u8::MAX; BLOCK];
    let mut greatest = [0; BLOCK];
    let mut distance = [u8::MAX; BLOCK];
    for part in block.chunks_exact(BLOCK) {
        let all = least.iter_mut().zip(&mut least_behind_lf);
        let all = all.zip(&mut greatest).zip(&mut distance).zip(part);
        for ((((least, least_behind_lf), greatest), distance), &byte) in all {
            *least = byte.min(*least);
            // Bytes up to LF wrap around, and are greater then than those behind it.
            *least_behind_lf = byte.wrapping_sub(BEHIND_LF).min(*least_behind_lf);
            *greatest = byte.max(*greatest);
            for wanted in wanted {
                *distance = (byte ^ wanted).min(*distance);
            }
        }
    }
    let mut found = [0; BLOCK];
    let all = least.iter().zip(&least_behind_lf);
    let all = all.zip(&greatest).zip(&distance).zip(&mut found);
    for ((((least, least_behind_lf), greatest), distance), found) in all {
        let control = if IN_LINES {
            b'\t'.saturating_sub(*least) | (b' ' - BEHIND_LF).saturating_sub(*least_behind_lf)
        } else {
            b' '.saturating_sub(*least)
        };
        let beyond = greatest.saturating_sub(NONCHARACTER - 1);
        *found = control | beyond | 1_u8.saturating_sub(*distance);
    }
    u128::from_le_bytes(found) != 0
}

/// The first special byte from `at` on, or the end. What is not special may be found among the last few bytes.
#[inline]
pub(super) fn find_to_end<const N: usize>(bytes: &[u8], at: usize, wanted: [u8; N]) -> usize {
    let at = find(bytes, at, wanted);
    match bytes.last_chunk() {
        // They overlap with those that are seen already.
        Some(last) if at + BLOCK > bytes.len() && first_in_block(last, wanted) == BLOCK => {
            bytes.len()
        }
        _ => at,
    }
}

/// Eight bytes, for texts that are shorter than a block.
#[derive(Clone, Copy)]
struct Word(u64);

const LOW: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

impl Word {
    #[inline]
    fn new(bytes: [u8; 8]) -> Self {
        Self(u64::from_le_bytes(bytes))
    }

    /// Whether one of the bytes is special or beyond ASCII. No subtraction borrows but where it finds one.
    #[inline]
    fn has_special<const N: usize>(self, wanted: [u8; N]) -> bool {
        let Self(word) = self;
        let below = word.wrapping_sub(LOW * 0x20);
        let found = wanted.iter().fold(below | word, |found, &byte| {
            found | (word ^ (LOW * u64::from(byte))).wrapping_sub(LOW)
        });
        found & HIGH != 0
    }
}

/// Whether none of the bytes is special or beyond ASCII.
#[inline]
pub(super) fn has_none<const N: usize>(bytes: &[u8], wanted: [u8; N]) -> bool {
    let special = |word: &[u8; 8]| Word::new(*word).has_special(wanted);
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
        BLOCK, FAR, LONG_BLOCK, NEAR, find, find_near, find_to_end, first_in_block, has_none,
        has_special, skip_blocks_of_lines,
    };

    const WANTED: [u8; 3] = [b'<', b'&', b']'];

    fn is_special(byte: u8) -> bool {
        byte < 0x20 || byte == 0xEF || WANTED.contains(&byte)
    }

    #[test]
    fn a_long_block_with_a_special_byte_is_found() {
        for byte in 0..=u8::MAX {
            let special = is_special(byte) || byte > 0xEF;
            let in_lines = special && byte != b'\t' && byte != b'\n';
            for place in 0..LONG_BLOCK {
                for filler in [b' ', b'a', 0xEE] {
                    let mut block = [filler; LONG_BLOCK];
                    block[place] = byte;
                    let what = format!("{byte:#x} at {place}");
                    let found = has_special::<3, false>(&block, WANTED);
                    assert_eq!(found, special, "{what}");
                    let found = has_special::<3, true>(&block, WANTED);
                    assert_eq!(found, in_lines, "{what}");
                    assert!(has_special::<1, true>(&block, [filler]), "{what}");
                }
            }
        }
    }

    #[test]
    fn every_byte_is_found_where_it_stands_and_no_other() {
        for byte in 0..=u8::MAX {
            let special = is_special(byte);
            for place in 0..BLOCK {
                let mut bytes = *b"abcdefghijklmnop";
                bytes[place] = byte;
                let found = first_in_block(&bytes, WANTED);
                let expected = if special { place } else { BLOCK };
                assert_eq!(found, expected, "{byte:#x} at {place}");
            }
        }
    }

    #[test]
    fn the_first_of_two_neighbours_is_found() {
        for (one, other) in (0..=u8::MAX).flat_map(|a| (0..=u8::MAX).map(move |b| (a, b))) {
            for place in [0, 7] {
                let mut bytes = [b'a'; BLOCK];
                bytes[place] = one;
                bytes[place + 1] = other;
                let expected = match (is_special(one), is_special(other)) {
                    (true, _) => place,
                    (_, true) => place + 1,
                    _ => BLOCK,
                };
                let found = first_in_block(&bytes, WANTED);
                assert_eq!(found, expected, "{one:#x} {other:#x} at {place}");
            }
        }
    }

    #[test]
    fn every_byte_is_found_at_every_place_of_a_long_run() {
        let lengths = [
            1,
            3,
            4,
            7,
            8,
            15,
            16,
            65,
            FAR + LONG_BLOCK,
            FAR + 2 * LONG_BLOCK + 15,
        ];
        for byte in 0..=u8::MAX {
            let special = is_special(byte);
            for length in lengths {
                for place in 0..length {
                    let mut bytes = vec![b'a'; length];
                    bytes[place] = byte;
                    let blocks = length - length % BLOCK;
                    let expected = |place, end| if special { place } else { end };
                    let what = || format!("{byte:#x} at {place} of {length}");
                    let place_in_blocks = place.min(blocks);
                    let found = find(&bytes, 0, WANTED);
                    assert_eq!(found, expected(place_in_blocks, blocks), "{}", what());
                    let near = blocks.min(NEAR * BLOCK);
                    let found = find_near(&bytes, 0, WANTED);
                    assert_eq!(found, expected(place.min(near), near), "{}", what());
                    let found = find_to_end(&bytes, 0, WANTED);
                    let is_seen = !special && length >= BLOCK;
                    let end = if is_seen { length } else { blocks };
                    assert_eq!(found, expected(place_in_blocks, end), "{}", what());
                    let none = !special && byte.is_ascii();
                    assert_eq!(has_none(&bytes, WANTED), none, "{}", what());
                }
            }
        }
        assert!(has_none(b"", WANTED));
    }

    #[test]
    fn the_search_stops_where_no_block_is_left() {
        assert_eq!(find(b"abcdefghijklmnopqrs<", 0, [b'<']), 16);
        assert_eq!(find(b"abcdefghij<klmnop", 0, [b'<']), 10);
        assert_eq!(find(b"abc", 1, [b'<']), 1);
    }

    #[test]
    fn lines_are_skipped_up_to_the_block_with_what_does_not_stand_for_itself() {
        let line = "text\tof a line\n".repeat(20);
        let plain = line.len() / LONG_BLOCK * LONG_BLOCK;
        assert_eq!(skip_blocks_of_lines(line.as_bytes(), 0, WANTED), plain);
        for special in [b'<', b'&', b']', b'\r', 0x1F, 0xEF] {
            for place in 0..plain {
                let mut bytes = line.clone().into_bytes();
                bytes[place] = special;
                let end = skip_blocks_of_lines(&bytes, 0, WANTED);
                assert_eq!(
                    end,
                    place / LONG_BLOCK * LONG_BLOCK,
                    "{special:#x} at {place}"
                );
            }
        }
    }
}
