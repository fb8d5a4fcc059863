//! Names, texts and prefixes that two places claim.

use std::collections::{HashMap, HashSet};

use proc_macro2::Ident;

use crate::ctxt::Ctxt;
use crate::model::{
    Field, Item, Kind, Name, Namespace, Qualification, QualifiedName, Role, ValueKind,
};

/// The namespace of what has none, as namespaces are compared.
const NONE: &str = "\"\"";

/// Two fields of one name in one namespace.
pub(super) fn names(ctxt: &Ctxt, item: &Item<'_>) {
    let Some(group) = item.group() else {
        return;
    };
    let mut claims: HashMap<(bool, &str, &str), (&Field<'_>, &Name)> = HashMap::new();
    let mut reported = HashSet::new();
    for field in &group.fields {
        let Some(name) = field.name() else {
            continue;
        };
        let is_attribute = matches!(field.role, Role::Attribute(_));
        for (number, local) in name.all().enumerate() {
            let claim = (
                is_attribute,
                namespace(item, name, is_attribute),
                local.text(),
            );
            let Some((owner, first)) = claims.get(&claim) else {
                claims.insert(claim, (field, local));
                continue;
            };
            // The place tells which is which, if something stands between them: that the compiler judges.
            let is_own = owner.ident == field.ident && number > 0;
            if group.ordered && !is_attribute && !is_own {
                continue;
            }
            let kind = if is_attribute { "attribute" } else { "element" };
            claimed_twice(ctxt, kind, (field, local), owner);
            // A third one adds nothing to what is known of the first.
            if reported.insert(claim) {
                let message = format!("`{}` is first claimed here", local.text());
                ctxt.error(first, message);
            }
        }
    }
}

fn claimed_twice(ctxt: &Ctxt, kind: &str, later: (&Field<'_>, &Name), owner: &Field<'_>) {
    let (field, name) = later;
    let (text, noun, ident) = (name.text(), field.noun, field.ident);
    if field.ident == owner.ident {
        let message = format!("{noun} `{ident}` claims {kind} `{text}` twice");
        ctxt.error_help(name, message, "remove one of the two");
        return;
    }
    let message = format!(
        "{noun}s `{}` and `{ident}` both claim {kind} `{text}`",
        owner.ident
    );
    let help = match (kind, noun) {
        ("element", "field") => {
            "give one of them another name with `rename`; or, where a schema has it in both places, add `ordered` to the struct"
        }
        _ => "give one of them another name with `rename`",
    };
    ctxt.error_help(name, message, help);
}

/// `#[soap(wrapper = "Items")] items: Vec<u32>`, which would be `<Items><Items>1</Items></Items>`.
pub(super) fn items_in_wrappers(ctxt: &Ctxt, item: &Item<'_>) {
    let fields = item.group().map_or(&[][..], |group| &group.fields);
    for field in fields {
        let Role::Wrapper(wrapper, Some(items)) = &field.role else {
            continue;
        };
        let name = wrapper.local.text();
        if !items.is_renamed && items.local.text() == name {
            let ident = field.ident;
            let message = format!(
                "the items of `{ident}` would be called `{name}`, as the element around them"
            );
            let help = "name them, as in `rename = \"Item\"`; for `<Item/><Item/>` without an element around them remove `wrapper`";
            ctxt.error_help(&wrapper.local, message, help);
        }
    }
}

/// Compared as it is written: what a constant holds is known to the compiler alone.
pub(super) fn namespace<'a>(
    item: &'a Item<'_>,
    name: &'a QualifiedName,
    is_attribute: bool,
) -> &'a str {
    match &name.qualification {
        Qualification::Qualified { namespace, .. } => namespace.text(),
        Qualification::Unqualified => NONE,
        Qualification::ByDefault if is_attribute => NONE,
        Qualification::ByDefault => match &item.namespace {
            Some(namespace) => namespace.text(),
            None => "inherited",
        },
    }
}

/// Two variants of one text, or two that keep any text.
pub(super) fn texts(ctxt: &Ctxt, item: &Item<'_>) {
    let Kind::Values(values) = &item.kind else {
        return;
    };
    let mut first_other = None;
    for value in &values.all {
        let ValueKind::Other(_, key) = &value.kind else {
            continue;
        };
        if let Some(first) = first_other.replace(key) {
            let help = "keep one: it takes every value that is not known";
            ctxt.error_help(key, "a second variant is marked `other`", help);
            ctxt.error(first, "the first `other` is here");
        }
    }
    let claims = values.all.iter().flat_map(|value| {
        let names = match &value.kind {
            ValueKind::Known(names) => &names[..],
            ValueKind::Other(..) => &[],
        };
        names.iter().map(|name| (value.ident, NONE, name))
    });
    of_variants(ctxt, "text", claims);
}

/// Two variants that claim one text, or one type; each comes with its namespace.
pub(super) fn of_variants<'m>(
    ctxt: &Ctxt,
    kind: &str,
    claims: impl Iterator<Item = (&'m Ident, &'m str, &'m Name)>,
) {
    let mut owners: HashMap<(&str, &str), (&Ident, &Name)> = HashMap::new();
    let mut reported = HashSet::new();
    for (variant, namespace, name) in claims {
        let text = name.text();
        let claim = (namespace, text);
        let Some((owner, first)) = owners.get(&claim) else {
            owners.insert(claim, (variant, name));
            continue;
        };
        if variant == *owner {
            let message = format!("variant `{variant}` claims {kind} `{text}` twice");
            ctxt.error_help(name, message, "remove one of the two");
        } else {
            let message = format!("variants `{owner}` and `{variant}` both claim {kind} `{text}`");
            ctxt.error_help(name, message, "give one of them another name with `rename`");
        }
        // A third one adds nothing to what is known of the first.
        if reported.insert(claim) {
            ctxt.error(*first, format_args!("`{text}` is first claimed here"));
        }
    }
}

/// Other spellings of a namespace that are no others.
pub(super) fn namespace_aliases(ctxt: &Ctxt, item: &Item<'_>) {
    let Some(soap) = &item.soap else {
        return;
    };
    let mut known: Vec<&str> = item.namespace.iter().map(Namespace::text).collect();
    for alias in &soap.namespace_aliases {
        let text = alias.text();
        if known.contains(&text) {
            let uri = text.trim_matches('"');
            let message = format!("namespace `{uri}` is understood already");
            ctxt.error_help(alias, message, "remove it, or write another spelling");
        }
        known.push(text);
    }
}

/// One prefix for two namespaces.
pub(super) fn prefixes(ctxt: &Ctxt, item: &Item<'_>) {
    let own = item.prefix.as_ref().zip(item.namespace.as_ref());
    let names = item.names().into_iter();
    let of_names = names.filter_map(QualifiedName::binding);
    let mut bound: HashMap<&str, (&Name, &str)> = HashMap::new();
    let mut reported = HashSet::new();
    for (prefix, namespace) in own.into_iter().chain(of_names) {
        let (text, uri) = (prefix.text(), namespace.text());
        let (first, first_uri) = *bound.entry(text).or_insert((prefix, uri));
        if first_uri == uri {
            continue;
        }
        let message = format!("prefix `{text}` stands for two namespaces in one type");
        ctxt.error_help(prefix, message, "choose another prefix for one of them");
        if reported.insert(text) {
            let uri = first_uri.trim_matches('"');
            ctxt.error(first, format_args!("`{text}` stands for `{uri}` here"));
        }
    }
}
