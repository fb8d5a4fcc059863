//! Elements that hold a list and nothing else, which are fields with a wrapper and need no struct: .NET writes each array so.

use std::collections::HashMap;

use super::fields::default_of;
use super::slots::{Slot, slots};
use crate::wsdl::model::{Complex, Content, Definition, Element, Model, Occurs, TypeId, TypeRef};
use crate::wsdl::options::Options;

/// Which types are lists. Each is looked at once.
#[derive(Debug)]
pub(super) struct Lists<'m, 'a> {
    model: &'m Model<'a>,
    has_wrappers: bool,
    known: HashMap<TypeId, Option<Item<'m, 'a>>>,
}

/// The element that stands any number of times in another one, and how often.
type Item<'m, 'a> = (&'m Element<'a>, Occurs);

impl<'m, 'a> Lists<'m, 'a> {
    pub(super) fn new(model: &'m Model<'a>, options: &Options) -> Self {
        Self {
            model,
            has_wrappers: options.has_wrappers,
            known: HashMap::new(),
        }
    }

    /// The items of the element that stands so often, if it is a field with a wrapper.
    pub(super) fn items(&mut self, element: &Element<'a>, occurs: Occurs) -> Option<Item<'m, 'a>> {
        let TypeRef::Defined(id) = element.value else {
            return None;
        };
        if !self.has_wrappers || occurs.is_many() {
            return None;
        }
        let model = self.model;
        let items = *self.known.entry(id).or_insert_with(|| items_of(model, id));
        items.filter(|(item, _)| item.key.1 != element.key.1)
    }
}

/// The element that stands any number of times in this type, if nothing else may stand there. One that has a default is a field of a struct,
/// whose key says that.
fn items_of<'m, 'a>(model: &'m Model<'a>, id: TypeId) -> Option<Item<'m, 'a>> {
    let Definition::Complex(complex) = &model.types.get(id.0)?.definition else {
        return None;
    };
    let Complex {
        attributes,
        has_any_attribute: false,
        content: Content::Elements {
            particle,
            is_mixed: false,
        },
        derived,
        ..
    } = complex
    else {
        return None;
    };
    let is_plain = attributes.is_empty() && derived.is_empty();
    match slots(particle, false).as_slice() {
        [Slot::Element(item, occurs)] if is_plain && occurs.is_many() => {
            let has_default = default_of(model, item).is_some_and(|text| !text.is_empty());
            (!has_default).then_some((item, *occurs))
        }
        _ => None,
    }
}
