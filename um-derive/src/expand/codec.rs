//! How a field's value is read and written: its place, which is a module of the runtime, and its codec, which is
//! built as the keys say, `AsNillable(AsText(List(PlainText)))`.
//!
//! All that is generated for a field stands where its type does, from its start to its end: an error about the type
//! lands on it, and what the compiler says twice of one place, it says once.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::Token;

use super::target::{across, at, at_type, end, literal, of_type, option};
use crate::model::{Field, Occurrence, Role, Spelling};

/// The trait of the runtime that says which items a field of the type has. A module that knows the text says it
/// itself, by what its functions take.
fn item_trait(field: &Field<'_>) -> Option<TokenStream> {
    let form = &field.form;
    let name = match &field.role {
        Role::Flatten => quote!(FlattenField),
        Role::AnyAttribute => quote!(AnyAttribute),
        Role::Any(_) => quote!(ElementField),
        Role::Skip | Role::Position => return None,
        _ if field.is_nillable_type() => quote!(NillableTypeField),
        Role::Wrapper(..) => quote!(ListField),
        _ if form.nillable => quote!(NillableField),
        _ if form.list => quote!(ListField),
        _ => match &form.spelling {
            Spelling::With(_) => return None,
            Spelling::Base64 | Spelling::Hex => quote!(BytesField),
            Spelling::OfType => of_plain(field),
        },
    };
    Some(of_type(field.ty, quote!(__rt::#name)))
}

/// The same for a type that says how its values stand.
fn of_plain(field: &Field<'_>) -> TokenStream {
    match &field.role {
        _ if field.form.cdata => quote!(CDataField),
        Role::Attribute(_) | Role::Text => quote!(TextField),
        _ => quote!(ElementField),
    }
}

/// The type of what has been read of the field so far.
pub(super) fn slot_type(field: &Field<'_>) -> TokenStream {
    let ty = field.ty;
    if let Role::Flatten = &field.role {
        let owner = of_type(ty, quote!(__rt::ReadFlattened<'__de>));
        quote_spanned!(end(ty)=> #owner::Slot)
    } else {
        let slot = known(field).map_or_else(|| ty.to_token_stream(), |it| quote!(#it::Field));
        quote_spanned!(at_type(ty)=> __rt::Option<#slot>)
    }
}

/// The trait of a field whose type alone says whether the keys fit it. What is named by it, where they do not fit, is of
/// no type, and nothing more is said of it.
fn known(field: &Field<'_>) -> Option<TokenStream> {
    let form = &field.form;
    let is_known = matches!(field.role, Role::Wrapper(..)) || form.list || form.nillable;
    if !is_known || field.is_nillable_type() {
        return None;
    }
    item_trait(field)
}

/// The field's value, a reference, as it is written.
pub(super) fn value(field: &Field<'_>, value: TokenStream) -> TokenStream {
    match known(field) {
        Some(known) => {
            let value = across(field.ty, &value);
            let arguments = quote_spanned!(end(field.ty)=> (#value));
            quote_spanned!(end(field.ty)=> #known::field #arguments)
        }
        None => value,
    }
}

/// What has been read of the field at first.
pub(super) fn empty_slot(field: &Field<'_>) -> TokenStream {
    if let Role::Flatten = &field.role {
        let default = quote_spanned!(at_type(field.ty)=> __rt::core::default::Default::default);
        let call = quote_spanned!(end(field.ty)=> ());
        quote!(#default #call)
    } else {
        quote_spanned!(at_type(field.ty)=> __rt::None)
    }
}

/// Where the runtime has the functions of the field's place.
fn place(field: &Field<'_>) -> TokenStream {
    let name = match &field.role {
        Role::Attribute(_) => "attribute",
        Role::Element(_) | Role::Wrapper(..) => "element",
        Role::Text => "text",
        Role::Flatten => "flattened",
        Role::Any(_) | Role::Skip | Role::Position => "any_element",
        Role::AnyAttribute => return of_type(field.ty, quote!(__rt::AnyAttribute)),
    };
    let name = Ident::new(name, at_type(field.ty));
    quote_spanned!(at_type(field.ty)=> __rt::#name)
}

/// A call of a function of the field's place. Each argument stands where the field's type does, from its start to its end.
pub(super) fn call(field: &Field<'_>, function: &str, arguments: &[&dyn ToTokens]) -> TokenStream {
    let (end, place) = (end(field.ty), place(field));
    let function = Ident::new(function, end);
    quote_spanned!(end=> #place::#function(#(#arguments),*))
}

/// A variable as an argument. One token: to make a stream of each would take longer than all else that is made of a field.
pub(super) fn variable(field: &Field<'_>, name: &str) -> Ident {
    Ident::new(name, end(field.ty))
}

/// The number of a field as an argument.
pub(super) fn number(field: &Field<'_>, number: usize) -> Literal {
    let mut number = literal(number);
    number.set_span(end(field.ty));
    number
}

/// A reference as an argument, to what ends where the field's type does.
pub(super) fn reference(field: &Field<'_>, tokens: &TokenStream) -> TokenStream {
    let and = Token![&](at_type(field.ty));
    quote!(#and #tokens)
}

/// Reads what is offered into the slot, a reference, whatever it has.
pub(super) fn fill_from(field: &Field<'_>, number: usize, slot: &TokenStream) -> TokenStream {
    let (offer, reader) = (variable(field, "__offer"), variable(field, "__reader"));
    if let Role::Flatten | Role::AnyAttribute = &field.role {
        return call(field, "fill", &[slot, &offer, &reader]);
    }
    let codec = reference(field, &reading(field, number, &quote!(Self)));
    call(field, "fill", &[slot, &offer, &reader, &codec])
}

/// Reads the field ahead, if it stands next. An error that is not told has no secret in it.
pub(super) fn ahead(field: &Field<'_>, number: usize) -> TokenStream {
    let codec = reference(field, &reading(field, number, &quote!(Self)));
    let (fields, number) = (variable(field, "__fields"), self::number(field, number));
    let read = call(field, "ahead", &[&fields, &number, &codec]);
    quote_spanned!(end(field.ty)=> #read?)
}

/// What reads a value of the field; of one that is secret by a function of the runtime.
pub(super) fn read_secretly(field: &Field<'_>, read: TokenStream) -> TokenStream {
    if field.is_secret {
        return quote!(__rt::secret::read(#read));
    }
    read
}

/// What writes the field to `to`, a variable; of one that is secret by this function of the runtime.
pub(super) fn secretly(
    field: &Field<'_>,
    function: &str,
    to: &TokenStream,
    write: TokenStream,
) -> TokenStream {
    if !field.is_secret {
        return write;
    }
    let function = Ident::new(function, Span::call_site());
    quote!(__rt::secret::#function(#to, |#to| #write))
}

/// Whether something has been read into the slot, a reference.
pub(super) fn is_filled(field: &Field<'_>, slot: &TokenStream) -> TokenStream {
    if let Role::Flatten = &field.role {
        quote!(__rt::Flattened::is_some(#slot))
    } else {
        quote!(__rt::Option::is_some(#slot))
    }
}

/// The value that the slot, a reference, has in the end.
pub(super) fn take(field: &Field<'_>, number: usize, slot: &TokenStream) -> TokenStream {
    let (end_of_type, place) = (variable(field, "__end"), self::number(field, number));
    let take = match &field.role {
        Role::AnyAttribute => return call(field, "take", &[slot]),
        Role::Flatten => call(field, "take", &[slot, &end_of_type, &place]),
        _ => {
            let codec = reference(field, &reading(field, number, &quote!(Self)));
            call(field, "take", &[slot, &end_of_type, &place, &codec])
        }
    };
    let take = quote_spanned!(end(field.ty)=> #take?);
    let Some(occurrence) = occurrence(field) else {
        return take;
    };
    let (take, count) = (across(field.ty, &take), count(field));
    let checked = counted(
        field,
        "read",
        &[&take, &count, &end_of_type, &place, &occurrence],
    );
    quote_spanned!(end(field.ty)=> #checked?)
}

/// The value of a field that has the position of the struct's element, which has this end.
pub(super) fn position(field: &Field<'_>, end_of_element: &TokenStream) -> TokenStream {
    let owner = of_type(field.ty, quote!(__rt::PositionField));
    quote_spanned!(end(field.ty)=> #owner::of(#end_of_element))
}

/// Checks that a value to be written has as many items as the keys say, if they do.
pub(super) fn check_occurrence(
    field: &Field<'_>,
    number: usize,
    value: &TokenStream,
) -> Option<TokenStream> {
    let occurrence = occurrence(field)?;
    let (to, number) = (variable(field, "__to"), self::number(field, number));
    let count = count(field);
    let check = counted(field, "write", &[value, &count, &to, &number, &occurrence]);
    Some(check)
}

fn occurrence(field: &Field<'_>) -> Option<TokenStream> {
    let Occurrence { min, max } = field.occurrence?;
    let min = literal(min);
    let max = option(max.map(literal));
    let occurrence = quote!(__rt::Occurrence { min: #min, max: #max });
    Some(across(field.ty, &occurrence))
}

/// The function that counts the items. The field's type names it, so that a type without items is reported once.
fn count(field: &Field<'_>) -> TokenStream {
    let owner = of_type(field.ty, quote!(__rt::occurrence::Counted));
    quote_spanned!(end(field.ty)=> #owner::count)
}

/// A call of a function about the occurrence, on the field's type.
fn counted(field: &Field<'_>, function: &str, arguments: &[&dyn ToTokens]) -> TokenStream {
    let (start, end) = (at_type(field.ty), end(field.ty));
    let function = Ident::new(function, end);
    let arguments = quote_spanned!(end=> (#(#arguments),*));
    quote_spanned!(start=> __rt::occurrence::#function #arguments)
}

/// Whether the field may be absent, as a constant, where that can be asked.
pub(super) fn is_optional(
    field: &Field<'_>,
    number: usize,
    this: &TokenStream,
) -> Option<TokenStream> {
    let ty = field.ty;
    match &field.role {
        // Attributes may always be absent.
        Role::Text | Role::AnyAttribute | Role::Skip | Role::Position => None,
        Role::Flatten => Some(quote_spanned!(at_type(ty)=> __rt::flattened::is_optional::<#ty>())),
        _ => {
            let codec = reading(field, number, this);
            Some(quote_spanned!(at_type(ty)=> __rt::element::is_optional::<#ty, _>(&#codec)))
        }
    }
}

/// The codec that reads the field; `this` is the type that has it.
fn reading(field: &Field<'_>, number: usize, this: &TokenStream) -> TokenStream {
    let end = end(field.ty);
    whole(
        field,
        number,
        this,
        |leaf| quote_spanned!(end=> __rt::#leaf),
    )
}

/// The codec that writes the field. Its innermost one is named by the field's type: where that does not fit, there is
/// no codec to say more of.
pub(super) fn writing(field: &Field<'_>, number: usize) -> TokenStream {
    whole(field, number, &quote!(Self), |leaf| {
        let name = if leaf == "Plain" { "PLAIN" } else { "TEXT" };
        let constant = Ident::new(name, end(field.ty));
        let owner = item_trait(field);
        quote_spanned!(end(field.ty)=> #owner::#constant)
    })
}

fn whole(
    field: &Field<'_>,
    number: usize,
    this: &TokenStream,
    leaf: impl Fn(Ident) -> TokenStream,
) -> TokenStream {
    let (form, end) = (&field.form, end(field.ty));
    let leaf = |name| leaf(Ident::new(name, end));
    let nested = |is_wanted: bool, outer: &str, inner: TokenStream| {
        if !is_wanted {
            return inner;
        }
        let outer = Ident::new(outer, end);
        quote_spanned!(end=> __rt::#outer(#inner))
    };
    let text = || {
        let text = match &form.spelling {
            Spelling::With(module) => {
                let read = quote_spanned!(at(module)=> #module::from_text);
                let write = quote_spanned!(at(module)=> #module::to_text);
                quote_spanned!(end=> __rt::With(#read, #write))
            }
            Spelling::Base64 => bytes(field, "BASE64"),
            Spelling::Hex => bytes(field, "HEX"),
            Spelling::OfType => leaf("PlainText"),
        };
        let text = nested(form.list, "List", text);
        nested(form.cdata, "CData", text)
    };
    if matches!(field.role, Role::Attribute(_) | Role::Text) {
        return text();
    }
    let element = if form.has_text() {
        nested(true, "AsText", text())
    } else {
        leaf("Plain")
    };
    let is_nil_wrapper = field.is_nil_wrapper();
    let element = nested(form.nillable && !is_nil_wrapper, "AsNillable", element);
    let element = nested(field.is_nillable_item(), "AsNillableType", element);
    let info = || quote_spanned!(end=> <#this as __rt::Root>::INFO);
    let element = match &field.role {
        Role::Wrapper(_, Some(_)) => {
            let (info, number) = (info(), literal(number));
            quote_spanned!(end=> __rt::Wrapper(#info, #number, #element))
        }
        Role::Wrapper(_, None) => {
            let info = info();
            quote_spanned!(end=> __rt::FlatWrapper(#info))
        }
        _ => element,
    };
    let element = nested(is_nil_wrapper, "AsNillable", element);
    nested(field.is_nillable_type(), "AsNillableType", element)
}

/// The codec of bytes, which the field's type names if it is made of them.
fn bytes(field: &Field<'_>, spelling: &str) -> TokenStream {
    let (form, end) = (&field.form, end(field.ty));
    let constant = Ident::new(spelling, end);
    let is_inside = matches!(field.role, Role::Wrapper(..)) || field.is_nillable_type();
    if form.list || form.nillable || is_inside {
        return quote_spanned!(end=> __rt::Binary::#constant);
    }
    let owner = item_trait(field);
    quote_spanned!(end=> #owner::#constant)
}

/// What stands in the elements, for the table, if it may be more than text.
pub(super) fn items(field: &Field<'_>) -> Option<TokenStream> {
    if let Some(content) = content(field) {
        return Some(quote!(__rt::Items::optional(<#content as __rt::WriteElement>::TABLE)));
    }
    if field.form.has_text() {
        return None;
    }
    let item = item_trait(field)?;
    Some(quote_spanned!(end(field.ty)=> #item::ITEMS))
}

/// The type of what stands in the elements, if it may be more than text, and is not the type of an item.
pub(super) fn content(field: &Field<'_>) -> Option<TokenStream> {
    let form = &field.form;
    if form.has_text() {
        return None;
    }
    match &field.role {
        Role::Wrapper(_, Some(_)) if form.nillable && !field.is_nil_wrapper() => {
            let entry = entry(field);
            Some(quote!(<#entry as __rt::NillableField>::Content))
        }
        Role::Wrapper(..) => Some(entry(field)),
        _ if form.nillable => {
            let item = item_trait(field)?;
            Some(quote!(#item::Content))
        }
        _ => None,
    }
}

/// The type of the values inside, behind all that keys and `Option` and `Vec` put around them.
pub(super) fn innermost(field: &Field<'_>) -> TokenStream {
    let form = &field.form;
    let is_wrapped = matches!(field.role, Role::Wrapper(..));
    let is_nillable = form.nillable && !field.is_nil_wrapper();
    let layers = [
        (
            field.is_nillable_type(),
            quote!(NillableTypeField),
            quote!(Content),
        ),
        (is_wrapped, quote!(ListField), quote!(Entry)),
        (
            field.is_nillable_item(),
            quote!(NillableTypeField),
            quote!(Content),
        ),
        (is_nillable, quote!(NillableField), quote!(Content)),
        (form.list, quote!(ListField), quote!(Entry)),
    ];
    let ty = field.ty;
    let layers = layers.into_iter().filter(|(has_layer, ..)| *has_layer);
    let inner = layers.fold(None, |inner: Option<TokenStream>, (_, name, what)| {
        let owner = inner.unwrap_or_else(|| quote!(#ty));
        Some(quote!(<#owner as __rt::#name>::#what))
    });
    inner.unwrap_or_else(|| {
        let item = item_trait(field);
        quote!(#item::Item)
    })
}

/// What the list in a wrapper has.
pub(super) fn entry(field: &Field<'_>) -> TokenStream {
    if field.is_nillable_type() {
        let list = of_type(field.ty, quote!(__rt::NillableTypeField));
        return quote!(<#list::Content as __rt::ListField>::Entry);
    }
    let list = of_type(field.ty, quote!(__rt::ListField));
    quote!(#list::Entry)
}
