//! Which shapes each derive understands.

use syn::{Data, DataEnum, DeriveInput, Fields, Type, Variant};

use super::field::{FieldKeys, TypedKeys, VariantKeys};
use super::keys::{Key, Place};
use super::settings::{Settings, Site};
use super::{Body, refuse_keys};
use crate::Derive;
use crate::ctxt::Ctxt;

/// What kind of container the input is, which decides the keys that it takes.
pub(crate) fn place(ctxt: &Ctxt, derive: Derive, input: &DeriveInput) -> Option<Place> {
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

fn guessed(variant: &Variant) -> Settings {
    Settings::guess(&variant.attrs, Place::Value, &variant.ident)
}

fn one_type(variant: &Variant) -> Option<&Type> {
    match &variant.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            fields.unnamed.first().map(|field| &field.ty)
        }
        _ => None,
    }
}

pub(crate) fn body<'a>(ctxt: &Ctxt, input: &'a DeriveInput, site: Site<'_>) -> Option<Body<'a>> {
    match (&input.data, site.container) {
        (Data::Struct(data), Place::MessageNewtype | Place::TypeNewtype) => {
            let field = data.fields.iter().next()?;
            refuse_keys(ctxt, field, site);
            Some(Body::Newtype(&field.ty))
        }
        (Data::Struct(data), _) => {
            let fields = data.fields.iter();
            let keys = fields.filter_map(|field| FieldKeys::read(ctxt, field, site));
            Some(Body::Group(keys.collect()))
        }
        (Data::Enum(data), Place::MessageEnum) => {
            let variants = data.variants.iter();
            let messages = variants.filter_map(|variant| message(ctxt, variant, site));
            Some(Body::Messages(messages.collect()))
        }
        (Data::Enum(data), Place::ChoiceEnum) => {
            let variants = data.variants.iter();
            let alternatives = variants.filter_map(|variant| alternative(ctxt, variant, site));
            Some(Body::Choice(alternatives.collect()))
        }
        (Data::Enum(data), Place::UnionEnum) => {
            let variants = data.variants.iter();
            let members = variants.filter_map(|variant| member(ctxt, variant, site));
            Some(Body::Union(members.collect()))
        }
        (Data::Enum(data), Place::TypedEnum) => {
            let variants = data.variants.iter();
            let typed = variants.filter_map(|variant| typed(ctxt, variant, site));
            Some(Body::Typed(typed.collect()))
        }
        (Data::Enum(data), _) => {
            let variants = data.variants.iter();
            let values = variants.filter_map(|variant| value(ctxt, variant, site));
            Some(Body::Values(values.collect()))
        }
        (Data::Union(_), _) => None,
    }
}

fn message<'a>(
    ctxt: &Ctxt,
    variant: &'a Variant,
    site: Site<'_>,
) -> Option<(&'a Variant, &'a Type)> {
    let ident = &variant.ident;
    Settings::read(ctxt, &variant.attrs, site.at(Place::MessageVariant));
    for field in &variant.fields {
        refuse_keys(ctxt, field, site);
    }
    if let Some(ty) = one_type(variant) {
        return Some((variant, ty));
    }
    let message = format_args!(
        "variant `{ident}` of an enum of messages {}",
        fields_instead_of_one(variant, "message")
    );
    let help = format_args!("give it one field whose type is a message, as in `{ident}({ident})`");
    ctxt.error_help(variant_fields(variant), message, help);
    None
}

/// What is wrong with a variant that should have one field.
fn fields_instead_of_one(variant: &Variant, what: &str) -> String {
    match &variant.fields {
        Fields::Unit => format!("holds no {what}"),
        Fields::Unnamed(fields) => format!("has {} fields", fields.unnamed.len()),
        Fields::Named(_) => "has named fields".to_owned(),
    }
}

fn member<'a>(
    ctxt: &Ctxt,
    variant: &'a Variant,
    site: Site<'_>,
) -> Option<(&'a Variant, &'a Type)> {
    let ident = &variant.ident;
    Settings::read(ctxt, &variant.attrs, site.at(Place::UnionVariant));
    for field in &variant.fields {
        refuse_keys(ctxt, field, site);
    }
    if let Some(ty) = one_type(variant) {
        return Some((variant, ty));
    }
    let message = format_args!(
        "variant `{ident}` of a union {}",
        fields_instead_of_one(variant, "value")
    );
    let help = format_args!("give it one field of a simple type, as in `{ident}(u32)`");
    ctxt.error_help(variant_fields(variant), message, help);
    None
}

fn typed<'a>(ctxt: &Ctxt, variant: &'a Variant, site: Site<'_>) -> Option<TypedKeys<'a>> {
    let ident = &variant.ident;
    for field in &variant.fields {
        refuse_keys(ctxt, field, site);
    }
    if let Some(ty) = one_type(variant) {
        return Some(TypedKeys::read(ctxt, variant, ty, site));
    }
    let message = format_args!(
        "variant `{ident}` of an enum with `xsi_type` {}",
        fields_instead_of_one(variant, "element")
    );
    let help =
        format_args!("give it one field, of the type that it stands for: `{ident}({ident})`");
    ctxt.error_help(variant_fields(variant), message, help);
    None
}

fn alternative<'a>(ctxt: &Ctxt, variant: &'a Variant, site: Site<'_>) -> Option<FieldKeys<'a>> {
    let ident = &variant.ident;
    for field in &variant.fields {
        refuse_keys(ctxt, field, site);
    }
    if let Some(ty) = one_type(variant) {
        return Some(FieldKeys::of_variant(ctxt, variant, ty, site));
    }
    let message = format_args!(
        "variant `{ident}` of a choice of elements {}",
        fields_instead_of_one(variant, "element")
    );
    let help = match &variant.fields {
        Fields::Unit => format!("write `{ident}(())` for an empty element"),
        _ => format!("put the fields into a struct, as in `{ident}({ident})`"),
    };
    ctxt.error_help(variant_fields(variant), message, help);
    None
}

fn value<'a>(ctxt: &Ctxt, variant: &'a Variant, site: Site<'_>) -> Option<VariantKeys<'a>> {
    let ident = &variant.ident;
    let keys = VariantKeys::read(ctxt, variant, site);
    for field in &variant.fields {
        refuse_keys(ctxt, field, site);
    }
    let is_other = keys.other.is_some();
    let (found, help) = match &variant.fields {
        Fields::Unit if !is_other => return Some(keys),
        Fields::Unnamed(fields) if is_other && fields.unnamed.len() == 1 => return Some(keys),
        _ if is_other => (
            "is marked `other`, but has no one field that keeps the value",
            format!("write `{ident}(String)`"),
        ),
        _ => (
            "has fields, but stands for one value",
            "take the fields out, or make it a struct".to_owned(),
        ),
    };
    let message = format_args!("variant `{ident}` {found}");
    ctxt.error_help(variant_fields(variant), message, help);
    None
}

/// The narrowest place for an error about the fields of a variant.
fn variant_fields(variant: &Variant) -> proc_macro2::TokenStream {
    use quote::ToTokens;
    match &variant.fields {
        Fields::Unit => variant.ident.to_token_stream(),
        fields => fields.to_token_stream(),
    }
}
