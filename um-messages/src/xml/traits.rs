//! The traits behind the derives.
//!
//! Text and elements are apart: what can be a text value ([`ReadText`], [`WriteText`]) can stand in
//! an attribute, what can be an element ([`ReadElement`], [`WriteElement`]) cannot, so that
//! a struct in an attribute does not compile. How often a field stands (`T`, `Option<T>`,
//! `Vec<T>`) is decided by [`ReadField`] and [`WriteField`], and only there.

use std::borrow::Cow;

use super::names::{AttributeName, ElementName, Fact};
use super::reader::Reader;
use super::text::{TextIn, TextOut};
use super::writer::Writer;
use crate::error::{ErrorKind, Result};

/// A type that is read from text: a simple type.
///
/// Derived for enums of unit variants. For a type of your own implement [`SimpleType`], which is
/// less work, and call [`simple_type!`](crate::xml::simple_type).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`",
    note = "for a type of your own implement `um_messages::xml::SimpleType` and call `um_messages::xml::simple_type!`"
)]
pub trait ReadText<'de>: Sized {
    /// Reads the text.
    ///
    /// # Errors
    ///
    /// If it is not a value of the type; [`TextIn::invalid`] makes the error.
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self>;
}

/// A type that is written as text: a simple type.
///
/// The counterpart of [`ReadText`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as text",
    label = "not a simple type",
    note = "only simple types can be attributes or text: numbers, strings, enums of unit variants with `#[derive(SoapType)]`",
    note = "for a type of your own implement `um_messages::xml::SimpleType` and call `um_messages::xml::simple_type!`"
)]
pub trait WriteText {
    /// Whether [`declare`](Self::declare) does something.
    const DECLARES: bool = false;

    /// Declares the prefixes that the text needs, on the element where the text will stand.
    fn declare(&self, _writer: &mut Writer) {}

    /// Writes the text.
    fn write_text(&self, out: &mut TextOut<'_>);
}

/// A simple type of one's own: from text and to text.
///
/// [`simple_type!`](crate::xml::simple_type) makes an element and attribute type of it. The text to read has no
/// white space at its ends.
///
/// ```
/// use std::borrow::Cow;
/// use um_messages::xml::{self, SimpleType};
///
/// #[derive(Debug, PartialEq)]
/// struct Cents(i64);
///
/// impl SimpleType for Cents {
///     type Error = &'static str;
///
///     fn from_text(text: &str) -> Result<Self, Self::Error> {
///         let (euros, cents) = text.split_once('.').ok_or("an amount with two decimals")?;
///         let parse = |number: &str| number.parse::<i64>().map_err(|_| "an amount of money");
///         Ok(Cents(parse(euros)? * 100 + parse(cents)?))
///     }
///
///     fn to_text(&self) -> Cow<'_, str> {
///         format!("{}.{:02}", self.0 / 100, self.0 % 100).into()
///     }
/// }
///
/// xml::simple_type!(Cents);
///
/// #[derive(Debug, PartialEq, um_messages::SoapType)]
/// struct Fee {
///     amount: Cents,
/// }
///
/// let fee = Fee { amount: Cents(1250) };
/// assert_eq!(xml::to_string(&fee)?, "<Fee><Amount>12.50</Amount></Fee>");
/// assert_eq!(xml::from_str::<Fee>("<Fee><Amount> 12.50 </Amount></Fee>")?, fee);
///
/// let error = xml::from_str::<Fee>("<Fee><Amount>12</Amount></Fee>").unwrap_err();
/// assert!(error.to_string().starts_with("`12` is not an amount with two decimals, in `Fee/Amount`"));
/// # Ok::<(), um_messages::Error>(())
/// ```
pub trait SimpleType: Sized {
    /// What is expected instead, as in "a date": it completes the sentence "`x` is not …".
    type Error: std::fmt::Display;

    /// Reads the text.
    ///
    /// # Errors
    ///
    /// What was expected instead.
    fn from_text(text: &str) -> Result<Self, Self::Error>;

    /// The text to write.
    fn to_text(&self) -> Cow<'_, str>;
}

/// A type that is read from an element.
///
/// Derived with `SoapType` or `SoapMessage`. The caller knows the element's name, so that one type
/// serves under many.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; as fields, `Option` and `Vec` of such types work as well, but not inside each other"
)]
pub trait ReadElement<'de>: Sized {
    /// Reads the element. The reader stands behind the start tag, and is left behind the end tag.
    ///
    /// # Errors
    ///
    /// If the element is not a value of the type.
    fn read_element(reader: &mut Reader<'de>) -> Result<Self>;
}

/// A type that is written as an element.
///
/// The counterpart of [`ReadElement`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; as fields, `Option` and `Vec` of such types work as well, but not inside each other"
)]
pub trait WriteElement {
    /// Writes the element, from its start tag to its end tag.
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>);

    /// The prefixes that the type and the types of its fields ask for.
    #[must_use]
    fn facts() -> &'static [Fact] {
        &[]
    }
}

/// How often a field's element stands: `T` once, `Option<T>` at most once, `Vec<T>` any number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read as a field",
    note = "add `#[derive(SoapType)]` to the type; `Option` and `Vec` of such types work as well, but not inside each other"
)]
pub trait ReadField<'de>: Sized {
    /// What has been read of the field so far.
    type Slot: Default;

    /// Whether the field may be absent.
    const OPTIONAL: bool;

    /// Reads an element of the field; the reader stands behind its start tag.
    ///
    /// # Errors
    ///
    /// If the element is not a value, or one too many.
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()>;

    /// Whether an element has been read.
    fn is_filled(slot: &Self::Slot) -> bool;

    /// The field's value, after all elements have been read.
    ///
    /// # Errors
    ///
    /// If the element is missing.
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>, name: &'static str) -> Result<Self>;
}

/// How a field's elements are written; the counterpart of [`ReadField`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as a field",
    note = "add `#[derive(SoapType)]` to the type; `Option` and `Vec` of such types work as well, but not inside each other"
)]
pub trait WriteField {
    /// Writes the element, all of them, or none.
    fn write_field(&self, writer: &mut Writer, name: ElementName<'_>);

    /// The prefixes that the field's type asks for.
    #[must_use]
    fn facts() -> &'static [Fact];
}

/// How often an attribute stands: `T` always, `Option<T>` perhaps.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from an attribute",
    note = "an attribute holds a simple type, or an `Option` of one"
)]
pub trait ReadAttribute<'de>: Sized {
    /// What has been read of the attribute so far.
    type Slot: Default;

    /// Whether the attribute may be absent.
    const OPTIONAL: bool;

    /// Reads the attribute.
    ///
    /// # Errors
    ///
    /// If it is not a value, or one too many (under another spelling of its name).
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>, index: usize) -> Result<()>;

    /// Whether the attribute has been read.
    fn is_filled(slot: &Self::Slot) -> bool;

    /// The attribute's value, after the start tag has been read.
    ///
    /// # Errors
    ///
    /// If the attribute is missing.
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>, name: &'static str) -> Result<Self>;
}

/// How an attribute is written; the counterpart of [`ReadAttribute`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as an attribute",
    note = "an attribute holds a simple type, or an `Option` of one"
)]
pub trait WriteAttribute {
    /// Writes the attribute, or nothing.
    fn write_attribute(&self, writer: &mut Writer, name: &AttributeName);
}

/// The text content of an element: `T`, or `Option<T>` where no text at all is `None`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from the text of an element",
    note = "`text` holds a simple type, or an `Option` of one"
)]
pub trait ReadContent<'de>: Sized {
    /// What has been read.
    type Slot: Default;

    /// Reads the text; the reader stands before it, and is left behind the end tag.
    ///
    /// # Errors
    ///
    /// If it is not a value.
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()>;

    /// The value.
    ///
    /// # Errors
    ///
    /// If nothing has been read.
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>) -> Result<Self>;
}

/// How the text content is written; the counterpart of [`ReadContent`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as the text of an element",
    note = "`text` holds a simple type, or an `Option` of one"
)]
pub trait WriteContent {
    /// Declares the prefixes that the text needs.
    fn declare(&self, writer: &mut Writer);

    /// Writes the text.
    fn write_content(&self, writer: &mut Writer);
}

/// A type that has an element name of its own: the root of a document, or an entry of a fault's
/// detail. Derived with `SoapType` and `SoapMessage`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no element name of its own",
    note = "add `#[derive(SoapType)]` to `{Self}`"
)]
pub trait Root {
    /// The local name.
    const NAME: &'static str;
    /// The namespace, empty for none.
    const NAMESPACE: &'static str;
    /// The prefix to write, empty for the default namespace.
    const PREFIX: &'static str;
}

// How often: the one place where `T`, `Option<T>` and `Vec<T>` differ.

impl<'de, T: ReadElement<'de>> ReadField<'de> for T {
    type Slot = Option<T>;
    const OPTIONAL: bool = false;

    #[inline]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        fill_once(slot, reader)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_some()
    }

    #[inline]
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>, name: &'static str) -> Result<Self> {
        slot.take().ok_or_else(|| reader.missing_element(name))
    }
}

impl<'de, T: ReadElement<'de>> ReadField<'de> for Option<T> {
    type Slot = Self;
    const OPTIONAL: bool = true;

    #[inline]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        fill_once(slot, reader)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_some()
    }

    #[inline]
    fn take(slot: &mut Self::Slot, _: &Reader<'de>, _: &'static str) -> Result<Self> {
        Ok(slot.take())
    }
}

impl<'de, T: ReadElement<'de>> ReadField<'de> for Vec<T> {
    type Slot = Self;
    const OPTIONAL: bool = true;

    #[inline(never)]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        slot.push(reader.read()?);
        Ok(())
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        !slot.is_empty()
    }

    #[inline]
    fn take(slot: &mut Self::Slot, _: &Reader<'de>, _: &'static str) -> Result<Self> {
        Ok(std::mem::take(slot))
    }
}

/// Out of line: one copy for each type, not for each field.
#[inline(never)]
fn fill_once<'de, T: ReadElement<'de>>(
    slot: &mut Option<T>,
    reader: &mut Reader<'de>,
) -> Result<()> {
    if slot.is_some() {
        return Err(reader.duplicate());
    }
    *slot = Some(reader.read()?);
    Ok(())
}

impl<T: WriteElement> WriteField for T {
    #[inline]
    fn write_field(&self, writer: &mut Writer, name: ElementName<'_>) {
        self.write_element(writer, name);
    }

    fn facts() -> &'static [Fact] {
        T::facts()
    }
}

impl<T: WriteElement> WriteField for Option<T> {
    #[inline]
    fn write_field(&self, writer: &mut Writer, name: ElementName<'_>) {
        if let Some(value) = self {
            value.write_element(writer, name);
        }
    }

    fn facts() -> &'static [Fact] {
        T::facts()
    }
}

impl<T: WriteElement> WriteField for Vec<T> {
    #[inline]
    fn write_field(&self, writer: &mut Writer, name: ElementName<'_>) {
        for value in self {
            value.write_element(writer, name);
        }
    }

    fn facts() -> &'static [Fact] {
        T::facts()
    }
}

impl<'de, T: ReadText<'de>> ReadAttribute<'de> for T {
    type Slot = Option<T>;
    const OPTIONAL: bool = false;

    #[inline]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>, index: usize) -> Result<()> {
        fill_attribute(slot, reader, index)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_some()
    }

    #[inline]
    fn take(slot: &mut Self::Slot, reader: &Reader<'de>, name: &'static str) -> Result<Self> {
        slot.take()
            .ok_or_else(|| reader.error(ErrorKind::MissingAttribute(name.to_owned())))
    }
}

impl<'de, T: ReadText<'de>> ReadAttribute<'de> for Option<T> {
    type Slot = Self;
    const OPTIONAL: bool = true;

    #[inline]
    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>, index: usize) -> Result<()> {
        fill_attribute(slot, reader, index)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_some()
    }

    #[inline]
    fn take(slot: &mut Self::Slot, _: &Reader<'de>, _: &'static str) -> Result<Self> {
        Ok(slot.take())
    }
}

#[inline(never)]
fn fill_attribute<'de, T: ReadText<'de>>(
    slot: &mut Option<T>,
    reader: &mut Reader<'de>,
    index: usize,
) -> Result<()> {
    if slot.is_some() {
        let name = reader.attribute_name(index).local().to_owned();
        return Err(reader.error(ErrorKind::Duplicate(name)));
    }
    *slot = Some(T::read_text(reader.attribute_text(index)?)?);
    Ok(())
}

impl<T: WriteText> WriteAttribute for T {
    #[inline]
    fn write_attribute(&self, writer: &mut Writer, name: &AttributeName) {
        writer.attribute(name, self);
    }
}

impl<T: WriteText> WriteAttribute for Option<T> {
    #[inline]
    fn write_attribute(&self, writer: &mut Writer, name: &AttributeName) {
        if let Some(value) = self {
            writer.attribute(name, value);
        }
    }
}

impl<'de, T: ReadText<'de>> ReadContent<'de> for T {
    type Slot = Option<T>;

    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        *slot = Some(T::read_text(reader.text()?)?);
        Ok(())
    }

    fn take(slot: &mut Self::Slot, reader: &Reader<'de>) -> Result<Self> {
        slot.take()
            .ok_or_else(|| reader.error(ErrorKind::MissingElement("text".to_owned())))
    }
}

impl<'de, T: ReadText<'de>> ReadContent<'de> for Option<T> {
    type Slot = Self;

    fn fill(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        let text = reader.text()?;
        if !text.as_str().is_empty() {
            *slot = Some(T::read_text(text)?);
        }
        Ok(())
    }

    fn take(slot: &mut Self::Slot, _: &Reader<'de>) -> Result<Self> {
        Ok(slot.take())
    }
}

impl<T: WriteText> WriteContent for T {
    #[inline]
    fn declare(&self, writer: &mut Writer) {
        WriteText::declare(self, writer);
    }

    #[inline]
    fn write_content(&self, writer: &mut Writer) {
        writer.text(self);
    }
}

impl<T: WriteText> WriteContent for Option<T> {
    fn declare(&self, writer: &mut Writer) {
        if let Some(value) = self {
            value.declare(writer);
        }
    }

    fn write_content(&self, writer: &mut Writer) {
        let Some(value) = self else { return };
        let before = writer.len();
        writer.text(value);
        if writer.len() == before {
            writer.fail("an empty text in an `Option`, which would be read as `None`".to_owned());
        }
    }
}

// A box is as what is in it. It has to be decided here and not for fields, because `Box` is
// fundamental: other crates may implement foreign traits for boxes of their own types.

impl<'de, T: ReadElement<'de>> ReadElement<'de> for Box<T> {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        T::read_element(reader).map(Self::new)
    }
}

impl<T: WriteElement> WriteElement for Box<T> {
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
        T::write_element(self, writer, name);
    }

    fn facts() -> &'static [Fact] {
        T::facts()
    }
}

impl<'de, T: ReadText<'de>> ReadText<'de> for Box<T> {
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        T::read_text(text).map(Self::new)
    }
}

impl<T: WriteText> WriteText for Box<T> {
    const DECLARES: bool = T::DECLARES;

    fn declare(&self, writer: &mut Writer) {
        T::declare(self, writer);
    }

    fn write_text(&self, out: &mut TextOut<'_>) {
        T::write_text(self, out);
    }
}

/// Bounds on the content of a newtype. A bound on a type without parameters must hold where it is
/// written, unless it mentions a bound lifetime; a newtype of a struct is no simple type, and must
/// compile all the same.
macro_rules! bound_for_newtypes {
    ($($name:ident<'x $(, $de:lifetime)?>: $bound:path;)*) => {
        $(
            #[doc(hidden)]
            pub trait $name<'x $(, $de)?>: $bound {}
            impl<'x $(, $de)?, T: $bound> $name<'x $(, $de)?> for T {}
        )*
    };
}

bound_for_newtypes! {
    ReadElementFor<'x, 'de>: ReadElement<'de>;
    ReadTextFor<'x, 'de>: ReadText<'de>;
    WriteElementFor<'x>: WriteElement;
    WriteTextFor<'x>: WriteText;
}
