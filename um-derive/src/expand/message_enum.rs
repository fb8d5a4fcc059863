//! One of several messages, chosen by the qualified name of the body's element.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Generics, Type, Variant, WherePredicate, parse_quote_spanned};

use super::envelope::version;
use super::target::{Target, assertion, at, of_type};
use crate::model::{Item, Namespace, Version, mentions};

type Variants<'a> = [(&'a Variant, &'a Type)];

pub(super) fn impls(item: &Item<'_>, target: &Target<'_>, variants: &Variants<'_>) -> TokenStream {
    let soap_message = soap_message(item, target, variants);
    let checks = checks(item, variants);
    // What depends on parameters can only be evaluated where they are known.
    let (now, later) = if item.generics.params.is_empty() {
        (checks, Vec::new())
    } else {
        (Vec::new(), checks)
    };
    let read_body = read_body(target, variants, &later);
    let write_body = write_body(target, variants);
    quote! { #(const _: () = #now;)* #soap_message #read_body #write_body }
}

/// Only types that depend on parameters need a bound; on others it would hide the error's place.
fn bounds(target: &Target<'_>, variants: &Variants<'_>, name: &TokenStream) -> Vec<WherePredicate> {
    let parameters: Vec<_> = target.generics.type_params().map(|it| &it.ident).collect();
    let is_generic = |ty: &Type| {
        let mut parameters = parameters.iter();
        parameters.any(|ident| mentions(ty.to_token_stream(), ident))
    };
    let types = variants.iter().map(|(_, ty)| *ty);
    types
        .filter(|ty| is_generic(ty))
        .map(|ty| parse_quote_spanned!(at(ty)=> #ty: #name))
        .collect()
}

fn writing(target: &Target<'_>, variants: &Variants<'_>) -> Generics {
    target.bounded(bounds(target, variants, &quote!(__rt::NamedMessage)))
}

fn soap_message(item: &Item<'_>, target: &Target<'_>, variants: &Variants<'_>) -> TokenStream {
    let version = version_of(item, variants);
    let arms = variants.iter().map(|(variant, ty)| {
        let ident = &variant.ident;
        let owner = of_type(ty, quote!(__rt::SoapMessage));
        quote!(Self::#ident(__message) => #owner::action(__message))
    });
    target.implement(
        &writing(target, variants),
        quote!(__rt::SoapMessage),
        quote! {
            const VERSION: __rt::SoapVersion = #version;
            fn action(&self) -> __rt::Option<&'static __rt::str> {
                match self {
                    #(#arms,)*
                }
            }
        },
    )
}

fn read_body(target: &Target<'_>, variants: &Variants<'_>, checks: &[TokenStream]) -> TokenStream {
    let name = quote!(__rt::ReadBody<'__de>);
    let both = quote!(__rt::NamedMessage + #name);
    let generics = target.reading(bounds(target, variants, &both));
    let owners: Vec<_> = variants.iter().map(|(_, ty)| of_type(ty, &name)).collect();
    let idents = variants.iter().map(|(variant, _)| &variant.ident);
    target.implement(
        &generics,
        &name,
        quote! {
            fn aliases(__visit: &mut dyn __rt::core::ops::FnMut(&'static __rt::str, &'static __rt::str)) {
                #(#owners::aliases(__visit);)*
            }
            fn claim_body(
                __reader: &mut __rt::Reader<'__de>,
            ) -> __rt::Result<__rt::Option<Self>> {
                #(const { #checks; })*
                #(if let __rt::Some(__message) = #owners::claim_body(__reader)? {
                    return __rt::Ok(__rt::Some(Self::#idents(__message)));
                })*
                __rt::Ok(__rt::None)
            }
            fn expected(__visit: &mut dyn __rt::core::ops::FnMut(&'static __rt::str, &'static __rt::str)) {
                #(#owners::expected(__visit);)*
            }
        },
    )
}

fn write_body(target: &Target<'_>, variants: &Variants<'_>) -> TokenStream {
    let name = quote!(__rt::WriteBody);
    let owners: Vec<_> = variants.iter().map(|(_, ty)| of_type(ty, &name)).collect();
    let idents = variants.iter().map(|(variant, _)| &variant.ident);
    target.implement(
        &writing(target, variants),
        &name,
        quote! {
            fn write_body(&self, __writer: &mut __rt::Writer) {
                match self {
                    #(Self::#idents(__message) => { #owners::write_body(__message, __writer); })*
                }
            }
        },
    )
}

/// What only the compiler can check: the names stand where the messages are declared.
fn checks(item: &Item<'_>, variants: &Variants<'_>) -> Vec<TokenStream> {
    let of_namespace = item.namespace.iter().flat_map(|namespace| {
        let variants = variants.iter();
        variants.map(move |(variant, ty)| in_namespace(namespace, variant, ty))
    });
    let of_version = match (explicit_version(item), variants.split_first()) {
        (None, Some((first, others))) => others
            .iter()
            .map(|other| in_version(first, other))
            .collect(),
        _ => Vec::new(),
    };
    let distinct = are_distinct(variants);
    of_namespace.chain(of_version).chain(distinct).collect()
}

fn explicit_version(item: &Item<'_>) -> Option<Version> {
    item.soap.as_ref()?.version
}

/// What the key says, or else that of the messages, which must be of one.
fn version_of(item: &Item<'_>, variants: &Variants<'_>) -> TokenStream {
    match (explicit_version(item), variants.first()) {
        (None, Some((_, ty))) => {
            let owner = of_type(ty, quote!(__rt::SoapMessage));
            quote!(#owner::VERSION)
        }
        (explicit, _) => version(explicit),
    }
}

fn in_version(first: &(&Variant, &Type), other: &(&Variant, &Type)) -> TokenStream {
    let name = quote!(__rt::SoapMessage);
    let (one, two) = (of_type(first.1, &name), of_type(other.1, &name));
    let condition = quote!(__rt::same_version(#one::VERSION, #two::VERSION));
    let message = format!(
        "the messages of variants `{}` and `{}` are of two versions of SOAP\nhelp: set `version` on the enum",
        first.0.ident, other.0.ident
    );
    assertion(other.0.ident.span(), &condition, &message)
}

fn in_namespace(namespace: &Namespace, variant: &Variant, ty: &Type) -> TokenStream {
    let owner = of_type(ty, quote!(__rt::NamedMessage));
    let condition = quote!(__rt::same(#owner::NAMESPACE, #namespace));
    let message = format!(
        "the message of variant `{}` is in another namespace\nhelp: remove `namespace` from the enum, or the variant",
        variant.ident
    );
    assertion(namespace.span(), &condition, &message)
}

/// All names at once, so that as much is generated for the last variant as for the first.
fn are_distinct(variants: &Variants<'_>) -> Option<TokenStream> {
    let names = variants.iter().map(|(_, ty)| {
        let owner = of_type(ty, quote!(__rt::NamedMessage));
        quote!((#owner::NAMESPACE, #owner::NAME))
    });
    let mut later = variants.iter().enumerate().skip(1).peekable();
    later.peek()?;
    let assertions = later.map(|(index, (variant, _))| {
        let message = format!(
            "the message of variant `{}` has the name of another one, and nothing tells them apart\nhelp: keep one of them",
            variant.ident
        );
        assertion(variant.ident.span(), &quote!(__rt::is_new(__names, #index)), &message)
    });
    Some(quote!({
        let __names = &[#(#names),*];
        #(#assertions;)*
    }))
}
