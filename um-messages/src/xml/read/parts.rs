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

use crate::xml::syntax::trim;

/// The parts that a document may refer to.
#[derive(Default)]
pub(crate) struct Parts<'de> {
    by_content_id: HashMap<String, usize>,
    all: Vec<Part<'de>>,
    /// Whether they come behind the document, so that there are none yet.
    pub(super) are_to_come: bool,
    /// How many bytes have been read again, because several elements refer to one part.
    pub(super) repeated: Cell<usize>,
}

pub(super) struct Part<'de> {
    pub(super) bytes: Cow<'de, [u8]>,
    pub(super) is_read: Cell<bool>,
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

    pub(super) fn find(&self, content_id: &str) -> Option<&Part<'de>> {
        self.all.get(*self.by_content_id.get(content_id)?)
    }
}

/// The content id in a URI of the scheme `cid`, as it stands there.
pub(crate) fn content_id_of(uri: &str) -> Option<&str> {
    let (scheme, content_id) = trim(uri).split_once(':')?;
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
