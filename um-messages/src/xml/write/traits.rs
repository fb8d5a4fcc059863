//! What can be written: text, or an element.

use super::text::TextOut;
use super::writer::Writer;
#[cfg(feature = "schema")]
use crate::xml::description::Description;
use crate::xml::namespace::{ElementName, Table};

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

    /// What the type is in a schema; any text, where nobody says more.
    #[cfg(feature = "schema")]
    #[must_use]
    fn description() -> Description {
        Description::string()
    }
}

/// A type that is written as an element.
///
/// The counterpart of [`ReadElement`](crate::xml::ReadElement). Derived with `SoapType` or `SoapMessage`; by hand it is
/// for a shape that no key describes, such as text beside an element:
///
/// ```
/// use um_messages::xml::{self, Element, ElementName, ReadElement, Reader, WriteElement, Writer};
/// use um_messages::{Error, Result, SoapType};
///
/// /// `<Price Currency="EUR">12.50<Note>net</Note></Price>`
/// #[derive(Debug, PartialEq)]
/// struct Price {
///     currency: String,
///     amount: String,
///     note: Option<String>,
/// }
///
/// impl WriteElement for Price {
///     fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
///         let tag = writer.start_tag(name).attribute("", "Currency", &self.currency);
///         tag.content(|content| {
///             content.text(&self.amount);
///             if let Some(note) = &self.note {
///                 content.child("Note", note);
///             }
///         });
///     }
/// }
///
/// impl<'de> ReadElement<'de> for Price {
///     fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
///         let element = Element::read_element(reader)?;
///         let note = element.children().find(|child| child.name().local() == "Note");
///         Ok(Self {
///             currency: element.attribute("", "Currency").unwrap_or("EUR").to_owned(),
///             amount: element.text(),
///             note: note.map(Element::read).transpose()?,
///         })
///     }
/// }
///
/// #[derive(Debug, PartialEq, SoapType)]
/// #[soap(namespace = "urn:shop", prefix = "s")]
/// struct Book {
///     title: String,
///     price: Price,
/// }
///
/// let price = Price { currency: "EUR".into(), amount: "12.50".into(), note: Some("net".into()) };
/// let book = Book { title: "Emma".into(), price };
/// let document = r#"<s:Book xmlns:s="urn:shop"><s:Title>Emma</s:Title><s:Price Currency="EUR">12.50<s:Note>net</s:Note></s:Price></s:Book>"#;
/// assert_eq!(xml::to_string(&book)?, document);
/// assert_eq!(xml::from_str::<Book>(document)?, book);
/// # Ok::<(), Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written as an element",
    label = "not a type of elements",
    note = "add `#[derive(SoapType)]` to `{Self}`; as fields, `Option` and `Vec` of such types work as well, but not inside each other"
)]
pub trait WriteElement {
    /// Writes the element, from its start tag to its end tag: one element, of this name. A value that has none makes the
    /// message an error with [`Writer::fail`].
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>);

    /// The table of the type, in which the document element finds the prefixes to declare.
    #[doc(hidden)]
    const TABLE: Table = None;

    /// Whether the element has that of one of several variants in it.
    #[doc(hidden)]
    const IS_CHOICE: bool = false;

    /// What the type is in a schema.
    #[cfg(feature = "schema")]
    #[must_use]
    fn description() -> Description {
        Description::unknown()
    }
}

/// What the type is in a schema, as a function of an implementation: none without the feature `schema`.
#[cfg(feature = "schema")]
#[doc(hidden)]
#[macro_export]
macro_rules! __described {
    ($description:expr) => {
        fn description() -> $crate::xml::Description {
            $description
        }
    };
}

/// What the type is in a schema, as a function of an implementation: none without the feature `schema`.
#[cfg(not(feature = "schema"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __described {
    ($description:expr) => {};
}

// A box and a reference are as what is behind them. It has to be decided here and not for fields, because both are
// fundamental: other crates may implement foreign traits for boxes of their own types.

macro_rules! written_as_inside {
    ($($pointer:ty),*) => {
        $(
            impl<T: WriteElement> WriteElement for $pointer {
                fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
                    T::write_element(self, writer, name);
                }

                const TABLE: Table = T::TABLE;
                const IS_CHOICE: bool = T::IS_CHOICE;

                crate::__described! {
                    T::description()
                }
            }

            impl<T: WriteText> WriteText for $pointer {
                const DECLARES: bool = T::DECLARES;

                fn declare(&self, writer: &mut Writer) {
                    T::declare(self, writer);
                }

                fn write_text(&self, out: &mut TextOut<'_>) {
                    T::write_text(self, out);
                }

                crate::__described! {
                    T::description()
                }
            }
        )*
    };
}

written_as_inside!(Box<T>, &T);
