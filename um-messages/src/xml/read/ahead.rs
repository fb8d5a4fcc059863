//! Reading ahead: elements that stand as is expected of them, and nothing else.
//!
//! Most elements of most documents are what the type says that stands next, with tags that are spelled as those around them.
//! They are compared with it, tags and all, and their texts taken: no name is scanned, no prefix resolved, no element opened and
//! closed, no path kept. Where something is not exactly so, or is wrong, the whole value is read once more, token by token, as if
//! nobody had looked: nothing here makes an error.

use super::cursor::State;
use super::reader::Reader;
use crate::error::Result;
use crate::xml::namespace::{KnownName, NamespaceId, TypeInfo};
use crate::xml::syntax::{ShortPattern, Span, scan};

/// How many bytes a value may have that is read ahead: so many are read in vain, at most, where it has more.
pub(super) const LONGEST: usize = 8 * 1024;

/// How many if it has a list, which may be long: the items are read ahead for themselves then.
const LONGEST_WITH_LIST: usize = 1024;

/// How many elements may stand in one another in such a value.
pub(super) const DEEPEST: usize = 16;

/// How many attributes a type may have whose values are read ahead.
pub(crate) const MOST_ATTRIBUTES: usize = 64;

/// After so many attempts in vain, one after the other, there are no more.
const PATIENCE: u32 = 8;

/// Where a value is being read ahead, and what became of that so far.
#[derive(Default)]
pub(super) struct Ahead<'de> {
    text: &'de str,
    /// The text, no further than is looked.
    bytes: &'de [u8],
    at: usize,
    /// How the elements are spelled that may stand next.
    spelling: Spelling,
    /// How much deeper elements may stand.
    depth: usize,
    /// Whether the start tag that was read last is the whole element.
    is_empty: bool,
    given_up: bool,
    /// Where the last attempt failed: before it there are no others, so that no byte is read ahead twice.
    failed_at: usize,
    failed: u32,
    /// How elements of the last one were spelled, and where its prefix stands.
    last: (Spelling, Span),
}

/// How elements of one namespace are spelled.
#[derive(Clone, Copy, Default)]
struct Spelling {
    namespace: Option<&'static str>,
    /// `<t:`
    start: ShortPattern,
    /// `</t:`
    end: ShortPattern,
}

/// An element that may be read ahead: what is known of its type.
#[derive(Clone, Copy)]
pub(crate) struct Expected {
    info: &'static TypeInfo,
    longest: usize,
    has_aliases: bool,
}

/// What holds around an element that is being read ahead.
#[derive(Clone, Copy)]
pub(crate) struct Outer<'de> {
    spelling: Spelling,
    bytes: &'de [u8],
}

impl Spelling {
    fn new(namespace: Option<&'static str>, prefix: &[u8]) -> Option<Self> {
        let colon: &[u8] = if prefix.is_empty() { b"" } else { b":" };
        Some(Self {
            namespace,
            start: ShortPattern::of(&[b"<", prefix, colon])?,
            end: ShortPattern::of(&[b"</", prefix, colon])?,
        })
    }

    /// Whether it has been made.
    const fn is_some(&self) -> bool {
        !self.start.is_empty()
    }
}

impl Expected {
    /// An element around items, in the namespace of the type that has it.
    pub(crate) const WRAPPER: Self = Self {
        info: TypeInfo::NONE,
        longest: LONGEST_WITH_LIST,
        has_aliases: false,
    };

    pub(crate) const fn of(info: &'static TypeInfo) -> Self {
        let has_list = info.has_list();
        Self {
            info,
            longest: if has_list { LONGEST_WITH_LIST } else { LONGEST },
            has_aliases: info.has_aliases(),
        }
    }
}

impl<'de> Ahead<'de> {
    /// Elements of a namespace are expected to have a prefix. Mostly it is that of the last ones.
    #[inline]
    fn spell(&mut self, namespace: Option<&'static str>, prefix: Span) -> Option<()> {
        let bytes = self.text.as_bytes();
        let (last, last_prefix) = self.last;
        let is_last = last.namespace == namespace
            && last.is_some()
            && scan::same(last_prefix.bytes_of(bytes), prefix.bytes_of(bytes));
        self.spelling = if is_last {
            last
        } else {
            Spelling::new(namespace, prefix.bytes_of(bytes))?
        };
        self.last = (self.spelling, prefix);
        Some(())
    }

    /// The text of an element of this name that is nothing else: `<t:Size>7</t:Size>`.
    #[inline]
    fn leaf(&mut self, name: &KnownName) -> Option<&'de str> {
        let start = self.start_tag(name)?;
        if self.bytes.get(start) != Some(&b'>') {
            return None;
        }
        let text = Span::new(start + 1, scan::plain_text(self.bytes, start + 1));
        self.at = self.end_tag(name, text.end)?;
        self.text.get(text.start..text.end)
    }

    /// The byte behind the name in a start tag that stands next, perhaps behind white space.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "calls here would cost a tenth of the reading speed"
    )]
    fn start_tag(&self, name: &KnownName) -> Option<usize> {
        let (start, at) = (&self.spelling.start, self.at);
        let behind = start.end_at(at, self.bytes);
        let at = behind.or_else(|| start.end_at(self.behind_space(at)?, self.bytes))?;
        name.end_at(at, self.bytes)
    }

    /// The byte behind the end tag at `at`.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "calls here would cost a tenth of the reading speed"
    )]
    fn end_tag(&self, name: &KnownName, at: usize) -> Option<usize> {
        let at = self.spelling.end.end_at(at, self.bytes)?;
        let at = name.end_at(at, self.bytes)?;
        (self.bytes.get(at) == Some(&b'>')).then_some(at + 1)
    }

    /// The byte behind white space, if there is some.
    #[cold]
    fn behind_space(&self, at: usize) -> Option<usize> {
        let end = scan::skip_space(self.bytes, at);
        (end > at).then_some(end)
    }

    /// The value of an attribute that stands next: ` Id="7"`.
    #[inline]
    fn attribute(&mut self, name: &KnownName) -> Option<&'de str> {
        let end = name.end_at(self.at + 1, self.bytes)?;
        let is_usual =
            self.bytes.get(self.at) == Some(&b' ') && self.bytes.get(end..end + 2) == Some(b"=\"");
        if !is_usual {
            return None;
        }
        let start = end + 2;
        let end = scan::plain_value(self.bytes, start);
        if self.bytes.get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    /// Goes behind a start tag; one that is the whole element has no content.
    #[inline]
    fn content(&mut self, has_content: bool) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if rest.first() == Some(&b'>') {
            self.at += 1;
            return true;
        }
        self.is_empty = !has_content && rest.starts_with(b"/>");
        if self.is_empty {
            self.at += 2;
        }
        self.is_empty
    }

    /// The text behind a start tag, up to an end tag.
    #[inline]
    fn content_text(&mut self) -> Option<&'de str> {
        let start = self.at;
        self.at = scan::plain_text(self.bytes, start);
        if self.bytes.get(self.at) != Some(&b'<') {
            self.give_up();
            return None;
        }
        self.text.get(start..self.at)
    }

    /// Notes that it was in vain.
    #[cold]
    fn fail(&mut self) {
        self.failed += 1;
        self.failed_at = self.at;
    }

    /// Reads nothing more.
    #[cold]
    fn give_up(&mut self) {
        self.given_up = true;
        self.bytes = &[];
    }
}

impl<'de> Reader<'de> {
    /// The text of a leaf of this name, if it stands next.
    #[inline(never)]
    pub(crate) fn leaf_ahead(&mut self, name: &KnownName) -> Option<&'de str> {
        self.ahead.leaf(name)
    }

    /// The value of an attribute of this name, if it stands next.
    #[inline(never)]
    pub(crate) fn attribute_ahead(&mut self, name: &KnownName) -> Option<&'de str> {
        self.ahead.attribute(name)
    }

    /// The text of the element.
    #[inline(never)]
    pub(crate) fn content_text_ahead(&mut self) -> Option<&'de str> {
        self.ahead.content_text()
    }

    /// Goes behind the start tag.
    #[inline]
    pub(crate) fn content_ahead(&mut self, has_content: bool) -> bool {
        self.ahead.content(has_content)
    }

    /// What has been read, if it is a value: if it is none, nothing more is read.
    #[inline]
    pub(crate) fn value_ahead<T>(&mut self, value: Result<T>) -> Option<T> {
        if value.is_err() {
            self.ahead.give_up();
        }
        value.ok()
    }

    /// Goes behind the name in the start tag of an element that stands next, and says what holds around it.
    #[inline(never)]
    pub(crate) fn enter_ahead(
        &mut self,
        name: &KnownName,
        expected: Expected,
    ) -> Option<Outer<'de>> {
        let start = self.ahead.start_tag(name)?;
        let depth = self.ahead.depth.checked_sub(1)?;
        let is_unknown = || !self.elements.bindings().knows(expected.info);
        if expected.has_aliases && is_unknown() {
            return None;
        }
        let (spelling, bytes) = (self.ahead.spelling, self.ahead.bytes);
        match expected.info.namespace {
            Some(uri) if spelling.namespace != Some(uri) => {
                self.ahead.spelling = self.spelling(uri)?;
            }
            _ => {}
        }
        self.ahead.bytes = bytes.get(..start + expected.longest).unwrap_or(bytes);
        self.ahead.depth = depth;
        self.ahead.at = start;
        Some(Outer { spelling, bytes })
    }

    /// Reads nothing more ahead.
    #[cold]
    pub(crate) fn give_up_ahead(&mut self) {
        self.ahead.give_up();
    }

    /// Goes behind the end tag of an element, if it stands next.
    #[inline(never)]
    pub(crate) fn leave_ahead(&mut self, name: &KnownName, outer: Outer<'de>) -> bool {
        let ahead = &mut self.ahead;
        if ahead.given_up {
            return false;
        }
        ahead.spelling = outer.spelling;
        ahead.bytes = outer.bytes;
        ahead.depth += 1;
        if std::mem::take(&mut ahead.is_empty) {
            return true;
        }
        let end = ahead.end_tag(name, ahead.at);
        let end = end.or_else(|| ahead.end_tag(name, ahead.behind_space(ahead.at)?));
        match end {
            Some(end) => ahead.at = end,
            None => ahead.give_up(),
        }
        !ahead.given_up
    }

    /// How elements are spelled of a namespace that the program names.
    #[inline(never)]
    fn spelling(&self, uri: &'static str) -> Option<Spelling> {
        let namespace = self.elements.bindings().find_namespace(uri)?;
        let prefix = self.elements.prefix_of(namespace, self.ahead.text)?;
        Spelling::new(Some(uri), prefix.bytes_of(self.ahead.text.as_bytes()))
    }

    /// Whether what stands next may be read ahead: nothing has failed behind it, or too often, and no limit could be met.
    #[inline]
    pub(crate) fn may_read_ahead(&self) -> bool {
        self.cursor.state() == State::Content
            && self.cursor.at() >= self.ahead.failed_at
            && self.ahead.failed < PATIENCE
    }

    /// Begins to read the content ahead of the element that the reader stands in. The reader stands as it stood.
    #[inline(never)]
    pub(crate) fn begin_ahead(&mut self, expected: Expected, namespace: NamespaceId) -> bool {
        self.begin(expected, namespace).is_some()
    }

    fn begin(&mut self, expected: Expected, namespace: NamespaceId) -> Option<()> {
        let text = self.cursor.borrowed_text()?;
        if self.references.is_some() || !self.options.allow_reading_ahead(self.depth()) {
            return None;
        }
        let at = self.cursor.at();
        let prefix = self.elements.prefix_of(namespace, text)?;
        let longest = text.len().min(at + expected.longest);
        let ahead = &mut self.ahead;
        ahead.text = text;
        ahead.bytes = text.as_bytes().get(..longest)?;
        ahead.at = at;
        ahead.depth = DEEPEST;
        ahead.is_empty = false;
        ahead.given_up = false;
        ahead.spell(expected.info.namespace, prefix)
    }

    /// Closes the element that the reader stands in, if it has been read up to its end tag.
    #[inline(never)]
    pub(crate) fn finish_ahead(&mut self) -> bool {
        let end = self.end_of_open();
        match end {
            Some(end) => {
                self.ahead.failed = 0;
                self.cursor.close(end);
            }
            None => self.ahead.fail(),
        }
        end.is_some()
    }

    /// The end tag of the element that the reader stands in, if it stands next: its first byte, and the byte behind it.
    fn end_of_open(&self) -> Option<(usize, usize)> {
        let Ahead {
            text,
            bytes,
            at,
            is_empty,
            given_up,
            ..
        } = self.ahead;
        if given_up {
            return None;
        }
        if is_empty {
            return Some((self.cursor.token_at(), at));
        }
        let name = self.elements.innermost()?.name.span();
        let at = scan::skip_space(bytes, at);
        let rest = bytes.get(at..)?.strip_prefix(b"</")?;
        let rest = rest.strip_prefix(name.bytes_of(text.as_bytes()))?;
        let end = at + "</".len() + name.len() + ">".len();
        (rest.first() == Some(&b'>')).then_some((at, end))
    }
}

#[cfg(test)]
mod tests {
    use crate::SoapType;
    use crate::xml::Reader;

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(crate = crate, namespace = "urn:calls")]
    struct Call {
        #[soap(attribute)]
        id: Option<u32>,
        tag: Vec<String>,
        caller: Option<Person>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(crate = crate, namespace = "urn:people")]
    struct Person {
        #[soap(attribute)]
        id: Option<u32>,
        name: String,
    }

    /// Whether a call is read ahead in which this stands.
    fn is_read_ahead(content: &str) -> bool {
        let xmlns = "<x xmlns:c='urn:calls' xmlns:p='urn:people'>";
        let document = format!("{xmlns}<c:Call Id='7'>{content}</c:Call><c:Next/></x>");
        let mut reader = Reader::from_str(&document);
        assert!(reader.next_child().unwrap() && reader.next_child().unwrap());
        let read = reader.read::<Call>();
        let is_read = reader.ahead.failed_at == 0 && reader.ahead.at > 0;
        if read.is_ok() {
            assert!(reader.next_child().unwrap());
            assert_eq!((reader.name().local(), reader.depth()), ("Next", 2));
        }
        is_read
    }

    const CALLER: &str = "<c:Caller><p:Name>Ann</p:Name></c:Caller>";

    #[test]
    fn what_stands_as_expected_is_read_ahead() {
        for content in [
            "",
            "<c:Tag>1</c:Tag><c:Tag></c:Tag>",
            "\n <c:Tag>Größe</c:Tag>\n",
            CALLER,
            &CALLER
                .replace("Caller>", "Caller Id=\"8\">")
                .replace("/c:Caller Id=\"8\"", "/c:Caller"),
        ] {
            assert!(is_read_ahead(content), "{content}");
        }
    }

    #[test]
    fn what_does_not_is_not() {
        for content in [
            "text",
            "<!-- -->",
            "<c:Tag a=''>1</c:Tag>",
            "<c:Tag>1&amp;</c:Tag>",
            "<c:Tag/>",
            "<c:Tag>1</c:Tag><c:Other/>",
            &CALLER.replacen("Caller>", "Caller Id='8'>", 1),
            &CALLER.replacen("Caller>", "Caller Id=\"x\">", 1),
            &[CALLER, CALLER].concat(),
            &CALLER.replace("p:", "c:"),
            &CALLER.replace("Name", "Names"),
        ] {
            assert!(!is_read_ahead(content), "{content}");
        }
    }
}
