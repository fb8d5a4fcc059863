//! The key `schema_type`: a simple type of XML Schema.

use syn::LitStr;

use crate::ctxt::Ctxt;
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
