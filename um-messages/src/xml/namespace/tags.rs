//! Names as generated code knows them: with the markup that writes them, joined beforehand.

use super::ids::NamespaceId;

/// A local name, with the markup that writes it where the prefix is bound.
#[derive(Clone, Copy, Debug)]
pub struct Tags {
    pub(crate) local: &'static str,
    /// `<p:Local>`, or ` p:Local="` of an attribute.
    pub(crate) open: &'static str,
    /// `</p:Local>`, or nothing.
    pub(crate) close: &'static str,
}

impl Tags {
    pub(super) const NONE: Self = Self::named("");

    /// Those of a name that is not joined with its markup.
    pub(crate) const fn named(local: &'static str) -> Self {
        Self {
            local,
            open: "",
            close: "",
        }
    }

    /// Those of an element, from it without content: `<p:Local></p:Local>`.
    #[must_use]
    pub const fn of_element(element: &'static str) -> Self {
        let (name, _) = cut_before(element, b'>');
        let (open, close) = cut(element, name.len() + 1);
        Self {
            local: local_part(name),
            open,
            close,
        }
    }

    /// Those of an attribute, from the markup before its value: ` p:Local="`.
    #[must_use]
    pub(super) const fn of_attribute(open: &'static str) -> Self {
        let (name, _) = cut_before(open, b'=');
        Self {
            local: local_part(name),
            open,
            close: "",
        }
    }
}

/// What stands behind the colon of `<p:Local`, or behind the first character of `<Local`.
const fn local_part(name: &'static str) -> &'static str {
    let (_, behind_prefix) = cut_before(name, b':');
    let from = if behind_prefix.is_empty() {
        name
    } else {
        behind_prefix
    };
    cut(from, 1).1
}

/// A text before the first of a character, and from there on.
const fn cut_before(text: &'static str, character: u8) -> (&'static str, &'static str) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at] != character {
        at += 1;
    }
    cut(text, at)
}

/// A text in two, at a place before or behind a character of ASCII.
const fn cut(text: &'static str, at: usize) -> (&'static str, &'static str) {
    match text.as_bytes().split_at_checked(at) {
        Some((before, behind)) => (utf8(before), utf8(behind)),
        None => (text, ""),
    }
}

const fn utf8(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
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
    pub const fn name(self, name: &Tags) -> ElementName<'_> {
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
    pub(crate) naming: Naming,
}

impl ElementName<'_> {
    /// The local name.
    #[must_use]
    pub const fn local(&self) -> &'static str {
        self.tags.local
    }
}

#[cfg(test)]
mod tests {
    use super::Tags;

    #[test]
    fn tags_are_cut_out_of_an_element() {
        for (element, expected) in [
            ("<Id></Id>", ("Id", "<Id>", "</Id>")),
            ("<m:Größe></m:Größe>", ("Größe", "<m:Größe>", "</m:Größe>")),
        ] {
            let Tags { local, open, close } = Tags::of_element(element);
            assert_eq!((local, open, close), expected);
        }
        assert_eq!(Tags::of_attribute(" Id=\"").local, "Id");
        assert_eq!(Tags::of_attribute(" m:Id=\"").local, "Id");
    }
}
