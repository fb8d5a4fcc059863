//! What stands in a declaration: fields or variants, each with its keys.

use proc_macro2::Ident;
use syn::{Data, DeriveInput, Fields, Type, Variant};

use super::field::{FieldKeys, MessageKeys, ValueKeys, XsiVariantKeys};
use super::keys::{Key, Place};
use super::place::one_type;
use super::settings::{Settings, Site};
use crate::ctxt::Ctxt;

pub(crate) enum Members<'a> {
    /// A struct with named fields, or none.
    Group(Vec<FieldKeys<'a>>),
    /// A tuple struct of one field.
    Newtype(&'a Type),
    /// An enum of unit variants, and perhaps one that keeps other values.
    Values(Vec<ValueKeys<'a>>),
    /// An enum of one-field variants, one of which stands in an element, and perhaps one that stands where none of these
    /// does.
    Choice(Vec<FieldKeys<'a>>, Option<&'a Ident>),
    /// An enum of one-field variants of simple types.
    Union(Vec<(&'a Variant, &'a Type)>),
    /// An enum of one-field variants that are told apart by `xsi:type`.
    XsiVariants(Vec<XsiVariantKeys<'a>>),
    /// An enum of one-field variants, each of which holds a message, and perhaps a unit variant: no message.
    Messages(Vec<MessageKeys<'a>>),
}

pub(crate) fn members<'a>(
    ctxt: &Ctxt,
    input: &'a DeriveInput,
    site: Site<'_>,
) -> Option<Members<'a>> {
    match &input.data {
        Data::Struct(data) => of_struct(ctxt, &data.fields, site),
        Data::Enum(data) => of_enum(ctxt, data.variants.iter(), site),
        Data::Union(_) => None,
    }
}

fn of_struct<'a>(ctxt: &Ctxt, fields: &'a Fields, site: Site<'_>) -> Option<Members<'a>> {
    if matches!(site.container, Place::MessageNewtype | Place::TypeNewtype) {
        let field = fields.iter().next()?;
        Settings::refuse(ctxt, field, site);
        return Some(Members::Newtype(&field.ty));
    }
    let fields = fields.iter();
    let keys = fields.filter_map(|field| FieldKeys::read(ctxt, field, site));
    Some(Members::Group(keys.collect()))
}

fn of_enum<'a>(
    ctxt: &Ctxt,
    variants: impl Iterator<Item = &'a Variant>,
    site: Site<'_>,
) -> Option<Members<'a>> {
    Some(match site.container {
        Place::MessageEnum => {
            let messages = variants.filter_map(|variant| message(ctxt, variant, site));
            Members::Messages(messages.collect())
        }
        Place::ChoiceEnum => {
            let (empty, others): (Vec<_>, Vec<_>) = variants.partition(|variant| is_empty(variant));
            let alternatives = others.into_iter();
            let alternatives = alternatives.filter_map(|variant| alternative(ctxt, variant, site));
            Members::Choice(alternatives.collect(), nothing(ctxt, &empty, site))
        }
        Place::UnionEnum => {
            let members = variants.filter_map(|variant| member(ctxt, variant, site));
            Members::Union(members.collect())
        }
        Place::TypedEnum => {
            let known = variants.filter_map(|variant| xsi_variant(ctxt, variant, site));
            Members::XsiVariants(known.collect())
        }
        Place::ValueEnum => {
            let values = variants.filter_map(|variant| value(ctxt, variant, site));
            Members::Values(values.collect())
        }
        // No enum is one of these.
        Place::MessageStruct
        | Place::TypeStruct
        | Place::MessageNewtype
        | Place::TypeNewtype
        | Place::Field
        | Place::OnlyField
        | Place::Value
        | Place::Variant
        | Place::EmptyVariant
        | Place::UnionVariant
        | Place::TypedVariant
        | Place::MessageVariant => return None,
    })
}

fn message<'a>(ctxt: &Ctxt, variant: &'a Variant, site: Site<'_>) -> Option<MessageKeys<'a>> {
    let ident = &variant.ident;
    for field in &variant.fields {
        Settings::refuse(ctxt, field, site);
    }
    let keys = MessageKeys::read(ctxt, variant, one_type(variant), site);
    let is_unit = matches!(variant.fields, Fields::Unit);
    let help = match &keys.other {
        Some(_) if keys.ty.is_none() => {
            format!("give it one field that keeps the message: `{ident}(xml::Element)`")
        }
        None if keys.ty.is_none() && !is_unit => {
            format!("give it one field whose type is a message, as in `{ident}({ident})`")
        }
        _ => return Some(keys),
    };
    let message = format!(
        "variant `{ident}` of an enum of messages {}",
        fields_instead_of_one(variant, "message")
    );
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
        Settings::refuse(ctxt, field, site);
    }
    if let Some(ty) = one_type(variant) {
        return Some((variant, ty));
    }
    let message = format!(
        "variant `{ident}` of a union {}",
        fields_instead_of_one(variant, "value")
    );
    let help = format!("give it one field of a simple type, as in `{ident}(u32)`");
    ctxt.error_help(variant_fields(variant), message, help);
    None
}

fn xsi_variant<'a>(
    ctxt: &Ctxt,
    variant: &'a Variant,
    site: Site<'_>,
) -> Option<XsiVariantKeys<'a>> {
    let ident = &variant.ident;
    for field in &variant.fields {
        Settings::refuse(ctxt, field, site);
    }
    if let Some(ty) = one_type(variant) {
        return Some(XsiVariantKeys::read(ctxt, variant, ty, site));
    }
    let message = format!(
        "variant `{ident}` of an enum with `xsi_type` {}",
        fields_instead_of_one(variant, "element")
    );
    let help = format!("give it one field, of the type that it stands for: `{ident}({ident})`");
    ctxt.error_help(variant_fields(variant), message, help);
    None
}

fn alternative<'a>(ctxt: &Ctxt, variant: &'a Variant, site: Site<'_>) -> Option<FieldKeys<'a>> {
    let ident = &variant.ident;
    for field in &variant.fields {
        Settings::refuse(ctxt, field, site);
    }
    if let Some(ty) = one_type(variant) {
        return Some(FieldKeys::of_variant(ctxt, variant, ty, site));
    }
    let message = format!(
        "variant `{ident}` of a choice of elements {}",
        fields_instead_of_one(variant, "element")
    );
    let help = match &variant.fields {
        Fields::Unit => format!(
            "write `{ident}(())` for an empty element, or add `default` if it stands where there is none"
        ),
        _ => format!("put the fields into a struct, as in `{ident}({ident})`"),
    };
    ctxt.error_help(variant_fields(variant), message, help);
    None
}

/// Whether a variant stands where no element does: `#[soap(default)] Nothing`.
fn is_empty(variant: &Variant) -> bool {
    let is_default =
        Settings::guess(&variant.attrs, Place::EmptyVariant, &variant.ident).mentions(Key::Default);
    is_default && matches!(variant.fields, Fields::Unit)
}

/// The variant of a choice that stands where no element does, of which there is one.
fn nothing<'a>(ctxt: &Ctxt, variants: &[&'a Variant], site: Site<'_>) -> Option<&'a Ident> {
    for variant in variants {
        let mut settings = Settings::read(ctxt, &variant.attrs, site.at(Place::EmptyVariant));
        let value = settings.flag_or_function(Key::Default);
        if let Some(path) = value.and_then(|setting| setting.value) {
            let message = "key `default` takes no value on a variant";
            ctxt.error_help(path, message, "write `default` alone");
        }
        settings.finish();
    }
    let (first, others) = variants.split_first()?;
    for other in others {
        let message = format!("variant `{}` is a second `default`", other.ident);
        ctxt.error_help(
            &other.ident,
            message,
            "keep one: it stands where no element does",
        );
    }
    Some(&first.ident)
}

fn value<'a>(ctxt: &Ctxt, variant: &'a Variant, site: Site<'_>) -> Option<ValueKeys<'a>> {
    let ident = &variant.ident;
    let keys = ValueKeys::read(ctxt, variant, site);
    for field in &variant.fields {
        Settings::refuse(ctxt, field, site);
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
    let message = format!("variant `{ident}` {found}");
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
