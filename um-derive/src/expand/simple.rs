//! A simple type: each variant is one text.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::WherePredicate;

use super::description;
use super::target::{Target, of_type};
use crate::model::{Name, Value, ValueKind, ValueSpace, Values};

pub(super) fn impls(target: &Target<'_>, values: &Values<'_>) -> TokenStream {
    let read_text = read_text(target, values);
    let write_text = write_text(target, values);
    let elements = elements(target, &[], &[]);
    quote! { #read_text #write_text #elements }
}

/// The elements of a type that is text.
pub(super) fn elements(
    target: &Target<'_>,
    read: &[WherePredicate],
    write: &[WherePredicate],
) -> TokenStream {
    let read_element = target.implement(
        &target.reading(read.iter().cloned()),
        quote!(__rt::ReadElement<'__de>),
        quote! {
            fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
                __rt::read_text_element(__reader)
            }
            fn read_ahead(
                __reader: &mut __rt::Reader<'__de>,
                __name: &__rt::KnownName,
            ) -> __rt::Option<Self> {
                __rt::read_text_ahead(__reader, __name)
            }
        },
    );
    let description = description::of_text(target);
    let write_element = target.implement(
        &target.bounded(write.iter().cloned()),
        quote!(__rt::WriteElement),
        quote! {
            fn write_element(&self, __writer: &mut __rt::Writer, __name: __rt::ElementName<'_>) {
                __rt::write_text_element(self, __writer, __name);
            }
            #description
        },
    );
    quote! { #read_element #write_element }
}

fn read_text(target: &Target<'_>, values: &Values<'_>) -> TokenStream {
    let space = values.space();
    let values = &values.all;
    let known = values.iter().filter_map(|value| match &value.kind {
        ValueKind::Known(names) => Some(known(value, names, space)),
        ValueKind::Other(..) => None,
    });
    let other = values.iter().find_map(|value| match &value.kind {
        ValueKind::Known(_) => None,
        ValueKind::Other(ty, _) => {
            let ident = value.ident;
            let owner = of_type(ty, quote!(__rt::OtherText));
            // As it was sent: what white space means in it is not known.
            Some(quote!(_ => __rt::Ok(Self::#ident(#owner::keep(__rt::TextIn::as_str(&__text))))))
        }
    });
    let other = other.unwrap_or_else(|| unknown(values));
    target.implement(
        &target.reading([]),
        quote!(__rt::ReadText<'__de>),
        quote! {
            fn read_text(__text: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
                match &*__rt::TextIn::collapsed(&__text) {
                    #(#known)*
                    #other,
                }
            }
        },
    )
}

/// The texts of a value. A number is compared, for it has many; and so is a constant: as a pattern a path that leads nowhere would
/// match everything.
fn known(value: &Value<'_>, names: &[Name], space: ValueSpace) -> TokenStream {
    let ident = value.ident;
    let is_compared = |name: &&Name| name.is_constant() || space != ValueSpace::Text;
    let (compared, literals): (Vec<_>, Vec<_>) = names.iter().partition(is_compared);
    let literals =
        (!literals.is_empty()).then(|| quote!(#(#literals)|* => __rt::Ok(Self::#ident),));
    let compared = (!compared.is_empty()).then(
        || quote!(__other if #(#space.same(__other, #compared))||* => __rt::Ok(Self::#ident),),
    );
    quote!(#literals #compared)
}

impl ToTokens for ValueSpace {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let variant = Ident::new(self.name(), Span::call_site());
        tokens.extend(quote!(__rt::ValueSpace::#variant));
    }
}

/// An error that lists what is written; aliases are read, but not recommended.
fn unknown(values: &[Value<'_>]) -> TokenStream {
    let expected = values.iter().filter_map(|value| match &value.kind {
        ValueKind::Known(names) => names.first(),
        ValueKind::Other(..) => None,
    });
    quote!(_ => __rt::Err(__rt::TextIn::unknown_value(&__text, &[#(#expected),*])))
}

fn write_text(target: &Target<'_>, values: &Values<'_>) -> TokenStream {
    let space = values.space();
    let known = values.all.iter().flat_map(|value| match &value.kind {
        ValueKind::Known(names) => names.as_slice(),
        ValueKind::Other(..) => &[],
    });
    let known: Vec<_> = known.collect();
    let arms = values.all.iter().map(|value| {
        let ident = value.ident;
        match &value.kind {
            ValueKind::Known(names) => {
                let text = names.first();
                quote!(Self::#ident => #text)
            }
            ValueKind::Other(ty, _) => {
                let owner = of_type(ty, quote!(__rt::OtherText));
                let text = quote!(#owner::text(__value));
                quote!(Self::#ident(__value) => __rt::TextOut::other(__out, #text, &[#(#known),*], #space))
            }
        }
    });
    let description = description::values(target, values);
    target.implement(
        target.generics,
        quote!(__rt::WriteText),
        quote! {
            fn write_text(&self, __out: &mut __rt::TextOut<'_>) {
                let __text = match self {
                    #(#arms,)*
                };
                __rt::TextOut::push(__out, __text);
            }
            #description
        },
    )
}
