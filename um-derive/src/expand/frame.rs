//! What stands around all that is generated for one declaration.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::{Attribute, Data, DeriveInput};

use crate::model::mentions;

/// The block that hides all names, and the only path to the runtime.
pub(super) fn frame(
    input: &DeriveInput,
    runtime: &impl ToTokens,
    body: &TokenStream,
) -> TokenStream {
    let module = private_module();
    let allow = allow_deprecated(input);
    quote! {
        #allow
        const _: () = {
            use #runtime::#module as __rt;
            #body
        };
    }
}

/// Generated code names what is deprecated, and uses are warned of elsewhere. Only where there is something,
/// because a crate may forbid to allow it.
fn allow_deprecated(input: &DeriveInput) -> Option<TokenStream> {
    let word = Ident::new("deprecated", Span::call_site());
    let says_so = |attribute: &Attribute| mentions(attribute.meta.to_token_stream(), &word);
    let is_mentioned = match &input.data {
        Data::Struct(data) => data
            .fields
            .iter()
            .flat_map(|field| &field.attrs)
            .any(says_so),
        Data::Enum(data) => data
            .variants
            .iter()
            .flat_map(|variant| &variant.attrs)
            .any(says_so),
        Data::Union(_) => false,
    };
    let reason = "the declaration and other uses warn";
    (is_mentioned || input.attrs.iter().any(says_so))
        .then(|| quote!(#[allow(deprecated, reason = #reason)]))
}

/// The runtime's side of this version of the derive: the two are released together.
fn private_module() -> Ident {
    let version = env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_");
    Ident::new(&format!("__private{version}"), Span::call_site())
}
