//! An element of one of several types, told apart by `xsi:type`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::WherePredicate;

use super::names::checked;
use super::target::{Target, of_type, parameter_bounds, reading_functions};
use crate::model::{XsiVariant, XsiVariantKind};

pub(super) fn impls(target: &Target<'_>, variants: &[XsiVariant<'_>]) -> TokenStream {
    let read_element = read_element(target, variants);
    let write_element = write_element(target, variants);
    quote! { #read_element #write_element }
}

fn bounds(
    target: &Target<'_>,
    variants: &[XsiVariant<'_>],
    name: &TokenStream,
) -> Vec<WherePredicate> {
    parameter_bounds(target, variants.iter().map(|variant| variant.ty), name)
}

/// What writing a variant asks of type parameters, and what knowing its table does.
pub(super) fn write_bounds(
    target: &Target<'_>,
    variants: &[XsiVariant<'_>],
) -> Vec<WherePredicate> {
    bounds(target, variants, &quote!(__rt::WriteElement))
}

fn read_element(target: &Target<'_>, variants: &[XsiVariant<'_>]) -> TokenStream {
    let name = quote!(__rt::ReadElement<'__de>);
    let read = |variant: &XsiVariant<'_>| {
        let (ident, owner) = (variant.ident, of_type(variant.ty, &name));
        quote!(__rt::read_as(__reader, #owner::read_held, Self::#ident))
    };
    let find = |is_wanted: fn(&XsiVariantKind) -> bool| {
        let found = variants.iter().find(|variant| is_wanted(&variant.kind));
        found.map(read)
    };
    let without = find(|kind| matches!(kind, XsiVariantKind::Default(_)));
    let without =
        without.unwrap_or_else(|| quote!(__rt::Err(__rt::Reader::unknown_type(__reader))));
    let other = find(|kind| matches!(kind, XsiVariantKind::Other));
    let other = other.unwrap_or_else(|| quote!(__rt::Err(__rt::Reader::unknown_type(__reader))));
    let known = variants
        .iter()
        .filter(|variant| !variant.names().is_empty());
    let branches = known.map(|variant| {
        let (names, read) = (variant.names(), read(variant));
        quote! {
            if #(__rt::TypeName::is(&__type, __namespace, #names))||* {
                return #read;
            }
        }
    });
    target.implement(
        &target.reading(bounds(
            target,
            variants,
            &quote!(#name + __rt::WriteElement),
        )),
        &name,
        reading_functions(&quote! {
            let __rt::Some(__type) = __rt::Reader::type_name(__reader)? else {
                return #without;
            };
            let __namespace = __rt::own_namespace::<Self>(__reader);
            #(#branches)*
            #other
        }),
    )
}

fn write_element(target: &Target<'_>, variants: &[XsiVariant<'_>]) -> TokenStream {
    let name = quote!(__rt::WriteElement);
    let info = quote!(<Self as __rt::Root>::INFO);
    let arms = variants.iter().map(|variant| {
        let (ident, owner) = (variant.ident, of_type(variant.ty, &name));
        let type_name = match &variant.kind {
            XsiVariantKind::Named(names) => names.first(),
            XsiVariantKind::Default(_) | XsiVariantKind::Other => None,
        };
        let type_name = type_name
            .map(checked)
            .map(|local| quote!(__rt::Writer::type_of_next(__writer, #info, #local);));
        quote! {
            Self::#ident(__value) => {
                #type_name
                #owner::write_element(__value, __writer, __name);
            }
        }
    });
    target.implement(
        &target.bounded(write_bounds(target, variants)),
        &name,
        quote! {
            fn write_element(&self, __writer: &mut __rt::Writer, __name: __rt::ElementName<'_>) {
                match self {
                    #(#arms)*
                }
            }
            const TABLE: __rt::Table = __rt::Some(|| #info);
        },
    )
}
