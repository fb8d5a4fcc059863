//! A field whose items are made while they are written.

use std::error;
use std::fmt;
use std::io;
use std::iter::Peekable;
use std::sync::{Mutex, PoisonError};

use super::item::{ElementField, ListField};
use super::occurs::Occurs;
use crate::error::Error;
use crate::xml::namespace::Items;
use crate::xml::write::{OpenList, WriteElement, Writer};

/// The items of a list, made one after the other while they are written: a field in the place of a `Vec`, for a list that is too long
/// to be held.
///
/// [`Envelope::stream_to`](crate::Envelope::stream_to), [`Envelope::into_chunks`](crate::Envelope::into_chunks) and
/// [`xml::stream_to`](crate::xml::stream_to) write it without holding the text either. In what is written at once, such as by `to_xml`,
/// the text of all items is. In both cases the items are gone then: writing them again is an error.
///
/// It can be read, too, and holds the items then as a `Vec` does; in a type that owns its data it is an `Iter<'static, T>`. What is too
/// long to be held is read with [`Reader::items`](crate::xml::Reader::items).
///
/// ```
/// use um_messages::{Envelope, SoapMessage, SoapType, xml::Iter};
///
/// #[derive(SoapMessage)]
/// #[soap(namespace = "urn:bank")]
/// struct Report<'a> {
///     #[soap(wrapper = "Rows")]
///     row: Iter<'a, Row>,
/// }
///
/// #[derive(SoapType)]
/// struct Row {
///     #[soap(attribute)]
///     id: u32,
/// }
///
/// let row = Iter::new((1..=3).map(|id| Row { id }));
/// let mut out = Vec::new();
/// Envelope::new(Report { row }).stream_to(&mut out)?;
/// assert!(String::from_utf8_lossy(&out).contains(r#"<Rows><Row Id="1"/><Row Id="2"/><Row Id="3"/></Rows>"#));
/// # Ok::<(), um_messages::Error>(())
/// ```
pub struct Iter<'a, T>(Mutex<Source<'a, T>>);

type BoxError = Box<dyn error::Error + Send + Sync>;
type Made<'a, T> = Box<dyn Iterator<Item = Result<T, BoxError>> + Send + 'a>;

enum Source<'a, T> {
    /// Items that have been read.
    Held(Vec<T>),
    /// Items that are made.
    Made(Peekable<Made<'a, T>>),
    Written,
}

impl<'a, T: 'a> Iter<'a, T> {
    /// A field with these items.
    pub fn new<I>(items: I) -> Self
    where
        I: IntoIterator<Item = T, IntoIter: Send + 'a>,
    {
        Self::made(Box::new(items.into_iter().map(Ok)))
    }

    /// A field with these items, which may fail to be made, as those that come from a database. The first error ends the list, and is
    /// the error of the writer, of the kind [`Io`](crate::ErrorKind::Io).
    ///
    /// ```
    /// use um_messages::{SoapType, xml};
    ///
    /// #[derive(SoapType)]
    /// struct Numbers<'a> {
    ///     n: xml::Iter<'a, u32>,
    /// }
    ///
    /// let n = xml::Iter::of_results([Ok(1), Err("the connection is lost")]);
    /// let error = xml::to_string(&Numbers { n }).unwrap_err();
    /// assert_eq!(error.to_string(), "the connection is lost, in `Numbers`");
    /// ```
    pub fn of_results<I, E>(items: I) -> Self
    where
        I: IntoIterator<Item = Result<T, E>, IntoIter: Send + 'a>,
        E: Into<BoxError>,
    {
        let items = items.into_iter().map(|item| item.map_err(Into::into));
        Self::made(Box::new(items))
    }

    fn made(items: Made<'a, T>) -> Self {
        Self(Mutex::new(Source::Made(items.peekable())))
    }
}

/// No items.
impl<T> Default for Iter<'_, T> {
    fn default() -> Self {
        Self::from(Vec::new())
    }
}

impl<T> From<Vec<T>> for Iter<'_, T> {
    fn from(items: Vec<T>) -> Self {
        Self(Mutex::new(Source::Held(items)))
    }
}

impl<T> fmt::Debug for Iter<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Iter").finish_non_exhaustive()
    }
}

impl<T> Occurs<T> for Iter<'_, T> {
    const OPTIONAL: bool = true;
    const REPEATS: bool = true;

    fn add(slot: &mut Option<Self>, item: T) {
        let source = slot.get_or_insert_default().0.get_mut();
        if let Source::Held(items) = source.unwrap_or_else(PoisonError::into_inner) {
            items.push(item);
        }
    }

    fn read_ahead(next: impl FnMut() -> Option<T>) -> Option<Self> {
        Vec::read_ahead(next).map(Self::from)
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    /// Of no use where items are made; no place asks for it that such a field can have.
    fn items(&self) -> &[T] {
        &[]
    }

    fn write_items<C>(
        &self,
        to: &mut C,
        writer: fn(&mut C) -> &mut Writer,
        mut write: impl FnMut(&T, &mut C),
    ) -> bool {
        let mut source = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Source::Held(items) = &*source {
            return items.write_items(to, writer, write);
        }
        if writer(to).is_masking() {
            // Who logs a message sends it thereafter.
            writer(to).push_raw("<!-- items that are made while they are written -->");
            return true;
        }
        let Some(list) = writer(to).begin_list() else {
            return false;
        };
        let before = writer(to).length();
        let is_over = source.write(list, to, writer, &mut write);
        writer(to).leave_list(list, is_over);
        if is_over {
            *source = Source::Written;
        }
        writer(to).length() > before
    }
}

impl<T> Source<'_, T> {
    /// Writes what is made, until there is nothing more of it or enough text for a chunk. Whether there is nothing more.
    fn write<C>(
        &mut self,
        list: OpenList,
        to: &mut C,
        writer: fn(&mut C) -> &mut Writer,
        write: &mut impl FnMut(&T, &mut C),
    ) -> bool {
        let Self::Made(items) = self else {
            writer(to).fail("items that were made, and have been written already");
            return true;
        };
        while !writer(to).has_failed() {
            match items.next() {
                None => return true,
                Some(Ok(item)) => write(&item, to),
                Some(Err(error)) => writer(to).fail_with(Error::from(io::Error::other(error))),
            }
            if writer(to).is_chunk(list) && items.peek().is_some() {
                return false;
            }
        }
        true
    }
}

#[diagnostic::do_not_recommend]
impl<T: WriteElement> ElementField for Iter<'_, T> {
    type Item = T;

    const ITEMS: Items = Items::repeated(T::TABLE);
}

#[diagnostic::do_not_recommend]
impl<T> ListField for Iter<'_, T> {
    type Field = Self;
    type Item = Self;
    type Entry = T;

    fn field(&self) -> &Self {
        self
    }
}
