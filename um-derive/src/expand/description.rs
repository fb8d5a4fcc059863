//! What a type is in a schema, with the feature `schema`: what its table does not say. Without the feature nothing is generated.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Type;

use super::codec;
use super::target::{Target, at_type, end, literal, of_type, option};
use crate::model::{
    DefaultValue, Empty, Field, Group, Occurrence, Role, Soap, Spelling, ValueKind, Values,
    Version, XsiVariant, XsiVariantKind,
};

/// Whether descriptions are generated. What this crate's own tests compare is the same with and without the feature.
pub(super) const IS_ASKED_FOR: bool = cfg!(all(feature = "schema", not(test)));

/// `fn description()`, for an implementation of `WriteElement` or `WriteText`.
fn function(target: &Target<'_>, description: &TokenStream) -> TokenStream {
    let message = target.soap.map(|soap| {
        let message = message(soap);
        quote!(.of_message(const { &#message }))
    });
    quote! {
        fn description() -> __rt::Description {
            #description #message
        }
    }
}

/// What a message says beside its content.
fn message(soap: &Soap) -> TokenStream {
    let action = option(soap.action.as_ref());
    let version = match soap.version {
        None | Some(Version::V1_1) => "1.1",
        Some(Version::V1_2) => "1.2",
    };
    let response = option(soap.response.as_ref().map(|response| {
        let owner = of_type(response, quote!(__rt::ReadBody<'static>));
        quote!(#owner::expected)
    }));
    quote!(__rt::MessageDescription { action: #action, version: #version, response: #response })
}

/// What tells the type from others, and its table.
fn this() -> TokenStream {
    quote!(__rt::type_name::<Self>(), <Self as __rt::Root>::INFO)
}

/// A function of the type, as it stands in this implementation.
fn describe(ty: &Type, name: &TokenStream) -> TokenStream {
    let owner = of_type(ty, quote!(__rt::#name));
    quote_spanned!(end(ty)=> #owner::description)
}

/// An element whose content is text.
pub(super) fn of_text(target: &Target<'_>) -> Option<TokenStream> {
    let description = quote!(<Self as __rt::WriteText>::description());
    IS_ASKED_FOR.then(|| function(target, &description))
}

pub(super) fn newtype(target: &Target<'_>, ty: &Type, name: &TokenStream) -> Option<TokenStream> {
    IS_ASKED_FOR.then(|| {
        let (this, value) = (this(), describe(ty, name));
        function(target, &quote!(__rt::Description::newtype(#this, #value)))
    })
}

/// A newtype that is a list of values.
pub(super) fn list(target: &Target<'_>, ty: &Type) -> Option<TokenStream> {
    IS_ASKED_FOR.then(|| {
        let this = this();
        let list = of_type(ty, quote!(__rt::ListField));
        let entry = quote!(<#list::Entry as __rt::WriteText>::description);
        function(target, &quote!(__rt::Description::list(#this, #entry)))
    })
}

pub(super) fn values(target: &Target<'_>, values: &Values<'_>) -> Option<TokenStream> {
    IS_ASKED_FOR.then(|| {
        let this = this();
        let texts = values.all.iter().filter_map(|value| match &value.kind {
            ValueKind::Known(names) => names.first(),
            ValueKind::Other(..) => None,
        });
        let is_open = values
            .all
            .iter()
            .any(|value| matches!(value.kind, ValueKind::Other(..)));
        let texts = quote!(const { &[#(#texts),*] });
        let base = values.schema_type.as_ref();
        let base = base.map(|base| quote!(.of_base(#base)));
        function(
            target,
            &quote!(__rt::Description::values(#this, #texts, #is_open) #base),
        )
    })
}

pub(super) fn union<'t>(
    target: &Target<'_>,
    types: impl Iterator<Item = &'t Type>,
) -> Option<TokenStream> {
    IS_ASKED_FOR.then(|| {
        let this = this();
        let members = types.map(|ty| describe(ty, &quote!(WriteText)));
        let members = quote!(const { &[#(#members as __rt::Describe),*] });
        function(target, &quote!(__rt::Description::union(#this, #members)))
    })
}

pub(super) fn xsi_types(target: &Target<'_>, variants: &[XsiVariant<'_>]) -> Option<TokenStream> {
    IS_ASKED_FOR.then(|| {
        let this = this();
        let variants = variants.iter().map(|variant| {
            let value = describe(variant.ty, &quote!(WriteElement));
            match variant.kind {
                XsiVariantKind::Named(_) => quote!(__rt::XsiVariant::Named(#value)),
                XsiVariantKind::Default(_) => quote!(__rt::XsiVariant::Default(#value)),
                XsiVariantKind::Other => quote!(__rt::XsiVariant::Other),
            }
        });
        let variants = quote!(const { &[#(#variants),*] });
        function(
            target,
            &quote!(__rt::Description::xsi_types(#this, #variants)),
        )
    })
}

pub(super) fn fields(target: &Target<'_>, group: &Group<'_>) -> Option<TokenStream> {
    IS_ASKED_FOR.then(|| {
        let this = this();
        let fields = group
            .numbered()
            .map(|(number, field)| described(field, number));
        let fields = quote!(const { &[#(#fields),*] });
        function(target, &quote!(__rt::Description::fields(#this, #fields)))
    })
}

/// `FieldDescription::of::<u32, _>("id", &PlainText, <u32 as WriteText>::description).optional()`
fn described(field: &Field<'_>, number: usize) -> TokenStream {
    let (ty, rust) = (field.ty, field.ident.to_string());
    let rust = rust.trim_start_matches("r#");
    let whole = match &field.role {
        Role::Flatten => {
            quote_spanned!(at_type(ty)=> __rt::FieldDescription::flattened::<#ty>(#rust))
        }
        Role::AnyAttribute => quote!(__rt::FieldDescription::attributes(#rust)),
        // Nearly all fields: the less there is to compile, the better.
        Role::Element(_) if is_plain(field) => {
            quote_spanned!(at_type(ty)=> __rt::FieldDescription::element::<#ty>(#rust))
        }
        Role::Attribute(_) | Role::Text if is_plain(field) => {
            quote_spanned!(at_type(ty)=> __rt::FieldDescription::text::<#ty>(#rust))
        }
        _ => {
            let (codec, value) = (codec::writing(field, number), value(field));
            quote_spanned!(at_type(ty)=> __rt::FieldDescription::of::<#ty, _>(#rust, &#codec, #value))
        }
    };
    let keys = keys(field);
    quote!(#whole #keys)
}

/// Whether the type alone says what the field is.
fn is_plain(field: &Field<'_>) -> bool {
    field.has_no_form() && field.form.schema_type.is_none() && !field.is_nillable_type()
}

/// What keys say of the field.
fn keys(field: &Field<'_>) -> TokenStream {
    let form = &field.form;
    let has_wrapper = matches!(field.role, Role::Wrapper(..));
    let is_nil_wrapper = field.is_nil_wrapper() || (field.is_nillable_type() && has_wrapper);
    let may_be_nil = form.nillable || field.is_nillable_type();
    let is_nillable = (may_be_nil && !is_nil_wrapper) || field.is_nillable_item();
    let is_wrapper =
        |has_items| matches!(&field.role, Role::Wrapper(_, items) if items.is_some() == has_items);
    let flags = [
        (
            field.default.is_some() || field.skip_if.is_some(),
            quote!(.optional()),
        ),
        (is_wrapper(true), quote!(.wrapper())),
        (is_wrapper(false), quote!(.flat_wrapper())),
        (form.list, quote!(.list())),
        (is_nillable, quote!(.nillable())),
        (is_nil_wrapper, quote!(.nil_wrapper())),
    ];
    let flags = flags
        .into_iter()
        .filter_map(|(is_set, flag)| is_set.then_some(flag));
    let default = match &field.default {
        Some(DefaultValue::Text(text)) => Some(text),
        _ => None,
    };
    let empty = match &field.empty {
        Some(Empty::HasText(text)) => Some(text),
        Some(Empty::IsDefault) => default,
        _ => None,
    };
    let default = default.map(|text| quote!(.default_text(#text)));
    let empty = empty.map(|text| quote!(.empty_text(#text)));
    let occurrence = field.occurrence.map(|Occurrence { min, max }| {
        let (min, max) = (literal(min), option(max.map(literal)));
        quote!(.occurs(#min, #max))
    });
    quote!(#(#flags)* #default #empty #occurrence)
}

/// The function that describes what stands in an item of the field.
fn value(field: &Field<'_>) -> TokenStream {
    let form = &field.form;
    if let Some(name) = &form.schema_type {
        return quote!(|| __rt::Description::simple(#name));
    }
    let known = match form.spelling {
        Spelling::With(_) => "string",
        Spelling::Base64 => "base64",
        Spelling::Hex => "hex",
        Spelling::OfType => {
            let name = if field.is_text() {
                quote!(WriteText)
            } else {
                quote!(WriteElement)
            };
            let item = codec::innermost(field);
            return quote!(<#item as __rt::#name>::description);
        }
    };
    let known = proc_macro2::Ident::new(known, at_type(field.ty));
    quote!(__rt::Description::#known)
}
