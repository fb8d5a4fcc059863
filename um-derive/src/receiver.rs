//! Spells out `Self`, which means another type inside the items that are generated.

use proc_macro2::{Group, Spacing, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::Parse;
use syn::{Data, DeriveInput, Fields};

/// Replaces `Self` in the types of the fields and in the bounds.
pub(crate) fn replace(input: &mut DeriveInput) {
    let ident = &input.ident;
    let (_, arguments, _) = input.generics.split_for_impl();
    let this = quote!(#ident #arguments);
    match &mut input.data {
        Data::Struct(data) => fields(&mut data.fields, &this),
        Data::Enum(data) => {
            for variant in &mut data.variants {
                fields(&mut variant.fields, &this);
            }
        }
        Data::Union(_) => {}
    }
    if let Some(clause) = &mut input.generics.where_clause {
        for predicate in &mut clause.predicates {
            node(predicate, &this);
        }
    }
}

fn fields(fields: &mut Fields, this: &TokenStream) {
    for field in fields {
        node(&mut field.ty, this);
    }
}

fn node<T: Parse + ToTokens>(node: &mut T, this: &TokenStream) {
    let tokens = node.to_token_stream();
    if !mentions_self(tokens.clone()) {
        return;
    }
    // What does not parse any more is left as it was: the compiler then says why.
    if let Ok(replaced) = syn::parse2(spell_out(tokens, this)) {
        *node = replaced;
    }
}

pub(crate) fn mentions_self(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == "Self",
        TokenTree::Group(group) => mentions_self(group.stream()),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

fn spell_out(tokens: TokenStream, this: &TokenStream) -> TokenStream {
    let mut result = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) if ident == "Self" => {
                // `Self::Item` becomes `<Node<T>>::Item`.
                let is_path = matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':' && next.spacing() == Spacing::Joint);
                result.extend(if is_path {
                    quote!(<#this>)
                } else {
                    this.clone()
                });
            }
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), spell_out(group.stream(), this));
                inner.set_span(group.span());
                result.extend([TokenTree::Group(inner)]);
            }
            other => result.extend([other]),
        }
    }
    result
}
