//! What refers to what inside a document.

use std::collections::HashMap;
use std::sync::Arc;

use crate::xml::namespace::{Scope, UriId};
use crate::xml::syntax::Span;

/// What refers to what. Elements go by where their names begin.
pub(super) struct References {
    pub(super) referring: HashMap<usize, Reference>,
    /// The elements that are referred to.
    pub(super) targets: HashMap<usize, Arc<Target>>,
    /// How many bytes more may be gone through because of references.
    pub(super) left: usize,
    /// What the reference should be that the reader stands in, if it is [dangling](super::cursor::State::Dangling).
    pub(super) problem: &'static str,
}

/// An element that refers to another one.
pub(super) struct Reference {
    /// None if there is no such element.
    pub(super) target: Option<Arc<Target>>,
    /// The byte behind it.
    pub(super) end: usize,
}

/// An element that may be referred to.
pub(super) struct Target {
    /// Its first byte, and the byte behind it.
    pub(super) start: usize,
    pub(super) end: usize,
    /// What prefixes mean around it.
    pub(super) around: Around,
}

/// What prefixes mean around an element: each a prefix, and what it is bound to.
pub(super) type Around = Arc<Scope<(Span, UriId)>>;
