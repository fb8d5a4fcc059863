//! Names as generated code knows them: with the markup that writes them, joined beforehand.

use super::ids::NsId;

/// The name of an element, with its tags as they are written where the prefix is bound.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Name {
    pub(crate) local: &'static str,
    /// `<p:Local>`
    pub(crate) open: &'static str,
    /// `</p:Local>`
    pub(crate) close: &'static str,
}

impl Name {
    /// `open` and `close` are the tags of the element `local`.
    #[must_use]
    pub const fn new(local: &'static str, open: &'static str, close: &'static str) -> Self {
        Self { local, open, close }
    }
}

/// The name of an attribute, with the markup before its value.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct AttributeName {
    pub(crate) local: &'static str,
    /// ` p:Local="`
    pub(crate) open: &'static str,
    pub(crate) namespace: Option<&'static str>,
    pub(crate) prefix: Option<&'static str>,
}

impl AttributeName {
    /// `open` is the markup before the value, from the space to the opening quote.
    #[must_use]
    pub const fn new(
        local: &'static str,
        open: &'static str,
        namespace: Option<&'static str>,
        prefix: Option<&'static str>,
    ) -> Self {
        Self {
            local,
            open,
            namespace,
            prefix,
        }
    }
}

/// How the elements of a namespace are named at one place of a document.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    pub(crate) namespace: NsId,
    pub(crate) prefix: Prefix,
    /// Whether the prefix is bound to the namespace already.
    pub(crate) bound: bool,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Prefix {
    /// Known when the program was compiled, so that joined names have it. Empty: the default
    /// namespace.
    Literal(&'static str),
    /// Known when the program was compiled, and not joined.
    Named(&'static str),
    /// That of the binding at this index.
    Bound(usize),
}

impl Prefix {
    pub(crate) const fn literal(self) -> &'static str {
        match self {
            Self::Literal(prefix) | Self::Named(prefix) => prefix,
            Self::Bound(_) => "",
        }
    }
}

impl Scope {
    pub(crate) const fn is_prefixed(self) -> bool {
        matches!(self.prefix, Prefix::Bound(_)) || !self.prefix.literal().is_empty()
    }

    /// The same place for names of another type, which were not joined with the prefix.
    #[must_use]
    pub(crate) const fn handed_down(self) -> Self {
        match self.prefix {
            Prefix::Literal(prefix) if !prefix.is_empty() => Self {
                prefix: Prefix::Named(prefix),
                ..self
            },
            _ => self,
        }
    }

    /// The same inside an element that was named with it, which has declared the prefix.
    #[must_use]
    pub(crate) const fn inside(self) -> Self {
        Self {
            bound: true,
            ..self
        }
    }

    /// An element's name at this place.
    #[inline]
    #[must_use]
    pub const fn name(self, name: &Name) -> ElementName<'_> {
        ElementName { name, scope: self }
    }
}

/// The name under which an element is to be written.
#[derive(Clone, Copy, Debug)]
pub struct ElementName<'a> {
    pub(crate) name: &'a Name,
    pub(crate) scope: Scope,
}

/// What a type asks of the writer before it is written.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub enum Fact {
    /// A prefix to declare, and its URI.
    Prefix(&'static str, &'static str),
    /// The facts of a field's type.
    Type(fn() -> &'static [Fact]),
}
