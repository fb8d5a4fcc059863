//! The names that groups claim, known at compile time: no two fields of one element claim the same.

/// The names that a group claims in the element that it stands in.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The namespace of the group; without one, that of the element.
    pub namespace: Option<&'static str>,
    /// Its own elements: namespace, if it is not that of the group, and local name.
    pub elements: &'static [(Option<&'static str>, &'static str)],
    /// Its own attributes: namespace, empty for none, and local name.
    pub attributes: &'static [(&'static str, &'static str)],
    /// Those of flattened groups.
    pub flattened: &'static [&'static Names],
}

impl Names {
    /// Those of a group without fields.
    pub const NONE: &'static Self = &Self {
        namespace: None,
        elements: &[],
        attributes: &[],
        flattened: &[],
    };

    /// Whether an element before the one at `index` has the same name.
    #[must_use]
    pub const fn is_element_again(&self, index: usize) -> bool {
        let (namespace, local) = self.elements[index];
        let mut earlier = 0;
        while earlier < index {
            let (other, other_local) = self.elements[earlier];
            let (one, other) = (or(namespace, self.namespace), or(other, self.namespace));
            if same(local, other_local) && same_namespace(one, other) {
                return true;
            }
            earlier += 1;
        }
        false
    }

    /// Whether an attribute before the one at `index` has the same name.
    #[must_use]
    pub const fn is_attribute_again(&self, index: usize) -> bool {
        let (namespace, local) = self.attributes[index];
        let mut earlier = 0;
        while earlier < index {
            let (other, other_local) = self.attributes[earlier];
            if same(local, other_local) && same(namespace, other) {
                return true;
            }
            earlier += 1;
        }
        false
    }

    /// Whether a flattened group claims a name of the group's own, or of one that is flattened before it.
    #[must_use]
    pub const fn is_shared(&self, index: usize) -> bool {
        let own = Self {
            flattened: &[],
            ..*self
        };
        let flattened = self.flattened[index];
        let mut is_shared = shares(&own, None, flattened, self.namespace);
        let mut earlier = 0;
        while earlier < index {
            let other = self.flattened[earlier];
            is_shared = is_shared || shares(other, self.namespace, flattened, self.namespace);
            earlier += 1;
        }
        is_shared
    }
}

/// Whether two groups claim a name both; each comes with the namespace around it.
const fn shares(
    one: &Names,
    around_one: Option<&'static str>,
    other: &Names,
    around_other: Option<&'static str>,
) -> bool {
    let namespace = or(one.namespace, around_one);
    let mut index = 0;
    while index < one.elements.len() {
        let (own, local) = one.elements[index];
        if has_element(other, around_other, or(own, namespace), local) {
            return true;
        }
        index += 1;
    }
    index = 0;
    while index < one.attributes.len() {
        if has_attribute(other, one.attributes[index]) {
            return true;
        }
        index += 1;
    }
    index = 0;
    while index < one.flattened.len() {
        if shares(one.flattened[index], namespace, other, around_other) {
            return true;
        }
        index += 1;
    }
    false
}

const fn has_element(
    names: &Names,
    around: Option<&'static str>,
    wanted: Option<&'static str>,
    wanted_local: &str,
) -> bool {
    let namespace = or(names.namespace, around);
    let mut index = 0;
    while index < names.elements.len() {
        let (own, local) = names.elements[index];
        if same(local, wanted_local) && same_namespace(or(own, namespace), wanted) {
            return true;
        }
        index += 1;
    }
    index = 0;
    while index < names.flattened.len() {
        if has_element(names.flattened[index], namespace, wanted, wanted_local) {
            return true;
        }
        index += 1;
    }
    false
}

const fn has_attribute(names: &Names, wanted: (&str, &str)) -> bool {
    let mut index = 0;
    while index < names.attributes.len() {
        let (namespace, local) = names.attributes[index];
        if same(local, wanted.1) && same(namespace, wanted.0) {
            return true;
        }
        index += 1;
    }
    index = 0;
    while index < names.flattened.len() {
        if has_attribute(names.flattened[index], wanted) {
            return true;
        }
        index += 1;
    }
    false
}

const fn or(namespace: Option<&'static str>, around: Option<&'static str>) -> Option<&'static str> {
    match namespace {
        Some(_) => namespace,
        None => around,
    }
}

/// Two names without a namespace so far stand in the same one, whichever it is.
const fn same_namespace(one: Option<&str>, other: Option<&str>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// Whether two texts are the same.
#[doc(hidden)]
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
