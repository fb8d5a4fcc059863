//! The part of the reader that takes a part of a package for the element that stands for it.

#![cfg_attr(
    not(feature = "mtom"),
    allow(dead_code, reason = "there are no parts without it")
)]

use super::parts::{Part, Parts, content_id_of, unescaped};
use super::reader::Reader;
use super::text::TextIn;
use crate::error::{Error, ErrorKind, PackageProblem, Result, excerpt};
use crate::xml::namespace::{NamespaceId, XOP_NAMESPACE};
use crate::xml::syntax::is_blank;

impl<'de> Reader<'de> {
    /// The same reader, whose document may refer to parts, if there are some.
    pub(crate) fn with_parts(mut self, parts: Option<Parts<'de>>) -> Self {
        self.parts = parts.map(Box::new);
        self
    }

    /// Whether there are parts that the document may refer to.
    pub(super) fn has_parts(&self) -> bool {
        self.parts.as_ref().is_some_and(|parts| !parts.are_to_come)
    }

    /// The text of the element that the reader stands in, or the part that stands for it.
    pub(super) fn text_or_include(&mut self) -> Result<TextIn<'_, 'de>> {
        let leaf = (self.cursor).leaf(self.elements.name(), self.options.max_text);
        if let Some(text) = leaf {
            return Ok(TextIn::new(text, self, None));
        }
        if let Some(text) = self.take_text_ahead() {
            self.put_text_ahead(text);
            return self.text();
        }
        match self.next_child_behind_text()? {
            (text, false) => Ok(TextIn::new(text, self, None)),
            (text, true) if self.is_include() => {
                let content_id = self.include(&text)?;
                Ok(TextIn::of_part(content_id, self))
            }
            (_, true) => Err(self.error(ErrorKind::UnexpectedChild(self.name()))),
        }
    }

    /// Whether the element that the reader stands in stands for a part.
    fn is_include(&self) -> bool {
        self.is_in(XOP_NAMESPACE, "Include")
    }

    /// The content id that the element has, which must be all that stands in the one around it (section 2.1).
    fn include(&mut self, text_before: &str) -> Result<String> {
        if !is_blank(text_before) {
            return Err(self.package_error(PackageProblem::IncludeNotAlone));
        }
        let content_id = self.content_id()?;
        self.skip()?;
        let (text_behind, has_child) = self.next_child_behind_text()?;
        if has_child || !is_blank(&text_behind) {
            return Err(self.package_error(PackageProblem::IncludeNotAlone));
        }
        Ok(content_id)
    }

    /// The content id in the `href` of such an element.
    fn content_id(&self) -> Result<String> {
        let Some(index) = self.index_of_attribute(NamespaceId::NONE, "href") else {
            return Err(self.package_error(PackageProblem::NoHref));
        };
        let href = self.attribute_value(index)?;
        let Some(escaped) = content_id_of(&href) else {
            let problem = PackageProblem::NoContentIdInHref(excerpt(&href));
            let error = Error::new(ErrorKind::Package(problem));
            return Err(self.error_in_text(error, Some(index)));
        };
        Ok(unescaped(escaped))
    }

    /// The bytes of a part. To refer to one again costs what the document has not.
    pub(super) fn part(&self, content_id: &str) -> Result<&[u8]> {
        let Some(part) = self.find_part(content_id) else {
            return Err(self.missing_part(content_id));
        };
        if part.is_read.replace(true) {
            self.count_repeated(part.bytes.len())?;
        }
        Ok(&part.bytes)
    }

    fn find_part(&self, content_id: &str) -> Option<&Part<'de>> {
        self.parts.as_ref()?.find(content_id)
    }

    fn count_repeated(&self, length: usize) -> Result<()> {
        let Some(parts) = &self.parts else {
            return Ok(());
        };
        let repeated = parts.repeated.get().saturating_add(length);
        parts.repeated.set(repeated);
        if repeated > self.options.max_repeated {
            let (limit, max) = ("max_repeated", self.options.max_repeated);
            return Err(Error::new(ErrorKind::Limit { limit, max }));
        }
        Ok(())
    }

    #[cold]
    fn missing_part(&self, content_id: &str) -> Error {
        let problem = PackageProblem::MissingPart(excerpt(content_id));
        let error = Error::new(ErrorKind::Package(problem));
        match self.parts.as_ref().map(|parts| parts.are_to_come) {
            Some(false) => error,
            Some(true) => error.with_hint(
                "the parts come behind the document; a field for one of them is an `mtom::Attachment`".to_owned(),
            ),
            None => error.with_hint(
                "the document is read without its package; with the feature `mtom`, `mtom::Package` reads both"
                    .to_owned(),
            ),
        }
    }

    /// Refuses an element that stands for a part where none may: what it stands for would be lost.
    #[cold]
    pub(crate) fn refuse_include(&self) -> Result<()> {
        if self.parts.is_some() && self.is_include() {
            return Err(self.package_error(PackageProblem::UnexpectedInclude));
        }
        Ok(())
    }

    #[cold]
    fn package_error(&self, problem: PackageProblem) -> Error {
        self.error(ErrorKind::Package(problem))
    }
}
