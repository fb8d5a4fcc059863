//! Lists in an element of their own, `<Items><Item/><Item/></Items>`, as fields with a wrapper.

use super::fields::Fields;
use super::planner::Planner;
use super::rust::{Docs, Key};
use super::standing::{absent_or_nil, bounds};
use crate::wsdl::model::{Element, Occurs, TypeRef};

impl<'a> Planner<'_, 'a> {
    /// Adds the field of an element that holds a list and nothing else, if it is one.
    pub(super) fn add_wrapper(
        &mut self,
        fields: &mut Fields<'_>,
        element: &Element<'a>,
        occurs: Occurs,
    ) -> bool {
        let Some((item, mut item_occurs)) = self.lists.items(element, occurs) else {
            return false;
        };
        if let TypeRef::Defined(list) = element.value {
            let list = self.path_of(list);
            if self.asked.is_optional(&list, item.key.1) {
                item_occurs.min = 0;
            }
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
            _ if self.reads_nil_as_absent(element, occurs) => {
                keys.extend(absent_or_nil(element, occurs));
                list.optional()
            }
            (false, 0) => list.optional(),
            (false, _) => list,
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
}
