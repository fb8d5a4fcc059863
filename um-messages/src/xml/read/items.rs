//! Going to an element by its name, and a list item by item.

use std::borrow::Cow;
use std::iter::FusedIterator;
use std::marker::PhantomData;

use super::cursor::State;
use super::reader::Reader;
use super::traits::ReadElement;
use crate::error::Result;
use crate::qname::QName;
use crate::xml::namespace::NamespaceId;

/// The items of a list, each read when it is asked for: [`Reader::items`].
#[must_use = "an iterator reads nothing before it is asked"]
pub struct Items<'r, 'de, T> {
    reader: &'r mut Reader<'de>,
    name: QName,
    namespace: NamespaceId,
    /// How deep the list is, and whether it has been read to its end.
    depth: usize,
    has_ended: bool,
    of: PhantomData<fn() -> T>,
}

impl<'de> Reader<'de> {
    /// Goes into an element of this name: before the document element into that, else into the next such child of the element
    /// that the reader stands in. Children before it are skipped or, if
    /// [unknown ones are denied](crate::ReadOptions::deny_unknown_fields), an error.
    ///
    /// # Errors
    ///
    /// If there is none, where the reader then stands behind the element, or the text is not well-formed.
    ///
    /// ```
    /// use um_messages::xml::Reader;
    ///
    /// let mut reader = Reader::from_str("<r:report xmlns:r='urn:r'><r:at/><r:rows>2</r:rows></r:report>");
    /// reader.enter("urn:r", "report")?;
    /// reader.enter("urn:r", "rows")?;
    /// assert_eq!(reader.read::<u32>()?, 2);
    /// let error = reader.enter("urn:r", "total").unwrap_err();
    /// assert_eq!(error.path(), Some("report"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn enter(
        &mut self,
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
    ) -> Result<()> {
        self.enter_named(&QName::new(namespace, local))
    }

    pub(crate) fn enter_named(&mut self, name: &QName) -> Result<()> {
        let namespace = self.namespace_of_name(name);
        if self.depth() == 0 {
            self.next_child()?;
            return self.expect(namespace, name);
        }
        if self.next_named(namespace, name)? {
            return Ok(());
        }
        Err(self.missing_element(name.local()))
    }

    /// The children of the element that the reader stands in that have this name, each read as a value when it is asked for, so that no
    /// more than one of them need be held. Others are skipped or, if
    /// [unknown ones are denied](crate::ReadOptions::deny_unknown_fields), errors. Behind the last one the reader stands behind the
    /// element: what follows that can be read, and is to be checked with [`finish`](Self::finish).
    ///
    /// An item that is no value of the type is an error, and the next one can be read. Nothing comes behind an error of the
    /// document itself.
    ///
    /// ```
    /// use um_messages::xml::Reader;
    ///
    /// let mut reader = Reader::from_str("<sums><row><n>1</n><n>two</n><n>3</n></row><all>4</all></sums>");
    /// reader.enter("", "sums")?;
    /// reader.enter("", "row")?;
    /// let (numbers, wrong): (Vec<_>, Vec<_>) =
    ///     reader.items::<u32>("", "n").partition(|number| number.is_ok());
    /// assert_eq!((numbers.len(), wrong.len()), (2, 1));
    ///
    /// reader.enter("", "all")?;
    /// assert_eq!(reader.read::<u32>()?, 4);
    /// reader.finish()?;
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn items<T: ReadElement<'de>>(
        &mut self,
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
    ) -> Items<'_, 'de, T> {
        self.items_named(QName::new(namespace, local))
    }

    pub(crate) fn items_named<T: ReadElement<'de>>(&mut self, name: QName) -> Items<'_, 'de, T> {
        Items {
            namespace: self.namespace_of_name(&name),
            name,
            depth: self.depth() - usize::from(self.cursor.state() == State::Closed),
            has_ended: false,
            of: PhantomData,
            reader: self,
        }
    }

    fn namespace_of_name(&mut self, name: &QName) -> NamespaceId {
        let bindings = self.elements.bindings_mut();
        let uri = bindings.intern(name.shared_namespace().to_cow());
        bindings.namespace_of(uri)
    }

    /// The document element, which the reader has gone into, must have this name.
    pub(crate) fn expect(&self, namespace: NamespaceId, name: &QName) -> Result<()> {
        if self.is(namespace, name.local()) {
            Ok(())
        } else {
            Err(self.wrong_element([name.clone()]))
        }
    }

    /// Steps to the next child of a name; `false` behind the end of the element.
    fn next_named(&mut self, namespace: NamespaceId, name: &QName) -> Result<bool> {
        while self.next_child()? {
            if self.is_wanted_in(namespace, name)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the child that the reader stands in has a name; if not, it is skipped.
    pub(crate) fn is_wanted(&mut self, name: &QName) -> Result<bool> {
        let namespace = self.namespace_of_name(name);
        self.is_wanted_in(namespace, name)
    }

    fn is_wanted_in(&mut self, namespace: NamespaceId, name: &QName) -> Result<bool> {
        if self.is(namespace, name.local()) {
            return Ok(true);
        }
        if self.options.deny_unknown_fields {
            return Err(self.unknown_element(std::slice::from_ref(name)));
        }
        self.skip_unclaimed().map(|()| false)
    }

    /// What has come of a stream and has not been read, if its encoding is UTF-8.
    pub(crate) fn unread(&self) -> Option<Vec<u8>> {
        self.cursor.unread_utf8()
    }

    /// Whether the reader stands behind the tag of an empty element, which is start and end at once.
    pub(crate) fn has_no_end_tag(&self) -> bool {
        self.cursor.state() == State::Empty
    }

    /// Whether the element at this depth is closed.
    pub(crate) fn has_left(&self, depth: usize) -> bool {
        let is_closed = || self.depth() == depth && self.cursor.state() == State::Closed;
        self.depth() < depth || is_closed()
    }
}

impl<'de, T> Items<'_, 'de, T> {
    pub(crate) fn reader(&self) -> &Reader<'de> {
        self.reader
    }
}

impl<'de, T: ReadElement<'de>> Items<'_, 'de, T> {
    /// The next item, if there is one.
    fn read_next(&mut self) -> Result<Option<T>> {
        // What is left of an item that was none.
        self.reader.skip_to_end_of(self.depth + 1)?;
        if self.reader.next_named(self.namespace, &self.name)? {
            self.reader.read().map(Some)
        } else {
            Ok(None)
        }
    }
}

impl<'de, T: ReadElement<'de>> Iterator for Items<'_, 'de, T> {
    type Item = Result<T>;

    fn next(&mut self) -> Option<Result<T>> {
        if self.has_ended {
            return None;
        }
        let item = self.read_next().transpose();
        self.has_ended = item.is_none() || self.reader.is_broken();
        item
    }
}

impl<'de, T: ReadElement<'de>> FusedIterator for Items<'_, 'de, T> {}
