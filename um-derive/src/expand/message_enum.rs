//! One of several messages, chosen by the qualified name of the body's element.
//! What has none is any other element, or the empty Body.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Generics, Type, WherePredicate, parse_quote_spanned};

use super::envelope::version;
use super::target::{Target, assertion, at_type, of_type};
use crate::model::{Item, MessageKind, MessageVariant, Namespace, Version, mentions};

/// A variant whose message has a name, and its type.
type Named<'a> = (&'a Ident, &'a Type);

pub(super) fn impls(
    item: &Item<'_>,
    target: &Target<'_>,
    variants: &[MessageVariant<'_>],
) -> TokenStream {
    let named: Vec<Named<'_>> = variants
        .iter()
        .filter_map(|variant| match variant.kind {
            MessageKind::Named(ty) => Some((variant.ident, ty)),
            MessageKind::Other(_) | MessageKind::Empty => None,
        })
        .collect();
    let soap_message = soap_message(item, target, variants, &named);
    let checks = checks(item, &named);
    // What depends on parameters can only be evaluated where they are known.
    let (now, later) = if item.generics.params.is_empty() {
        (checks, Vec::new())
    } else {
        (Vec::new(), checks)
    };
    let read_body = read_body(target, variants, &named, &later);
    let write_body = write_body(target, variants, &named);
    quote! { #(const _: () = #now;)* #soap_message #read_body #write_body }
}

/// Only types that depend on parameters need a bound; on others it would hide the error's place.
fn bounds(target: &Target<'_>, named: &[Named<'_>], name: &TokenStream) -> Vec<WherePredicate> {
    let parameters: Vec<_> = target.generics.type_params().map(|it| &it.ident).collect();
    let is_generic = |ty: &Type| {
        let mut parameters = parameters.iter();
        parameters.any(|ident| mentions(ty.to_token_stream(), ident))
    };
    let types = named.iter().map(|(_, ty)| *ty);
    types
        .filter(|ty| is_generic(ty))
        .map(|ty| parse_quote_spanned!(at_type(ty)=> #ty: #name))
        .collect()
}

fn writing(target: &Target<'_>, named: &[Named<'_>]) -> Generics {
    target.bounded(bounds(target, named, &quote!(__rt::NamedMessage)))
}

fn soap_message(
    item: &Item<'_>,
    target: &Target<'_>,
    variants: &[MessageVariant<'_>],
    named: &[Named<'_>],
) -> TokenStream {
    let version = version_of(item, named);
    let arms = variants.iter().map(|variant| {
        let ident = variant.ident;
        match variant.kind {
            MessageKind::Named(ty) => {
                let owner = of_type(ty, quote!(__rt::SoapMessage));
                quote!(Self::#ident(__message) => #owner::action(__message))
            }
            MessageKind::Other(_) => quote!(Self::#ident(_) => __rt::None),
            MessageKind::Empty => quote!(Self::#ident => __rt::None),
        }
    });
    target.implement(
        &writing(target, named),
        quote!(__rt::SoapMessage),
        quote! {
            const VERSION: __rt::SoapVersion = #version;
            fn action(&self) -> __rt::Option<&__rt::str> {
                match self {
                    #(#arms,)*
                }
            }
        },
    )
}

fn read_body(
    target: &Target<'_>,
    variants: &[MessageVariant<'_>],
    named: &[Named<'_>],
    checks: &[TokenStream],
) -> TokenStream {
    let name = quote!(__rt::ReadBody<'__de>);
    let both = quote!(__rt::NamedMessage + #name);
    let generics = target.reading(bounds(target, named, &both));
    let owners: Vec<_> = named.iter().map(|(_, ty)| of_type(ty, &name)).collect();
    let idents: Vec<_> = named.iter().map(|(ident, _)| ident).collect();
    let others = variants.iter().filter_map(claim_other);
    let visit = quote! {
        __visit: &mut dyn __rt::core::ops::FnMut(&'static __rt::str, &'static __rt::str)
    };
    target.implement(
        &generics,
        &name,
        quote! {
            fn aliases(#visit) {
                #(#owners::aliases(__visit);)*
            }
            fn read_body_ahead(__reader: &mut __rt::Reader<'__de>) -> __rt::Option<Self> {
                #(if let __rt::Some(__message) = #owners::read_body_ahead(__reader) {
                    return __rt::Some(Self::#idents(__message));
                })*
                __rt::None
            }
            fn claim_body(
                __entries: &mut __rt::BodyEntries<'_, '__de>,
            ) -> __rt::Result<__rt::Option<Self>> {
                #(const { #checks; })*
                #(if let __rt::Some(__message) = #owners::claim_body(__entries)? {
                    return __rt::Ok(__rt::Some(Self::#idents(__message)));
                })*
                #(#others)*
                __rt::Ok(__rt::None)
            }
            fn expected(#visit) {
                #(#owners::expected(__visit);)*
            }
        },
    )
}

/// What is read where no message that has a name comes next.
fn claim_other(variant: &MessageVariant<'_>) -> Option<TokenStream> {
    let ident = variant.ident;
    match variant.kind {
        MessageKind::Named(_) => None,
        MessageKind::Other(ty) => {
            let owner = of_type(ty, quote!(__rt::OtherMessage));
            Some(quote! {
                if let __rt::Some(__message) = #owner::claim_other(__entries)? {
                    return __rt::Ok(__rt::Some(Self::#ident(__message)));
                }
            })
        }
        MessageKind::Empty => Some(quote! {
            if __rt::BodyEntries::is_empty(__entries) {
                return __rt::Ok(__rt::Some(Self::#ident));
            }
        }),
    }
}

fn write_body(
    target: &Target<'_>,
    variants: &[MessageVariant<'_>],
    named: &[Named<'_>],
) -> TokenStream {
    let name = quote!(__rt::WriteBody);
    let arms = variants.iter().map(|variant| {
        let ident = variant.ident;
        match variant.kind {
            MessageKind::Named(ty) => {
                let owner = of_type(ty, &name);
                quote!(Self::#ident(__message) => { #owner::write_body(__message, __writer); })
            }
            MessageKind::Other(ty) => {
                let known = names(named);
                let owner = of_type(ty, quote!(__rt::OtherMessage));
                quote! {
                    Self::#ident(__message) => {
                        #owner::write_other(__message, &[#(#known),*], __writer);
                    }
                }
            }
            MessageKind::Empty => quote!(Self::#ident => {}),
        }
    });
    target.implement(
        &writing(target, named),
        &name,
        quote! {
            fn write_body(&self, __writer: &mut __rt::Writer) {
                match self {
                    #(#arms)*
                }
            }
        },
    )
}

/// The qualified name of each message that has one.
fn names<'a>(named: &'a [Named<'_>]) -> impl Iterator<Item = TokenStream> + 'a {
    named.iter().map(|(_, ty)| {
        let owner = of_type(ty, quote!(__rt::NamedMessage));
        quote!((#owner::NAMESPACE, #owner::NAME))
    })
}

/// What only the compiler can check: the names stand where the messages are declared.
fn checks(item: &Item<'_>, variants: &[Named<'_>]) -> Vec<TokenStream> {
    let of_namespace = item.namespace.iter().flat_map(|namespace| {
        let variants = variants.iter();
        variants.map(move |(ident, ty)| in_namespace(namespace, ident, ty))
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
fn version_of(item: &Item<'_>, variants: &[Named<'_>]) -> TokenStream {
    match (explicit_version(item), variants.first()) {
        (None, Some((_, ty))) => {
            let owner = of_type(ty, quote!(__rt::SoapMessage));
            quote!(#owner::VERSION)
        }
        (explicit, _) => version(explicit),
    }
}

fn in_version(first: &Named<'_>, other: &Named<'_>) -> TokenStream {
    let name = quote!(__rt::SoapMessage);
    let (one, two) = (of_type(first.1, &name), of_type(other.1, &name));
    let condition = quote!(__rt::same_version(#one::VERSION, #two::VERSION));
    let message = format!(
        "the messages of variants `{}` and `{}` are of two versions of SOAP\nhelp: set `version` on the enum",
        first.0, other.0
    );
    assertion(other.0.span(), &condition, &message)
}

fn in_namespace(namespace: &Namespace, ident: &Ident, ty: &Type) -> TokenStream {
    let owner = of_type(ty, quote!(__rt::NamedMessage));
    let condition = quote!(__rt::same(#owner::NAMESPACE, #namespace));
    let message = format!(
        "the message of variant `{ident}` is in another namespace\nhelp: remove `namespace` from the enum, or the variant"
    );
    assertion(namespace.span(), &condition, &message)
}

/// All names at once, so that as much is generated for the last variant as for the first.
fn are_distinct(variants: &[Named<'_>]) -> Option<TokenStream> {
    let names = names(variants);
    let mut later = variants.iter().enumerate().skip(1).peekable();
    later.peek()?;
    let assertions = later.map(|(index, (ident, _))| {
        let message = format!(
            "the message of variant `{ident}` has the name of another one, and nothing tells them apart\nhelp: keep one of them"
        );
        assertion(ident.span(), &quote!(__rt::is_new(__names, #index)), &message)
    });
    Some(quote!({
        let __names = &[#(#names),*];
        #(#assertions;)*
    }))
}
