//! What prefixes mean at a place of a document, for who keeps something of it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::qname::SharedText;

/// A prefix, and the URI that it is bound to.
#[derive(Clone, Debug)]
pub(crate) struct Declaration {
    /// Empty for the default namespace.
    pub(crate) prefix: Cow<'static, str>,
    /// Empty where there is no default namespace.
    pub(crate) uri: SharedText,
}

/// That there is no default namespace.
pub(crate) static NO_DEFAULT: Declaration = Declaration {
    prefix: Cow::Borrowed(""),
    uri: SharedText::EMPTY,
};

/// The declarations in scope in an element: its own, and behind them those around it. All that is kept of a document
/// shares them.
pub(crate) struct Scope<D = Declaration> {
    own: Box<[D]>,
    outer: Option<Arc<Self>>,
}

impl<D> Scope<D> {
    /// The scope of an element that has these declarations.
    pub(crate) fn new(outer: Option<Arc<Self>>, own: impl Into<Box<[D]>>) -> Self {
        let own = own.into();
        Self { own, outer }
    }

    /// The scope, and those around it.
    fn inside_out(&self) -> impl Iterator<Item = &Self> {
        std::iter::successors(Some(self), |scope| scope.outer.as_deref())
    }
}

impl<D: Copy> Scope<D> {
    /// All declarations, the innermost ones last.
    pub(crate) fn declarations(&self) -> Vec<D> {
        let inside_out = self.inside_out().flat_map(|scope| scope.own.iter().rev());
        let mut declarations: Vec<D> = inside_out.copied().collect();
        declarations.reverse();
        declarations
    }
}

impl Scope {
    /// The scope of an element that has these declarations, each prefix once.
    pub(crate) fn inside(outer: Option<Arc<Self>>, mut own: Vec<Declaration>) -> Self {
        // In this order they are found.
        own.sort_unstable_by(|one, other| one.prefix.cmp(&other.prefix));
        Self::new(outer, own)
    }

    /// The innermost declaration of a prefix.
    pub(crate) fn find(&self, prefix: &str) -> Option<&Declaration> {
        self.inside_out().find_map(|scope| {
            let found = (scope.own).binary_search_by(|known| known.prefix.as_ref().cmp(prefix));
            found.ok().and_then(|index| scope.own.get(index))
        })
    }
}

impl<D> Default for Scope<D> {
    fn default() -> Self {
        Self::new(None, [])
    }
}

/// Takes the scopes apart in a loop, because an element can be deep.
impl<D> Drop for Scope<D> {
    fn drop(&mut self) {
        let mut outer = self.outer.take();
        while let Some(mut scope) = outer.and_then(Arc::into_inner) {
            outer = scope.outer.take();
        }
    }
}
