//! The model as tokens. Total: what could go wrong was reported before.
//!
//! Generated code stands in one `const _`, names the runtime once as `__rt`, and calls
//! functions by their paths: a method that a trait in the user's scope gives every type could stand before
//! the runtime's. So nothing in the user's scope can change what it means.

mod absent;
mod choice;
mod codec;
mod description;
mod envelope;
mod fallback;
mod frame;
mod in_order;
mod message_enum;
mod names;
mod newtype;
mod read;
mod simple;
mod table;
mod target;
mod union;
mod write;
mod xsi_type;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

pub(crate) use self::fallback::fallback;

use self::frame::frame;
use self::target::Target;
use crate::model::{Item, Kind};

pub(crate) fn item(item: &Item<'_>, input: &DeriveInput) -> TokenStream {
    let target = Target::of(item);
    let body = match &item.kind {
        Kind::Group(group) => {
            let read = read::group(item, &target, group);
            let write = write::group(item, &target, group);
            quote! { #read #write }
        }
        Kind::Choice(group) => {
            let read = choice::group(item, &target, group);
            let write = write::choice(item, &target, group);
            quote! { #read #write }
        }
        Kind::Newtype(ty) => newtype::impls(&target, ty),
        Kind::List(ty) => newtype::list_impls(&target, ty),
        Kind::Values(values) => simple::impls(&target, values),
        Kind::Union(variants) => union::impls(&target, variants),
        Kind::XsiVariants(variants) => xsi_type::impls(&target, variants),
        Kind::Messages(variants) => message_enum::impls(item, &target, variants),
    };
    // A message enum has no name of its own: what it is, its variants say.
    let root = (!matches!(item.kind, Kind::Messages(_))).then(|| table::root(item, &target));
    let envelope = envelope::impls(item, &target);
    frame(input, &item.runtime, &quote! { #root #body #envelope })
}
