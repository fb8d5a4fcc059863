//! The reading half of a group: slots for the fields, the claims on tags and attributes, the end.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::{GenericParam, Generics};

use super::target::{Target, assertion, at, of_type, read_bounds};
use crate::model::{Fallback, Field, Group, Home, Message, Name, QualifiedName, Role, depends_on};

pub(super) fn group(message: &Message<'_>, target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let generics = target.reading(read_bounds(target, group));
    let (_, arguments, _) = generics.split_for_impl();
    let state = state(&generics, group);
    let claim_attribute = claim_attribute(group);
    let claim = claim(group);
    let read_text = read_text(group);
    let finish = finish(target, group);
    let read_group = target.implement(
        &generics,
        quote!(__rt::ReadGroup<'__de>),
        quote! {
            type State = __State #arguments;
            const SHAPE: &'static __rt::Shape = __SHAPE;
            #claim_attribute
            #claim
            #read_text
            #finish
        },
    );
    let read_element = target.implement(
        &generics,
        quote!(__rt::ReadElement<'__de>),
        quote! {
            fn read_element(__reader: &mut __rt::Reader<'__de>) -> __rt::Result<Self> {
                __rt::read_group(__reader)
            }
        },
    );
    let checks = optional_checks(message, group);
    quote! { #state #read_group #read_element #checks }
}

/// `struct __State`, one slot per field, with its `Default` written out: a derived one would bound
/// the type parameters.
fn state(generics: &Generics, group: &Group<'_>) -> TokenStream {
    let (parameters, arguments, clause) = generics.split_for_impl();
    let (fields, defaults): (Vec<_>, Vec<_>) = slots(group).unzip();
    let markers = generics.params.iter().filter_map(marker);
    quote! {
        pub struct __State #parameters #clause {
            #(#fields,)*
            __marker: (#(__rt::core::marker::PhantomData<#markers>,)*),
        }
        #[automatically_derived]
        impl #parameters __rt::core::default::Default for __State #arguments #clause {
            fn default() -> Self {
                Self {
                    #(#defaults,)*
                    __marker: __rt::core::default::Default::default(),
                }
            }
        }
    }
}

/// A use for each parameter, whether or not a slot has one.
fn marker(parameter: &GenericParam) -> Option<TokenStream> {
    match parameter {
        GenericParam::Lifetime(parameter) => {
            let lifetime = &parameter.lifetime;
            Some(quote!(&#lifetime ()))
        }
        GenericParam::Type(parameter) => Some(parameter.ident.to_token_stream()),
        GenericParam::Const(_) => None,
    }
}

/// Each slot as a field of the state, and its first value; all on the field's type, so that a type
/// that cannot be read is reported there, and once.
fn slots(group: &Group<'_>) -> impl Iterator<Item = (TokenStream, TokenStream)> {
    let fields = group.fields.iter().enumerate();
    fields.filter_map(|(index, field)| {
        let (owner, mut slot, span) = (reading(field)?, slot(index), at(field.ty));
        slot.set_span(span);
        let declared = quote_spanned!(span=> #slot: #owner::Slot);
        let default = quote_spanned!(span=> #slot: __rt::core::default::Default::default());
        Some((declared, default))
    })
}

/// The name of the slot of the field with this index.
fn slot(index: usize) -> Ident {
    format_ident!("__f{index}")
}

/// `<Type as Trait>` for the trait that the field's role reads it with.
fn reading(field: &Field<'_>) -> Option<TokenStream> {
    let name = match field.role {
        Role::Attribute(_) => quote!(__rt::ReadAttribute<'__de>),
        Role::Element(_) => quote!(__rt::ReadField<'__de>),
        Role::Text => quote!(__rt::ReadContent<'__de>),
        Role::Skip => return None,
    };
    Some(of_type(field.ty, name))
}

fn claim_attribute(group: &Group<'_>) -> Option<TokenStream> {
    let fields = group.fields.iter().enumerate();
    let branches = fields.filter_map(|(index, field)| {
        let Role::Attribute(name) = &field.role else {
            return None;
        };
        let (owner, slot) = (reading(field)?, slot(index));
        let tests = name.all().map(|local| attribute_test(name, local));
        Some(quote! {
            if #(#tests)||* {
                #owner::fill(&mut __state.#slot, __reader, __index)?;
            }
        })
    });
    let chain = chain(branches)?;
    Some(quote! {
        fn claim_attribute(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool> {
            #chain
        }
    })
}

fn attribute_test(name: &QualifiedName, local: &Name) -> TokenStream {
    match &name.home {
        Home::Own { namespace, .. } => {
            quote!(__reader.attribute_is_in(__index, #namespace, #local))
        }
        Home::Inherited | Home::Unqualified => {
            quote!(__reader.attribute_is(__index, __rt::NsId::NONE, #local))
        }
    }
}

fn claim(group: &Group<'_>) -> Option<TokenStream> {
    let fields = group.fields.iter().enumerate();
    let branches = fields.filter_map(|(index, field)| {
        let Role::Element(name) = &field.role else {
            return None;
        };
        let (owner, slot) = (reading(field)?, slot(index));
        let tests = name.all().map(|local| element_test(name, local));
        Some(quote! {
            if #(#tests)||* {
                #owner::fill(&mut __state.#slot, __reader)?;
            }
        })
    });
    let chain = chain(branches)?;
    Some(quote! {
        fn claim(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
            __namespace: __rt::NsId,
        ) -> __rt::Result<__rt::bool> {
            #chain
        }
    })
}

fn element_test(name: &QualifiedName, local: &Name) -> TokenStream {
    match &name.home {
        Home::Inherited => quote!(__reader.is(__namespace, #local)),
        Home::Unqualified => quote!(__reader.is_in("", #local)),
        Home::Own { namespace, .. } => quote!(__reader.is_in(#namespace, #local)),
    }
}

/// The first branch that matches claims; without branches there is nothing to claim.
fn chain(branches: impl Iterator<Item = TokenStream>) -> Option<TokenStream> {
    let branches: Vec<_> = branches.collect();
    if branches.is_empty() {
        return None;
    }
    Some(quote! {
        #(#branches else)* {
            return __rt::Ok(false);
        }
        __rt::Ok(true)
    })
}

fn read_text(group: &Group<'_>) -> Option<TokenStream> {
    let mut fields = group.fields.iter().enumerate();
    let (index, field) = fields.find(|(_, field)| matches!(field.role, Role::Text))?;
    let (owner, slot) = (reading(field)?, slot(index));
    Some(quote! {
        fn read_text(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<()> {
            #owner::fill(&mut __state.#slot, __reader)
        }
    })
}

fn finish(target: &Target<'_>, group: &Group<'_>) -> TokenStream {
    let fields = group.fields.iter().enumerate();
    let values = fields.map(|(index, field)| {
        let (ident, value) = (field.ident, value(index, field));
        quote!(#ident: #value)
    });
    let checks = group
        .fields
        .iter()
        .filter(|field| depends_on(field.ty, target.generics))
        .filter_map(|field| optional_check(field, &quote!('__de)));
    quote! {
        fn finish(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
        ) -> __rt::Result<Self> {
            #(const { #checks })*
            __rt::Ok(Self { #(#values,)* })
        }
    }
}

/// What a field is in the end.
fn value(index: usize, field: &Field<'_>) -> TokenStream {
    let Some(owner) = reading(field) else {
        return default(field);
    };
    let slot = slot(index);
    let name = field.name().map(|name| &name.local).into_iter();
    let take = quote!(#owner::take(&mut __state.#slot, __reader #(, #name)*)?);
    if field.default.is_none() {
        return take;
    }
    let default = default(field);
    quote! {
        if #owner::is_filled(&__state.#slot) {
            #take
        } else {
            #default
        }
    }
}

fn default(field: &Field<'_>) -> TokenStream {
    match &field.default {
        Some(Fallback::Function(path)) => quote_spanned!(at(path)=> #path()),
        Some(Fallback::Trait) | None => {
            let owner = of_type(field.ty, quote!(__rt::core::default::Default));
            quote!(#owner::default())
        }
    }
}

/// The checks of `skip_if` that do not wait for generic arguments.
fn optional_checks(message: &Message<'_>, group: &Group<'_>) -> TokenStream {
    let fields = group.fields.iter();
    fields
        .filter(|field| !depends_on(field.ty, message.generics))
        .filter_map(|field| optional_check(field, &quote!('static)))
        .map(|check| quote!(const _: () = #check;))
        .collect()
}

/// `#[soap(skip_if = "...")]`: what may be left out must be readable without.
fn optional_check(field: &Field<'_>, lifetime: &TokenStream) -> Option<TokenStream> {
    let skip_if = field.skip_if.as_ref()?;
    if field.default.is_some() {
        return None;
    }
    let name = match field.role {
        Role::Attribute(_) => quote!(__rt::ReadAttribute<#lifetime>),
        Role::Element(_) => quote!(__rt::ReadField<#lifetime>),
        Role::Text | Role::Skip => return None,
    };
    let owner = of_type(field.ty, name);
    let message = format!(
        "field `{}` has `skip_if` but must be present when read\nhelp: add `default`",
        field.ident
    );
    Some(assertion(
        skip_if.key.span(),
        &quote!(#owner::OPTIONAL),
        &message,
    ))
}
