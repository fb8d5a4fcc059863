//! Reading ahead: elements that stand as is expected of them, and nothing else.
//!
//! Most elements of most documents are what the type says that stands next, with tags that are spelled as those around them.
//! They are compared with it, tags and all, and their texts taken: no name is scanned, no prefix resolved, no element opened and
//! closed, no path kept. Where something is not exactly so, or is wrong, the whole value is read once more, token by token, as if
//! nobody had looked: nothing here makes an error. Of a stream it is what has come of it; where that ends within a value, it is read
//! token by token.

use super::options::ReadOptions;
use crate::xml::namespace::{InlineStack, KnownName, TypeInfo};
use crate::xml::syntax::{Illegal, RawText, ShortPattern, Span, scan, stands_twice};

/// How many bytes a value may have that is read ahead: so many are read in vain, at most, where it has more.
pub(super) const LONGEST: usize = 8 * 1024;

/// How many if it has a list, which may be long: the items are read ahead for themselves then.
const LONGEST_WITH_LIST: usize = 1024;

/// How many elements may stand in one another in such a value.
pub(super) const DEEPEST: usize = 16;

/// How many attributes a type may have whose values are read ahead.
pub(crate) const MOST_ATTRIBUTES: usize = 64;

/// After so many attempts in vain, one after the other, there are no more. Those that the end of what has come may have cut off do not
/// count.
pub(super) const PATIENCE: u32 = 8;

/// Where a value is being read ahead, and what became of that so far.
#[derive(Default)]
pub(super) struct Ahead<'de> {
    /// The text, if values may borrow from it.
    pub(super) text: &'de str,
    /// The same, no further than is looked.
    pub(super) bytes: &'de [u8],
    /// How far is looked if the text is the reader's own, as the window of a stream is; else 0.
    own_end: usize,
    pub(super) at: usize,
    /// How the elements are spelled that may stand next.
    pub(super) spelling: Spelling,
    /// How much deeper elements may stand.
    pub(super) depth: usize,
    /// Whether the start tag that was read last is the whole element.
    pub(super) is_empty: bool,
    pub(super) given_up: bool,
    /// Where the element began that was not read as one more item.
    pub(super) items_end: usize,
    /// Where the last attempt failed: before it there are no others, so that no byte is read ahead twice.
    pub(super) failed_at: usize,
    pub(super) failed: u32,
    /// How elements of the last one were spelled, and where its prefix stands.
    pub(super) last: (Spelling, Span),
    /// The text that was looked for last, if it has to be decoded: how much of it stands for itself.
    pub(super) undecoded: Option<Span>,
    /// Behind which name of a start tag declarations stand that have been read, and where they end.
    pub(super) declared: (usize, usize),
    /// The URIs that have been declared in a document that is read ahead as a whole.
    pub(super) uris: InlineStack<&'de str, 4>,
    /// A type to which it makes no difference that its other spellings are not known.
    pub(super) understood: Option<&'static TypeInfo>,
}

/// How elements of one namespace are spelled.
#[derive(Clone, Copy, Default)]
pub(super) struct Spelling {
    pub(super) namespace: Option<&'static str>,
    /// `<t:`
    pub(super) start: ShortPattern,
    /// `</t:`
    pub(super) end: ShortPattern,
}

/// An element that may be read ahead: what is known of its type.
#[derive(Clone, Copy)]
pub(crate) struct Expected {
    pub(super) info: &'static TypeInfo,
    pub(super) longest: usize,
    pub(super) has_aliases: bool,
}

/// What holds around an element that is being read ahead.
#[derive(Clone, Copy)]
pub(crate) struct Outer<'de> {
    /// How elements are spelled there, if it is not as in the element.
    pub(super) spelling: Option<Spelling>,
    bytes: &'de [u8],
    own_end: usize,
}

impl Spelling {
    pub(super) fn new(namespace: Option<&'static str>, prefix: &[u8]) -> Option<Self> {
        let colon: &[u8] = if prefix.is_empty() { b"" } else { b":" };
        Some(Self {
            namespace,
            start: ShortPattern::of([b"<", prefix, colon])?,
            end: ShortPattern::of([b"</", prefix, colon])?,
        })
    }

    /// Whether it is that of a namespace. Mostly the two are one constant.
    #[inline]
    pub(super) fn is_of(&self, uri: &'static str) -> bool {
        self.namespace
            .is_some_and(|own| std::ptr::eq(own, uri) || own == uri)
    }

    /// Whether it has been made.
    pub(super) const fn is_some(&self) -> bool {
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
    /// Begins at a place of a text, and looks no further than to `end`. Values may borrow from the text if that is said.
    #[inline]
    pub(super) fn begin(&mut self, borrowed: Option<&'de str>, end: usize, at: usize) {
        self.text = borrowed.unwrap_or_default();
        self.bytes = self.text.as_bytes().get(..end).unwrap_or_default();
        self.own_end = if borrowed.is_some() { 0 } else { end };
        self.at = at;
        self.depth = DEEPEST;
        self.items_end = at;
        self.is_empty = false;
        self.given_up = false;
        self.undecoded = None;
        self.declared = (0, 0);
        self.understood = None;
    }

    /// Whether the text is the reader's own.
    #[inline]
    pub(super) const fn is_own(&self) -> bool {
        self.own_end > 0
    }

    /// The text, no further than is looked, which is `own` if it is the reader's own.
    #[inline]
    pub(super) fn seen<'t>(&self, own: &'t str) -> &'t [u8]
    where
        'de: 't,
    {
        if self.is_own() {
            own.as_bytes().get(..self.own_end).unwrap_or_default()
        } else {
            self.bytes
        }
    }

    /// The same, without a character that is not looked at as a whole.
    pub(super) fn seen_text<'t>(&self, own: &'t str) -> Option<&'t str>
    where
        'de: 't,
    {
        let text = if self.is_own() { own } else { self.text };
        let end = self.seen(own).len();
        (0..4).find_map(|cut| text.get(..end.checked_sub(cut)?))
    }

    /// Elements of a namespace are expected to have a prefix. Mostly it is that of the last ones.
    #[inline]
    pub(super) fn spell(
        &mut self,
        bytes: &[u8],
        namespace: Option<&'static str>,
        prefix: Span,
    ) -> Option<()> {
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

    /// The text of an element of this name that is nothing else, if it stands for itself: `<t:Size>7</t:Size>`.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "there are two callers, and a call here would cost a tenth of the reading speed"
    )]
    pub(super) fn leaf(&mut self, bytes: &[u8], name: &KnownName) -> Option<Span> {
        let start = self.start_tag(bytes, name)?;
        if bytes.get(start) != Some(&b'>') {
            return self.empty_leaf(bytes, start);
        }
        let text = Span::new(start + 1, scan::plain_text(bytes, start + 1));
        // `t:Size>`, where the start tag ends.
        let length = self.spelling.start.len() + name.len();
        let is_ended = bytes.get(text.end..text.end + 2) == Some(b"</")
            && stands_twice(bytes, text.start - length, text.end + 2, length);
        if !is_ended {
            self.undecoded = Some(text);
            return None;
        }
        self.at = text.end + 2 + length;
        Some(text)
    }

    /// The same of one that is written as one tag, `<t:Size/>`, from behind its name.
    #[cold]
    fn empty_leaf(&mut self, bytes: &[u8], at: usize) -> Option<Span> {
        let end = at + "/>".len();
        if bytes.get(at..end)? != b"/>" {
            return None;
        }
        self.at = end;
        Some(Span::new(at, at))
    }

    /// The same of the leaf that was looked for last, if its text has to be decoded, `7 &lt; 8`, where so much stands for itself.
    pub(super) fn encoded_leaf(
        &mut self,
        seen: &str,
        name: &KnownName,
        plain: Span,
    ) -> Option<RawText> {
        let raw = scan::text(seen, plain.start, plain.end, Illegal::Refuse).ok()?;
        self.at = self.end_tag(seen.as_bytes(), name, raw.span.end)?;
        Some(raw)
    }

    /// The byte behind the name in a start tag that stands next, perhaps behind white space.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "calls here would cost a tenth of the reading speed"
    )]
    pub(super) fn start_tag(&self, bytes: &[u8], name: &KnownName) -> Option<usize> {
        let (start, at) = (&self.spelling.start, self.at);
        let behind = start.end_at(at, bytes);
        let at = behind.or_else(|| start.end_at(behind_space(bytes, at)?, bytes))?;
        name.end_at(at, bytes)
    }

    /// The byte behind the end tag at `at`.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "calls here would cost a tenth of the reading speed"
    )]
    pub(super) fn end_tag(&self, bytes: &[u8], name: &KnownName, at: usize) -> Option<usize> {
        let at = self.spelling.end.end_at(at, bytes)?;
        let at = name.end_at(at, bytes)?;
        (bytes.get(at) == Some(&b'>')).then_some(at + 1)
    }

    /// The value of an attribute that stands next, if it stands for itself: ` Id="7"`.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "as above")]
    pub(super) fn attribute(&mut self, bytes: &[u8], name: &KnownName) -> Option<Span> {
        let end = name.end_at(self.at + 1, bytes)?;
        let is_usual = bytes.get(self.at) == Some(&b' ') && bytes.get(end..end + 2) == Some(b"=\"");
        if !is_usual {
            return None;
        }
        let start = end + 2;
        let end = scan::plain_value(bytes, start);
        if bytes.get(end) != Some(&b'"') {
            self.undecoded = Some(Span::new(start, end));
            return None;
        }
        self.at = end + 1;
        Some(Span::new(start, end))
    }

    /// The same of the attribute that was looked for last, if its value has to be decoded.
    pub(super) fn encoded_attribute(&mut self, seen: &str, plain: Span) -> Option<RawText> {
        let raw = scan::value(seen, plain.start, b'"', Illegal::Refuse).ok()?;
        self.at = raw.span.end + 1;
        Some(raw)
    }

    /// Goes behind the name in a start tag, and behind the declarations if they have been read.
    #[inline]
    fn go_behind_name(&mut self, end: usize) {
        let (name_end, behind) = self.declared;
        self.at = if end == name_end { behind } else { end };
    }

    /// Goes into an element from behind the name in its start tag, and looks no further than its value may reach.
    #[inline]
    pub(super) fn enter(&mut self, start: usize, expected: Expected) -> Outer<'de> {
        let outer = Outer {
            spelling: None,
            bytes: self.bytes,
            own_end: self.own_end,
        };
        let end = start + expected.longest;
        self.bytes = outer.bytes.get(..end).unwrap_or(outer.bytes);
        self.own_end = outer.own_end.min(end);
        self.depth -= 1;
        self.go_behind_name(start);
        outer
    }

    /// What held around an element holds again.
    #[inline]
    pub(super) fn leave(&mut self, outer: Outer<'de>) {
        if let Some(spelling) = outer.spelling {
            self.spelling = spelling;
        }
        self.bytes = outer.bytes;
        self.own_end = outer.own_end;
        self.depth += 1;
    }

    /// Whether the document is read ahead as a whole.
    pub(super) const fn is_whole(&self) -> bool {
        self.declared.1 > 0
    }

    /// A declaration that stands next, its prefix and its URI: ` xmlns:t="urn:types"`. What is usual is not looked through.
    pub(super) fn declaration(&mut self, usual: &[&'static str]) -> Option<(Span, Span)> {
        let space = scan::skip_space(self.bytes, self.at);
        let rest = self.bytes.get(space..)?.strip_prefix(b"xmlns")?;
        let at = space + "xmlns".len();
        let prefix = match rest.first() {
            Some(b':') => Span::new(at + 1, scan::ncname_of_ascii(self.bytes, at + 1)?),
            _ => Span::new(at, at),
        };
        let start = prefix.end + "=\"".len();
        let rest = self.bytes.get(start..)?;
        let usual = usual
            .iter()
            .find(|usual| rest.starts_with(usual.as_bytes()));
        let known_to = start + usual.map_or(0, |usual| usual.len());
        let end = match self.bytes.get(known_to) {
            Some(b'"') => known_to,
            _ => scan::plain_value(self.bytes, known_to),
        };
        let uri = Span::new(start, end);
        let is_usual = space > self.at
            && self.bytes.get(prefix.end..start) == Some(b"=\"")
            && self.bytes.get(uri.end) == Some(&b'"');
        if !is_usual {
            return None;
        }
        self.at = uri.end + 1;
        Some((prefix, uri))
    }

    /// Goes behind a start tag; one that is the whole element has no content.
    #[inline]
    pub(super) fn content(&mut self, bytes: &[u8], has_content: bool) -> bool {
        let rest = bytes.get(self.at..).unwrap_or_default();
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
    pub(super) fn content_text(&mut self, bytes: &[u8]) -> Option<Span> {
        let text = Span::new(self.at, scan::plain_text(bytes, self.at));
        self.at = text.end;
        if bytes.get(text.end) != Some(&b'<') {
            self.undecoded = Some(text);
            return None;
        }
        Some(text)
    }

    /// The same of the text that was looked for last, if it has to be decoded.
    pub(super) fn encoded_content(&mut self, seen: &str, plain: Span) -> Option<RawText> {
        let raw = scan::text(seen, plain.start, plain.end, Illegal::Refuse).ok();
        let raw = raw.filter(|raw| raw.span.end < seen.len());
        match raw {
            Some(raw) => self.at = raw.span.end,
            None => self.give_up(),
        }
        raw
    }

    /// Notes that it was in vain. Where a value may have been cut off by the end of what is there, that says nothing of those to come.
    #[cold]
    pub(super) fn fail(&mut self, may_be_cut_off: bool) {
        self.failed += u32::from(!may_be_cut_off);
        self.failed_at = self.at;
    }

    /// The text has been dropped up to `start`, which stands at `at` now.
    pub(super) fn begin_window(&mut self, start: usize, at: usize) {
        self.failed_at = at + self.failed_at.saturating_sub(start);
        self.last = (Spelling::default(), Span::default());
    }

    /// Reads nothing more.
    #[cold]
    pub(super) fn give_up(&mut self) {
        self.given_up = true;
        self.bytes = &[];
        self.own_end = 0;
    }
}

/// The byte behind white space, if there is some.
#[cold]
pub(super) fn behind_space(bytes: &[u8], at: usize) -> Option<usize> {
    let end = scan::skip_space(bytes, at);
    (end > at).then_some(end)
}

/// Whether none of the limits can be met by what is read ahead, in an element at this depth.
pub(super) fn is_allowed(options: &ReadOptions, depth: usize) -> bool {
    depth + DEEPEST <= options.max_depth
        && options.max_children >= LONGEST
        && options.max_text >= LONGEST
        && options.max_attributes >= MOST_ATTRIBUTES
}
