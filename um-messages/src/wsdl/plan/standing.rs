//! How often an element stands, and whether it may be nil: the type of its field, and the keys that say it.

use super::planner::Planner;
use super::rust::{Key, RustType};
use super::simple::Value;
use crate::wsdl::model::{Definition, Element, Occurs, TypeRef};

/// More than so many items are as good as any number.
const MAX_OCCURS: u64 = 1_000_000;

impl<'a> Planner<'_, 'a> {
    /// The keys and the type of a field for an element that stands so often.
    pub(super) fn standing(
        &self,
        element: &Element<'a>,
        occurs: Occurs,
        value: Value,
    ) -> (Vec<Key>, RustType) {
        let has_content_alone = !value.is_element() && !self.is_nil_with_attributes(element);
        if has_content_alone && self.reads_nil_as_absent(element, occurs) {
            (absent_or_nil(element, occurs), value.rust.optional())
        } else {
            self.standing_as_said(element, occurs, value)
        }
    }

    /// The same, by the schema alone.
    pub(super) fn standing_as_said(
        &self,
        element: &Element<'a>,
        occurs: Occurs,
        value: Value,
    ) -> (Vec<Key>, RustType) {
        if !element.is_nillable || value.is_element() {
            occurring(occurs, value.rust)
        } else if self.is_nil_with_attributes(element) {
            occurring(occurs, value.rust.nillable())
        } else {
            nillable(occurs, value.rust)
        }
    }

    /// Whether it is asked that the field does not tell an element that is nil from one that is absent.
    pub(super) fn reads_nil_as_absent(&self, element: &Element<'_>, occurs: Occurs) -> bool {
        let is_absent = element.is_nillable && occurs.min == 0 && self.options.nil_is_absent;
        (is_absent || self.options.nil_is_everywhere) && !occurs.is_many()
    }

    /// Whether the element may be nil and have attributes then, which `None` has not.
    fn is_nil_with_attributes(&self, element: &Element<'a>) -> bool {
        element.is_nillable && self.has_attributes(element.value)
    }

    fn has_attributes(&self, of: TypeRef) -> bool {
        let TypeRef::Defined(id) = of else {
            return false;
        };
        match self
            .model
            .types
            .get(id.0)
            .map(|of_type| &of_type.definition)
        {
            Some(Definition::Complex(complex)) => {
                complex.has_any_attribute || !complex.attributes.is_empty()
            }
            _ => false,
        }
    }
}

/// The type of something that stands so often.
pub(super) fn occurring(occurs: Occurs, value: RustType) -> (Vec<Key>, RustType) {
    if occurs.is_many() {
        (bounds(occurs), value.listed())
    } else if occurs.min == 0 {
        (Vec::new(), value.optional())
    } else {
        (Vec::new(), value)
    }
}

/// The same of something that may be nil.
fn nillable(occurs: Occurs, value: RustType) -> (Vec<Key>, RustType) {
    if occurs.is_many() {
        let mut keys = vec![Key::Flag("nillable")];
        keys.extend(bounds(occurs));
        (keys, value.optional().many())
    } else if occurs.min == 0 {
        (Vec::new(), value.nillable().optional())
    } else {
        (vec![Key::Flag("nillable")], value.optional())
    }
}

/// The keys of an `Option` that may be absent or nil where it is read. `None` is written as nil, but where the schema knows nothing of
/// that and lets it be absent.
pub(super) fn absent_or_nil(element: &Element<'_>, occurs: Occurs) -> Vec<Key> {
    let mut keys = vec![Key::Flag("nillable"), Key::Flag("default")];
    if !element.is_nillable && occurs.min == 0 {
        keys.push(Key::Text("skip_if", "Option::is_none".to_owned()));
    }
    keys
}

pub(super) fn bounds(occurs: Occurs) -> Vec<Key> {
    let min = Some(occurs.min).filter(|min| *min > 0);
    let max = occurs.max.filter(|max| *max <= MAX_OCCURS);
    let min = min.map(|min| Key::Number("min_occurs", min.min(MAX_OCCURS)));
    min.into_iter()
        .chain(max.map(|max| Key::Number("max_occurs", max)))
        .collect()
}
