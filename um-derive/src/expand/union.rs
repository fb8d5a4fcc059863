//! A union: the text of one of several simple types.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Type, Variant, WherePredicate};

use super::simple;
use super::target::{Target, of_type, parameter_bounds};

type Variants<'a> = [(&'a Variant, &'a Type)];

pub(super) fn impls(target: &Target<'_>, variants: &Variants<'_>) -> TokenStream {
    let read = bounds(target, variants, &quote!(__rt::ReadText<'__de>));
    let write = bounds(target, variants, &quote!(__rt::WriteText));
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
                    #(Self::#idents(__value) => { #owners::write_text(__value, __out); })*
                }
            }
        },
    )
}
