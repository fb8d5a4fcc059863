//! Names that fields of one element claim, from the tables. Whether two claim one is judged by the compiler.

use crate::qname::QName;
use crate::xml::namespace::{FieldInfo, Place, TypeInfo};

/// A name that a field claims, with its namespace. An element without one stands in that of the element around it,
/// whichever that is.
#[derive(Clone, Copy)]
struct ClaimedName<'a> {
    place: Place,
    namespace: Option<&'a str>,
    local: &'a str,
}

impl TypeInfo {
    /// Whether the field of this number claims a name that another one claims: one of the type's own before it or,
    /// if the field is flattened, any of these or a flattened one before it.
    #[must_use]
    pub const fn has_conflict(&self, field: usize) -> bool {
        let this = &self.fields[field];
        let mut other = 0;
        while other < self.fields.len() {
            let is_own = self.fields[other].flattened_type().is_none();
            let is_rival = match this.flattened_type() {
                Some(_) => is_own || other < field,
                None => is_own && other < field,
            };
            if is_rival && shares(this, self.namespace, &self.fields[other], self.namespace) {
                return true;
            }
            other += 1;
        }
        has_name_twice(this)
    }
}

impl TypeInfo {
    /// Why the items of the field of this number, which is a wrapper, cannot have the name that the field has, if they
    /// cannot: it may be that of the wrapper, and items that are a choice might have names of their own.
    #[must_use]
    pub const fn wrapper_fault(&self, field: usize, is_choice: bool) -> Option<&'static str> {
        let field = &self.fields[field];
        let items = field.item_tags().constant_local();
        if same(field.tags.constant_local(), items) {
            Some(
                "the items in a wrapper would have its name\nhelp: name them, as in `rename = \"Item\"`",
            )
        } else if is_choice {
            Some(
                "a choice in a wrapper: nothing says whether its elements stand there, or in elements of the items\n\
                 help: add `flatten` for `<Items><Variant/></Items>`, or `rename = \"Item\"` for \
                 `<Items><Item><Variant/></Item></Items>`",
            )
        } else {
            None
        }
    }
}

impl TypeInfo {
    /// Whether a field, or one of what is flattened, claims an element of this name; `around` is the namespace of a type
    /// without one.
    pub(super) fn claims(&self, name: &QName, around: &str) -> bool {
        let wanted = ClaimedName {
            place: Place::Element,
            namespace: Some(name.namespace()),
            local: name.local(),
        };
        let around = or(self.namespace, Some(around));
        let mut fields = self.fields.iter();
        fields.any(|field| claims(field, around, wanted))
    }
}

/// Whether a field claims a name, as its alias, again.
const fn has_name_twice(field: &FieldInfo) -> bool {
    let mut name = 0;
    while name < field.name_count() {
        let mut earlier = 0;
        while earlier < name {
            if same(field.name(name), field.name(earlier)) {
                return true;
            }
            earlier += 1;
        }
        name += 1;
    }
    false
}

/// Whether two fields claim a name both; each comes with the namespace around it.
const fn shares(
    one: &FieldInfo,
    around_one: Option<&str>,
    other: &FieldInfo,
    around_other: Option<&str>,
) -> bool {
    if let Some(info) = one.flattened_type() {
        let namespace = or(info.namespace, around_one);
        let mut field = 0;
        while field < info.fields.len() {
            if shares(&info.fields[field], namespace, other, around_other) {
                return true;
            }
            field += 1;
        }
        return false;
    }
    let mut name = 0;
    while name < one.name_count() {
        if claims(other, around_other, claimed(one, around_one, name)) {
            return true;
        }
        name += 1;
    }
    false
}

/// Whether a field, or one that is flattened there, claims a name.
const fn claims(field: &FieldInfo, around: Option<&str>, wanted: ClaimedName<'_>) -> bool {
    if let Some(info) = field.flattened_type() {
        let namespace = or(info.namespace, around);
        let mut inner = 0;
        while inner < info.fields.len() {
            if claims(&info.fields[inner], namespace, wanted) {
                return true;
            }
            inner += 1;
        }
        return false;
    }
    let mut name = 0;
    while name < field.name_count() {
        if is_same(claimed(field, around, name), wanted) {
            return true;
        }
        name += 1;
    }
    false
}

const fn claimed<'a>(
    field: &'a FieldInfo,
    around: Option<&'a str>,
    name: usize,
) -> ClaimedName<'a> {
    ClaimedName {
        place: field.place,
        namespace: match (field.namespace(), field.place) {
            (Some(uri), _) => Some(uri),
            (None, Place::Attribute) => Some(""),
            (None, _) => around,
        },
        local: field.name(name),
    }
}

const fn is_same(one: ClaimedName<'_>, other: ClaimedName<'_>) -> bool {
    let is_place = matches!(
        (one.place, other.place),
        (Place::Element, Place::Element) | (Place::Attribute, Place::Attribute)
    );
    let is_namespace = match (one.namespace, other.namespace) {
        (Some(one), Some(other)) => same(one, other),
        (None, None) => true,
        _ => false,
    };
    is_place && is_namespace && same(one.local, other.local)
}

const fn or<'a>(namespace: Option<&'a str>, around: Option<&'a str>) -> Option<&'a str> {
    match namespace {
        Some(_) => namespace,
        None => around,
    }
}

/// Whether two texts are the same.
#[must_use]
pub const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut index = 0;
    while index < a.len() {
        if a[index] != b[index] {
            return false;
        }
        index += 1;
    }
    true
}
