//! What the reader says of the element that it stands in: its name and its attributes.

use std::borrow::Cow;

use super::reader::Reader;
use super::text::{TextIn, xs_boolean};
use crate::error::{ErrorKind, Result};
use crate::qname::QName;
use crate::xml::namespace::{NamespaceId, UriId};
use crate::xml::syntax::{Normalization, RawAttribute, RawText, Span, Token};

impl<'de> Reader<'de> {
    /// Whether the element that the reader stands in has this namespace and local name.
    #[inline]
    #[must_use]
    pub fn is(&self, namespace: NamespaceId, local: &str) -> bool {
        let Some(element) = self.elements.innermost() else {
            return false;
        };
        element.namespace == namespace
            && element.name.local_length() == local.len()
            && element.name.get().local().is(local, self.cursor.text())
    }

    /// Whether the element that the reader stands in is in a namespace that the program names; `""` for none, whatever elements
    /// in none are read as.
    #[inline]
    pub(crate) fn is_in_own(&mut self, namespace: &'static str) -> bool {
        if namespace.is_empty() {
            return self
                .elements
                .innermost()
                .is_some_and(|it| it.uri == UriId::NONE);
        }
        let namespace = self.namespace(namespace);
        self.element_namespace() == namespace
    }

    /// As [`is`](Self::is), with the namespace's URI; `""` for none.
    #[inline]
    #[must_use]
    pub fn is_in(&self, namespace: &str, local: &str) -> bool {
        self.local() == local
            && self.elements.bindings().find_namespace(namespace) == Some(self.element_namespace())
    }

    /// The local name of the element that the reader stands in.
    #[must_use]
    pub fn local(&self) -> &str {
        self.elements
            .innermost()
            .map_or("", |element| element.local(self.cursor.text()))
    }

    /// Whether the element that the reader stands in has this local name.
    #[inline]
    pub(crate) fn has_local(&self, local: &str) -> bool {
        self.elements
            .innermost()
            .is_some_and(|element| element.name.get().local().is(local, self.cursor.text()))
    }

    /// The local name of the element that the reader stands in, as a span of these bytes.
    #[inline]
    pub(crate) fn local_in_bytes(&self) -> (&[u8], Span) {
        let innermost = self.elements.innermost();
        let local = innermost.map(|element| element.name.get().local());
        (self.cursor.text().as_bytes(), local.unwrap_or_default())
    }

    /// The namespace URI of the element that the reader stands in, as it was sent; empty for none.
    #[must_use]
    pub fn namespace_uri(&self) -> &str {
        self.elements
            .innermost()
            .map_or("", |element| self.elements.bindings().uri(element.uri))
    }

    /// The qualified name of the element that the reader stands in, as it was sent.
    #[must_use]
    pub fn name(&self) -> QName {
        let uri = self
            .elements
            .innermost()
            .map(|element| self.elements.bindings().shared_uri(element.uri));
        QName::in_shared(uri.unwrap_or_default(), self.local().to_owned())
    }

    /// The qualified name of the open element that stands at this depth below the document: 0 is the document element.
    #[cold]
    pub(crate) fn name_at(&self, depth: usize) -> QName {
        let Some(element) = self.elements.all().get(depth) else {
            return QName::default();
        };
        let uri = self.elements.bindings().shared_uri(element.uri);
        QName::in_shared(uri, element.local(self.cursor.text()).to_owned())
    }

    // Attributes. They can be asked for until the next step.

    /// How many attributes the element has, namespace declarations aside.
    #[inline]
    #[must_use]
    pub fn attribute_count(&self) -> usize {
        self.cursor.token_data().attributes.len()
    }

    /// The attribute of this namespace and local name, if the element has it; an empty `namespace` stands for none, as most have it.
    ///
    /// # Errors
    ///
    /// If it is longer than [`ReadOptions::max_text`](crate::ReadOptions::max_text).
    ///
    /// ```
    /// use um_messages::xml::Reader;
    ///
    /// let mut reader = Reader::from_str("<Call Id='7' xml:lang='en'/>");
    /// reader.next_child()?;
    /// let id: Option<u32> = reader.attribute("", "Id")?.map(|id| id.parse()).transpose()?;
    /// assert_eq!(id, Some(7));
    /// assert!(reader.attribute("", "lang")?.is_none());
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn attribute(&self, namespace: &str, local: &str) -> Result<Option<TextIn<'_, 'de>>> {
        let found = self.elements.bindings().find_namespace(namespace);
        let index = found.and_then(|namespace| self.index_of_attribute(namespace, local));
        index.map(|index| self.attribute_text(index)).transpose()
    }

    /// Where the attribute of this namespace and local name stands among the others.
    pub(super) fn index_of_attribute(&self, namespace: NamespaceId, local: &str) -> Option<usize> {
        let mut attributes = 0..self.attribute_count();
        attributes.find(|index| self.attribute_is(*index, namespace, local))
    }

    /// Whether the attribute has this namespace and local name.
    #[inline]
    #[must_use]
    pub fn attribute_is(&self, index: usize, namespace: NamespaceId, local: &str) -> bool {
        self.cursor.attribute(index).is_some_and(|attribute| {
            attribute.name.local().is(local, self.cursor.text())
                && self.namespace_of(attribute) == namespace
        })
    }

    /// As [`attribute_is`](Self::attribute_is), with the namespace's URI; `""` for none.
    #[must_use]
    pub fn attribute_is_in(&self, index: usize, namespace: &str, local: &str) -> bool {
        self.elements
            .bindings()
            .find_namespace(namespace)
            .is_some_and(|id| self.attribute_is(index, id, local))
    }

    /// The local name of an attribute, as a span of these bytes.
    #[inline]
    pub(crate) fn attribute_local_in_bytes(&self, index: usize) -> (&[u8], Span) {
        let attribute = self.cursor.attribute(index);
        let local = attribute.map(|attribute| attribute.name.local());
        (self.cursor.text().as_bytes(), local.unwrap_or_default())
    }

    /// Whether an attribute has this local name.
    #[inline]
    pub(crate) fn attribute_has_local(&self, index: usize, local: &str) -> bool {
        self.cursor
            .attribute(index)
            .is_some_and(|attribute| attribute.name.local().is(local, self.cursor.text()))
    }

    /// The qualified name of an attribute, as it was sent.
    #[must_use]
    pub fn attribute_name(&self, index: usize) -> QName {
        let Some(attribute) = self.cursor.attribute(index) else {
            return QName::default();
        };
        let local = attribute.name.local().of(self.cursor.text());
        let uri = self
            .elements
            .bindings()
            .shared_uri(UriId::of_number(attribute.uri));
        QName::in_shared(uri, local.to_owned())
    }

    /// The value of an attribute, as it stands in the document.
    pub(crate) fn raw_value(&self, index: usize) -> Option<RawText> {
        self.cursor
            .attribute(index)
            .map(|attribute| attribute.value)
    }

    /// The value of an attribute; of one that is not there, the text that was put ahead.
    pub(crate) fn attribute_value(&self, index: usize) -> Result<Cow<'de, str>> {
        let Some(attribute) = self.cursor.attribute(index) else {
            return Ok(self.cursor.text_ahead());
        };
        self.value_of(&attribute.value, Normalization::Spaces, true)
    }

    /// The value of an attribute, as a type's `ReadText` gets it.
    ///
    /// # Errors
    ///
    /// If it is longer than [`ReadOptions::max_text`](crate::ReadOptions::max_text).
    pub fn attribute_text(&self, index: usize) -> Result<TextIn<'_, 'de>> {
        Ok(TextIn::new(self.attribute_value(index)?, self, Some(index)))
    }

    /// Whether an attribute is one that any element may have: `xml:…`, `xsi:…`, the protocol's.
    pub(crate) fn is_universal_attribute(&self, index: usize) -> bool {
        let is_xml = self.attribute_namespace(index) == Some(NamespaceId::XML);
        is_xml || self.is_protocol_attribute(index)
    }

    /// The namespace of an attribute.
    pub(crate) fn attribute_namespace(&self, index: usize) -> Option<NamespaceId> {
        let attribute = self.cursor.attribute(index)?;
        Some(self.namespace_of(attribute))
    }

    #[inline]
    fn namespace_of(&self, attribute: &RawAttribute) -> NamespaceId {
        let uri = UriId::of_number(attribute.uri);
        self.elements.bindings().namespace_of(uri)
    }

    /// Whether an attribute says something of the element to the reader, as `xsi:…` and the
    /// protocol's do, and is not part of what the element has.
    pub(crate) fn is_protocol_attribute(&self, index: usize) -> bool {
        let Some(namespace) = self.attribute_namespace(index) else {
            return false;
        };
        namespace == NamespaceId::XSI
            || (namespace == self.elements.protocol() && namespace != NamespaceId::NONE)
    }

    /// Whether the element is nil: `xsi:nil="true"`.
    ///
    /// # Errors
    ///
    /// If the attribute is there, and is not a boolean.
    pub fn is_nil(&self) -> Result<bool> {
        if let Some(index) = self.index_of_attribute(NamespaceId::XSI, "nil") {
            return xs_boolean(&self.attribute_text(index)?);
        }
        Ok(false)
    }

    /// Checks the start tag of an element that is a text and nothing else: it is not nil, and has no attributes that are
    /// denied.
    #[inline]
    pub(crate) fn enter_simple(&self) -> Result<()> {
        if self.attribute_count() > 0 {
            self.refuse_nil()?;
            self.refuse_unknown_attributes()?;
        }
        Ok(())
    }

    #[inline]
    pub(crate) fn refuse_nil(&self) -> Result<()> {
        if !self.cursor.token_data().attributes.is_empty() && self.is_nil()? {
            let hint = "a field that may be nil is an `Option` with the key `nillable`";
            return Err(self.error(ErrorKind::Nil).with_hint(hint.to_owned()));
        }
        Ok(())
    }

    /// Skips the rest of an element that is nil, which has no content (XML Schema part 1, section
    /// 3.3.4).
    pub(crate) fn skip_nil(&mut self) -> Result<()> {
        loop {
            match self.token()? {
                Token::End | Token::EndOfDocument => return Ok(()),
                Token::Comment | Token::Instruction => {}
                Token::Start | Token::Text | Token::CData => {
                    return Err(self.error(ErrorKind::NilContent));
                }
            }
        }
    }
}
