//! The writer: appends elements to a text, and declares namespaces where they are needed.

use super::bound_prefixes::BoundPrefixes;
use super::extracted::Extracted;
use super::known_markup::DeclaredNext;
use super::output::Output;
use super::parts::Parts;
use super::shared_declarations::SharedDeclarations;
use crate::error::Result;
use crate::xml::namespace::{NamespaceId, Naming, Prefix, Table};

/// Writes elements into one text.
///
/// Derived code writes through it. Its methods return nothing: the writer keeps its first error, and
/// [`finish`](Self::finish) gives it.
pub struct Writer {
    pub(super) out: Output,
    pub(super) prefixes: BoundPrefixes,
    /// The namespace and prefix of the current element.
    pub(super) element: Naming,
    /// The namespace of the document element, if it is that of a protocol and no value's.
    pub(super) document: NamespaceId,
    /// The declarations in the start tag that is being written, or was last.
    pub(super) declarations: TagDeclarations,
    /// What the document element may have to declare.
    pub(super) declared_next: Option<DeclaredNext>,
    /// What kept content needs in more than one place.
    pub(super) shared: SharedDeclarations,
    /// Where the document begins in the text.
    pub(super) document_at: usize,
    /// What the next element gets besides what it has itself.
    pub(super) on_next: Option<StartTagExtras>,
    pub(super) secrets: Secrets,
    /// There where the document is written in chunks.
    pub(super) parts: Option<Box<Parts>>,
    /// There where bytes become parts of a package.
    pub(super) extracted: Option<Box<Extracted>>,
}

pub(super) struct TagDeclarations {
    /// Where they end in the text; 0 before the first one.
    pub(super) end: usize,
    /// How many more are in scope outside it.
    pub(super) outside: usize,
    /// The prefixes `ns1`, `ns2`, … below this number are among them.
    pub(super) next_number: u32,
}

/// What becomes of fields that are secret.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Secrets {
    /// They are written as all fields are.
    Written,
    /// They are masked.
    Masked,
    /// They are masked, and one is being written.
    Inside,
}

/// An element that is being written: what to go back to at its end.
#[derive(Clone, Copy)]
pub(crate) struct OpenElement {
    pub(super) outer_bindings: usize,
    pub(super) outer: Naming,
}

/// What an element gets from the one who has it written, in its start tag.
#[derive(Default)]
pub(crate) struct StartTagExtras {
    /// The prefixes of this type and those of its fields are declared.
    pub(crate) table: Table,
    /// The type that the element says it has: namespace (or that of the element), prefix, local name.
    pub(crate) type_name: Option<(Option<&'static str>, &'static str, &'static str)>,
    /// Attributes: namespace, local name, value.
    pub(crate) attributes: Vec<(&'static str, &'static str, String)>,
}

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
        Self::of(Output::new())
    }

    /// A writer that has written nothing, into the room of a text that is not needed any more.
    pub(crate) fn reusing(text: String) -> Self {
        Self::of(Output::reusing(text))
    }

    fn of(out: Output) -> Self {
        Self {
            out,
            prefixes: BoundPrefixes::new(),
            element: NO_NAMESPACE,
            document: NamespaceId::NONE,
            declarations: TagDeclarations {
                end: 0,
                outside: 0,
                next_number: 1,
            },
            declared_next: None,
            shared: SharedDeclarations::default(),
            document_at: 0,
            on_next: None,
            secrets: Secrets::Written,
            parts: None,
            extracted: None,
        }
    }

    /// Writes the namespace `from` as `to` from now on.
    pub(crate) fn map_namespace(&mut self, from: &str, to: &str) {
        self.prefixes.map(from, to);
    }

    /// The text that was written.
    ///
    /// # Errors
    ///
    /// The first value that could not be written.
    pub fn finish(mut self) -> Result<String> {
        self.settle();
        self.out.finish()
    }

    /// Begins a document, behind those that have been written.
    pub(crate) fn begin_document(&mut self) {
        self.settle();
        self.document_at = self.out.len();
    }

    /// Puts the declarations of the document into their places.
    fn settle(&mut self) {
        let Self {
            out,
            shared,
            document_at,
            prefixes,
            ..
        } = self;
        let may_have_default = !prefixes.take_reliance_on_no_default();
        if shared.is_empty() {
            return;
        }
        out.edit(|text| shared.settle(text, *document_at, may_have_default));
    }
}
