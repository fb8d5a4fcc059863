//! What can be written: text, or an element.

use super::text::TextOut;
use super::writer::Writer;
use crate::xml::namespace::{ElementName, TypeInfo};

/// A type that is written as text: a simple type.
///
/// The counterpart of [`ReadText`](crate::xml::ReadText).
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

/// A type that is written as an element.
///
/// The counterpart of [`ReadElement`](crate::xml::ReadElement).
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; as fields, `Option` and `Vec` of such types work as well, but not inside each other"
)]
pub trait WriteElement {
    /// Writes the element, from its start tag to its end tag.
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>);

    /// The table of the type, in which the document element finds the prefixes to declare.
    #[doc(hidden)]
    #[must_use]
    fn info() -> &'static TypeInfo {
        TypeInfo::NONE
    }
}

// A box is as what is in it. It has to be decided here and not for fields, because `Box` is
// fundamental: other crates may implement foreign traits for boxes of their own types.

impl<T: WriteElement> WriteElement for Box<T> {
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
        T::write_element(self, writer, name);
    }

    fn info() -> &'static TypeInfo {
        T::info()
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
