//! Which declarations each derive understands, and what it takes each for.

use syn::{Data, DataEnum, DeriveInput, Fields, Type, Variant};

use super::derive::Derive;
use super::keys::{Key, Place};
use super::settings::Settings;
use crate::ctxt::Ctxt;

/// What kind of container the input is, which decides the keys that it takes.
pub(crate) fn container(ctxt: &Ctxt, derive: Derive, input: &DeriveInput) -> Option<Place> {
    match &input.data {
        Data::Struct(data) => match (&data.fields, derive) {
            (Fields::Unnamed(fields), _) if fields.unnamed.len() > 1 => {
                let count = fields.unnamed.len();
                let message = format!("`{}` has {count} fields without names", input.ident);
                let help = "name the fields: the names become the names of the elements";
                ctxt.error_help(fields, message, help);
                None
            }
            (Fields::Unnamed(fields), Derive::Message) if fields.unnamed.len() == 1 => {
                Some(Place::MessageNewtype)
            }
            (Fields::Unnamed(fields), Derive::Type) if fields.unnamed.len() == 1 => {
                Some(Place::TypeNewtype)
            }
            (_, Derive::Message) => Some(Place::MessageStruct),
            (_, Derive::Type) => Some(Place::TypeStruct),
        },
        Data::Enum(data) => enumeration(ctxt, derive, input, data),
        Data::Union(data) => {
            let message = format!("union `{}` cannot be written as XML", input.ident);
            let help = "derive on a struct, or on an enum";
            ctxt.error_help(data.union_token, message, help);
            None
        }
    }
}

fn enumeration(ctxt: &Ctxt, derive: Derive, input: &DeriveInput, data: &DataEnum) -> Option<Place> {
    let ident = &input.ident;
    if data.variants.is_empty() {
        let message = format!("enum `{ident}` has no variants");
        let help = format!("add a variant, or write `struct {ident} {{}}` for an empty element");
        ctxt.error_help(ident, message, help);
        return None;
    }
    let is_simple = data
        .variants
        .iter()
        .all(|variant| matches!(variant.fields, Fields::Unit));
    if is_simple && derive == Derive::Message {
        let message = format!("enum `{ident}` holds no messages");
        let help = "give each variant one field whose type is a message, or derive `SoapType` for an enumeration of values";
        ctxt.error_help(ident, message, help);
        return None;
    }
    let has = |place, key| Settings::guess(&input.attrs, place, ident).mentions(key);
    Some(match derive {
        Derive::Message => Place::MessageEnum,
        Derive::Type if has(Place::UnionEnum, Key::Union) => Place::UnionEnum,
        Derive::Type if has(Place::TypedEnum, Key::XsiType) => Place::TypedEnum,
        Derive::Type if data.variants.iter().any(is_alternative) => Place::ChoiceEnum,
        Derive::Type => Place::ValueEnum,
    })
}

/// Whether a variant has one field, and not to keep the text that is none of the others.
fn is_alternative(variant: &Variant) -> bool {
    one_type(variant).is_some() && !guessed(variant).mentions(Key::Other)
}

/// Before it is known what the variant is; `other` may stand on each kind.
fn guessed(variant: &Variant) -> Settings {
    Settings::guess(&variant.attrs, Place::Value, &variant.ident)
}

/// The type of a variant that has one field without a name.
pub(crate) fn one_type(variant: &Variant) -> Option<&Type> {
    match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            fields.unnamed.first().map(|field| &field.ty)
        }
        _ => None,
    }
}
