//! How a field's value is read and written where its type alone does not say it: as codecs of the
//! runtime, in each other as the keys say.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use super::names::{element_test, field_element};
use super::target::{at, of_type};
use crate::model::{Field, Item, QualifiedName, Role};

pub(super) struct Codec {
    /// The arguments of the runtime's functions: the field's type, the item's, the codec's.
    types: TokenStream,
    value: TokenStream,
}

impl Codec {
    /// A call of one of the runtime's functions, with the codec as the last argument.
    pub(super) fn call(&self, function: &TokenStream, arguments: &TokenStream) -> TokenStream {
        let Self { types, value } = self;
        let comma = (!arguments.is_empty()).then(|| quote!(,));
        quote!(__rt::#function::<#types>(#arguments #comma &#value))
    }
}

/// What reads the field, unless its type says it alone.
pub(super) fn reading(field: &Field<'_>) -> Option<Codec> {
    let shape = quote!(<Self as __rt::Group>::SHAPE);
    reading_items(field, &shape, element_test)
}

/// The same where nothing is read any more, for the sake of its type.
pub(super) fn reading_nothing(field: &Field<'_>) -> Option<Codec> {
    reading_items(field, &quote!(__rt::Shape::EMPTY), |_| quote!(false))
}

/// `is_item` tells the items of a wrapper.
fn reading_items(
    field: &Field<'_>,
    shape: &TokenStream,
    is_item: impl FnOnce(&QualifiedName) -> TokenStream,
) -> Option<Codec> {
    let is_text = field.form.list || field.form.with.is_some();
    if !is_coded(field, is_text) {
        return None;
    }
    let text = text(field, &quote!(ReadWith), &quote!(from_text));
    let single = single(field, is_text, text);
    let value = match &field.role {
        Role::Wrapper(_, Some(items)) => {
            let is_item = is_item(items);
            quote! {
                __rt::ReadWrapper {
                    shape: #shape,
                    is_item: |__reader: &__rt::Reader<'_>| #is_item,
                    items: #single,
                }
            }
        }
        Role::Wrapper(_, None) => quote!(__rt::FlatWrapper { shape: #shape }),
        _ => single,
    };
    Some(codec(field, value))
}

/// What writes the field, unless its type says it alone.
pub(super) fn writing(item: &Item<'_>, field: &Field<'_>) -> Option<Codec> {
    let is_text = field.form.list || field.form.cdata || field.form.with.is_some();
    if !is_coded(field, is_text) {
        return None;
    }
    let text = text(field, &quote!(WriteWith), &quote!(to_text));
    let text = nested(field.form.cdata, &quote!(CData), text);
    let single = single(field, is_text, text);
    let value = match &field.role {
        Role::Wrapper(_, Some(items)) => {
            let name = field_element(item, items);
            quote!(__rt::WriteWrapper { name: const { #name }, items: #single })
        }
        Role::Wrapper(_, None) => quote!(__rt::FlatWrapper {
            shape: __rt::Shape::EMPTY
        }),
        _ => single,
    };
    Some(codec(field, value))
}

fn is_coded(field: &Field<'_>, is_text: bool) -> bool {
    is_text || field.form.nillable || matches!(field.role, Role::Wrapper(..))
}

/// The codec of a text value.
fn text(field: &Field<'_>, with: &TokenStream, function: &TokenStream) -> TokenStream {
    let module = field.form.with.as_ref();
    let entry = module.map(|module| {
        let function = quote_spanned!(at(module)=> #module::#function);
        quote!(__rt::#with(#function))
    });
    let entry = entry.unwrap_or_else(|| quote!(__rt::Plain));
    nested(field.form.list, &quote!(List), entry)
}

/// The codec of what stands once: an element or, in an attribute or as text, the text itself.
fn single(field: &Field<'_>, is_text: bool, text: TokenStream) -> TokenStream {
    if matches!(field.role, Role::Attribute(_) | Role::Text) {
        return text;
    }
    let element = if is_text {
        quote!(__rt::AsText(#text))
    } else {
        quote!(__rt::AsElement)
    };
    nested(field.form.nillable, &quote!(AsNillable), element)
}

fn nested(is_wanted: bool, outer: &TokenStream, inner: TokenStream) -> TokenStream {
    if is_wanted {
        quote!(__rt::#outer(#inner))
    } else {
        inner
    }
}

fn codec(field: &Field<'_>, value: TokenStream) -> Codec {
    let (ty, item) = (field.ty, item_type(field));
    let types = quote_spanned!(at(ty)=> #ty, #item, _);
    Codec { types, value }
}

/// The type of what stands once; of what a module reads the compiler knows it.
fn item_type(field: &Field<'_>) -> TokenStream {
    let form = &field.form;
    let name = match &field.role {
        _ if form.with.is_some() => return quote!(_),
        Role::Wrapper(..) => quote!(__rt::ListField),
        _ if form.nillable => quote!(__rt::NillableField),
        _ if form.list => quote!(__rt::ListField),
        _ => quote!(__rt::TextField),
    };
    let owner = of_type(field.ty, name);
    quote!(#owner::Item)
}

/// The function that gives the facts of what stands in the elements, if it is not text.
pub(super) fn facts(field: &Field<'_>) -> Option<TokenStream> {
    let form = &field.form;
    if form.list || form.cdata || form.with.is_some() {
        return None;
    }
    let listed = of_type(field.ty, quote!(__rt::ListField));
    let content = match &field.role {
        Role::Wrapper(_, None) => return Some(quote!(<#listed::Item as __rt::WriteFlat>::facts)),
        Role::Wrapper(..) if form.nillable => {
            quote!(<#listed::Entry as __rt::NillableField>::Content)
        }
        Role::Wrapper(..) => quote!(#listed::Entry),
        _ => {
            let owner = of_type(field.ty, quote!(__rt::NillableField));
            quote!(#owner::Content)
        }
    };
    Some(quote!(<#content as __rt::WriteElement>::facts))
}
