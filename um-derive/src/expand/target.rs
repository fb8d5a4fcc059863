//! The type that the impls are for, with the generics that each kind of impl needs.

use proc_macro2::{Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::punctuated::Punctuated;
use syn::{
    GenericParam, Generics, Lifetime, LifetimeParam, PathArguments, PathSegment, Token, Type,
    TypeGenerics, TypePath, WherePredicate, parse_quote, parse_quote_spanned,
};

use crate::model::{self, Bounds, Item, Soap, mentions};
use crate::parse::Predicates;

pub(super) struct Target<'a> {
    pub(super) ident: &'a Ident,
    pub(super) generics: &'a Generics,
    /// What only a message has.
    pub(super) soap: Option<&'a Soap>,
    /// The user's own bounds, instead of those that follow.
    bound: Option<&'a Predicates>,
}

impl<'a> Target<'a> {
    pub(super) fn new(ident: &'a Ident, generics: &'a Generics) -> Self {
        Self {
            ident,
            generics,
            soap: None,
            bound: None,
        }
    }

    pub(super) fn of(item: &'a Item<'_>) -> Self {
        Self {
            soap: item.soap.as_ref(),
            bound: item.bound.as_ref(),
            ..Self::new(item.ident, item.generics)
        }
    }

    /// The arguments of the type, as in `<'a, T>`.
    pub(super) fn arguments(&self) -> TypeGenerics<'a> {
        self.generics.split_for_impl().1
    }

    /// `impl Trait for Type`, with the parameters and bounds of `generics`.
    pub(super) fn implement(
        &self,
        generics: &Generics,
        name: impl ToTokens,
        body: impl ToTokens,
    ) -> TokenStream {
        let ident = self.ident;
        let arguments = self.arguments();
        let (parameters, _, clause) = generics.split_for_impl();
        let quiet = is_of_the_runtime().then(|| quote!(#[diagnostic::do_not_recommend]));
        quote! {
            #[automatically_derived]
            #quiet
            impl #parameters #name for #ident #arguments #clause {
                #body
            }
        }
    }

    /// The type's own generics with more bounds.
    pub(super) fn bounded(&self, bounds: impl IntoIterator<Item = WherePredicate>) -> Generics {
        let mut generics = self.generics.clone();
        let bounds: Vec<_> = match self.bound {
            Some(bound) => bound.iter().cloned().collect(),
            None => bounds.into_iter().collect(),
        };
        if !bounds.is_empty() {
            generics.make_where_clause().predicates.extend(bounds);
        }
        generics
    }

    /// The same with the lifetime `'__de` of the document, which outlives all that is borrowed from it.
    pub(super) fn reading(&self, bounds: impl IntoIterator<Item = WherePredicate>) -> Generics {
        let mut generics = self.bounded(bounds);
        let mut document = LifetimeParam::new(Lifetime::new("'__de", Span::call_site()));
        let borrowed = self.generics.lifetimes();
        document.bounds = borrowed.map(|borrowed| borrowed.lifetime.clone()).collect();
        let parameters = std::mem::take(&mut generics.params);
        generics.params = std::iter::once(GenericParam::Lifetime(document))
            .chain(parameters)
            .collect::<Punctuated<_, _>>();
        generics
    }
}

/// The bound on each type parameter that stands in one of the types.
pub(super) fn parameter_bounds<'t>(
    target: &Target<'_>,
    types: impl Iterator<Item = &'t Type>,
    name: &TokenStream,
) -> Vec<WherePredicate> {
    let types: Vec<_> = types.collect();
    let parameters = target.generics.type_params().map(|it| &it.ident);
    parameters
        .filter(|ident| types.iter().any(|ty| mentions(ty.to_token_stream(), ident)))
        .map(|ident| parse_quote!(#ident: #name))
        .collect()
}

/// Whether the crate that is compiled is the runtime itself. Where the compiler lists the types that
/// implement a trait, the messages that come with the runtime teach nothing. In other crates the path
/// of the attribute would be looked up in the user's scope, which may have a module `diagnostic`.
fn is_of_the_runtime() -> bool {
    std::env::var_os("CARGO_CRATE_NAME").is_some_and(|name| name == "um_messages")
}

/// What reading a group asks of its type parameters. What is read is written, too: the table has what the types of
/// fields ask of the writer.
pub(super) fn read_bounds(target: &Target<'_>, group: &model::Group<'_>) -> Vec<WherePredicate> {
    let Bounds {
        element,
        element_field,
        text,
        text_field,
        group,
        default,
        position,
    } = Bounds::of(target.ident, target.generics, &group.fields);
    let bounds = [
        (
            element,
            quote!(__rt::ReadElement<'__de> + __rt::WriteElement),
        ),
        (element_field, quote!(__rt::ReadElementField<'__de>)),
        (text, quote!(__rt::ReadText<'__de> + __rt::WriteText)),
        (text_field, quote!(__rt::ReadTextField<'__de>)),
        (group, quote!(__rt::ReadFields<'__de> + __rt::WriteFields)),
    ];
    let mut bounds = predicates(bounds);
    let default = default.into_iter();
    bounds.extend(
        default.map(|ty| parse_quote_spanned!(at_type(ty)=> #ty: __rt::core::default::Default)),
    );
    let position = position.into_iter();
    bounds.extend(position.map(|ty| parse_quote_spanned!(at_type(ty)=> #ty: __rt::PositionField)));
    bounds
}

/// What writing a group asks of its type parameters, and what knowing its table does.
pub(super) fn write_bounds(target: &Target<'_>, group: &model::Group<'_>) -> Vec<WherePredicate> {
    let Bounds {
        element,
        element_field,
        text,
        text_field,
        group,
        default: _,
        position: _,
    } = Bounds::of(target.ident, target.generics, &group.fields);
    predicates([
        (element, quote!(__rt::WriteElement)),
        (element_field, quote!(__rt::WriteElementField)),
        (text, quote!(__rt::WriteText)),
        (text_field, quote!(__rt::WriteTextField)),
        (group, quote!(__rt::WriteFields)),
    ])
}

fn predicates(bounds: [(Vec<&Ident>, TokenStream); 5]) -> Vec<WherePredicate> {
    let bounds = bounds.into_iter().flat_map(|(parameters, bound)| {
        let parameters = parameters.into_iter();
        parameters.map(move |ident| parse_quote!(#ident: #bound))
    });
    bounds.collect()
}

/// A user's type as an implementor of a trait of the runtime; errors about it land on the type.
///
/// All that is generated for it stands where the type does, from its start to its end: the compiler says
/// the same of the same place once.
pub(super) fn of_type(ty: &Type, name: impl ToTokens) -> TokenStream {
    let start = quote_spanned!(at_type(ty)=> <);
    let end = quote_spanned!(end(ty)=> >);
    let ty = located(ty.to_token_stream());
    quote!(#start #ty as #name #end)
}

/// Tokens that stand where the type does, from its start to its end.
pub(super) fn across(ty: &Type, tokens: &TokenStream) -> TokenStream {
    let mut tokens: Vec<_> = tokens.clone().into_iter().collect();
    if let Some(last) = tokens.last_mut() {
        last.set_span(end(ty).resolved_at(last.span()));
    }
    if let [first, _, ..] = &mut *tokens {
        first.set_span(at_type(ty).resolved_at(first.span()));
    }
    tokens.into_iter().collect()
}

/// The same tokens in the same places, as if this macro had written them.
fn located(tokens: TokenStream) -> TokenStream {
    let tokens = tokens.into_iter().map(|mut token| {
        if let TokenTree::Group(group) = &token {
            let mut inner = Group::new(group.delimiter(), located(group.stream()));
            inner.set_span(group.span());
            token = TokenTree::Group(inner);
        }
        // Only the user's own span says which crate it is.
        let is_crate = matches!(&token, TokenTree::Ident(ident) if ident == "$crate");
        if !is_crate {
            token.set_span(Span::call_site().located_at(token.span()));
        }
        token
    });
    tokens.collect()
}

/// The place of a user's tokens, which is that of the first one, where nevertheless the names of this macro
/// mean what they mean here.
pub(super) fn at(tokens: &impl ToTokens) -> Span {
    let first = tokens.to_token_stream().into_iter().next();
    Span::call_site().located_at(first.map_or_else(Span::call_site, |token| token.span()))
}

/// The same of a type, which is asked for several times a field: of most types without making tokens of them, which took a tenth of the time
/// that it takes to check a struct.
pub(super) fn at_type(ty: &Type) -> Span {
    let first = segments(ty).and_then(|segments| segments.first());
    match first {
        Some(segment) => Span::call_site().located_at(segment.ident.span()),
        None => at(ty),
    }
}

/// Where the last token of a type stands.
pub(super) fn end(ty: &Type) -> Span {
    let last = segments(ty).and_then(|segments| segments.last());
    let span = match last.map(|segment| (&segment.arguments, segment.ident.span())) {
        Some((PathArguments::None, span)) => Some(span),
        Some((PathArguments::AngleBracketed(arguments), _)) => Some(arguments.gt_token.span),
        Some((PathArguments::Parenthesized(_), _)) | None => {
            let last = ty.to_token_stream().into_iter().last();
            last.map(|token| token.span())
        }
    };
    Span::call_site().located_at(span.unwrap_or_else(Span::call_site))
}

/// The segments of a type that is a path and nothing else: `std::option::Option<u8>`.
fn segments(ty: &Type) -> Option<&Punctuated<PathSegment, Token![::]>> {
    match ty {
        Type::Path(TypePath {
            attrs,
            qself: None,
            path,
        }) if attrs.is_empty() && path.leading_colon.is_none() => Some(&path.segments),
        _ => None,
    }
}

/// A number as one writes it, without its type.
pub(super) fn literal(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}

/// `&'static str` or nothing, as an `Option` of the runtime.
pub(super) fn option(value: Option<impl ToTokens>) -> TokenStream {
    value.map_or_else(|| quote!(__rt::None), |value| quote!(__rt::Some(#value)))
}

/// An assertion that the compiler evaluates when it checks the crate.
pub(super) fn assertion(span: Span, condition: &TokenStream, message: &str) -> TokenStream {
    let span = Span::call_site().located_at(span);
    quote_spanned!(span=> __rt::core::assert!(#condition, #message))
}

/// The functions of `impl ReadElement`: how a value is read, however it is held.
pub(super) fn reading_functions(read: &TokenStream, ahead: Option<&TokenStream>) -> TokenStream {
    let ahead = ahead.map(|ahead| {
        quote! {
            fn read_ahead(
                __reader: &mut __rt::Reader<'__de>,
                __name: &__rt::KnownName,
            ) -> __rt::Option<Self> {
                #ahead
            }
        }
    });
    quote! {
        fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
            <Self as __rt::ReadElement<'__de>>::read_held(__reader)
        }
        fn read_held<__H: __rt::Held<Self>>(
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__H> {
            #read
        }
        #ahead
    }
}
