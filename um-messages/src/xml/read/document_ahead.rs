//! Reading a small document ahead as a whole, from its first byte to its last, where a value stands in elements that have nothing
//! else: the usual envelope. No element is opened then, and no token made.

use super::ahead::{self, MOST_ATTRIBUTES, Spelling};
use super::cursor::State;
use super::reader::Reader;
use crate::xml::namespace::{KnownName, TypeInfo, UriId, XML_NAMESPACE};
use crate::xml::syntax::{Span, declaration, scan};

/// How many bytes a document may have that is read ahead: so many are read in vain, at most.
const LONGEST_DOCUMENT: usize = 16 * 1024;

/// How many elements stand around the value, with the value itself.
const AROUND: usize = 3;

/// How many namespaces one of them may declare.
const MOST_DECLARATIONS: usize = 8;

/// An element whose start tag has been read.
#[derive(Clone, Copy)]
pub(crate) struct Opened {
    prefix: Span,
    /// The name with the prefix.
    name: Span,
    pub(crate) uri: UriId,
}

impl<'de> Reader<'de> {
    /// Begins to read the document ahead, if nothing has been read of it yet, and no limit can be met.
    pub(crate) fn begin_document_ahead(&mut self) -> Option<()> {
        let text = self.cursor.borrowed_text()?;
        let is_at_start = self.cursor.at() == 0 && self.cursor.state() == State::Content;
        let may_be = is_at_start
            && text.len() <= LONGEST_DOCUMENT
            && self.elements.is_untouched()
            && self.options.max_attributes >= MOST_ATTRIBUTES + MOST_DECLARATIONS
            && self.options.max_namespaces >= AROUND * MOST_DECLARATIONS
            && ahead::is_allowed(&self.options, AROUND);
        if !may_be {
            return None;
        }
        self.ahead.begin(Some(text), text.len(), 0);
        self.ahead.uris.truncate(0);
        if text.starts_with("<?") {
            self.ahead.at = declaration::usual(text, 2)? + "?>".len();
        }
        Some(())
    }

    /// Goes behind the start tag that stands next, if it has this local name, and nothing but declarations:
    /// `<s:Envelope xmlns:s="…">`. The URIs are those that it usually declares.
    pub(crate) fn open_ahead(&mut self, name: &KnownName, uris: &[&'static str]) -> Option<Opened> {
        let opened = self.start_tag_ahead(name, uris)?;
        self.content_ahead(true).then_some(opened)
    }

    /// As [`open_ahead`](Self::open_ahead), inside of an element in the same namespace: mostly it declares nothing, and has the same
    /// prefix.
    pub(crate) fn open_inside_ahead(&mut self, name: &KnownName, outer: Opened) -> Option<Opened> {
        let opened = match outer.child_at(self.ahead.bytes, self.ahead.at, name) {
            Some(opened) => {
                self.ahead.at = opened.name.end;
                opened
            }
            None => self.start_tag_ahead(name, &[])?,
        };
        self.content_ahead(true).then_some(opened)
    }

    /// The start tag that stands next, if it has this local name. Behind the declarations it goes on.
    fn start_tag_ahead(&mut self, name: &KnownName, uris: &[&'static str]) -> Option<Opened> {
        let bytes = self.ahead.bytes;
        let at = scan::skip_space(bytes, self.ahead.at);
        if bytes.get(at) != Some(&b'<') {
            return None;
        }
        let (prefix, end) = name_at(bytes, at + 1, name)?;
        let outer = self.elements.bindings().in_scope().len();
        self.ahead.at = end;
        let own = own_declaration(bytes, end, prefix, uris);
        let own = match own {
            Some((declared, uri, end)) => {
                self.ahead.at = end;
                Some(self.declare_one_ahead(declared, uri)?)
            }
            None => None,
        };
        if bytes.get(self.ahead.at) != Some(&b'>') {
            self.declare_ahead(uris, outer)?;
        }
        let bindings = self.elements.bindings_mut();
        let uri = own.or_else(|| bindings.resolve(prefix, bytes))?;
        Some(Opened {
            prefix,
            name: Span::new(at + 1, end),
            uri,
        })
    }

    /// Goes behind the declarations that stand next, in an element outside of which so many are in scope.
    fn declare_ahead(&mut self, uris: &[&'static str], outer: usize) -> Option<()> {
        let text = self.ahead.text;
        while let Some((prefix, uri)) = self.ahead.declaration(uris) {
            let is_one_more = self.elements.bindings().in_scope().len() < outer + MOST_DECLARATIONS;
            if !is_one_more || self.elements.is_twin(prefix, outer, text) {
                return None;
            }
            self.declare_one_ahead(prefix, uri.of(text))?;
        }
        Some(())
    }

    /// Binds a prefix, if it may be bound to that.
    fn declare_one_ahead(&mut self, prefix: Span, uri: &'de str) -> Option<UriId> {
        let is_short = uri.len() <= self.options.max_uri;
        self.ahead.uris.push(uri);
        self.elements
            .declare_allowed(prefix, uri, self.ahead.text)
            .filter(|_| is_short)
    }

    /// Stands before the value, if its start tag is the one that stands next: it can be read ahead under this name then, whatever
    /// it declares.
    pub(crate) fn begin_value_ahead(
        &mut self,
        name: &KnownName,
        namespace: &'static str,
    ) -> Option<()> {
        let start_tag = self.start_tag_ahead(name, &[namespace])?;
        let bytes = self.ahead.bytes;
        if self.uri_ahead(start_tag) != namespace {
            return None;
        }
        self.ahead.declared = (start_tag.name.end, self.ahead.at);
        self.ahead.at = start_tag.name.start - "<".len();
        self.ahead.spelling = Spelling::new(Some(namespace), start_tag.prefix.bytes_of(bytes))?;
        Some(())
    }

    /// The URI of an element's namespace, as it was sent.
    pub(crate) fn uri_ahead(&self, element: Opened) -> &str {
        self.elements.bindings().uri(element.uri)
    }

    /// Whether a URI has been declared, or need not be.
    pub(crate) fn knows_uri(&self, uri: &str) -> bool {
        let mut declared = self.ahead.uris.iter();
        declared.any(|declared| *declared == uri) || uri == XML_NAMESPACE
    }

    /// Whether other spellings make no difference to a type: they are known already or, of a document that is read ahead as a whole, none
    /// of them is declared.
    pub(super) fn understands(&mut self, info: &'static TypeInfo) -> bool {
        let is_this = |known: &TypeInfo| std::ptr::eq(known, info);
        if self.ahead.understood.is_some_and(is_this) || self.elements.bindings().knows(info) {
            return true;
        }
        let mut is_declared = !self.ahead.is_whole();
        info.visit_aliases(&mut |alias, _| is_declared |= self.knows_uri(alias));
        self.ahead.understood = (!is_declared).then_some(info);
        !is_declared
    }

    /// Goes behind the end tag of an element, if it stands next.
    pub(crate) fn close_ahead(&mut self, element: Opened) -> Option<()> {
        let bytes = self.ahead.bytes;
        let at = scan::skip_space(bytes, self.ahead.at);
        let rest = bytes.get(at..)?.strip_prefix(b"</")?;
        let name = element.name.bytes_of(bytes);
        let is_usual = rest.get(name.len()) == Some(&b'>')
            && scan::same(rest.get(..name.len())?, name)
            && !self.ahead.given_up;
        self.ahead.at = at + "</".len() + name.len() + ">".len();
        is_usual.then_some(())
    }

    /// Goes to the end of the document, if nothing else follows.
    pub(crate) fn finish_document_ahead(&mut self) -> Option<()> {
        let text = self.ahead.text;
        let at = scan::skip_space(text.as_bytes(), self.ahead.at);
        if at < text.len() || !self.cursor.finish() {
            return None;
        }
        self.elements.forget_all(0, text);
        Some(())
    }

    /// It was in vain: the reader stands at the start of the document, as it stood.
    #[cold]
    pub(crate) fn fail_document_ahead(&mut self) {
        self.ahead.fail(false);
        self.elements.forget_all(0, self.ahead.text);
    }
}

impl Opened {
    /// The start tag at `at`, if it is that of a child with this local name, with the same prefix and nothing else: `<s:Body>`.
    fn child_at(self, bytes: &[u8], at: usize, local: &KnownName) -> Option<Self> {
        let start = at + "<".len();
        let prefix = Span::new(start, start + self.prefix.len());
        let has_prefix = prefix.len() > 0;
        let is_same = bytes.get(at) == Some(&b'<')
            && scan::same(prefix.bytes_of(bytes), self.prefix.bytes_of(bytes));
        let local_at = prefix.end + usize::from(has_prefix);
        let end = local.end_at(local_at, bytes)?;
        let is_it = is_same
            && bytes.get(end) == Some(&b'>')
            && (!has_prefix || bytes.get(prefix.end) == Some(&b':'));
        is_it.then_some(Self {
            prefix,
            name: Span::new(start, end),
            uri: self.uri,
        })
    }
}

/// The declaration behind the name of an element that binds its own prefix to one of these URIs, as most elements have it: `xmlns:s="…"`
/// of `<s:Envelope xmlns:s="…">`. Where the prefix stands, the URI, and where the declaration ends.
fn own_declaration(
    bytes: &[u8],
    at: usize,
    prefix: Span,
    uris: &[&'static str],
) -> Option<(Span, &'static str, usize)> {
    let name = if prefix.len() > 0 {
        " xmlns:"
    } else {
        " xmlns"
    };
    let start = at + name.len();
    let declared = Span::new(start, start + prefix.len());
    let uri_at = declared.end + "=\"".len();
    let is_own = bytes.get(at..start)? == name.as_bytes()
        && scan::same(declared.bytes_of(bytes), prefix.bytes_of(bytes))
        && bytes.get(declared.end..uri_at)? == b"=\"";
    let rest = bytes.get(uri_at..)?;
    let is_it =
        |uri: &&&str| rest.starts_with(uri.as_bytes()) && rest.get(uri.len()) == Some(&b'"');
    let uri = uris.iter().find(is_it).filter(|_| is_own)?;
    Some((declared, uri, uri_at + uri.len() + "\"".len()))
}

/// A prefix and the end of the name at `at`, if that has this local name.
fn name_at(bytes: &[u8], at: usize, local: &KnownName) -> Option<(Span, usize)> {
    if let Some(end) = local.end_at(at, bytes) {
        return Some((Span::new(at, at), end));
    }
    let prefix = Span::new(at, scan::ncname_of_ascii(bytes, at)?);
    if bytes.get(prefix.end) != Some(&b':') {
        return None;
    }
    Some((prefix, local.end_at(prefix.end + 1, bytes)?))
}
