//! Names that fields of one element claim, from the tables. Whether two claim one is judged by the compiler.

use crate::qname::QName;
use crate::xml::namespace::{FieldInfo, Place, TypeInfo};

/// A name that a field claims, with its namespace. An element without one stands in that of the element around it,
/// whichever that is.
#[derive(Clone, Copy)]
struct ClaimedName<'a> {
    place: Place,
    namespace: Option<&'a str>,
    local: &'a [u8],
}

impl TypeInfo {
    /// The field that claims a name which the field of this number claims, too, and the name: one of the type's own
    /// before it or, if the field is flattened, any of these or a flattened one before it.
    #[must_use]
    pub const fn conflict(&self, field: usize) -> Option<(usize, &'static str)> {
        let this = &self.fields[field];
        let mut other = 0;
        while other < self.fields.len() {
            let is_own = self.fields[other].flattened_type().is_none();
            let is_rival = match this.flattened_type() {
                Some(_) => is_own || other < field,
                None => is_own && other < field,
            };
            if is_rival {
                if let Some(name) = self.clash(other, field) {
                    return Some((other, name));
                }
            }
            other += 1;
        }
        None
    }

    /// Whether the field of this number claims a name that another one claims, or one twice.
    #[must_use]
    pub const fn has_conflict(&self, field: usize) -> bool {
        self.conflict(field).is_some() || has_name_twice(&self.fields[field])
    }
}

impl TypeInfo {
    /// Why the items of the field of this number, which is a wrapper, cannot have the name that the field has, if they
    /// cannot: it may be that of the wrapper, and items that are a choice might have names of their own.
    #[must_use]
    pub const fn wrapper_fault(&self, field: usize, is_choice: bool) -> Option<&'static str> {
        let field = &self.fields[field];
        let items = field.item_tags().local_bytes();
        if same_bytes(field.tags.local_bytes(), items) {
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
    /// The name that two fields claim, where nothing tells which of them an element of the name is for: of a choice what
    /// stands before it, of an ordered struct a required element between them.
    const fn clash(&self, one: usize, other: usize) -> Option<&'static str> {
        let (a, b) = (&self.fields[one], &self.fields[other]);
        let Some(name) = self.shared(a, b) else {
            return None;
        };
        let is_flattened = a.flattened_type().is_some() || b.flattened_type().is_some();
        if self.is_choice && is_flattened {
            return beginning_of_both(a, self.namespace, b, self.namespace);
        }
        let (first, last) = if one < other {
            (one, other)
        } else {
            (other, one)
        };
        let is_by_place =
            !is_flattened && self.is_ordered && a.place as u8 != Place::Attribute as u8;
        if is_by_place && self.is_parted(first, last) {
            return None;
        }
        Some(name)
    }

    /// The name that two fields claim both; two of the type's own may claim any.
    const fn shared(&self, one: &FieldInfo, other: &FieldInfo) -> Option<&'static str> {
        match (one.place, other.place) {
            (Place::AnyElement, Place::AnyElement) => Some("*"),
            _ => shared(one, self.namespace, other, self.namespace),
        }
    }

    /// Whether an element stands in every value behind what two fields have, or between it.
    const fn is_parted(&self, first: usize, last: usize) -> bool {
        let mut field = first;
        while field < last {
            if self.fields[field].stands_always() {
                return true;
            }
            field += 1;
        }
        false
    }

    /// Whether fields claim one name that are told apart by what stands before the element.
    pub(super) const fn shares_names(&self) -> bool {
        if !self.is_choice && !self.is_ordered {
            return false;
        }
        let mut field = 1;
        while field < self.fields.len() {
            let mut earlier = 0;
            while earlier < field {
                if self
                    .shared(&self.fields[field], &self.fields[earlier])
                    .is_some()
                {
                    return true;
                }
                earlier += 1;
            }
            field += 1;
        }
        false
    }

    /// Adds the name of the element that a path leads to, through what is flattened, or the names that a type at the end of
    /// the path may begin with; `around` is the namespace of a type without one.
    fn add_names_at<'a>(
        &'a self,
        path: &[usize],
        around: Option<&'a str>,
        names: &mut Vec<ClaimedName<'a>>,
    ) {
        let around = or(self.namespace, around);
        let (fields, inside) = match path.split_first() {
            Some((first, inside)) => (std::slice::from_ref(self.field(*first)), inside),
            None => (self.fields, path),
        };
        for field in fields {
            match field.flattened_type() {
                Some(flattened) => flattened.add_names_at(inside, around, names),
                None => names.push(claimed(field, around, 0)),
            }
            if !self.is_choice && field.stands_always() {
                return;
            }
        }
    }

    /// The path to the first field that claims a name.
    fn path_to(&self, wanted: ClaimedName<'_>, around: Option<&str>) -> Option<Vec<usize>> {
        let around = or(self.namespace, around);
        let mut fields = self.fields.iter().enumerate();
        fields.find_map(|(number, field)| match field.flattened_type() {
            Some(flattened) => {
                let inside = flattened.path_to(wanted, around)?;
                Some([&[number], &inside[..]].concat())
            }
            None => claims(field, around, wanted).then(|| vec![number]),
        })
    }

    /// Where the field of this number has an element of the same name as one that a path leads to: the paths inside what
    /// is flattened there.
    pub(super) fn twins(&self, field: usize, path: &[usize]) -> Vec<Vec<usize>> {
        let mut names = Vec::new();
        self.add_names_at(path, None, &mut names);
        let field = self.field(field);
        let twin = |wanted| match field.flattened_type() {
            Some(flattened) => flattened.path_to(wanted, self.namespace),
            None => claims(field, self.namespace, wanted).then(Vec::new),
        };
        names.into_iter().filter_map(twin).collect()
    }

    /// Whether a field in this place, or one of what is flattened, claims elements of this name; `around` is the namespace
    /// of a type without one.
    pub(super) fn claims(&self, place: Place, name: &QName, around: &str) -> bool {
        let wanted = ClaimedName {
            place,
            namespace: Some(name.namespace()),
            local: match place {
                Place::Element => name.local().as_bytes(),
                _ => b"",
            },
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
            if same_bytes(field.name_bytes(name), field.name_bytes(earlier)) {
                return true;
            }
            earlier += 1;
        }
        name += 1;
    }
    false
}

/// A name that two fields claim both; each comes with the namespace around it.
const fn shared(
    one: &FieldInfo,
    around_one: Option<&str>,
    other: &FieldInfo,
    around_other: Option<&str>,
) -> Option<&'static str> {
    if let Some(info) = one.flattened_type() {
        let namespace = or(info.namespace, around_one);
        let mut field = 0;
        while field < info.fields.len() {
            let alike = shared(&info.fields[field], namespace, other, around_other);
            if alike.is_some() {
                return alike;
            }
            field += 1;
        }
        return None;
    }
    let mut name = 0;
    while name < one.name_count() {
        if claims(other, around_other, claimed(one, around_one, name)) {
            return Some(one.name(name));
        }
        name += 1;
    }
    None
}

/// The name of elements that two fields can begin with both.
const fn beginning_of_both(
    one: &FieldInfo,
    around_one: Option<&str>,
    other: &FieldInfo,
    around_other: Option<&str>,
) -> Option<&'static str> {
    if let Some(info) = one.flattened_type() {
        let namespace = or(info.namespace, around_one);
        let mut field = 0;
        while field < info.fields.len() {
            let alike = beginning_of_both(&info.fields[field], namespace, other, around_other);
            if alike.is_some() {
                return alike;
            }
            if !info.is_choice && info.fields[field].stands_always() {
                return None;
            }
            field += 1;
        }
        return None;
    }
    let mut name = 0;
    while name < one.name_count() {
        if can_begin(other, around_other, claimed(one, around_one, name)) {
            return Some(one.name(name));
        }
        name += 1;
    }
    None
}

/// Whether a field can begin with an element of a name.
const fn can_begin(field: &FieldInfo, around: Option<&str>, wanted: ClaimedName<'_>) -> bool {
    let Some(info) = field.flattened_type() else {
        return claims(field, around, wanted);
    };
    let namespace = or(info.namespace, around);
    let mut inner = 0;
    while inner < info.fields.len() {
        if can_begin(&info.fields[inner], namespace, wanted) {
            return true;
        }
        if !info.is_choice && info.fields[inner].stands_always() {
            return false;
        }
        inner += 1;
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
        local: field.name_bytes(name),
    }
}

const fn is_same(one: ClaimedName<'_>, other: ClaimedName<'_>) -> bool {
    let is_place = matches!(
        (one.place, other.place),
        (Place::Element, Place::Element)
            | (Place::Attribute, Place::Attribute)
            | (Place::AnyOfNamespace, Place::AnyOfNamespace)
    );
    let is_namespace = match (one.namespace, other.namespace) {
        (Some(one), Some(other)) => same(one, other),
        (None, None) => true,
        _ => false,
    };
    is_place && is_namespace && same_bytes(one.local, other.local)
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
    same_bytes(a.as_bytes(), b.as_bytes())
}

const fn same_bytes(a: &[u8], b: &[u8]) -> bool {
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
