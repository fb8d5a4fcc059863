//! A newtype stands for its content: an element where an element is wanted, text where text is.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::{Type, WherePredicate, parse_quote_spanned};

use super::target::{Target, at_type, of_type, parameter_bounds, reading_functions};
use super::{description, simple};

pub(super) fn impls(target: &Target<'_>, ty: &Type) -> TokenStream {
    let read_element = read_element(target, ty);
    let read_text = read_text(target, ty);
    let write_element = write_element(target, ty);
    let write_text = write_text(target, ty);
    quote! { #read_element #read_text #write_element #write_text }
}

/// A bound that holds or not, without an error at the impl: a newtype of a struct is no simple type, and must compile
/// all the same. The lifetime that means nothing puts the question off until someone asks.
fn bound(ty: &Type, name: impl ToTokens) -> Vec<WherePredicate> {
    vec![parse_quote_spanned!(at_type(ty)=> for<'__x> #ty: #name + __rt::PutOff<'__x>)]
}

/// When a newtype can be read as an element.
pub(super) fn read_bounds(ty: &Type) -> Vec<WherePredicate> {
    bound(ty, quote!(__rt::ReadElement<'__de>))
}

/// When a newtype can be written as an element.
pub(super) fn write_bounds(ty: &Type) -> Vec<WherePredicate> {
    bound(ty, quote!(__rt::WriteElement))
}

fn read_element(target: &Target<'_>, ty: &Type) -> TokenStream {
    let name = quote!(__rt::ReadElement<'__de>);
    let owner = of_type(ty, &name);
    target.implement(
        &target.reading(read_bounds(ty)),
        name,
        reading_functions(
            &quote!(__rt::read_as(__reader, #owner::read_held, Self)),
            Some(&quote!(#owner::read_ahead(__reader, __name).map(Self))),
        ),
    )
}

fn read_text(target: &Target<'_>, ty: &Type) -> TokenStream {
    let name = quote!(__rt::ReadText<'__de>);
    let owner = of_type(ty, &name);
    let generics = target.reading(bound(ty, &name));
    target.implement(
        &generics,
        name,
        quote! {
            const MAY_BE_PART: __rt::bool = #owner::MAY_BE_PART;
            fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
                __rt::Ok(Self(#owner::read_text(__text)?))
            }
        },
    )
}

fn write_element(target: &Target<'_>, ty: &Type) -> TokenStream {
    let owner = of_type(ty, quote!(__rt::WriteElement));
    let description = description::newtype(target, ty, &quote!(WriteElement));
    target.implement(
        &target.bounded(write_bounds(ty)),
        quote!(__rt::WriteElement),
        quote! {
            fn write_element(&self, __writer: &mut __rt::Writer, __name: __rt::ElementName<'_>) {
                #owner::write_element(&self.0, __writer, __name);
            }
            const TABLE: __rt::Table = #owner::TABLE;
            const IS_CHOICE: __rt::bool = #owner::IS_CHOICE;
            #description
        },
    )
}

fn write_text(target: &Target<'_>, ty: &Type) -> TokenStream {
    let owner = of_type(ty, quote!(__rt::WriteText));
    let generics = target.bounded(bound(ty, quote!(__rt::WriteText)));
    let description = description::newtype(target, ty, &quote!(WriteText));
    target.implement(
        &generics,
        quote!(__rt::WriteText),
        quote! {
            const DECLARES: __rt::bool = #owner::DECLARES;
            fn declare(&self, __writer: &mut __rt::Writer) {
                #owner::declare(&self.0, __writer);
            }
            fn write_text(&self, __out: &mut __rt::TextOut<'_>) {
                #owner::write_text(&self.0, __out);
            }
            #description
        },
    )
}

/// A newtype that is a list: a simple type, whatever its entries are.
pub(super) fn list_impls(target: &Target<'_>, ty: &Type) -> TokenStream {
    let (read, write) = list_bounds(target, ty);
    let list = quote_spanned!(at_type(ty)=> __rt::List(__rt::PlainText));
    let codec = quote_spanned!(at_type(ty)=> __rt::List<__rt::PlainText>);
    let reading = quote_spanned!(at_type(ty)=> <#codec as __rt::ReadTextAs<'__de, #ty>>);
    let writing = quote_spanned!(at_type(ty)=> <#codec as __rt::WriteTextAs<#ty>>);
    let read_text = target.implement(
        &target.reading(read.iter().cloned()),
        quote!(__rt::ReadText<'__de>),
        quote! {
            fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
                __rt::Ok(Self(#reading::read_text(&#list, __text)?))
            }
        },
    );
    let description = description::list(target, ty);
    let write_text = target.implement(
        &target.bounded(write.iter().cloned()),
        quote!(__rt::WriteText),
        quote! {
            const DECLARES: __rt::bool = #writing::DECLARES;
            fn declare(&self, __writer: &mut __rt::Writer) {
                #writing::declare(&#list, &self.0, __writer);
            }
            fn write_text(&self, __out: &mut __rt::TextOut<'_>) {
                #writing::write_text(&#list, &self.0, __out);
            }
            #description
        },
    );
    let elements = simple::elements(target, &read, &write);
    quote! { #read_text #write_text #elements }
}

/// When such a newtype can be read, and when it can be written.
pub(super) fn list_bounds(
    target: &Target<'_>,
    ty: &Type,
) -> (Vec<WherePredicate>, Vec<WherePredicate>) {
    let bounds = |name| parameter_bounds(target, [ty].into_iter(), &name);
    (
        bounds(quote!(__rt::ReadText<'__de>)),
        bounds(quote!(__rt::WriteText)),
    )
}
