//! Which items a field has, by its type and the key that says how they stand: `u8` of a field `Vec<u8>`
//! that is elements, `Vec<u8>` of the same field as a `list`.
//!
//! Each trait has the codec of the values inside as a constant, so that a type that does not fit is an error
//! about the type, where the field names it.

use super::codec::{Binary, Plain, PlainText};
use crate::xml::namespace::{FieldExtras, FieldInfo, Items};
use crate::xml::read::{ReadElement, ReadText};
use crate::xml::value::{Base64Binary, Bytes, HexBinary};
use crate::xml::write::{WriteElement, WriteText};

use super::fields::WriteFields;
use super::nillable::Nillable;
use super::occurs::{Occurs, Single};

/// The type of a field that is elements.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; `Option` and `Vec` of such types work as well; an `Option` of a `Vec` needs the key `wrapper` or `list`",
    note = "types of `chrono`, `jiff`, `rust_decimal`, `time`, `url` and `uuid` need the feature of `um-messages` of that name"
)]
pub trait ElementField: Sized {
    /// What one element is.
    type Item;
    /// The codec of an element.
    const PLAIN: Plain = Plain;

    /// The items, for the table of the type that has the field.
    const ITEMS: Items;
}

#[diagnostic::do_not_recommend]
impl<T: WriteElement> ElementField for T {
    type Item = T;

    const ITEMS: Items = Items::once(T::TABLE);
}

impl<T: WriteElement> ElementField for Option<T> {
    type Item = T;

    const ITEMS: Items = Items::optional(T::TABLE);
}

impl<T: WriteElement> ElementField for Vec<T> {
    type Item = T;

    const ITEMS: Items = Items::repeated(T::TABLE);
}

/// The type of a field that is elements, written, where it is a type parameter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; `Option` and `Vec` of such types work as well"
)]
pub trait WriteElementField:
    ElementField<Item: WriteElement> + Occurs<<Self as ElementField>::Item>
{
}

#[diagnostic::do_not_recommend]
impl<F> WriteElementField for F where
    F: ElementField<Item: WriteElement> + Occurs<<F as ElementField>::Item>
{
}

/// The same, read and written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; `Option` and `Vec` of such types work as well"
)]
pub trait ReadElementField<'de>: WriteElementField + ElementField<Item: ReadElement<'de>> {}

#[diagnostic::do_not_recommend]
impl<'de, F> ReadElementField<'de> for F where
    F: WriteElementField + ElementField<Item: ReadElement<'de>>
{
}

/// The type of a field that is an attribute or text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an attribute or text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`",
    note = "for a `Vec` of them, separated by white space, add the key `list`",
    note = "for a type of your own implement `um_messages::xml::SimpleType` and call `um_messages::xml::simple_type!`",
    note = "types of `chrono`, `jiff`, `rust_decimal`, `time`, `url` and `uuid` need the feature of `um-messages` of that name"
)]
pub trait TextField: Sized {
    /// The value.
    type Item;
    /// The codec of the value.
    const TEXT: PlainText = PlainText;
}

#[diagnostic::do_not_recommend]
impl<T: WriteText> TextField for T {
    type Item = T;
}

impl<T: WriteText> TextField for Option<T> {
    type Item = T;
}

/// The type of a field that is an attribute or text, written, where it is a type parameter.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an attribute or text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`"
)]
pub trait WriteTextField: TextField<Item: WriteText> + Single<<Self as TextField>::Item> {}

#[diagnostic::do_not_recommend]
impl<F> WriteTextField for F where F: TextField<Item: WriteText> + Single<<F as TextField>::Item> {}

/// The same, read and written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be an attribute or text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`"
)]
pub trait ReadTextField<'de>: WriteTextField + TextField<Item: ReadText<'de>> {}

#[diagnostic::do_not_recommend]
impl<'de, F> ReadTextField<'de> for F where F: WriteTextField + TextField<Item: ReadText<'de>> {}

/// The type of a field with `list` or `wrapper`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list",
    note = "`list` and `wrapper` take a `Vec`, or an `Option` of one"
)]
pub trait ListField: Sized {
    /// The type itself. A type that does not fit has no such impl, so that the compiler says that alone.
    type Field;
    /// The list.
    type Item;
    /// What the list has.
    type Entry;
    /// The codec of an entry that is an element.
    const PLAIN: Plain = Plain;
    /// The codec of an entry that is text.
    const TEXT: PlainText = PlainText;

    /// The field.
    fn field(&self) -> &Self::Field;
}

impl<T> ListField for Vec<T> {
    type Field = Self;
    type Item = Self;
    type Entry = T;

    #[inline]
    fn field(&self) -> &Self {
        self
    }
}

impl<T> ListField for Option<Vec<T>> {
    type Field = Self;
    type Item = Vec<T>;
    type Entry = T;

    #[inline]
    fn field(&self) -> &Self {
        self
    }
}

/// The type of a field with `nillable`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be nil",
    note = "`nillable` takes an `Option`, whose `None` is nil, or a `Vec` of such",
    note = "for an element that can be absent as well as nil use `Option<um_messages::xml::Nillable<T>>`, without a key"
)]
pub trait NillableField: Sized {
    /// The type itself. A type that does not fit has no such impl, so that the compiler says that alone.
    type Field;
    /// What is nil, or is not.
    type Item;
    /// What it is if it is not nil.
    type Content;
    /// The codec of what is not nil, in an element: `<Caller><Name>Ann</Name></Caller>`.
    const PLAIN: Plain = Plain;
    /// The codec of what is not nil, as text: `<Id>7</Id>`.
    const TEXT: PlainText = PlainText;

    /// The field.
    fn field(&self) -> &Self::Field;
}

impl<T> NillableField for Option<T> {
    type Field = Self;
    type Item = Self;
    type Content = T;

    #[inline]
    fn field(&self) -> &Self {
        self
    }
}

impl<T> NillableField for Vec<Option<T>> {
    type Field = Self;
    type Item = Option<T>;
    type Content = T;

    #[inline]
    fn field(&self) -> &Self {
        self
    }
}

/// The type of a field that says itself that its elements may be nil, where a key says how what is not nil stands.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not `Nillable`, or an `Option` or `Vec` of it",
    note = "see the keys `list`, `with`, `cdata` and `wrapper`"
)]
pub trait NillableTypeField: Sized {
    /// What is nil, or is not.
    type Item;
    /// What it is if it is not nil.
    type Content;
    /// The codec of what is not nil, in an element.
    const PLAIN: Plain = Plain;
    /// The codec of what is not nil, as text.
    const TEXT: PlainText = PlainText;
}

impl<T> NillableTypeField for Nillable<T> {
    type Item = Self;
    type Content = T;
}

impl<T> NillableTypeField for Option<Nillable<T>> {
    type Item = Nillable<T>;
    type Content = T;
}

impl<T> NillableTypeField for Vec<Nillable<T>> {
    type Item = Nillable<T>;
    type Content = T;
}

/// The type of a field with `cdata`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as text",
    note = "`cdata` takes a simple type, or an `Option` or `Vec` of one"
)]
pub trait CDataField: Sized {
    /// The value.
    type Item;
    /// The codec of the value.
    const TEXT: PlainText = PlainText;
}

#[diagnostic::do_not_recommend]
impl<T: WriteText> CDataField for T {
    type Item = T;
}

impl<T: WriteText> CDataField for Option<T> {
    type Item = T;
}

impl<T: WriteText> CDataField for Vec<T> {
    type Item = T;
}

/// The type of a field with `base64` or `hex`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not bytes",
    note = "`base64` and `hex` take a `Vec<u8>`, `[u8; N]`, `Cow<[u8]>` or `Box<[u8]>`, or an `Option` or `Vec` of one"
)]
pub trait BytesField: Sized {
    /// The bytes.
    type Item;
    /// The codec of the bytes, as base64.
    const BASE64: Binary<Base64Binary> = Binary::BASE64;
    /// The codec of the bytes, as hexadecimal digits.
    const HEX: Binary<HexBinary> = Binary::HEX;
}

#[diagnostic::do_not_recommend]
impl<T: Bytes> BytesField for T {
    type Item = T;
}

impl<T: Bytes> BytesField for Option<T> {
    type Item = T;
}

impl<T: Bytes> BytesField for Vec<T> {
    type Item = T;
}

/// The type of a field with `flatten`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait FlattenField: Sized {
    /// The struct or the choice.
    type Item: WriteFields;
    /// What the field is in the table of the type that has it.
    const FIELD: FieldInfo;
}

#[diagnostic::do_not_recommend]
impl<T: WriteFields> FlattenField for T {
    type Item = T;
    const FIELD: FieldInfo = FieldInfo::flattened(
        &FieldExtras::flattened(T::INFO, false),
        Items::once(T::TABLE),
    );
}

impl<T: WriteFields> FlattenField for Option<T> {
    type Item = T;
    const FIELD: FieldInfo = FieldInfo::flattened(
        &FieldExtras::flattened(T::INFO, false),
        Items::optional(T::TABLE),
    );
}

impl<T: WriteFields> FlattenField for Vec<T> {
    type Item = T;
    const FIELD: FieldInfo = FieldInfo::flattened(
        &FieldExtras::flattened(T::INFO, true),
        Items::optional(T::TABLE),
    );
}
