//! What makes a type the root of a document, and a message the body of an envelope.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;

use super::names::{checked, prefix};
use super::newtype;
use super::target::{Target, at, option, read_bounds, write_bounds};
use crate::model::{Item, Kind, Namespace, Soap, Version};

/// A message enum has no name of its own: what it is, its variants say.
pub(super) fn impls(item: &Item<'_>, target: &Target<'_>) -> TokenStream {
    if matches!(item.kind, Kind::Messages(_)) {
        return TokenStream::new();
    }
    let root = root(item, target);
    let soap = item.soap.as_ref().zip(item.namespace.as_ref());
    let soap = soap.map(|(soap, namespace)| message_impls(item, target, soap, namespace));
    quote! { #root #soap }
}

fn root(item: &Item<'_>, target: &Target<'_>) -> TokenStream {
    let name = checked(&item.name);
    let namespace = item.namespace.as_ref();
    let namespace = namespace.map_or_else(|| quote!(""), |namespace| quote!(#namespace));
    let prefix = prefix(item.prefix.as_ref());
    target.implement(
        target.generics,
        quote!(__rt::Root),
        quote! {
            const NAME: &'static __rt::str = #name;
            const NAMESPACE: &'static __rt::str = #namespace;
            const PREFIX: &'static __rt::str = #prefix;
        },
    )
}

fn message_impls(
    item: &Item<'_>,
    target: &Target<'_>,
    soap: &Soap,
    namespace: &Namespace,
) -> TokenStream {
    let (reading, writing) = generics(item, target);
    let named = named(item, target, &writing, soap, namespace);
    let operation = soap.response.as_ref().map(|response| {
        let name = quote::quote_spanned!(at(response)=> __rt::SoapOperation);
        target.implement(&writing, name, quote!(type Response = #response;))
    });
    let read_body = read_body(item, target, &reading, soap, namespace);
    let write_body = target.implement(
        &writing,
        quote!(__rt::WriteBody),
        quote! {
            fn write_body(&self, __writer: &mut __rt::Writer) {
                __rt::write_message(self, __writer);
            }
        },
    );
    quote! { #named #operation #read_body #write_body }
}

/// The bounds under which the message is read and written. To be claimed it must have its name, and
/// so must be a message, which is written: reading needs the bounds of both.
fn generics(item: &Item<'_>, target: &Target<'_>) -> (Generics, Generics) {
    let (mut reading, writing) = match &item.kind {
        Kind::Group(group) | Kind::Choice(group) => {
            (read_bounds(target, group), write_bounds(target, group))
        }
        Kind::Newtype(ty) => (newtype::read_bounds(ty), newtype::write_bounds(ty)),
        Kind::Values(_) | Kind::Union(_) | Kind::XsiVariants(_) | Kind::Messages(_) => {
            (Vec::new(), Vec::new())
        }
    };
    reading.extend(writing.iter().cloned());
    (target.reading(reading), target.bounded(writing))
}

fn named(
    item: &Item<'_>,
    target: &Target<'_>,
    generics: &Generics,
    soap: &Soap,
    namespace: &Namespace,
) -> TokenStream {
    let version = version(soap.version);
    let soap_message = target.implement(
        generics,
        quote!(__rt::SoapMessage),
        quote! {
            const VERSION: __rt::SoapVersion = #version;
            fn action(&self) -> __rt::Option<&'static __rt::str> {
                <Self as __rt::NamedMessage>::ACTION
            }
        },
    );
    let name = &item.name;
    let action = option(soap.action.as_ref());
    let named_message = target.implement(
        generics,
        quote!(__rt::NamedMessage),
        quote! {
            const NAMESPACE: &'static __rt::str = #namespace;
            const NAME: &'static __rt::str = #name;
            const ACTION: __rt::Option<&'static __rt::str> = #action;
        },
    );
    quote! { #soap_message #named_message }
}

/// SOAP 1.1, unless the key says otherwise.
pub(super) fn version(version: Option<Version>) -> TokenStream {
    match version {
        None | Some(Version::V1_1) => quote!(__rt::SoapVersion::V1_1),
        Some(Version::V1_2) => quote!(__rt::SoapVersion::V1_2),
    }
}

fn read_body(
    item: &Item<'_>,
    target: &Target<'_>,
    generics: &Generics,
    soap: &Soap,
    namespace: &Namespace,
) -> TokenStream {
    let name = &item.name;
    let aliases = &soap.namespace_aliases;
    target.implement(
        generics,
        quote!(__rt::ReadBody<'__de>),
        quote! {
            fn aliases(__visit: &mut dyn __rt::core::ops::FnMut(&'static __rt::str, &'static __rt::str)) {
                #(__visit(#aliases, #namespace);)*
            }
            fn claim_body(
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<__rt::Option<Self>> {
                __rt::claim_message(__reader)
            }
            fn expected(__visit: &mut dyn __rt::core::ops::FnMut(&'static __rt::str, &'static __rt::str)) {
                __visit(#namespace, #name);
            }
        },
    )
}
