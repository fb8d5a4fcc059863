//! Names as generated code knows them: with the markup that writes them, joined beforehand.

use super::ids::NamespaceId;
use super::known_name::KnownName;

/// A local name, with the markup that writes it where the prefix is bound. One text in the program, since tables of types
/// have many: `<p:Local></p:Local>` of an element, ` p:Local="` of an attribute.
///
/// Where the name stands in the markup follows from how long both are. A thousand types have thousands of names, and what the compiler
/// has to look for, byte by byte, was a sixth of the time that it takes to check them.
#[derive(Clone, Copy, Debug)]
pub struct Tags(KnownName);

impl Tags {
    pub(super) const NONE: Self = Self(KnownName::NONE);

    /// Those of a name that is not joined with its markup.
    pub(crate) const fn named(local: &'static str) -> Self {
        Self(KnownName::new(local))
    }

    /// Those of an element, from it without content: `<p:Local></p:Local>`.
    #[must_use]
    pub const fn of_element(element: &'static str, local: &'static str) -> Self {
        // The start tag is one character shorter than the end tag.
        let start_tag = element.len() / 2;
        Self(KnownName::within(element, start_tag - ">".len(), local))
    }

    /// Those of an attribute, from the markup before its value: ` p:Local="`.
    pub(super) const fn of_attribute(start: &'static str, local: &'static str) -> Self {
        Self(KnownName::within(start, start.len() - "=\"".len(), local))
    }

    /// The name as it is looked for.
    #[inline]
    pub(crate) const fn known_name(&self) -> &KnownName {
        &self.0
    }

    /// The local name.
    #[inline]
    pub(crate) fn local(&self) -> &'static str {
        self.0.text()
    }

    /// The local name, for the compiler.
    pub(crate) const fn local_bytes(&self) -> &'static [u8] {
        self.0.bytes()
    }

    /// ` p:Local="` of an attribute.
    pub(crate) const fn attribute_start(&self) -> &'static str {
        self.0.markup()
    }

    /// `<p:Local`, where attributes may follow.
    #[inline]
    pub(crate) fn unclosed(&self) -> &'static str {
        self.0.markup().get(..self.0.end()).unwrap_or_default()
    }

    /// `<p:Local>` and `</p:Local>`.
    #[inline]
    pub(crate) fn pair(&self) -> (&'static str, &'static str) {
        let pair = self.0.markup().split_at_checked(self.0.end() + 1);
        pair.unwrap_or_default()
    }
}

/// How the elements of a namespace are named at one place of a document: `<m:Call>` where `m` is bound to it,
/// `<m:Call xmlns:m="urn:m">` where it has to be declared first, `<Call>` with a default namespace.
#[derive(Clone, Copy, Debug)]
pub struct Naming {
    pub(crate) namespace: NamespaceId,
    pub(crate) prefix: Prefix,
    /// Whether the prefix is bound to the namespace already, so that the start tag need not declare it.
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

impl Naming {
    pub(crate) const fn is_prefixed(self) -> bool {
        matches!(self.prefix, Prefix::Bound(_)) || !self.prefix.literal().is_empty()
    }

    /// For a type without a namespace of its own: its `<Id>` becomes `<m:Id>` where it stands in a type with the
    /// prefix `m`, which its names were not joined with.
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

    /// Inside an element that was named so: `<m:Id>` in `<m:Call xmlns:m="urn:m">`, which has declared `m`.
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
    pub const fn name<'a>(&'a self, name: &'a Tags) -> ElementName<'a> {
        ElementName {
            tags: name,
            naming: self,
        }
    }
}

/// The name under which an element is to be written: a type does not know it, since it may serve under many.
///
/// [`WriteElement::write_element`](crate::xml::WriteElement::write_element) is given one, and hands it to
/// [`Writer::start_tag`](crate::xml::Writer::start_tag), or to the type whose element it writes.
#[derive(Clone, Copy, Debug)]
pub struct ElementName<'a> {
    pub(crate) tags: &'a Tags,
    pub(crate) naming: &'a Naming,
}

impl ElementName<'_> {
    /// The local name.
    #[must_use]
    pub fn local(&self) -> &'static str {
        self.tags.local()
    }
}

#[cfg(test)]
mod tests {
    use super::Tags;

    #[test]
    fn tags_are_cut_out_of_an_element() {
        for (element, local) in [("<Id></Id>", "Id"), ("<m:Größe></m:Größe>", "Größe")] {
            let tags = Tags::of_element(element, local);
            let (open, close) = tags.pair();
            assert_eq!([open, close].concat(), element);
            assert_eq!(open.replace('<', "</"), close);
            assert_eq!(format!("{}>", tags.unclosed()), open);
            assert_eq!(tags.local(), local);
        }
        for attribute in [" Id=\"", " m:Id=\""] {
            let tags = Tags::of_attribute(attribute, "Id");
            assert_eq!((tags.local(), tags.attribute_start()), ("Id", attribute));
        }
    }
}
