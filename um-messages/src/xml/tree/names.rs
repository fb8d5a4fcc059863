//! Names in a tree, and the prefixes that go with them.

use std::collections::BTreeSet;

use crate::error::{Shown, ShownName};
use crate::xml::namespace::{PrefixedName, XML_NAMESPACE, XMLNS_NAMESPACE};
use crate::xml::syntax::{is_name, is_name_start, is_ncname};

/// Why a name cannot be written, if so (Namespaces in XML, section 4).
pub(super) fn unwritable(prefixed: &PrefixedName) -> Option<String> {
    let PrefixedName { name, prefix } = prefixed;
    if !is_ncname(name.local()) {
        return Some(format!("`{}` is not an XML name", Shown(name.local())));
    }
    let reserved = name.namespace() == XML_NAMESPACE && !matches!(prefix.as_ref(), "" | "xml");
    let wrong_prefix = !prefix.is_empty() && !is_ncname(prefix);
    if wrong_prefix || prefix == "xmlns" || reserved {
        return Some(format!(
            "`{}` is not a prefix for `{}`",
            Shown(prefix),
            Shown(name.namespace())
        ));
    }
    let declares = name.namespace().is_empty() && prefix.is_empty() && name.local() == "xmlns";
    let xml_elsewhere = prefix == "xml" && name.namespace() != XML_NAMESPACE;
    if declares || xml_elsewhere || name.namespace() == XMLNS_NAMESPACE {
        let name = ShownName(name);
        return Some(format!("the name `{name}`, which declares namespaces"));
    }
    None
}

/// What stands before a colon in a value, each once: a name, behind whatever cannot be in one.
pub(super) fn prefixes_in(value: &str) -> BTreeSet<&str> {
    let before_colon = value.rsplit(':').skip(1);
    let prefixes = before_colon.map(|piece| {
        let name = piece.rsplit(|c| !is_name(c)).next().unwrap_or_default();
        name.trim_start_matches(|c| !is_name_start(c))
    });
    prefixes.filter(|prefix| !prefix.is_empty()).collect()
}
