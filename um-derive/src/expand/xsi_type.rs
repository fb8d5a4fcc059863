//! An element of one of several types, told apart by `xsi:type`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::WherePredicate;

use super::target::{Target, literal, of_type, parameter_bounds, reading_functions};
use super::{description, names};
use crate::model::{Qualification, QualifiedName, XsiVariant, XsiVariantKind};

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
    let default = find(|kind| matches!(kind, XsiVariantKind::Default(_)));
    let other = find(|kind| matches!(kind, XsiVariantKind::Other));
    let other = other.unwrap_or_else(|| quote!(__rt::Err(__rt::Reader::unknown_type(__reader))));
    let without = default.unwrap_or_else(|| other.clone());
    let branches = variants.iter().filter_map(|variant| {
        let (is_named, read) = (is_named(variant.name()?), read(variant));
        Some(quote! {
            if #is_named {
                return #read;
            }
        })
    });
    let own_namespace = uses_own_namespace(variants)
        .then(|| quote!(let __namespace = __rt::own_namespace::<Self>(__reader);));
    target.implement(
        &target.reading(bounds(
            target,
            variants,
            &quote!(#name + __rt::WriteElement),
        )),
        &name,
        reading_functions(
            &quote! {
                let __rt::Some(__type) = __rt::Reader::type_name(__reader)? else {
                    return #without;
                };
                #own_namespace
                #(#branches)*
                #other
            },
            None,
        ),
    )
}

/// Whether a type has the namespace of the enum.
fn uses_own_namespace(variants: &[XsiVariant<'_>]) -> bool {
    let mut names = variants.iter().filter_map(XsiVariant::name);
    names.any(|name| matches!(name.qualification, Qualification::ByDefault))
}

/// Whether the element says that it is of the type of this name.
fn is_named(name: &QualifiedName) -> TokenStream {
    let namespace = match &name.qualification {
        Qualification::ByDefault => quote!(__namespace),
        Qualification::Unqualified => quote!(__rt::Reader::namespace(__reader, "")),
        Qualification::Qualified { namespace, .. } => {
            let uri = names::constant(namespace).map_or_else(
                || namespace.to_token_stream(),
                |constant| quote!(__rt::Namespace::uri(&#constant)),
            );
            quote!(__rt::Reader::namespace(__reader, #uri))
        }
    };
    let names = name.all();
    quote!(#(__rt::TypeName::is(&__type, #namespace, #names))||*)
}

fn write_element(target: &Target<'_>, variants: &[XsiVariant<'_>]) -> TokenStream {
    let name = quote!(__rt::WriteElement);
    let info = quote!(<Self as __rt::Root>::INFO);
    let arms = variants.iter().enumerate().map(|(number, variant)| {
        let (ident, owner) = (variant.ident, of_type(variant.ty, &name));
        let type_name = matches!(variant.kind, XsiVariantKind::Named(_)).then(|| {
            let number = literal(number);
            quote!(__rt::Writer::type_of_next(__writer, #info, #number);)
        });
        quote! {
            Self::#ident(__value) => {
                #type_name
                #owner::write_element(__value, __writer, __name);
            }
        }
    });
    let description = description::xsi_types(target, variants);
    target.implement(
        &target.bounded(write_bounds(target, variants)),
        &name,
        quote! {
            fn write_element(&self, __writer: &mut __rt::Writer, __name: __rt::ElementName<'_>) {
                match self {
                    #(#arms)*
                }
            }
            const TABLE: __rt::Table = __rt::Some(__rt::info_of::<Self>);
            #description
        },
    )
}
