//! The key `schema_type`: a simple type of XML Schema.

use std::collections::HashMap;

use proc_macro2::Ident;
use syn::LitStr;

use crate::ctxt::Ctxt;
use crate::model::{Item, Kind, Name, ValueKind};
use crate::parse::{FieldKeys, Key, Setting};
use crate::suggest::nearest;

/// The simple types that XML Schema has itself (part 2, section 3).
#[rustfmt::skip]
const NAMES: [&str; 45] = [
    "anySimpleType", "anyURI", "base64Binary", "boolean", "byte", "date", "dateTime", "decimal", "double", "duration",
    "ENTITIES", "ENTITY", "float", "gDay", "gMonth", "gMonthDay", "gYear", "gYearMonth", "hexBinary", "ID", "IDREF",
    "IDREFS", "int", "integer", "language", "long", "Name", "NCName", "negativeInteger", "NMTOKEN", "NMTOKENS",
    "nonNegativeInteger", "nonPositiveInteger", "normalizedString", "positiveInteger", "QName", "short", "string",
    "time", "token", "unsignedByte", "unsignedInt", "unsignedLong", "unsignedShort", "NOTATION",
];

pub(super) fn keys(ctxt: &Ctxt, field: &FieldKeys<'_>) {
    let Some(setting) = &field.form.schema_type else {
        return;
    };
    name(ctxt, setting);
    let spelling = [Key::Base64, Key::Hex]
        .into_iter()
        .find(|key| field.mentions(*key));
    if let Some(spelling) = spelling {
        let (noun, ident, spelling) = (field.noun, field.ident, spelling.name());
        let message =
            format!("{noun} `{ident}` is `{spelling}`, which leaves nothing for `schema_type`");
        ctxt.error_help(
            &setting.key,
            message,
            "remove it: the spelling is that of a type of XML Schema",
        );
    }
}

/// Whether there is such a type.
pub(super) fn name(ctxt: &Ctxt, setting: &Setting<LitStr>) {
    let name = setting.value.value();
    if NAMES.contains(&name.as_str()) {
        return;
    }
    let local = name.rsplit(':').next().unwrap_or_default();
    let message = format!("`{name}` is no simple type of XML Schema");
    let help = match nearest(local, NAMES) {
        Some(near) => format!("write `schema_type = \"{near}\"`"),
        None => "write the local name of one, as in `schema_type = \"decimal\"`".to_owned(),
    };
    ctxt.error_help(&setting.value, message, help);
}

/// The texts of an enum of numbers: what is written is a value of the type, and each value is of one variant, however it is spelled.
pub(super) fn values(ctxt: &Ctxt, item: &Item<'_>) {
    let Kind::Values(values) = &item.kind else {
        return;
    };
    let Some(schema_type) = values.schema_type.as_ref().map(LitStr::value) else {
        return;
    };
    let space = values.space();
    let known = values.all.iter().filter_map(|value| match &value.kind {
        ValueKind::Known(names) => Some(names.iter().enumerate().map(|name| (value.ident, name))),
        ValueKind::Other(..) => None,
    });
    let literals = known.flatten().filter(|(_, (_, name))| !name.is_constant());
    let mut owners: HashMap<String, (&Ident, &Name)> = HashMap::new();
    for (ident, (number, name)) in literals {
        match space.canonical(name.text()) {
            Some(value) => match owners.get(&value) {
                Some(owner) => same_value(ctxt, (ident, name), *owner),
                None => {
                    owners.insert(value, (ident, name));
                }
            },
            // An alias may be what a service sends, and no value.
            None if number > 0 => {}
            None => no_value(ctxt, name, &schema_type),
        }
    }
}

fn no_value(ctxt: &Ctxt, name: &Name, schema_type: &str) {
    let message = format!("`{}` is no value of `{schema_type}`", name.text());
    let help = "write one with `rename`, or remove `schema_type`";
    ctxt.error_help(name, message, help);
}

/// One text that two variants have is told as that.
fn same_value(ctxt: &Ctxt, (ident, name): (&Ident, &Name), (owner, first): (&Ident, &Name)) {
    if name.text() == first.text() {
        return;
    }
    let (text, known) = (name.text(), first.text());
    let (message, help) = if ident == owner {
        (
            format!("`{text}` is the same value as `{known}`"),
            "remove it: each spelling of a value is read",
        )
    } else {
        (
            format!(
                "variants `{owner}` and `{ident}` are one value, which is spelled `{known}` and `{text}`"
            ),
            "remove one of them, or `schema_type`",
        )
    };
    ctxt.error_help(name, message, help);
}
