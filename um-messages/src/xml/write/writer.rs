//! The writer: appends elements to a text, and declares namespaces where they are needed.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;

use crate::error::{Error, Result};
use crate::xml::namespace::{
    InlineStack, Interner, NamespaceId, Naming, PREDEFINED, Prefix, TypeInfo,
};

/// Writes elements into one text.
///
/// Derived code writes through it. Its methods return nothing: the writer keeps its first error, and
/// [`finish`](Self::finish) gives it.
pub struct Writer {
    pub(super) out: String,
    /// The namespaces seen so far; `NamespaceId` counts them.
    pub(super) uris: Interner<'static>,
    /// The declarations in scope.
    pub(super) bindings: InlineStack<BoundPrefix, 8>,
    /// What was asked for last with [`naming`](Self::naming), if it is bound: neighbours are alike.
    pub(super) recent: Option<(&'static str, &'static str, NamespaceId)>,
    /// The namespace and prefix of the current element.
    pub(super) element: Naming,
    /// The namespace of the document element, if it is that of a protocol and no value's.
    pub(super) document: NamespaceId,
    /// Where the declarations of the current start tag end.
    pub(super) declared_to: usize,
    /// How many declarations are in scope outside the current start tag.
    pub(super) outside: usize,
    /// Where the content of the element whose start tag was completed last begins.
    pub(super) content_from: usize,
    /// What the next element gets besides what it has itself.
    pub(super) on_next: Option<OnNext>,
    /// The prefixes `ns1`, `ns2`, … below this number are bound in the current start tag.
    pub(super) next_number: u32,
    /// Namespaces to write under another URI.
    pub(super) mapped: Vec<(String, String)>,
    pub(super) error: Option<Error>,
}

#[derive(Debug, Default)]
pub(super) struct BoundPrefix {
    /// Empty for the default namespace.
    pub(super) prefix: Cow<'static, str>,
    pub(super) namespace: NamespaceId,
}

/// An element that is being written: what to go back to at its end.
#[derive(Clone, Copy)]
pub(crate) struct OpenElement {
    pub(super) outer_bindings: usize,
    pub(super) outer: Naming,
}

/// What an element gets from the one who has it written, in its start tag.
#[derive(Default)]
pub(crate) struct OnNext {
    /// The prefixes of this type and those of its fields are declared.
    pub(crate) type_info: Option<&'static TypeInfo>,
    /// The type that the element says it has: namespace (or that of the element), prefix, local name.
    pub(crate) type_name: Option<(Option<&'static str>, &'static str, &'static str)>,
    /// Attributes: namespace, local name, value.
    pub(crate) attributes: Vec<(&'static str, &'static str, String)>,
}

/// Most messages are larger than this and smaller than four times it.
const FIRST_CAPACITY: usize = 1024;

const NO_NAMESPACE: Naming = Naming {
    namespace: NamespaceId::NONE,
    prefix: Prefix::Literal(""),
    bound: true,
};

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

impl Writer {
    /// A writer that has written nothing.
    #[must_use]
    pub fn new() -> Self {
        Self {
            out: String::with_capacity(FIRST_CAPACITY),
            uris: Interner::new(PREDEFINED),
            bindings: InlineStack::new(),
            recent: None,
            element: NO_NAMESPACE,
            document: NamespaceId::NONE,
            declared_to: 0,
            outside: 0,
            content_from: usize::MAX,
            on_next: None,
            next_number: 1,
            mapped: Vec::new(),
            error: None,
        }
    }

    /// Writes the namespace `from` as `to` from now on.
    pub(crate) fn map_namespace(&mut self, from: &str, to: &str) {
        self.mapped.push((from.to_owned(), to.to_owned()));
    }

    /// The text that was written.
    ///
    /// # Errors
    ///
    /// The first value that could not be written.
    pub fn finish(self) -> Result<String> {
        match self.error {
            None => Ok(self.out),
            Some(error) => Err(error),
        }
    }
}
