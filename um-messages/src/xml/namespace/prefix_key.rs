//! Prefixes as numbers.

use crate::xml::syntax::Span;

/// A prefix as a number, so that comparing the usual ones takes one instruction: the bytes of one
/// that is at most seven bytes long, and its length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct PrefixKey(u64);

impl PrefixKey {
    pub(crate) const EMPTY: Self = Self(0);
    /// That of all longer ones.
    pub(super) const INEXACT: Self = Self(u64::MAX);

    #[inline]
    pub(super) fn of(prefix: Span, text: &[u8]) -> Self {
        match prefix.len() {
            0 => Self::EMPTY,
            length @ 1..=7 => {
                let rest = text.get(prefix.start..);
                let bytes = match rest.and_then(|rest| rest.first_chunk()) {
                    Some(bytes) => u64::from_le_bytes(*bytes) & ((1 << (8 * length)) - 1),
                    None => number_of(prefix.bytes_of(text)),
                };
                Self(bytes | ((length as u64) << 56))
            }
            _ => Self::INEXACT,
        }
    }

    /// That of a prefix which is a text of its own.
    pub(crate) fn of_text(prefix: &str) -> Self {
        Self::of(Span::new(0, prefix.len()), prefix.as_bytes())
    }

    /// Whether no other prefix has it.
    pub(crate) const fn is_exact(self) -> bool {
        self.0 != Self::INEXACT.0
    }
}

/// Step by step: a copy of bytes would be read again as a number before they are stored.
#[inline]
fn number_of(bytes: &[u8]) -> u64 {
    let last_first = bytes.iter().rev();
    last_first.fold(0, |number, &byte| (number << 8) | u64::from(byte))
}
