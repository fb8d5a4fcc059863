//! Lists in an element of their own, `<Items><Item/><Item/></Items>`, which need no struct: .NET writes each array so.

use super::Planner;
use super::fields::{Fields, absent_or_nil, bounds};
use super::rust::{Docs, Key};
use super::slots::{Slot, slots};
use crate::wsdl::model::{Complex, Content, Definition, Element, Occurs, TypeId, TypeRef};

impl<'m, 'a> Planner<'m, 'a> {
    /// Adds the field of an element that holds a list and nothing else, if it is one.
    pub(super) fn add_wrapper(
        &mut self,
        fields: &mut Fields<'_>,
        element: &Element<'a>,
        occurs: Occurs,
    ) -> bool {
        let Some((item, item_occurs)) = self.only_list(element).filter(|_| !occurs.is_many())
        else {
            return false;
        };
        if !self.options.has_wrappers || item.key.1 == element.key.1 {
            return false;
        }
        let value = self.element_value(item.value);
        let is_nil_item = item.is_nillable && !value.is_element();
        let mut keys = vec![
            Key::Text("wrapper", element.key.1.to_owned()),
            Key::Text("rename", item.key.1.to_owned()),
        ];
        keys.extend(self.namespace_key(element.key.0, fields.namespace()));
        if item.key.0 != element.key.0 {
            keys.push(self.namespace_of("item_namespace", item.key.0));
        }
        keys.extend(value.key.map(Key::Flag));
        keys.extend(bounds(item_occurs));
        let list = if is_nil_item {
            value.rust.nillable()
        } else {
            value.rust
        }
        .many();
        let rust = match (element.is_nillable, occurs.min) {
            (false, 0) => list.optional(),
            (false, _) => list,
            (true, 0) if self.options.nil_is_absent => {
                keys.extend(absent_or_nil());
                list.optional()
            }
            (true, 0) => list.nillable().optional(),
            (true, _) => {
                keys.push(Key::Flag("nillable"));
                list.optional()
            }
        };
        let docs = element.documentation.as_deref().map(Docs::text);
        let name = self.field_name(fields, element.key.1);
        fields.push((&name, None), docs, keys, rust);
        true
    }

    /// The element that stands any number of times in this one, if nothing else may stand there. Each type is looked at once.
    fn only_list(&mut self, element: &Element<'a>) -> Option<(&'m Element<'a>, Occurs)> {
        let TypeRef::Defined(id) = element.value else {
            return None;
        };
        if let Some(known) = self.only_lists.get(&id) {
            return *known;
        }
        let list = self.only_list_of(id);
        self.only_lists.insert(id, list);
        list
    }

    fn only_list_of(&self, id: TypeId) -> Option<(&'m Element<'a>, Occurs)> {
        let model = self.model;
        let Definition::Complex(complex) = &model.types.get(id.0)?.definition else {
            return None;
        };
        let Complex {
            attributes,
            has_any_attribute: false,
            content:
                Content::Elements {
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
            [Slot::Element(item, occurs)] if is_plain && occurs.is_many() => Some((item, *occurs)),
            _ => None,
        }
    }
}
