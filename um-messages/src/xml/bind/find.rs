//! Which field of a type an element, an attribute or a text is for: asked of the table alone, whatever has been
//! read so far.

use super::outline::{Glance, Outline};
use super::root::Root;
use crate::xml::namespace::{FieldInfo, NamespaceId, Place, TypeInfo};
use crate::xml::read::Reader;
use crate::xml::syntax::Span;

/// A part of an element, as it is offered to the fields of a type.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Where a field stands that takes it.
    pub(super) place: Place,
    /// The number of the attribute, if it is one.
    pub(super) index: usize,
    /// The namespace of the type or, if it has none, of the element around it.
    pub(super) namespace: NamespaceId,
    /// Whether the fields repeat. Of `<A/><B/><A/>`, read into a flattened `Vec` of pairs, the second `<A/>` has
    /// no room in the first pair, and begins the next one.
    pub(super) is_in_list: bool,
    /// Whether nothing of what follows may be read with it, as further items of its list are elsewhere.
    pub(super) is_alone: bool,
    /// Whether it takes the place of what a field has that has no more room.
    pub(super) replaces: bool,
}

impl Part {
    #[inline]
    const fn at(place: Place, index: usize, namespace: NamespaceId) -> Self {
        Self {
            place,
            index,
            namespace,
            is_in_list: false,
            is_alone: false,
            replaces: false,
        }
    }

    /// The same, and nothing of what follows: white space behind it counts, or it may be wrong that it stands there.
    #[inline]
    pub(super) const fn alone(self) -> Self {
        Self {
            is_alone: true,
            ..self
        }
    }

    /// The same, in the place of what a field has: a header block for this node, where one for another node was read before.
    pub(crate) const fn replacing(self) -> Self {
        Self {
            replaces: true,
            ..self
        }
    }

    /// The element that the reader stands in, by its name.
    #[inline]
    pub(crate) const fn element(namespace: NamespaceId) -> Self {
        Self::at(Place::Element, 0, namespace)
    }

    /// An attribute, by its name.
    #[inline]
    pub(super) const fn attribute(index: usize, namespace: NamespaceId) -> Self {
        Self::at(Place::Attribute, index, namespace)
    }

    /// The text of the element that the reader stands in.
    #[inline]
    pub(super) const fn text(namespace: NamespaceId) -> Self {
        Self::at(Place::Text, 0, namespace)
    }

    /// The attribute as one for a wildcard.
    pub(super) const fn of_any_attribute(&self) -> Self {
        Self {
            place: Place::AnyAttribute,
            ..*self
        }
    }

    /// The element as one for a wildcard: `<x:Note>` for a field with `any` that takes those of its namespace, then for one
    /// that takes all.
    pub(super) fn of_any_name(&self) -> impl Iterator<Item = Self> + use<> {
        let this = *self;
        let places = [Place::AnyOfNamespace, Place::AnyElement];
        places.into_iter().map(move |place| Self { place, ..this })
    }

    /// The part for a type that is flattened here: `<Id>` of `<Call><Id/></Call>`, first offered to the fields of
    /// `Call`, then to those of a type that `Call` flattens.
    pub(super) fn inside(&self, info: &TypeInfo, repeats: bool, reader: &mut Reader<'_>) -> Self {
        Self {
            namespace: namespace_of(info.namespace, self.namespace, reader),
            is_in_list: self.is_in_list || repeats,
            ..*self
        }
    }

    /// Whether it is an element, which stands before or behind others.
    #[inline]
    pub(super) const fn is_element(&self) -> bool {
        matches!(
            self.place,
            Place::Element | Place::AnyElement | Place::AnyOfNamespace
        )
    }

    /// Its local name, as a span of these bytes.
    #[inline]
    fn local_in_bytes<'r>(&self, reader: &'r Reader<'_>) -> (&'r [u8], Span) {
        match self.place {
            Place::Attribute => reader.attribute_local_in_bytes(self.index),
            _ => reader.local_in_bytes(),
        }
    }

    /// Whether it has this local name.
    fn has_local(&self, local: &str, reader: &Reader<'_>) -> bool {
        match self.place {
            Place::Attribute => reader.attribute_has_local(self.index, local),
            _ => reader.has_local(local),
        }
    }

    /// Whether it is in the namespace of a field's name. An attribute that has none of its own is in none (Namespaces
    /// in XML, section 6.2).
    #[inline]
    fn is_in_namespace(&self, field: &FieldInfo, reader: &mut Reader<'_>) -> bool {
        match (field.namespace(), self.place) {
            (None, Place::Attribute) => {
                reader.attribute_namespace(self.index) == Some(NamespaceId::NONE)
            }
            (None, _) => reader.element_namespace() == self.namespace,
            (Some(uri), _) => self.is_in(uri, reader),
        }
    }

    /// Whether it is in a namespace that the program names.
    fn is_in(&self, uri: &'static str, reader: &mut Reader<'_>) -> bool {
        match self.place {
            Place::Attribute => {
                let namespace = reader.namespace(uri);
                reader.attribute_namespace(self.index) == Some(namespace)
            }
            _ => reader.is_in_own(uri),
        }
    }

    /// Whether it is for a field, under one of its names if it has such.
    pub(super) fn is_for(&self, field: &FieldInfo, reader: &mut Reader<'_>) -> bool {
        if field.place != self.place {
            return false;
        }
        let has_namespace = matches!(self.place, Place::AnyOfNamespace);
        if !matches!(self.place, Place::Element | Place::Attribute) {
            return !has_namespace || self.is_in_namespace(field, reader);
        }
        let has_name = self.has_local(field.tags.local(), reader)
            || field
                .aliases()
                .iter()
                .any(|alias| self.has_local(alias, reader));
        has_name && self.is_in_namespace(field, reader)
    }
}

/// The namespace of a type's names, where `outer` is that of a type without one.
#[inline]
pub(super) fn namespace_of(
    own: Option<&'static str>,
    outer: NamespaceId,
    reader: &mut Reader<'_>,
) -> NamespaceId {
    match own {
        Some(uri) => reader.namespace(uri),
        None => outer,
    }
}

/// The namespace of the names of a type that the reader stands in.
pub fn own_namespace<T: Root>(reader: &mut Reader<'_>) -> NamespaceId {
    namespace_of(
        const { T::INFO.namespace },
        reader.element_namespace(),
        reader,
    )
}

/// The number of the field of the type's own that a part is for under its first name, as nearly all are.
#[inline]
pub(super) fn own_field(outline: &Outline, part: &Part, reader: &mut Reader<'_>) -> Option<usize> {
    match part.place {
        Place::Element | Place::Attribute => named_field(outline, part, reader),
        Place::Text | Place::AnyElement | Place::AnyAttribute => {
            let mut fields = outline.info.fields.iter();
            fields.position(|field| field.place == part.place)
        }
        _ => None,
    }
}

#[inline]
fn named_field(outline: &Outline, part: &Part, reader: &mut Reader<'_>) -> Option<usize> {
    let (bytes, local) = part.local_in_bytes(reader);
    let glance = Glance::new(part.place, local.len());
    let has_name = |field: &FieldInfo| field.known_name().is_at(local, bytes);
    let number = outline.find(glance, has_name)?;
    if part.is_in_namespace(outline.info.field(number), reader) {
        return Some(number);
    }
    namesake(outline, number + 1, part, reader)
}

/// The same from a field on, where one before it has the local name in another namespace.
#[cold]
fn namesake(outline: &Outline, from: usize, part: &Part, reader: &mut Reader<'_>) -> Option<usize> {
    let mut fields = outline.info.fields.iter().enumerate().skip(from);
    let found = fields.find(|(_, field)| {
        field.place == part.place
            && part.has_local(field.tags.local(), reader)
            && part.is_in_namespace(field, reader)
    });
    found.map(|(number, _)| number)
}

impl TypeInfo {
    /// Whether there are fields with names that [`own_field`] does not ask.
    pub(super) const fn has_further_names(&self) -> bool {
        let mut field = 0;
        while field < self.fields.len() {
            if self.fields[field].has_further_names() {
                return true;
            }
            field += 1;
        }
        false
    }
}

impl FieldInfo {
    /// Whether the field has names that [`own_field`] does not ask: aliases, or those of a flattened type.
    pub(super) const fn has_further_names(&self) -> bool {
        let is_of_namespace = matches!(self.place, Place::AnyOfNamespace);
        is_of_namespace || self.flattened_type().is_some() || self.name_count() > 1
    }
}

/// The number of the field that a part is for: of the type's own, or of one that is flattened. Out of line: one copy.
#[inline(never)]
pub(super) fn search(info: &TypeInfo, part: &Part, reader: &mut Reader<'_>) -> Option<usize> {
    let mut fields = info.fields.iter();
    let own = fields.position(|field| part.is_for(field, reader));
    own.or_else(|| {
        let mut fields = info.fields.iter();
        fields.position(|field| field.flattened_type().is_some() && is_for(field, part, reader))
    })
}

/// Whether a field, own or flattened, claims a part.
pub(super) fn is_for(field: &FieldInfo, part: &Part, reader: &mut Reader<'_>) -> bool {
    match field.flattened_type() {
        Some(flattened) => {
            let part = part.inside(flattened, false, reader);
            search(flattened, &part, reader).is_some()
        }
        None => part.is_for(field, reader),
    }
}

/// Whether what a field has can begin with a part: `<A/>` begins `<A/><B/>`, `<B/>` does not where `<A/>` is required.
pub(super) fn can_begin(field: &FieldInfo, part: &Part, reader: &mut Reader<'_>) -> bool {
    let Some(flattened) = field.flattened_type() else {
        return part.is_for(field, reader);
    };
    let part = part.inside(flattened, false, reader);
    for field in flattened.fields {
        if can_begin(field, &part, reader) {
            return true;
        }
        if !flattened.is_choice && field.stands_always() {
            break;
        }
    }
    false
}
