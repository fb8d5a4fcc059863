//! After an error: the impls that were asked for, with bodies that never return. The error keeps
//! them from running; they keep the uses of the type from failing too.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Fields};

use super::frame::frame;
use super::target::Target;
use crate::model::default_runtime;
use crate::parse::{self, Derive, Salvage};

pub(crate) fn fallback(derive: Derive, input: &DeriveInput) -> TokenStream {
    let Salvage { runtime, response } = parse::salvage(input);
    let runtime = runtime.map_or_else(default_runtime, |path| path.to_token_stream());
    let target = Target::new(&input.ident, &input.generics);
    let is_message = derive == Derive::Message;
    let mut impls = match &input.data {
        // There is no telling what was meant.
        Data::Union(_) => return TokenStream::new(),
        Data::Struct(data) if matches!(data.fields, Fields::Unnamed(_)) => {
            let (element, text) = (element(&target), text(&target));
            quote! { #element #text }
        }
        Data::Struct(_) => {
            let (element, fields) = (element(&target), fields(&target));
            quote! { #element #fields }
        }
        // Each variant's message reads and writes itself.
        Data::Enum(data) if is_message && data.variants.iter().any(|it| !it.fields.is_empty()) => {
            TokenStream::new()
        }
        Data::Enum(_) => {
            let (element, text) = (element(&target), text(&target));
            let fields = fields(&target);
            quote! { #element #text #fields }
        }
    };
    if is_message {
        impls.extend(body(&target));
    }
    if is_message && matches!(input.data, Data::Struct(_)) {
        impls.extend(named(&target));
        let response = response.map(|response| quote!(type Response = #response;));
        let name = quote!(__rt::SoapOperation);
        impls.extend(response.map(|body| target.implement(target.generics, name, body)));
    }
    frame(input, &runtime, &impls)
}

/// What a struct of header blocks is used by, and a flattened one.
fn fields(target: &Target<'_>) -> TokenStream {
    let read = target.implement(
        &target.reading([]),
        quote!(__rt::ReadFields<'__de>),
        quote! {
            type State = ();
            fn start() {}
            fn finish(_: &mut (), _: __rt::End<'_, '__de>) -> __rt::Result<Self> {
                __rt::diverge()
            }
        },
    );
    let write = target.implement(
        target.generics,
        quote!(__rt::WriteFields),
        quote!(
            type AsHeader = __rt::Yes;
        ),
    );
    quote! { #read #write }
}

fn element(target: &Target<'_>) -> TokenStream {
    let read = target.implement(
        &target.reading([]),
        quote!(__rt::ReadElement<'__de>),
        quote! {
            fn read_element(_: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
                __rt::diverge()
            }
        },
    );
    let write = target.implement(
        target.generics,
        quote!(__rt::WriteElement),
        quote! {
            fn write_element(&self, _: &mut __rt::Writer, _: __rt::ElementName<'_>) {
                __rt::diverge()
            }
        },
    );
    let root = target.implement(
        target.generics,
        quote!(__rt::Root),
        quote! {
            const INFO: &'static __rt::TypeInfo = __rt::TypeInfo::NONE;
        },
    );
    quote! { #read #write #root }
}

fn text(target: &Target<'_>) -> TokenStream {
    let read = target.implement(
        &target.reading([]),
        quote!(__rt::ReadText<'__de>),
        quote! {
            fn read_text(_: __rt::TextIn<'_, '__de>) -> __rt::Result<Self> {
                __rt::diverge()
            }
        },
    );
    let write = target.implement(
        target.generics,
        quote!(__rt::WriteText),
        quote! {
            fn write_text(&self, _: &mut __rt::TextOut<'_>) {
                __rt::diverge()
            }
        },
    );
    quote! { #read #write }
}

fn body(target: &Target<'_>) -> TokenStream {
    let read = target.implement(
        &target.reading([]),
        quote!(__rt::ReadBody<'__de>),
        quote! {
            fn claim_body(_: &mut __rt::BodyEntries<'_, '__de>) -> __rt::Result<__rt::Option<Self>> {
                __rt::diverge()
            }
            fn expected(_: &mut dyn __rt::core::ops::FnMut(&'static __rt::str, &'static __rt::str)) {}
        },
    );
    let write = target.implement(
        target.generics,
        quote!(__rt::WriteBody),
        quote! {
            fn write_body(&self, _: &mut __rt::Writer) {
                __rt::diverge()
            }
        },
    );
    let message = target.implement(
        target.generics,
        quote!(__rt::SoapMessage),
        quote! {
            const VERSION: __rt::SoapVersion = __rt::SoapVersion::V1_1;
            fn action(&self) -> __rt::Option<&__rt::str> {
                __rt::None
            }
        },
    );
    quote! { #read #write #message }
}

fn named(target: &Target<'_>) -> TokenStream {
    target.implement(
        target.generics,
        quote!(__rt::NamedMessage),
        quote! {
            const NAMESPACE: &'static __rt::str = "";
            const NAME: &'static __rt::str = "";
            const ACTION: __rt::Option<&'static __rt::str> = __rt::None;
        },
    )
}
