//! A union: the text of one of several simple types.

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::{Type, Variant, WherePredicate, parse_quote};

use super::target::{Target, of_type, parameter_bounds};
use super::{description, simple};

type Variants<'a> = [(&'a Variant, &'a Type)];

pub(super) fn impls(target: &Target<'_>, variants: &Variants<'_>) -> TokenStream {
    let read = bounds(target, variants, &quote!(__rt::ReadText<'__de>));
    let mut write = bounds(target, variants, &quote!(__rt::WriteText));
    if let Some((_, earlier)) = variants.split_last() {
        let any_text = quote!(for<'__de> __rt::ReadText<'__de>);
        write.extend(bounds(target, earlier, &any_text));
    }
    let read_text = read_text(target, variants, &read);
    let write_text = write_text(target, variants, &write);
    let elements = simple::elements(target, &read, &write);
    quote! { #read_text #write_text #elements }
}

fn bounds(target: &Target<'_>, variants: &Variants<'_>, name: &TokenStream) -> Vec<WherePredicate> {
    parameter_bounds(target, variants.iter().map(|(_, ty)| *ty), name)
}

fn read_text(
    target: &Target<'_>,
    variants: &Variants<'_>,
    bounds: &[WherePredicate],
) -> TokenStream {
    let name = quote!(__rt::ReadText<'__de>);
    let errors = (0..variants.len()).map(|index| format_ident!("__error{index}"));
    let errors: Vec<_> = errors.collect();
    let attempts = variants.iter().zip(&errors).map(|((variant, ty), error)| {
        let (ident, owner) = (&variant.ident, of_type(ty, &name));
        quote! {
            let #error = match #owner::read_text(__rt::TextIn::again(&__text)) {
                __rt::Ok(__value) => return __rt::Ok(Self::#ident(__value)),
                __rt::Err(__error) => __error,
            };
        }
    });
    target.implement(
        &target.reading(bounds.iter().cloned()),
        &name,
        quote! {
            fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
                #(#attempts)*
                __rt::Err(__rt::TextIn::none_of(&__text, [#(#errors),*]))
            }
        },
    )
}

fn write_text(
    target: &Target<'_>,
    variants: &Variants<'_>,
    bounds: &[WherePredicate],
) -> TokenStream {
    let name = quote!(__rt::WriteText);
    let owners: Vec<_> = variants.iter().map(|(_, ty)| of_type(ty, &name)).collect();
    let idents: Vec<_> = variants.iter().map(|(variant, _)| &variant.ident).collect();
    let writes = (0..variants.len()).map(|number| write_member(variants, number));
    let description = description::union(target, variants.iter().map(|(_, ty)| *ty));
    target.implement(
        &target.bounded(bounds.iter().cloned()),
        &name,
        quote! {
            const DECLARES: __rt::bool = #(#owners::DECLARES)||*;
            fn declare(&self, __writer: &mut __rt::Writer) {
                match self {
                    #(Self::#idents(__value) => { #owners::declare(__value, __writer); })*
                }
            }
            fn write_text(&self, __out: &mut __rt::TextOut<'_>) {
                match self {
                    #(Self::#idents(__value) => { #writes; })*
                }
            }
            #description
        },
    )
}

/// Writes a member. What a type before it reads would not be read as the member.
fn write_member(variants: &Variants<'_>, number: usize) -> TokenStream {
    let Some(((_, ty), earlier)) = variants.get(..=number).and_then(<[_]>::split_last) else {
        return TokenStream::new();
    };
    let owner = of_type(ty, quote!(__rt::WriteText));
    if earlier.is_empty() {
        return quote!(#owner::write_text(__value, __out));
    }
    let reads = earlier.iter().map(|(_, ty)| {
        let ty = without_lifetimes(ty.to_token_stream());
        let owner = of_type(&parse_quote!(#ty), quote!(__rt::ReadText<'_>));
        quote!(__rt::core::result::Result::is_ok(&#owner::read_text(__rt::TextIn::again(&__text))))
    });
    quote! {
        __rt::write_member(
            __out,
            |__out| #owner::write_text(__value, __out),
            |__text| #(#reads)||*,
        )
    }
}

/// The type with whatever lifetimes fit: the text that it is tried on is of this moment.
fn without_lifetimes(ty: TokenStream) -> TokenStream {
    let mut is_lifetime = false;
    let tokens = ty.into_iter().map(|token| {
        let after_quote = std::mem::replace(&mut is_lifetime, false);
        match token {
            TokenTree::Punct(punct) => {
                is_lifetime = punct.as_char() == '\'';
                TokenTree::Punct(punct)
            }
            TokenTree::Ident(ident) if after_quote => {
                TokenTree::Ident(Ident::new("_", ident.span()))
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_lifetimes(group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            token => token,
        }
    });
    tokens.collect()
}
