//! Namespace URIs as numbers.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use super::ids::PREDEFINED;
use super::inline_stack::InlineStack;
use crate::qname::SharedText;

/// The URIs that a reader or writer has met, each with a number of its own, behind those that are [`PREDEFINED`].
pub(crate) struct Interner<'a> {
    met: InlineStack<Cow<'a, str>, 5>,
    /// Numbers by text. There as soon as there are many, for few are found faster one by one.
    index: Option<HashMap<Cow<'a, str>, u32>>,
    /// The texts for who keeps them, by number, each made when it is first asked for.
    shared: RefCell<Vec<Option<Arc<str>>>>,
}

/// From this many URIs on they are found through the hash table.
const FEW: usize = 32;

/// How many the table has room for at once.
const ROOM: usize = 7 * FEW;

impl<'a> Interner<'a> {
    #[inline]
    pub(crate) const fn new() -> Self {
        Self {
            met: InlineStack::new([const { Cow::Borrowed("") }; 5]),
            index: None,
            shared: RefCell::new(Vec::new()),
        }
    }

    #[inline]
    pub(crate) fn get(&self, number: u32) -> Option<&str> {
        let number = number as usize;
        match PREDEFINED.get(number) {
            Some(uri) => Some(uri),
            None => self.met.get(number - PREDEFINED.len()).map(|uri| &**uri),
        }
    }

    /// The text, borrowed for as long as it may be.
    pub(crate) fn cloned(&self, number: u32) -> Cow<'a, str> {
        let number = number as usize;
        if let Some(uri) = PREDEFINED.get(number) {
            return Cow::Borrowed(uri);
        }
        let met = self.met.get(number - PREDEFINED.len());
        met.cloned().unwrap_or_default()
    }

    /// The text for who keeps it.
    pub(crate) fn shared(&self, number: u32) -> SharedText {
        let text = self.get(number).unwrap_or_default();
        if text.is_empty() {
            return SharedText::default();
        }
        let mut shared = self.shared.borrow_mut();
        let place = number as usize;
        if shared.len() <= place {
            shared.resize(place + 1, None);
        }
        match shared.get_mut(place) {
            Some(known) => SharedText::Shared(Arc::clone(known.get_or_insert_with(|| text.into()))),
            None => SharedText::default(),
        }
    }

    /// The number of a text that stands at the same address: the common case for a program's own.
    #[inline]
    pub(crate) fn at_same_place(&self, uri: &str) -> Option<u32> {
        if self.met.len() > FEW {
            return None;
        }
        let is_it = |known: &str| std::ptr::eq(known, uri);
        let met = self.met.first_index(|known| is_it(known));
        met.map(number_of_met)
    }

    pub(crate) fn find(&self, uri: &str) -> Option<u32> {
        if let Some(number) = PREDEFINED.iter().position(|known| *known == uri) {
            return Some(to_u32(number));
        }
        match &self.index {
            Some(index) => index.get(uri).copied(),
            None => self
                .met
                .first_index(|known| known == uri)
                .map(number_of_met),
        }
    }

    /// The number of a URI that is not there yet.
    pub(crate) fn add(&mut self, uri: Cow<'a, str>) -> u32 {
        let number = number_of_met(self.met.len());
        if self.met.len() >= FEW {
            self.index().insert(uri.clone(), number);
        }
        self.met.push(uri);
        number
    }

    /// Forgets those behind this number: others get theirs.
    pub(crate) fn forget_behind(&mut self, number: u32) {
        let count = (number as usize + 1).saturating_sub(PREDEFINED.len());
        if count <= FEW {
            self.index = None;
        }
        if let Some(index) = &mut self.index {
            let forgotten = self.met.iter().skip(count);
            forgotten.for_each(|uri| {
                index.remove(uri);
            });
        }
        self.met.truncate(count);
        self.shared.get_mut().truncate(number as usize + 1);
    }

    #[cold]
    fn index(&mut self) -> &mut HashMap<Cow<'a, str>, u32> {
        let met = &self.met;
        self.index.get_or_insert_with(|| {
            let mut index = HashMap::with_capacity(ROOM);
            index.extend(met.iter().cloned().zip(number_of_met(0)..));
            index
        })
    }
}

/// The number of a URI that so many others were met before.
fn number_of_met(index: usize) -> u32 {
    to_u32(index + PREDEFINED.len())
}

/// There would have to be more than 4 GiB of distinct URIs to exceed it.
fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
