//! Structs with named fields, and choices: enums whose variants are fields, one of which stands. What a table
//! cannot say of them, the derive generates: how a field is filled, what the value is in the end, how it is written.

mod ahead;
mod here;
mod inner;
mod items_ahead;
mod open;
mod read;
mod reading;
mod write;

pub use self::ahead::{InOrder, read_fields_ahead};
pub(super) use self::here::read_text_item;
pub(crate) use self::open::Open;
pub use self::read::read_fields;
pub use self::write::{Children, write_fields};
pub(crate) use self::write::{Owner, write_fields_content};

use super::offer::Offer;
use super::root::Root;
use crate::error::{Error, ErrorKind, Result};
use crate::xml::namespace::{FieldInfo, Place, TypeInfo};
use crate::xml::read::Reader;
use crate::xml::write::{WriteElement, Writer};

/// A type whose fields are read part by part.
///
/// The state is apart from the value, so that recursion through [`fill`](Self::fill) needs little of the stack.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait ReadFields<'de>: Root + Sized {
    /// What has been read so far.
    type State;

    /// Whether there is [`read_in_order`](Self::read_in_order).
    const IS_READ_IN_ORDER: bool = false;

    /// Reads all fields ahead in their order, without a state, if what stands next is as expected. The reader goes into the content for
    /// the fields there alone.
    ///
    /// It is generated where code is optimized, and only there: it spares a tenth of the instructions of reading, and would be a
    /// quarter of what `cargo check` takes.
    #[must_use]
    fn read_in_order(_fields: &mut InOrder<'_, 'de, Self>) -> Option<Self> {
        None
    }

    /// The state before anything has been read.
    fn start() -> Self::State;

    /// The state of a choice before anything has been read of the variant of this number.
    #[must_use]
    fn choose(_variant: usize) -> Self::State {
        Self::start()
    }

    /// Reads what is offered into the field of this number, if there is room for it.
    fn fill<O: Offer>(
        _state: &mut Self::State,
        _field: usize,
        offer: O,
        _reader: &mut Reader<'de>,
    ) -> O::Answer {
        offer.refuse()
    }

    /// The value.
    ///
    /// # Errors
    ///
    /// If something is missing.
    fn finish(state: &mut Self::State, end: End<'_, 'de>) -> Result<Self>;
}

/// Each field is an element that says which namespace it is in.
#[derive(Debug)]
pub struct Yes;

/// There are other fields.
#[derive(Debug)]
pub struct No;

/// A type whose fields are written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait WriteFields: Root + WriteElement + Sized {
    /// Whether the fields can be header blocks: [`Yes`] or [`No`], as far as the macro can tell.
    type AsHeader;

    /// Writes the attributes.
    fn write_attributes(&self, _writer: &mut Writer) {}

    /// Declares what attributes of any name need.
    fn declare_any_attributes(&self, _writer: &mut Writer) {}

    /// Writes these attributes.
    fn write_any_attributes(&self, _writer: &mut Writer) {}

    /// Writes the children, or the text.
    fn write_content(&self, _children: &mut Children<'_>) {}
}

/// The end of a type in a document: where it is said what is missing.
#[derive(Clone, Copy)]
pub struct End<'r, 'de> {
    pub(super) reader: &'r Reader<'de>,
    info: &'static TypeInfo,
}

impl<'r, 'de> End<'r, 'de> {
    /// That of the type whose element the reader stands in.
    #[must_use]
    pub const fn of<T: Root>(reader: &'r Reader<'de>) -> Self {
        Self {
            reader,
            info: T::INFO,
        }
    }

    /// The field of this number.
    pub(super) const fn field(self, number: usize) -> &'static FieldInfo {
        self.info.field(number)
    }

    /// The field of this number is missing.
    #[cold]
    pub(super) fn missing(self, field: usize) -> Error {
        let field = self.field(field);
        let local = field.tags.local();
        match field.place {
            Place::Attribute => {
                let missing = ErrorKind::MissingAttribute(local.to_owned());
                self.reader.error(missing)
            }
            Place::Text => {
                let missing = ErrorKind::MissingElement("text".to_owned());
                self.reader.error(missing)
            }
            Place::AnyElement | Place::AnyOfNamespace => self.reader.missing_element("*"),
            _ => self.reader.missing_element(local),
        }
    }

    /// No variant of the choice stands.
    #[must_use]
    #[cold]
    pub fn missing_choice(self) -> Error {
        let mut names = Vec::new();
        self.info.add_first_elements(&mut names);
        self.reader.missing_choice(&names)
    }
}

// A box is as what is in it, and so is a reference where it is written.

impl<'de, T: ReadFields<'de>> ReadFields<'de> for Box<T> {
    type State = T::State;

    fn start() -> Self::State {
        T::start()
    }

    fn choose(variant: usize) -> Self::State {
        T::choose(variant)
    }

    fn fill<O: Offer>(
        state: &mut Self::State,
        field: usize,
        offer: O,
        reader: &mut Reader<'de>,
    ) -> O::Answer {
        T::fill(state, field, offer, reader)
    }

    fn finish(state: &mut Self::State, end: End<'_, 'de>) -> Result<Self> {
        T::finish(state, end).map(Self::new)
    }
}

macro_rules! written_as_inside {
    ($($pointer:ty),*) => {
        $(
            impl<T: WriteFields> WriteFields for $pointer {
                type AsHeader = T::AsHeader;

                fn write_attributes(&self, writer: &mut Writer) {
                    T::write_attributes(self, writer);
                }

                fn declare_any_attributes(&self, writer: &mut Writer) {
                    T::declare_any_attributes(self, writer);
                }

                fn write_any_attributes(&self, writer: &mut Writer) {
                    T::write_any_attributes(self, writer);
                }

                fn write_content(&self, children: &mut Children<'_>) {
                    T::write_content(self, children);
                }
            }
        )*
    };
}

written_as_inside!(Box<T>, &T);
