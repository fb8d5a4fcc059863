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
#[derive(Default)]
pub(crate) struct Scope {
    /// Each prefix once, in the order of the alphabet.
    own: Box<[Declaration]>,
    outer: Option<Arc<Scope>>,
}

impl Scope {
    /// The scope of an element that has these declarations, each prefix once.
    pub(crate) fn inside(outer: Option<Arc<Self>>, mut own: Vec<Declaration>) -> Self {
        own.sort_unstable_by(|one, other| one.prefix.cmp(&other.prefix));
        Self {
            own: own.into(),
            outer,
        }
    }

    /// The innermost declaration of a prefix.
    pub(crate) fn find(&self, prefix: &str) -> Option<&Declaration> {
        let mut inside_out = std::iter::successors(Some(self), |scope| scope.outer.as_deref());
        inside_out.find_map(|scope| {
            let found = (scope.own).binary_search_by(|known| known.prefix.as_ref().cmp(prefix));
            found.ok().and_then(|index| scope.own.get(index))
        })
    }
}

/// Takes the scopes apart in a loop, because an element can be deep.
impl Drop for Scope {
    fn drop(&mut self) {
        let mut outer = self.outer.take();
        while let Some(mut scope) = outer.and_then(Arc::into_inner) {
            outer = scope.outer.take();
        }
    }
}
