//! Codecs of text.

use std::fmt::Display;

use crate::error::Result;
use crate::xml::read::{ReadText, TextIn};
use crate::xml::syntax::Place;
use crate::xml::write::{TextOut, WriteText, Writer};

/// Reads a value from text.
#[diagnostic::on_unimplemented(
    message = "`{I}` cannot be read as the keys of its field say",
    note = "see the keys `list`, `with`, `cdata`, `nillable` and `wrapper`"
)]
pub trait ReadTextAs<'de, I> {
    /// Reads the text.
    ///
    /// # Errors
    ///
    /// If it is not a value.
    fn read_text(&self, text: TextIn<'_, 'de>) -> Result<I>;
}

/// Writes a value as text.
#[diagnostic::on_unimplemented(
    message = "`{I}` cannot be written as the keys of its field say",
    note = "see the keys `list`, `with`, `cdata`, `nillable` and `wrapper`"
)]
pub trait WriteTextAs<I> {
    /// Whether [`declare`](Self::declare) does something.
    const DECLARES: bool = false;

    /// Declares the prefixes that the text needs.
    fn declare(&self, _value: &I, _writer: &mut Writer) {}

    /// Writes the text.
    fn write_text(&self, value: &I, out: &mut TextOut<'_>);
}

/// As the value's type says.
#[derive(Clone, Copy)]
pub struct Plain;

impl<'de, I: ReadText<'de>> ReadTextAs<'de, I> for Plain {
    fn read_text(&self, text: TextIn<'_, 'de>) -> Result<I> {
        I::read_text(text)
    }
}

impl<I: WriteText> WriteTextAs<I> for Plain {
    const DECLARES: bool = I::DECLARES;

    fn declare(&self, value: &I, writer: &mut Writer) {
        value.declare(writer);
    }

    fn write_text(&self, value: &I, out: &mut TextOut<'_>) {
        value.write_text(out);
    }
}

/// By a function of the program, which gets the text without white space at its ends.
#[derive(Clone, Copy)]
pub struct ReadWith<F>(pub F);

impl<I, E: Display, F: Fn(&str) -> Result<I, E>> ReadTextAs<'_, I> for ReadWith<F> {
    fn read_text(&self, text: TextIn<'_, '_>) -> Result<I> {
        self.0(text.token()).map_err(|error| text.invalid(format!("valid: {error}")))
    }
}

/// By a function of the program.
#[derive(Clone, Copy)]
pub struct WriteWith<F>(pub F);

/// A function whose result may borrow from its argument, or not.
pub trait ToText<'a, I: 'a>: Fn(&'a I) -> Self::Text {
    /// The text.
    type Text: AsRef<str>;
}

impl<'a, I: 'a, T: AsRef<str>, F: Fn(&'a I) -> T> ToText<'a, I> for F {
    type Text = T;
}

impl<I, F: for<'a> ToText<'a, I>> WriteTextAs<I> for WriteWith<F> {
    fn write_text(&self, value: &I, out: &mut TextOut<'_>) {
        out.push(self.0(value).as_ref());
    }
}

/// A list, its entries separated by white space (XML Schema part 2, section 2.5.1.2).
#[derive(Clone, Copy)]
pub struct List<C>(pub C);

impl<'de, I, C: ReadTextAs<'de, I>> ReadTextAs<'de, Vec<I>> for List<C> {
    fn read_text(&self, text: TextIn<'_, 'de>) -> Result<Vec<I>> {
        text.words().map(|word| self.0.read_text(word)).collect()
    }
}

impl<I, C: WriteTextAs<I>> WriteTextAs<Vec<I>> for List<C> {
    const DECLARES: bool = C::DECLARES;

    fn declare(&self, value: &Vec<I>, writer: &mut Writer) {
        for entry in value {
            self.0.declare(entry, writer);
        }
    }

    fn write_text(&self, value: &Vec<I>, out: &mut TextOut<'_>) {
        for (index, entry) in value.iter().enumerate() {
            if index > 0 {
                out.push_plain(" ");
            }
            let from = out.writer.length();
            self.0.write_text(entry, out);
            if !out.is_word(from) {
                out.fail(
                    "an entry of a list that is empty or has white space, which separates entries",
                );
            }
        }
    }
}

/// As a CDATA section (XML 1.0 section 2.7).
#[derive(Clone, Copy)]
pub struct CData<C>(pub C);

impl<I, C: WriteTextAs<I>> WriteTextAs<I> for CData<C> {
    const DECLARES: bool = C::DECLARES;

    fn declare(&self, value: &I, writer: &mut Writer) {
        self.0.declare(value, writer);
    }

    fn write_text(&self, value: &I, out: &mut TextOut<'_>) {
        let from = out.writer.length();
        self.0.write_text(
            value,
            &mut TextOut {
                writer: out.writer,
                place: Place::CData,
            },
        );
        out.writer.enclose_cdata(from);
    }
}

/// A value with its codec, as a type that is text.
pub(super) struct Coded<'a, I, C>(pub(super) &'a I, pub(super) &'a C);

impl<I, C: WriteTextAs<I>> WriteText for Coded<'_, I, C> {
    const DECLARES: bool = C::DECLARES;

    fn declare(&self, writer: &mut Writer) {
        self.1.declare(self.0, writer);
    }

    fn write_text(&self, out: &mut TextOut<'_>) {
        self.1.write_text(self.0, out);
    }
}
