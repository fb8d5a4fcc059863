//! Where elements and attributes are kept that no field claims.

use proc_macro2::TokenStream;
use quote::quote;

use super::access;
use super::claim::function;
use super::{in_order, slot_mut, slot_ref};
use crate::model::{Field, Group, Role};

pub(super) fn functions(group: &Group<'_>) -> TokenStream {
    let keep = keep(group);
    let keeping_seat = keeping_seat(group);
    let keep_attribute = keep_attribute(group);
    quote! { #keep #keeping_seat #keep_attribute }
}

/// The field that keeps elements, with its place.
pub(super) fn keeper<'g, 'a>(group: &'g Group<'a>) -> Option<(usize, &'g Field<'a>)> {
    let mut fields = group.fields.iter().enumerate();
    fields.find(|(_, field)| matches!(field.role, Role::Any))
}

/// `keep`, of the struct's own field or of a flattened one.
fn keep(group: &Group<'_>) -> Option<TokenStream> {
    let own = keeper(group).and_then(|(index, field)| {
        let fill = access::fill(field, &slot_mut(index, field))?;
        let in_order = in_order(group, index);
        Some(quote! {
            #in_order
            #fill?;
            __rt::Ok(__rt::Claim::of(#index))
        })
    });
    if let Some(own) = own {
        let signature = keep_signature();
        return Some(quote!(#signature { #own }));
    }
    let flattened = group.flattened().filter_map(|(index, field)| {
        let keep = access::function(field, "keep")?;
        let is_taken = access::function(field, "is_keeper_taken")?;
        let (slot_ref, slot_mut) = (slot_ref(index, field), slot_mut(index, field));
        // Where there is an order, it is asked for before something is kept.
        let in_order = in_order(group, index).map(|in_order| {
            quote! {
                if __rt::Option::is_some(&#is_taken(#slot_ref)) {
                    #in_order
                }
            }
        });
        Some(quote! {
            #in_order
            if #keep(#slot_mut, __reader)? {
                return __rt::Ok(__rt::Claim::of(#index));
            }
        })
    });
    let otherwise = quote!(__rt::Ok(__rt::Claim::NONE));
    function(&keep_signature(), flattened, &otherwise)
}

pub(super) fn keep_signature() -> TokenStream {
    quote! {
        fn keep(
            __state: &mut Self::State,
            __reader: &mut __rt::Reader<'__de>,
        ) -> __rt::Result<__rt::Claim>
    }
}

fn keeping_seat(group: &Group<'_>) -> Option<TokenStream> {
    let own = keeper(group).and_then(|(index, field)| {
        let is_full = access::is_full(field, &slot_ref(index, field))?;
        Some(quote! {
            __rt::Seat::of(#index, #is_full)
        })
    });
    if let Some(own) = own {
        let signature = keeping_seat_signature();
        return Some(quote!(#signature { #own }));
    }
    let flattened = group.flattened().filter_map(|(index, field)| {
        let is_keeper_taken = access::function(field, "is_keeper_taken")?;
        let slot = slot_ref(index, field);
        Some(quote! {
            if let __rt::Some(__is_taken) = #is_keeper_taken(#slot) {
                return __rt::Seat::of(#index, __is_taken);
            }
        })
    });
    function(&keeping_seat_signature(), flattened, &quote!(__rt::None))
}

pub(super) fn keeping_seat_signature() -> TokenStream {
    quote! {
        fn keeping_seat(__state: &Self::State) -> __rt::Option<__rt::Seat>
    }
}

fn keep_attribute(group: &Group<'_>) -> Option<TokenStream> {
    let mut fields = group.fields.iter().enumerate();
    let own = fields.find(|(_, field)| matches!(field.role, Role::AnyAttribute));
    let own = own.and_then(|(index, field)| {
        let keep = access::function(field, "keep")?;
        let slot = slot_mut(index, field);
        Some(quote! {
            #keep(#slot, __reader, __index)?;
            __rt::Ok(true)
        })
    });
    let signature = quote! {
        fn keep_attribute(
            __state: &mut Self::State,
            __reader: &__rt::Reader<'__de>,
            __index: __rt::usize,
        ) -> __rt::Result<__rt::bool>
    };
    if let Some(own) = own {
        return Some(quote!(#signature { #own }));
    }
    let flattened = group.flattened().filter_map(|(index, field)| {
        let keep_attribute = access::function(field, "keep_attribute")?;
        let slot = slot_mut(index, field);
        Some(quote! {
            if #keep_attribute(#slot, __reader, __index)? {
                return __rt::Ok(true);
            }
        })
    });
    function(&signature, flattened, &quote!(__rt::Ok(false)))
}
