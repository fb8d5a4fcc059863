//! Namespace URIs as numbers.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;
use std::collections::HashMap;

use super::stack::Stack;

/// The URIs that a reader or writer has met, each with a number of its own.
pub(super) struct Uris<'a> {
    texts: Stack<Cow<'a, str>, 8>,
    /// Numbers by text. Empty as long as there are few, which are found faster one by one.
    index: HashMap<Cow<'a, str>, u32>,
}

/// From this many URIs on they are found through the hash table.
const FEW: usize = 32;

impl<'a> Uris<'a> {
    /// A table that begins with `first`, numbered from 0.
    pub(super) fn new<const N: usize>(first: [&'static str; N]) -> Self {
        let mut texts = Stack::new();
        for text in first {
            texts.push(Cow::Borrowed(text));
        }
        Self {
            texts,
            index: HashMap::new(),
        }
    }

    #[inline]
    pub(super) fn get(&self, number: u32) -> Option<&Cow<'a, str>> {
        self.texts.get(number as usize)
    }

    /// The number of a text that stands at the same address: the common case for a program's own.
    #[inline]
    pub(super) fn at_same_place(&self, uri: &str) -> Option<u32> {
        let mut few = self.texts.iter().take(FEW);
        few.position(|known| std::ptr::eq::<str>(known.as_ref(), uri))
            .map(to_u32)
    }

    pub(super) fn find(&self, uri: &str) -> Option<u32> {
        if self.texts.len() > FEW {
            return self.index.get(uri).copied();
        }
        self.texts.iter().position(|known| known == uri).map(to_u32)
    }

    pub(super) fn intern(&mut self, uri: &Cow<'a, str>) -> u32 {
        if let Some(known) = self.find(uri) {
            return known;
        }
        let number = to_u32(self.texts.len());
        self.texts.push(uri.clone());
        if self.texts.len() > FEW {
            let unindexed = self.index.len()..self.texts.len();
            for number in unindexed {
                let text = self.texts.get(number).cloned().unwrap_or_default();
                self.index.insert(text, to_u32(number));
            }
        }
        number
    }
}

/// There would have to be more than 4 GiB of distinct URIs to exceed it.
fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
