//! Reading all fields of a struct ahead, in their order and without a state, where that is enough: what some keys ask of a field,
//! such as `default`, is asked of its slot.

use proc_macro2::TokenStream;
use quote::quote;

use super::absent;
use super::codec;
use crate::model::{Field, Group, Role};

/// It does nothing that `fill` and `finish` do not, so who checks code need not wait for it.
///
/// The fields of the value are written in the order in which they stand, and no local variable: a constant of the user's might have its name.
pub(super) fn read(group: &Group<'_>) -> Option<TokenStream> {
    let has_order = group.inner.is_none() && !group.mixed && group.numbered().next().is_some();
    if !has_order || !group.fields.iter().all(stands_alone) {
        return None;
    }
    let mut fields: Vec<_> = group.with_numbers().collect();
    fields.sort_by_key(|(_, field)| Place::of(field));
    let mut enter = Some(quote!(__rt::InOrder::enter_content(__fields)?;));
    let values = fields.iter().map(|(number, field)| {
        let (ident, value) = (field.ident, value(*number, field));
        let enter = enter.take_if(|_| Place::of(field) == Place::Content);
        if let Some(enter) = enter {
            quote!(#ident: { #enter #value })
        } else {
            quote!(#ident: #value)
        }
    });
    Some(quote! {
        #[cfg(not(debug_assertions))]
        const IS_READ_IN_ORDER: __rt::bool = true;
        #[cfg(not(debug_assertions))]
        fn read_in_order(__fields: &mut __rt::InOrder<'_, '__de, Self>) -> __rt::Option<Self> {
            __rt::Some(Self { #(#values,)* })
        }
    })
}

/// Where a field stands in an element, in this order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Attributes,
    Content,
    Nowhere,
}

impl Place {
    fn of(field: &Field<'_>) -> Self {
        match field.role {
            Role::Attribute(_) => Self::Attributes,
            Role::Skip | Role::Position => Self::Nowhere,
            _ => Self::Content,
        }
    }
}

/// Whether what stands in the place of the field, if it has one, is all that its value depends on.
fn stands_alone(field: &Field<'_>) -> bool {
    match field.role {
        Role::Skip | Role::Position => true,
        Role::Attribute(_) | Role::Element(_) | Role::Wrapper(_, Some(_)) | Role::Text => {
            field.default.is_none() && field.empty.is_none() && field.occurrence.is_none()
        }
        _ => false,
    }
}

/// What a field is; one that has a number is read.
fn value(number: Option<usize>, field: &Field<'_>) -> TokenStream {
    match (&field.role, number) {
        (Role::Position, _) => codec::position(field, &quote!(__rt::InOrder::end(__fields))),
        (_, Some(number)) => codec::ahead(field, number),
        (_, None) => absent::default(field, None),
    }
}
