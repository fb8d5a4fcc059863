//! What makes a type the body of an envelope.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Generics;

use super::newtype;
use super::target::{Target, at, option, read_bounds, write_bounds};
use crate::model::{Item, Kind, Soap, Version};

pub(super) fn impls(item: &Item<'_>, target: &Target<'_>) -> Option<TokenStream> {
    if matches!(item.kind, Kind::Messages(_)) {
        return None;
    }
    let soap = item.soap.as_ref()?;
    Some(message_impls(item, target, soap))
}

fn message_impls(item: &Item<'_>, target: &Target<'_>, soap: &Soap) -> TokenStream {
    let (reading, writing) = generics(item, target);
    let named = named(target, &writing, soap);
    let operation = soap.response.as_ref().map(|response| {
        let name = quote::quote_spanned!(at(response)=> __rt::SoapOperation);
        target.implement(&writing, name, quote!(type Response = #response;))
    });
    let read_body = read_body(item, target, &reading);
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
        Kind::List(ty) => newtype::list_bounds(target, ty),
        Kind::Values(_) | Kind::Union(_) | Kind::XsiVariants(_) | Kind::Messages(_) => {
            (Vec::new(), Vec::new())
        }
    };
    reading.extend(writing.iter().cloned());
    (target.reading(reading), target.bounded(writing))
}

fn named(target: &Target<'_>, generics: &Generics, soap: &Soap) -> TokenStream {
    let version = version(soap.version);
    let soap_message = target.implement(
        generics,
        quote!(__rt::SoapMessage),
        quote! {
            const VERSION: __rt::SoapVersion = #version;
            fn action(&self) -> __rt::Option<&__rt::str> {
                <Self as __rt::NamedMessage>::ACTION
            }
        },
    );
    let action = option(soap.action.as_ref());
    let named_message = target.implement(
        generics,
        quote!(__rt::NamedMessage),
        quote! {
            const NAMESPACE: &'static __rt::str = <Self as __rt::Root>::NAMESPACE;
            const NAME: &'static __rt::str = <Self as __rt::Root>::NAME;
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

fn read_body(item: &Item<'_>, target: &Target<'_>, generics: &Generics) -> TokenStream {
    let soap = item.soap.iter();
    let aliases: Vec<_> = soap.flat_map(|soap| &soap.namespace_aliases).collect();
    let visit = quote! {
        __visit: &mut dyn __rt::core::ops::FnMut(&'static __rt::str, &'static __rt::str)
    };
    let root = quote!(<Self as __rt::Root>);
    let aliases = (!aliases.is_empty()).then(|| {
        quote! {
            fn aliases(#visit) {
                #(__visit(#aliases, #root::NAMESPACE);)*
            }
        }
    });
    target.implement(
        generics,
        quote!(__rt::ReadBody<'__de>),
        quote! {
            #aliases
            fn claim_body(
                __entries: &mut __rt::BodyEntries<'_, '__de>,
            ) -> __rt::Result<__rt::Option<Self>> {
                __rt::claim_message(__entries)
            }
            fn read_body_ahead(__reader: &mut __rt::Reader<'__de>) -> __rt::Option<Self> {
                __rt::read_message_ahead(__reader)
            }
            fn expected(#visit) {
                __visit(#root::NAMESPACE, #root::NAME);
            }
        },
    )
}
