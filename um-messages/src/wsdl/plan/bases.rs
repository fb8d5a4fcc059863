//! What a struct has of its own, and what it has from the type that it extends: a copy of its fields, or a field of that type.

use super::slots::{Slot, slots, slots_behind};
use crate::wsdl::model::{
    Attribute, Complex, Content, Definition, Extended, Model, TypeId, TypeRef,
};

/// What the fields of a struct are made of.
pub(super) struct Parts<'m, 'a> {
    /// The type that is a field.
    pub(super) base: Option<TypeId>,
    pub(super) attributes: Vec<&'m Attribute<'a>>,
    pub(super) has_any_attribute: bool,
    pub(super) slots: Vec<Slot<'m, 'a>>,
    pub(super) text: Option<TypeRef>,
    /// Whether the base has room for what nobody knows.
    pub(super) is_base_open: bool,
}

impl<'m, 'a> Parts<'m, 'a> {
    pub(super) fn of(model: &'m Model<'a>, complex: &'m Complex<'a>) -> Self {
        Self::behind_base(model, complex).unwrap_or_else(|| Self {
            base: None,
            attributes: complex.attributes.iter().collect(),
            has_any_attribute: complex.has_any_attribute,
            slots: match &complex.content {
                Content::Elements { particle, is_mixed } => slots(particle, *is_mixed),
                Content::Empty | Content::Text(_) => Vec::new(),
            },
            text: match complex.content {
                Content::Text(text) => Some(text),
                Content::Empty | Content::Elements { .. } => None,
            },
            is_base_open: false,
        })
    }

    /// What a type has beside the field that is its base, if that can be told from it and there is something in it.
    fn behind_base(model: &'m Model<'a>, complex: &'m Complex<'a>) -> Option<Self> {
        let Extended { base: id, own } = complex.extended.as_ref()?;
        let Definition::Complex(base) = &model.types.get(id.0)?.definition else {
            return None;
        };
        let has_attributes = base.has_any_attribute || !base.attributes.is_empty();
        if !has_attributes && matches!(base.content, Content::Empty) {
            return None;
        }
        let is_known = |attribute: &Attribute<'_>| {
            let mut known = base.attributes.iter();
            known.any(|known| known.key == attribute.key)
        };
        let attributes = complex.attributes.iter();
        let (slots, has_wildcard) = behind(&complex.content, own)?;
        Some(Self {
            base: Some(*id),
            attributes: attributes
                .filter(|attribute| !is_known(attribute))
                .collect(),
            has_any_attribute: complex.has_any_attribute && !base.has_any_attribute,
            slots,
            text: None,
            is_base_open: base.has_any_attribute || has_wildcard,
        })
    }
}

/// The elements that a type has of its own, if they can be told from those of its base, and whether one of the two has a wildcard.
fn behind<'m, 'a>(all: &'m Content<'a>, own: &'m Content<'a>) -> Option<(Vec<Slot<'m, 'a>>, bool)> {
    let own = match own {
        Content::Elements { particle, .. } => Some(&**particle),
        Content::Empty | Content::Text(_) => None,
    };
    match all {
        Content::Elements { is_mixed: true, .. } => None,
        Content::Elements { particle, .. } => slots_behind(particle, own),
        Content::Empty | Content::Text(_) => Some((Vec::new(), false)),
    }
}
