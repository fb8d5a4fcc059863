//! Names as generated code knows them: with the markup that writes them, joined beforehand.

use super::ids::NamespaceId;

/// A local name, with the markup that writes it where the prefix is bound. One text in the program, since tables of types
/// have many.
#[derive(Clone, Copy, Debug)]
pub struct Tags {
    /// `<p:Local></p:Local>`, or ` p:Local="` of an attribute.
    markup: &'static str,
    /// Where the local name begins in it and where it ends.
    local: (u32, u32),
    /// Where the end tag begins: `</p:Local>`.
    end_tag: u32,
}

impl Tags {
    pub(super) const NONE: Self = Self::named("");

    /// Those of a name that is not joined with its markup.
    pub(crate) const fn named(local: &'static str) -> Self {
        Self {
            markup: local,
            local: (0, place(local.len())),
            end_tag: 0,
        }
    }

    /// Those of an element, from it without content: `<p:Local></p:Local>`.
    #[must_use]
    pub const fn of_element(element: &'static str) -> Self {
        let name_end = find(element, b'>');
        Self::of_markup(element, name_end, name_end + 1)
    }

    /// Those of an attribute, from the markup before its value: ` p:Local="`.
    #[must_use]
    pub(super) const fn of_attribute(start: &'static str) -> Self {
        Self::of_markup(start, find(start, b'='), start.len())
    }

    /// The name begins behind the first character, or behind its colon.
    const fn of_markup(markup: &'static str, name_end: usize, end_tag: usize) -> Self {
        let colon = find(markup, b':');
        let before = if colon < name_end { colon } else { 0 };
        Self {
            markup,
            local: (place(before + 1), place(name_end)),
            end_tag: place(end_tag),
        }
    }

    /// The local name.
    #[inline]
    pub(crate) fn local(&self) -> &'static str {
        let (from, to) = self.local;
        let local = self.markup.get(from as usize..to as usize);
        local.unwrap_or_default()
    }

    /// The local name, for constants: they cannot take a part of a `str`.
    pub(crate) const fn constant_local(&self) -> &'static str {
        let (from, to) = self.local;
        let (name, _) = split(self.markup.as_bytes(), to);
        let (_, local) = split(name, from);
        match core::str::from_utf8(local) {
            Ok(local) => local,
            Err(_) => "",
        }
    }

    /// ` p:Local="` of an attribute.
    pub(crate) const fn attribute_start(&self) -> &'static str {
        self.markup
    }

    /// `<p:Local`, where attributes may follow.
    #[inline]
    pub(crate) fn unclosed(&self) -> &'static str {
        let unclosed = self.markup.get(..self.local.1 as usize);
        unclosed.unwrap_or_default()
    }

    /// `<p:Local>` and `</p:Local>`.
    #[inline]
    pub(crate) fn pair(&self) -> (&'static str, &'static str) {
        let pair = self.markup.split_at_checked(self.end_tag as usize);
        pair.unwrap_or_default()
    }
}

/// A place in a text.
#[allow(
    clippy::cast_possible_truncation,
    reason = "no text in a program is longer"
)]
const fn place(at: usize) -> u32 {
    at as u32
}

/// Where a character of ASCII stands first in a text, or the text's end.
const fn find(text: &str, character: u8) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() && bytes[at] != character {
        at += 1;
    }
    at
}

const fn split(bytes: &'static [u8], at: u32) -> (&'static [u8], &'static [u8]) {
    match bytes.split_at_checked(at as usize) {
        Some(halves) => halves,
        None => (bytes, &[]),
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
    pub fn local(&self) -> &'static str {
        self.tags.local()
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
            let tags = Tags::of_element(element);
            let (open, close) = tags.pair();
            assert_eq!((tags.local(), open, close), expected);
            assert_eq!(tags.constant_local(), tags.local());
        }
        for attribute in [" Id=\"", " m:Id=\""] {
            let tags = Tags::of_attribute(attribute);
            assert_eq!((tags.local(), tags.attribute_start()), ("Id", attribute));
        }
    }
}
