//! Parts of a package that stand for text in its document (XML-binary Optimized Packaging 1.0 section 3.2).
//!
//! ```xml
//! <Audio><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:1@example.org"/></Audio>
//! ```

#![cfg_attr(
    not(feature = "mtom"),
    allow(dead_code, reason = "there are no parts without it")
)]

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use super::reader::Reader;
use super::text::TextIn;
use crate::error::{Error, ErrorKind, PackageProblem, Result, excerpt};
use crate::xml::namespace::XOP_NAMESPACE;
use crate::xml::syntax::is_blank;

/// The parts that a document may refer to.
#[derive(Default)]
pub(crate) struct Parts<'de> {
    by_content_id: HashMap<String, usize>,
    all: Vec<Part<'de>>,
    /// Whether they come behind the document, so that there are none yet.
    are_to_come: bool,
    /// How many bytes have been read again, because several elements refer to one part.
    repeated: Cell<usize>,
}

struct Part<'de> {
    bytes: Cow<'de, [u8]>,
    is_read: Cell<bool>,
}

/// Parts by their content ids. To one that has none nothing can refer.
impl<'de, S: AsRef<str>> FromIterator<(Option<S>, Cow<'de, [u8]>)> for Parts<'de> {
    fn from_iter<I: IntoIterator<Item = (Option<S>, Cow<'de, [u8]>)>>(parts: I) -> Self {
        let mut all = Self::default();
        for (content_id, bytes) in parts {
            if let Some(content_id) = content_id {
                all.add(content_id.as_ref(), bytes);
            }
        }
        all
    }
}

impl<'de> Parts<'de> {
    /// Those that come behind the document.
    pub(crate) fn to_come() -> Self {
        Self {
            are_to_come: true,
            ..Self::default()
        }
    }

    /// Adds a part. Some write the escapes of a URI into the content id as well: it goes by either form then.
    fn add(&mut self, content_id: &str, bytes: Cow<'de, [u8]>) {
        let number = self.all.len();
        self.by_content_id.insert(content_id.to_owned(), number);
        if let Entry::Vacant(entry) = self.by_content_id.entry(unescaped(content_id)) {
            entry.insert(number);
        }
        self.all.push(Part {
            bytes,
            is_read: Cell::new(false),
        });
    }

    fn find(&self, content_id: &str) -> Option<&Part<'de>> {
        self.all.get(*self.by_content_id.get(content_id)?)
    }
}

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
            self.check_length(text.len())?;
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
        let is_href = |&index: &usize| self.attribute_is_in(index, "", "href");
        let Some(index) = (0..self.attribute_count()).find(is_href) else {
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

/// The content id in a URI of the scheme `cid`, as it stands there.
pub(crate) fn content_id_of(uri: &str) -> Option<&str> {
    let (scheme, content_id) = uri.trim().split_once(':')?;
    let is_content_id = scheme.eq_ignore_ascii_case("cid") && !content_id.is_empty();
    is_content_id.then_some(content_id)
}

/// A text with its escapes resolved (RFC 3986 section 2.1); what is no escape stands for itself.
pub(crate) fn unescaped(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escape = bytes
            .get(at + 1..at + 3)
            .filter(|_| byte == b'%')
            .and_then(hex);
        out.push(escape.unwrap_or(byte));
        at += if escape.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// The value of two hexadecimal digits.
fn hex(digits: &[u8]) -> Option<u8> {
    let value = |digit: &u8| char::from(*digit).to_digit(16);
    let value = digits
        .iter()
        .try_fold(0, |sum, digit| Some(sum * 16 + value(digit)?))?;
    u8::try_from(value).ok()
}
