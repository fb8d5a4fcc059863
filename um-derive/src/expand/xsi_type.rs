//! An element of one of several types, told apart by `xsi:type`.

use proc_macro2::TokenStream;
use quote::quote;
use syn::WherePredicate;

use super::names::{checked, prefix};
use super::target::{Target, of_type, option, parameter_bounds};
use crate::model::{Item, XsiVariant, XsiVariantKind};

pub(super) fn impls(
    item: &Item<'_>,
    target: &Target<'_>,
    variants: &[XsiVariant<'_>],
) -> TokenStream {
    let read_element = read_element(item, target, variants);
    let write_element = write_element(item, target, variants);
    quote! { #read_element #write_element }
}

fn bounds(
    target: &Target<'_>,
    variants: &[XsiVariant<'_>],
    name: &TokenStream,
) -> Vec<WherePredicate> {
    parameter_bounds(target, variants.iter().map(|variant| variant.ty), name)
}

fn read_element(item: &Item<'_>, target: &Target<'_>, variants: &[XsiVariant<'_>]) -> TokenStream {
    let name = quote!(__rt::ReadElement<'__de>);
    let read = |variant: &XsiVariant<'_>| {
        let (ident, owner) = (variant.ident, of_type(variant.ty, &name));
        quote!(__rt::Ok(Self::#ident(#owner::read_element(__reader)?)))
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
    let namespace = item.namespace.as_ref();
    let namespace =
        namespace.map(|namespace| quote!(__rt::Reader::namespace(__reader, #namespace)));
    let namespace = namespace.unwrap_or_else(|| quote!(__rt::Reader::element_namespace(__reader)));
    target.implement(
        &target.reading(bounds(target, variants, &name)),
        &name,
        quote! {
            fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
                let __rt::Some(__type) = __rt::Reader::type_name(__reader)? else {
                    return #without;
                };
                let __namespace = #namespace;
                #(#branches)*
                #other
            }
        },
    )
}

fn write_element(item: &Item<'_>, target: &Target<'_>, variants: &[XsiVariant<'_>]) -> TokenStream {
    let name = quote!(__rt::WriteElement);
    let namespace = option(item.namespace.as_ref());
    let prefix = prefix(item.prefix.as_ref());
    let arms = variants.iter().map(|variant| {
        let (ident, owner) = (variant.ident, of_type(variant.ty, &name));
        let type_name = match &variant.kind {
            XsiVariantKind::Named(names) => names.first(),
            XsiVariantKind::Default(_) | XsiVariantKind::Other => None,
        };
        let type_name = type_name.map(checked).map(
            |local| quote!(__rt::Writer::type_of_next(__writer, #namespace, #prefix, #local);),
        );
        quote! {
            Self::#ident(__value) => {
                #type_name
                #owner::write_element(__value, __writer, __name);
            }
        }
    });
    let own = item.prefix.iter().zip(item.namespace.iter());
    let own = own.map(|(prefix, namespace)| quote!(__rt::Fact::Prefix(#prefix, #namespace)));
    let facts = own.chain(variants.iter().map(|variant| {
        let owner = of_type(variant.ty, &name);
        quote!(__rt::Fact::Type(#owner::facts))
    }));
    target.implement(
        &target.bounded(bounds(target, variants, &name)),
        &name,
        quote! {
            fn write_element(&self, __writer: &mut __rt::Writer, __name: __rt::ElementName<'_>) {
                match self {
                    #(#arms)*
                }
            }
            fn facts() -> &'static [__rt::Fact] {
                const { &[#(#facts),*] }
            }
        },
    )
}
