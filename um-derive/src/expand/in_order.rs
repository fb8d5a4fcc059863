//! Reading all fields of a struct ahead, in their order and without a state, where that is enough: what some keys ask of a field,
//! such as `default`, is asked of its slot.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::absent;
use super::codec;
use super::read::slot_at;
use crate::model::{Field, Group, Role};

/// The functions do nothing that `fill` and `finish` do not, so who checks code need not wait for them.
pub(super) fn read(group: &Group<'_>) -> Option<TokenStream> {
    let fields: Vec<_> = group.numbered().collect();
    let has_order = group.inner.is_none() && !group.mixed && !fields.is_empty();
    if !has_order || !group.fields.iter().all(stands_alone) {
        return None;
    }
    let (attributes, content): (Vec<_>, Vec<_>) =
        (fields.iter()).partition(|(_, field)| matches!(field.role, Role::Attribute(_)));
    let (attributes, content) = (read_fields(&attributes), read_fields(&content));
    let all = group.with_numbers().map(|(number, field)| {
        let (ident, value) = (field.ident, value(number, field));
        quote!(#ident: #value)
    });
    let has_position = group.has(|role| matches!(role, Role::Position));
    let end = has_position.then(|| quote!(let __end = __rt::End::of::<Self>(__reader);));
    Some(quote! {
        #[cfg(not(debug_assertions))]
        const IS_READ_IN_ORDER: __rt::bool = true;
        #[cfg(not(debug_assertions))]
        fn read_in_order(__reader: &mut __rt::Reader<'__de>) -> __rt::Option<Self> {
            #attributes
            __rt::enter_content_ahead::<Self>(__reader)?;
            #content
            #end
            __rt::Some(Self { #(#all,)* })
        }
    })
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

/// The fields, each in a variable.
fn read_fields(fields: &[&(usize, &Field<'_>)]) -> TokenStream {
    let values = fields.iter().map(|(number, field)| {
        let (slot, value) = (slot_at(*number, field), codec::ahead(field, *number));
        quote!(let #slot = #value;)
    });
    values.collect()
}

/// What a field is in the end; one that has a number has been read.
fn value(number: Option<usize>, field: &Field<'_>) -> TokenStream {
    match (&field.role, number) {
        (Role::Position, _) => codec::position(field),
        (_, Some(number)) => slot_at(number, field).into_token_stream(),
        (_, None) => absent::default(field, None),
    }
}
