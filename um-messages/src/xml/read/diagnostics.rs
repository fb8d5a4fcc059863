//! What is kept for errors: the elements that no field has claimed.

use super::carried::Carried;
use crate::xml::namespace::{Bindings, UriId};
use crate::xml::syntax::Span;

pub(super) struct Diagnostics {
    /// The elements that were skipped last, to name one that is right but for its namespace.
    unclaimed: Vec<Unclaimed>,
}

/// An element that no field has claimed.
#[derive(Clone, Copy)]
pub(super) struct Unclaimed {
    /// Where the name of its parent begins.
    pub(super) parent: usize,
    pub(super) local: Span,
    pub(super) uri: UriId,
}

/// How many elements are remembered.
const REMEMBERED: usize = 8;

impl Diagnostics {
    pub(super) fn new() -> Self {
        Self {
            unclaimed: Vec::new(),
        }
    }

    pub(super) fn remember(&mut self, element: Unclaimed) {
        if self.unclaimed.len() == REMEMBERED {
            self.unclaimed.remove(0);
        }
        self.unclaimed.push(element);
    }

    /// An element that was skipped in the parent, and has this local name but for case.
    pub(super) fn near_miss(&self, parent: usize, local: &str, text: &str) -> Option<&Unclaimed> {
        self.unclaimed.iter().find(|element| {
            let found = element.local.of(text);
            element.parent == parent && found.eq_ignore_ascii_case(local)
        })
    }

    /// Forgets all namespaces behind this one, but those of the elements that no field has claimed.
    pub(super) fn forget_behind(&mut self, last: UriId, bindings: &mut Bindings<'_>) {
        let text = |element: &Unclaimed| {
            let is_forgotten = element.uri > last;
            is_forgotten.then(|| bindings.cloned_uri(element.uri))
        };
        let texts: Vec<_> = self.unclaimed.iter().map(text).collect();
        bindings.forget_behind(last);
        for (element, text) in self.unclaimed.iter_mut().zip(texts) {
            if let Some(text) = text {
                element.uri = bindings.intern_declared(text);
            }
        }
    }

    /// The names of unclaimed elements are kept, and nothing of the text else. `moved` says where the name of an open
    /// element begins then.
    pub(super) fn keep(&mut self, kept: &mut Carried<'_>, moved: impl Fn(usize) -> Option<usize>) {
        for element in &mut self.unclaimed {
            match moved(element.parent) {
                Some(parent) => {
                    element.parent = parent;
                    element.local = kept.span(element.local);
                }
                // Its parent is closed, and is not asked for it any more.
                None => element.parent = usize::MAX,
            }
        }
    }
}
