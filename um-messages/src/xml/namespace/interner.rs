//! Namespace URIs as numbers.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::inline_stack::InlineStack;
use crate::qname::SharedText;

/// The URIs that a reader or writer has met, each with a number of its own.
pub(crate) struct Interner<'a> {
    uris: InlineStack<Uri<'a>, 8>,
    /// Numbers by text. Empty as long as there are few, which are found faster one by one.
    index: HashMap<Cow<'a, str>, u32>,
}

#[derive(Debug, Default)]
struct Uri<'a> {
    text: Cow<'a, str>,
    /// The text for who keeps it, made when it is first asked for.
    shared: OnceCell<Arc<str>>,
}

/// From this many URIs on they are found through the hash table.
const FEW: usize = 32;

/// How many the table has room for at once.
const ROOM: usize = 7 * FEW;

impl<'a> Interner<'a> {
    /// A table that begins with `first`, numbered from 0.
    #[inline]
    pub(crate) fn new<const N: usize>(first: [&'static str; N]) -> Self {
        let mut first = first.into_iter();
        let uris = std::array::from_fn(|_| Uri {
            text: Cow::Borrowed(first.next().unwrap_or_default()),
            shared: OnceCell::new(),
        });
        Self {
            uris: InlineStack::beginning_with(uris, N),
            index: HashMap::new(),
        }
    }

    fn push(&mut self, text: Cow<'a, str>) {
        self.uris.push(Uri {
            text,
            shared: OnceCell::new(),
        });
    }

    #[inline]
    pub(crate) fn get(&self, number: u32) -> Option<&Cow<'a, str>> {
        self.uris.get(number as usize).map(|uri| &uri.text)
    }

    /// The text for who keeps it.
    pub(crate) fn shared(&self, number: u32) -> SharedText {
        match self.uris.get(number as usize) {
            Some(uri) if !uri.text.is_empty() => {
                let shared = uri.shared.get_or_init(|| uri.text.as_ref().into());
                SharedText::Shared(Arc::clone(shared))
            }
            _ => SharedText::default(),
        }
    }

    /// The number of a text that stands at the same address: the common case for a program's own.
    #[inline]
    pub(crate) fn at_same_place(&self, uri: &str) -> Option<u32> {
        let is_it = |known: &Uri<'_>| std::ptr::eq::<str>(known.text.as_ref(), uri);
        if self.uris.len() > FEW {
            return None;
        }
        self.uris.first_index(is_it).map(to_u32)
    }

    pub(crate) fn find(&self, uri: &str) -> Option<u32> {
        if self.uris.len() > FEW {
            return self.index.get(uri).copied();
        }
        self.uris.first_index(|known| known.text == uri).map(to_u32)
    }

    /// The number of a URI that is not there yet.
    pub(crate) fn add(&mut self, uri: Cow<'a, str>) -> u32 {
        let number = to_u32(self.uris.len());
        self.push(uri);
        if self.uris.len() > FEW {
            if self.index.is_empty() {
                self.index.reserve(ROOM);
            }
            for number in self.index.len()..self.uris.len() {
                let text = self
                    .uris
                    .get(number)
                    .map(|uri| uri.text.clone())
                    .unwrap_or_default();
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
