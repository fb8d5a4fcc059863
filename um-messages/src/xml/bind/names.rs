//! The names that fields have, for errors.

use std::iter::once;

use crate::qname::QName;
use crate::xml::namespace::{FieldInfo, Place, TypeInfo};

impl TypeInfo {
    /// Adds the names of the fields in a place, flattened ones and all; `around` is the namespace of a type without one.
    pub(super) fn add_names(&self, place: Place, around: &str, names: &mut Vec<QName>) {
        let around = self.namespace.unwrap_or(around);
        for field in self.fields {
            if let Some(flattened) = field.flattened_type() {
                flattened.add_names(place, around, names);
            } else if field.place == place {
                // An attribute without a namespace of its own is in none.
                let around = if place == Place::Attribute {
                    ""
                } else {
                    around
                };
                let namespace = field.namespace().unwrap_or(around);
                names.extend(
                    field
                        .locals()
                        .map(|local| QName::new(namespace.to_owned(), local)),
                );
            }
        }
    }

    /// Adds the elements that a value may begin with.
    pub(super) fn add_first_elements(&self, names: &mut Vec<&'static str>) {
        for field in self.fields {
            match (field.flattened_type(), field.place) {
                (Some(flattened), _) => flattened.add_first_elements(names),
                (None, Place::Element) => names.push(field.tags.local()),
                (None, Place::AnyElement | Place::AnyOfNamespace) => names.push(ANY),
                (None, Place::Text) => names.push(TEXT),
                (None, _) => continue,
            }
            // What stands in every value is the last one that a value may begin with.
            if field.stands_once && !self.is_choice {
                return;
            }
        }
    }
}

/// What stands for the name of an element that may have any.
const ANY: &str = "*";

/// What stands for it where text may stand.
const TEXT: &str = "text";

impl FieldInfo {
    /// Adds the elements that may stand in the field.
    pub(super) fn add_elements(&'static self, names: &mut Vec<&'static str>) {
        match (self.flattened_type(), self.place) {
            (Some(flattened), _) => {
                for field in flattened.fields {
                    field.add_elements(names);
                }
            }
            (None, Place::Element) => names.extend(self.locals()),
            (None, Place::AnyElement | Place::AnyOfNamespace) => names.push(ANY),
            (None, Place::Text) => names.push(TEXT),
            (None, _) => {}
        }
    }

    /// Adds the elements of which one stands for each item.
    pub(super) fn add_items(&'static self, names: &mut Vec<&'static str>) {
        match (self.flattened_type(), self.place, self.item_tags().local()) {
            (Some(flattened), ..) => flattened.add_first_elements(names),
            (None, Place::AnyElement, _) => names.push(ANY),
            (None, _, "") => names.push(self.tags.local()),
            (None, _, item) => names.push(item),
        }
    }

    /// Adds the names of the items in a wrapper, which stand in its namespace, `around`, or in one of their own.
    pub(super) fn add_item_names(&'static self, around: &str, names: &mut Vec<QName>) {
        let locals = once(self.item_tags().local()).chain(self.item_aliases().iter().copied());
        let namespace = self.item_namespace().unwrap_or(around);
        names.extend(locals.map(|local| QName::new(namespace.to_owned(), local)));
    }

    /// The local names that are read, the first one first.
    fn locals(&'static self) -> impl Iterator<Item = &'static str> {
        once(self.tags.local()).chain(self.aliases().iter().copied())
    }
}
