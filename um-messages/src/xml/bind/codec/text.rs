//! Codecs of text.

use std::fmt::Display;

use super::Codec;
use super::binary::Binary;
use super::plain::PlainText;
use crate::error::{Result, Shown};
use crate::xml::bind::item::{BytesField, CDataField, ListField, TextField};
use crate::xml::read::{ReadText, TextIn};
use crate::xml::syntax::TextContext;
use crate::xml::value::{BinarySpelling, Bytes, read_bytes, write_bytes};
use crate::xml::write::{TextOut, WriteText, Writer};

/// Reads an item from text.
#[diagnostic::on_unimplemented(
    message = "`{I}` cannot be read as the keys of its field say",
    note = "see the keys `list`, `with`, `base64`, `hex`, `cdata`, `nillable` and `wrapper`"
)]
pub trait ReadTextAs<'de, I> {
    /// Whether a part of a package may stand for the text, as [`ReadText::MAY_BE_PART`] says.
    const MAY_BE_PART: bool = false;

    /// Reads the text.
    ///
    /// # Errors
    ///
    /// If it is not an item.
    fn read_text(&self, text: TextIn<'_, 'de>) -> Result<I>;
}

/// Writes an item as text.
#[diagnostic::on_unimplemented(
    message = "`{I}` cannot be written as the keys of its field say",
    note = "see the keys `list`, `with`, `base64`, `hex`, `cdata`, `nillable` and `wrapper`"
)]
pub trait WriteTextAs<I> {
    /// Whether [`declare`](Self::declare) does something.
    const DECLARES: bool = false;

    /// Declares the prefixes that the text needs.
    fn declare(&self, _item: &I, _writer: &mut Writer) {}

    /// Writes the text.
    fn write_text(&self, item: &I, out: &mut TextOut<'_>);
}

impl<F: TextField> Codec<F> for PlainText {
    type Item = F::Item;
}

impl<'de, I: ReadText<'de>> ReadTextAs<'de, I> for PlainText {
    const MAY_BE_PART: bool = I::MAY_BE_PART;

    #[inline]
    fn read_text(&self, text: TextIn<'_, 'de>) -> Result<I> {
        I::read_text(text)
    }
}

impl<I: WriteText> WriteTextAs<I> for PlainText {
    const DECLARES: bool = I::DECLARES;

    #[inline]
    fn declare(&self, item: &I, writer: &mut Writer) {
        item.declare(writer);
    }

    #[inline]
    fn write_text(&self, item: &I, out: &mut TextOut<'_>) {
        item.write_text(out);
    }
}

impl<F: BytesField, S> Codec<F> for Binary<S> {
    type Item = F::Item;
}

impl<I: Bytes, S: BinarySpelling> ReadTextAs<'_, I> for Binary<S> {
    const MAY_BE_PART: bool = S::MAY_BE_PART;

    fn read_text(&self, text: TextIn<'_, '_>) -> Result<I> {
        read_bytes::<I, S>(&text)
    }
}

impl<I: Bytes, S: BinarySpelling> WriteTextAs<I> for Binary<S> {
    fn write_text(&self, item: &I, out: &mut TextOut<'_>) {
        write_bytes::<S>(item.as_bytes(), out);
    }
}

/// By two functions of the program, `from_text` and `to_text`. The first gets the text without white space at
/// its ends, and says by its result what an item is.
#[derive(Clone, Copy, Debug)]
pub struct With<R, W>(pub R, pub W);

impl<F, R, W, I, E> Codec<F> for With<R, W>
where
    R: Fn(&str) -> Result<I, E>,
{
    type Item = I;
}

impl<I, E: Display, R: Fn(&str) -> Result<I, E>, W> ReadTextAs<'_, I> for With<R, W> {
    fn read_text(&self, text: TextIn<'_, '_>) -> Result<I> {
        let invalid = |error: E| {
            let expected = format!("valid: {}", Shown(&error.to_string()));
            // What the module says may quote the text.
            text.unexpected(expected).with_unquoted("valid".to_owned())
        };
        self.0(text.token()).map_err(invalid)
    }
}

/// A function whose result may borrow from its argument, or not: `Fn(&I) -> &str`, `Fn(&I) -> String`. A bound
/// `for<'a> Fn(&'a I) -> T` would name one `T` for all `'a`.
pub trait ToText<'a, I: 'a>: Fn(&'a I) -> Self::Text {
    /// The text.
    type Text: AsRef<str>;
}

impl<'a, I: 'a, T: AsRef<str>, F: Fn(&'a I) -> T> ToText<'a, I> for F {
    type Text = T;
}

impl<I, R, W: for<'a> ToText<'a, I>> WriteTextAs<I> for With<R, W> {
    fn write_text(&self, item: &I, out: &mut TextOut<'_>) {
        out.push(self.1(item).as_ref());
    }
}

/// A list, its entries separated by white space: `1 2 3` (XML Schema part 2, section 2.5.1.2).
#[derive(Clone, Copy, Debug)]
pub struct List<C>(pub C);

impl<F: ListField, C> Codec<F> for List<C> {
    type Item = F::Item;
}

impl<'de, I, C: ReadTextAs<'de, I>> ReadTextAs<'de, Vec<I>> for List<C> {
    fn read_text(&self, text: TextIn<'_, 'de>) -> Result<Vec<I>> {
        text.words().map(|word| self.0.read_text(word)).collect()
    }
}

impl<I, C: WriteTextAs<I>> WriteTextAs<Vec<I>> for List<C> {
    const DECLARES: bool = C::DECLARES;

    fn declare(&self, item: &Vec<I>, writer: &mut Writer) {
        for entry in item {
            self.0.declare(entry, writer);
        }
    }

    fn write_text(&self, item: &Vec<I>, out: &mut TextOut<'_>) {
        let out = &mut out.beside_others();
        for (index, entry) in item.iter().enumerate() {
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

/// As a CDATA section: `<![CDATA[a < b]]>` (XML 1.0 section 2.7).
#[derive(Clone, Copy, Debug)]
pub struct CData<C>(pub C);

/// What one item is of a field whose text may be a CDATA section.
impl<F: CDataField> Codec<F> for CData<PlainText> {
    type Item = F::Item;
}

impl<F: ListField, C> Codec<F> for CData<List<C>> {
    type Item = F::Item;
}

impl<F: BytesField, S> Codec<F> for CData<Binary<S>> {
    type Item = F::Item;
}

impl<F, R, W> Codec<F> for CData<With<R, W>>
where
    With<R, W>: Codec<F>,
{
    type Item = <With<R, W> as Codec<F>>::Item;
}

impl<'de, I, C: ReadTextAs<'de, I>> ReadTextAs<'de, I> for CData<C> {
    const MAY_BE_PART: bool = C::MAY_BE_PART;

    fn read_text(&self, text: TextIn<'_, 'de>) -> Result<I> {
        self.0.read_text(text)
    }
}

impl<I, C: WriteTextAs<I>> WriteTextAs<I> for CData<C> {
    const DECLARES: bool = C::DECLARES;

    fn declare(&self, item: &I, writer: &mut Writer) {
        self.0.declare(item, writer);
    }

    fn write_text(&self, item: &I, out: &mut TextOut<'_>) {
        let from = out.writer.length();
        self.0
            .write_text(item, &mut TextOut::new(out.writer, TextContext::CData));
        out.writer.enclose_cdata(from);
    }
}

/// An item with its codec, as a type that is text.
pub(in crate::xml::bind) struct Coded<'a, I, C>(
    pub(in crate::xml::bind) &'a I,
    pub(in crate::xml::bind) &'a C,
);

impl<I, C: WriteTextAs<I>> WriteText for Coded<'_, I, C> {
    const DECLARES: bool = C::DECLARES;

    #[inline]
    fn declare(&self, writer: &mut Writer) {
        self.1.declare(self.0, writer);
    }

    #[inline]
    fn write_text(&self, out: &mut TextOut<'_>) {
        self.1.write_text(self.0, out);
    }
}
