//! Reading ahead: elements that stand as is expected of them, and nothing else.
//!
//! Most elements of most documents are what the type says that stands next, with tags that are spelled as those around them.
//! They are compared with it, tags and all, and their texts taken: no name is scanned, no prefix resolved, no element opened and
//! closed, no path kept. Where something is not exactly so, or is wrong, the whole value is read once more, token by token, as if
//! nobody had looked: nothing here makes an error.

use std::borrow::Cow;

use super::options::ReadOptions;
use crate::xml::namespace::{InlineStack, KnownName, TypeInfo};
use crate::xml::syntax::{Illegal, Normalization, RawText, ShortPattern, Span, scan, stands_twice};

/// How many bytes a value may have that is read ahead: so many are read in vain, at most, where it has more.
const LONGEST: usize = 8 * 1024;

/// How many if it has a list, which may be long: the items are read ahead for themselves then.
const LONGEST_WITH_LIST: usize = 1024;

/// How many elements may stand in one another in such a value.
pub(super) const DEEPEST: usize = 16;

/// How many attributes a type may have whose values are read ahead.
pub(crate) const MOST_ATTRIBUTES: usize = 64;

/// After so many attempts in vain, one after the other, there are no more.
pub(super) const PATIENCE: u32 = 8;

/// Where a value is being read ahead, and what became of that so far.
#[derive(Default)]
pub(super) struct Ahead<'de> {
    pub(super) text: &'de str,
    /// The text, no further than is looked.
    pub(super) bytes: &'de [u8],
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
    pub(super) bytes: &'de [u8],
}

impl Spelling {
    pub(super) fn new(namespace: Option<&'static str>, prefix: &[u8]) -> Option<Self> {
        let colon: &[u8] = if prefix.is_empty() { b"" } else { b":" };
        Some(Self {
            namespace,
            start: ShortPattern::of(&[b"<", prefix, colon])?,
            end: ShortPattern::of(&[b"</", prefix, colon])?,
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
    /// Begins at a place of a text, and looks no further than to `end`.
    #[inline]
    pub(super) fn begin(&mut self, text: &'de str, end: usize, at: usize) {
        self.text = text;
        self.bytes = text.as_bytes().get(..end).unwrap_or_default();
        self.at = at;
        self.depth = DEEPEST;
        self.items_end = at;
        self.is_empty = false;
        self.given_up = false;
        self.undecoded = None;
        self.declared = (0, 0);
        self.understood = None;
    }

    /// Elements of a namespace are expected to have a prefix. Mostly it is that of the last ones.
    #[inline]
    pub(super) fn spell(&mut self, namespace: Option<&'static str>, prefix: Span) -> Option<()> {
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

    /// The text of an element of this name that is nothing else, if it stands for itself: `<t:Size>7</t:Size>`.
    #[inline]
    pub(super) fn leaf(&mut self, name: &KnownName) -> Option<&'de str> {
        let start = self.start_tag(name)?;
        if self.bytes.get(start) != Some(&b'>') {
            return None;
        }
        let text = Span::new(start + 1, scan::plain_text(self.bytes, start + 1));
        // `t:Size>`, where the start tag ends.
        let length = self.spelling.start.len() + name.len();
        let is_ended = self.bytes.get(text.end..text.end + 2) == Some(b"</")
            && stands_twice(self.bytes, text.start - length, text.end + 2, length);
        if !is_ended {
            self.undecoded = Some(text);
            return None;
        }
        self.at = text.end + 2 + length;
        self.text.get(..text.end)?.get(text.start..)
    }

    /// The same of the leaf that was looked for last, if its text has to be decoded: `7 &lt; 8`.
    #[inline(never)]
    pub(super) fn encoded_leaf(&mut self, name: &KnownName) -> Option<Cow<'de, str>> {
        let plain = self.undecoded.take()?;
        let raw = scan::text(self.seen()?, plain.start, plain.end, Illegal::Refuse).ok()?;
        self.at = self.end_tag(name, raw.span.end)?;
        Some(self.decoded(raw, Normalization::LineEnds))
    }

    /// The text, no further than is looked.
    fn seen(&self) -> Option<&'de str> {
        // The last character may be cut off.
        (0..4).find_map(|cut| self.text.get(..self.bytes.len().checked_sub(cut)?))
    }

    fn decoded(&self, raw: RawText, normalization: Normalization) -> Cow<'de, str> {
        let text = raw.span.of(self.text);
        if !raw.encoded {
            return Cow::Borrowed(text);
        }
        let mut value = String::with_capacity(text.len());
        scan::decode(text, true, normalization, &mut value);
        Cow::Owned(value)
    }

    /// The byte behind the name in a start tag that stands next, perhaps behind white space.
    #[inline(always)]
    #[allow(
        clippy::inline_always,
        reason = "calls here would cost a tenth of the reading speed"
    )]
    pub(super) fn start_tag(&self, name: &KnownName) -> Option<usize> {
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
    pub(super) fn end_tag(&self, name: &KnownName, at: usize) -> Option<usize> {
        let at = self.spelling.end.end_at(at, self.bytes)?;
        let at = name.end_at(at, self.bytes)?;
        (self.bytes.get(at) == Some(&b'>')).then_some(at + 1)
    }

    /// The byte behind white space, if there is some.
    #[cold]
    pub(super) fn behind_space(&self, at: usize) -> Option<usize> {
        let end = scan::skip_space(self.bytes, at);
        (end > at).then_some(end)
    }

    /// The value of an attribute that stands next, if it stands for itself: ` Id="7"`.
    #[inline]
    pub(super) fn attribute(&mut self, name: &KnownName) -> Option<&'de str> {
        let end = name.end_at(self.at + 1, self.bytes)?;
        let is_usual =
            self.bytes.get(self.at) == Some(&b' ') && self.bytes.get(end..end + 2) == Some(b"=\"");
        if !is_usual {
            return None;
        }
        let start = end + 2;
        let end = scan::plain_value(self.bytes, start);
        if self.bytes.get(end) != Some(&b'"') {
            self.undecoded = Some(Span::new(start, end));
            return None;
        }
        self.at = end + 1;
        self.text.get(..end)?.get(start..)
    }

    /// The same of the attribute that was looked for last, if its value has to be decoded.
    #[inline(never)]
    pub(super) fn encoded_attribute(&mut self) -> Option<Cow<'de, str>> {
        let plain = self.undecoded.take()?;
        let raw = scan::value(self.seen()?, plain.start, b'"', Illegal::Refuse).ok()?;
        self.at = raw.span.end + 1;
        Some(self.decoded(raw, Normalization::Spaces))
    }

    /// Goes behind the name in a start tag, and behind the declarations if they have been read.
    #[inline]
    fn go_behind_name(&mut self, end: usize) {
        let (name_end, behind) = self.declared;
        self.at = if end == name_end { behind } else { end };
    }

    /// Goes into an element from behind the name in its start tag, and looks no further than its value may reach: how far it looked
    /// before.
    #[inline]
    pub(super) fn enter(&mut self, start: usize, expected: Expected) -> &'de [u8] {
        let outer = self.bytes;
        self.bytes = outer.get(..start + expected.longest).unwrap_or(outer);
        self.depth -= 1;
        self.go_behind_name(start);
        outer
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
    pub(super) fn content(&mut self, has_content: bool) -> bool {
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
    pub(super) fn content_text(&mut self) -> Option<Cow<'de, str>> {
        let start = self.at;
        self.at = scan::plain_text(self.bytes, start);
        if self.bytes.get(self.at) != Some(&b'<') {
            return self.encoded_content(Span::new(start, self.at));
        }
        self.text.get(start..self.at).map(Cow::Borrowed)
    }

    /// The same, where no more than this span of it stands for itself.
    #[inline(never)]
    fn encoded_content(&mut self, plain: Span) -> Option<Cow<'de, str>> {
        let seen = self.seen()?;
        match scan::text(seen, plain.start, plain.end, Illegal::Refuse) {
            Ok(raw) if raw.span.end < seen.len() => {
                self.at = raw.span.end;
                Some(self.decoded(raw, Normalization::LineEnds))
            }
            _ => {
                self.give_up();
                None
            }
        }
    }

    /// Notes that it was in vain.
    #[cold]
    pub(super) fn fail(&mut self) {
        self.failed += 1;
        self.failed_at = self.at;
    }

    /// Reads nothing more.
    #[cold]
    pub(super) fn give_up(&mut self) {
        self.given_up = true;
        self.bytes = &[];
    }
}

/// Whether none of the limits can be met by what is read ahead, in an element at this depth.
pub(super) fn is_allowed(options: &ReadOptions, depth: usize) -> bool {
    depth + DEEPEST <= options.max_depth
        && options.max_children >= LONGEST
        && options.max_text >= LONGEST
        && options.max_attributes >= MOST_ATTRIBUTES
}
