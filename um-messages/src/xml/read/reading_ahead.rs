//! The part of the reader that reads ahead.

use std::borrow::Cow;

use super::ahead::{self, Ahead, Expected, LONGEST, Outer, PATIENCE, Spelling};
use super::cursor::State;
use super::reader::Reader;
use crate::error::Result;
use crate::xml::namespace::{KnownName, NamespaceId};
use crate::xml::syntax::{Normalization, RawText, Span, scan};

impl<'de> Reader<'de> {
    /// The text of a leaf of this name, if it stands next.
    #[inline]
    pub(crate) fn leaf_ahead(&mut self, name: &KnownName) -> Option<Cow<'de, str>> {
        if self.ahead.is_own() {
            return self.own_leaf_ahead(name);
        }
        match self.plain_leaf_ahead(name) {
            Some(text) => Some(Cow::Borrowed(text)),
            None => self.encoded_leaf_ahead(name),
        }
    }

    /// The same, if the text stands for itself. It is returned in registers: of two words in memory a copy of both at once waits for
    /// the stores.
    #[inline(never)]
    fn plain_leaf_ahead(&mut self, name: &KnownName) -> Option<&'de str> {
        let text = self.ahead.leaf(self.ahead.bytes, name)?;
        self.ahead.text.get(..text.end)?.get(text.start..)
    }

    /// The same, where values cannot borrow from the text.
    #[inline(never)]
    fn own_leaf_ahead(&mut self, name: &KnownName) -> Option<Cow<'de, str>> {
        let own = self.cursor.text();
        match self.ahead.leaf(self.ahead.seen(own), name) {
            Some(text) => Some(Cow::Owned(text.of(own).to_owned())),
            None => self.encoded_leaf_ahead(name),
        }
    }

    #[inline(never)]
    fn encoded_leaf_ahead(&mut self, name: &KnownName) -> Option<Cow<'de, str>> {
        self.encoded_ahead(Normalization::LineEnds, |ahead, seen, plain| {
            ahead.encoded_leaf(seen, name, plain)
        })
    }

    /// The value of the text that was looked for last, if it has to be decoded: `read` knows how it ends.
    #[inline]
    fn encoded_ahead(
        &mut self,
        normalization: Normalization,
        read: impl FnOnce(&mut Ahead<'de>, &str, Span) -> Option<RawText>,
    ) -> Option<Cow<'de, str>> {
        let plain = self.ahead.undecoded.take()?;
        let seen = self.ahead.seen_text(self.cursor.text())?;
        let raw = read(&mut self.ahead, seen, plain)?;
        self.decoded_ahead(&raw, normalization)
    }

    fn decoded_ahead(&self, raw: &RawText, normalization: Normalization) -> Option<Cow<'de, str>> {
        let value = self.cursor.value(raw, normalization, true, usize::MAX);
        value.ok()
    }

    /// The value of an attribute of this name, if it stands next.
    #[inline]
    pub(crate) fn attribute_ahead(&mut self, name: &KnownName) -> Option<Cow<'de, str>> {
        if self.ahead.is_own() {
            return self.own_attribute_ahead(name);
        }
        match self.plain_attribute_ahead(name) {
            Some(value) => Some(Cow::Borrowed(value)),
            None => self.encoded_attribute_ahead(),
        }
    }

    /// The same, if the value stands for itself.
    #[inline(never)]
    fn plain_attribute_ahead(&mut self, name: &KnownName) -> Option<&'de str> {
        let value = self.ahead.attribute(self.ahead.bytes, name)?;
        self.ahead.text.get(..value.end)?.get(value.start..)
    }

    /// The same, where values cannot borrow from the text.
    #[inline(never)]
    fn own_attribute_ahead(&mut self, name: &KnownName) -> Option<Cow<'de, str>> {
        let own = self.cursor.text();
        match self.ahead.attribute(self.ahead.seen(own), name) {
            Some(value) => Some(Cow::Owned(value.of(own).to_owned())),
            None => self.encoded_attribute_ahead(),
        }
    }

    #[inline(never)]
    fn encoded_attribute_ahead(&mut self) -> Option<Cow<'de, str>> {
        self.encoded_ahead(Normalization::Spaces, Ahead::encoded_attribute)
    }

    /// The text of the element.
    #[inline(never)]
    pub(crate) fn content_text_ahead(&mut self) -> Option<Cow<'de, str>> {
        let own = self.cursor.text();
        match self.ahead.content_text(self.ahead.seen(own)) {
            Some(span) => {
                let encoded = false;
                self.decoded_ahead(&RawText { span, encoded }, Normalization::LineEnds)
            }
            None => self.encoded_ahead(Normalization::LineEnds, Ahead::encoded_content),
        }
    }

    /// Goes behind the start tag.
    #[inline]
    pub(crate) fn content_ahead(&mut self, has_content: bool) -> bool {
        let bytes = self.ahead.seen(self.cursor.text());
        self.ahead.content(bytes, has_content)
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
        let bytes = self.ahead.seen(self.cursor.text());
        let start = self.ahead.start_tag(bytes, name)?;
        if self.ahead.depth == 0 {
            return None;
        }
        if expected.has_aliases && !self.understands(expected.info) {
            return None;
        }
        match expected.info.namespace {
            Some(uri) if !self.ahead.spelling.is_of(uri) => {
                self.enter_namespace_ahead(uri, start, expected)
            }
            _ => Some(self.ahead.enter(start, expected)),
        }
    }

    /// The same, where the element is of a type in another namespace than the one around it.
    #[inline(never)]
    fn enter_namespace_ahead(
        &mut self,
        uri: &'static str,
        start: usize,
        expected: Expected,
    ) -> Option<Outer<'de>> {
        let spelling = self.spelling(uri)?;
        let around = std::mem::replace(&mut self.ahead.spelling, spelling);
        let mut outer = self.ahead.enter(start, expected);
        outer.spelling = Some(around);
        Some(outer)
    }

    /// As [`enter_ahead`](Self::enter_ahead), where it is the first element in the one whose start tag is being read.
    pub(crate) fn enter_inner_ahead(
        &mut self,
        name: &KnownName,
        expected: Expected,
    ) -> Option<Outer<'de>> {
        if !self.content_ahead(true) {
            return None;
        }
        self.enter_ahead(name, expected)
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
        ahead.leave(outer);
        if std::mem::take(&mut ahead.is_empty) {
            return true;
        }
        let bytes = ahead.seen(self.cursor.text());
        let end = ahead.end_tag(bytes, name, ahead.at);
        let end = end.or_else(|| ahead.end_tag(bytes, name, ahead::behind_space(bytes, ahead.at)?));
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
        let text = self.cursor.text();
        let prefix = self.elements.prefix_of(namespace, text)?;
        Spelling::new(Some(uri), prefix.bytes_of(text.as_bytes()))
    }

    /// Begins to read the content ahead of the element that the reader stands in, unless that has failed behind it, or too
    /// often, or a limit could be met. The reader stands as it stood.
    #[inline]
    pub(crate) fn begin_ahead(&mut self, expected: Expected, namespace: NamespaceId) -> bool {
        self.cursor.state() == State::Content
            && self.cursor.at() >= self.ahead.failed_at
            && self.ahead.failed < PATIENCE
            && self.begin(expected, namespace).is_some()
    }

    #[inline(never)]
    fn begin(&mut self, expected: Expected, namespace: NamespaceId) -> Option<()> {
        if self.references.is_some() || !ahead::is_allowed(&self.options, self.depth()) {
            return None;
        }
        let (text, at) = (self.cursor.text(), self.cursor.at());
        let prefix = self.elements.prefix_of(namespace, text)?;
        let end = text.len().min(at + expected.longest);
        self.ahead.begin(self.cursor.borrowed_text(), end, at);
        let uri = expected.info.namespace;
        self.ahead.spell(text.as_bytes(), uri, prefix)
    }

    /// Begins to read the elements ahead that stand behind the one that is closed, unless that has failed behind them, or too often,
    /// or a limit could be met.
    #[inline(never)]
    pub(crate) fn begin_items_ahead(
        &mut self,
        uri: Option<&'static str>,
        namespace: NamespaceId,
    ) -> Option<()> {
        let may_be = self.cursor.state() == State::Closed
            && self.cursor.at() >= self.ahead.failed_at
            && self.ahead.failed < PATIENCE
            && self.references.is_none()
            && self.options.max_children == usize::MAX
            && ahead::is_allowed(&self.options, self.depth());
        if !may_be {
            return None;
        }
        self.elements.leave(&mut self.cursor);
        let text = self.cursor.text();
        let prefix = self.elements.prefix_of(namespace, text)?;
        let (borrowed, at) = (self.cursor.borrowed_text(), self.cursor.at());
        // No further than a text may reach: an item may be nothing but one.
        let end = text.len().min(at.saturating_add(self.options.max_text));
        self.ahead.begin(borrowed, end, at);
        self.ahead.spell(text.as_bytes(), uri, prefix)
    }

    /// How far has been read.
    #[inline]
    pub(crate) fn at_ahead(&self) -> usize {
        self.ahead.at
    }

    /// What begins there was not read as one more item.
    #[inline]
    pub(crate) fn end_items_ahead(&mut self, at: usize) {
        self.ahead.items_end = at;
    }

    /// Goes behind the items that have been read ahead. If another one was begun, that was in vain.
    pub(crate) fn finish_items_ahead(&mut self) {
        let end = self.ahead.items_end;
        if end > self.cursor.at() {
            self.ahead.failed = 0;
        }
        if self.ahead.given_up || self.ahead.at > end {
            self.fail_ahead();
        }
        self.cursor.go_to(end);
    }

    /// Notes that it was in vain.
    #[cold]
    fn fail_ahead(&mut self) {
        let left = self.cursor.text().len().saturating_sub(self.ahead.at);
        let may_be_cut_off = left < LONGEST && self.cursor.goes_on();
        self.ahead.fail(may_be_cut_off);
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
            None => self.fail_ahead(),
        }
        end.is_some()
    }

    /// The end tag of the element that the reader stands in, if it stands next: its first byte, and the byte behind it.
    fn end_of_open(&self) -> Option<(usize, usize)> {
        let Ahead {
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
        let text = self.cursor.text();
        let bytes = self.ahead.seen(text);
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
    use std::io::{self, Read};

    use crate::xml::Reader;
    use crate::{Position, SoapType};

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(crate = crate, namespace = "urn:calls")]
    struct Call {
        #[soap(attribute)]
        id: Option<u32>,
        tag: Vec<String>,
        name_that_is_longer_than_a_block: Option<String>,
        caller: Option<Person>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(crate = crate, namespace = "urn:people")]
    struct Person {
        #[soap(position)]
        at: Position,
        #[soap(attribute)]
        id: Option<u32>,
        name: String,
    }

    /// Whether a call is read ahead in which this stands, of a text and of a stream.
    fn is_read_ahead(content: &str) -> bool {
        let xmlns = "<x xmlns:c='urn:calls' xmlns:p='urn:people'>";
        let document = format!("{xmlns}<c:Call Id='7'>{content}</c:Call><c:Next/></x>");
        let is_read = is_read_ahead_by(Reader::from_str(&document));
        let stream = Reader::from_stream(document.as_bytes());
        assert_eq!(is_read_ahead_by(stream), is_read, "{document}");
        is_read
    }

    fn is_read_ahead_by(mut reader: Reader<'_>) -> bool {
        assert!(reader.next_child().unwrap() && reader.next_child().unwrap());
        let read = reader.read::<Call>();
        let is_read = reader.ahead.failed_at == 0 && reader.ahead.at > 0;
        if read.is_ok() {
            assert!(reader.next_child().unwrap());
            assert_eq!((reader.name().local(), reader.depth()), ("Next", 2));
        }
        is_read
    }

    const LONG: &str = "<c:NameThatIsLongerThanABlock>1</c:NameThatIsLongerThanABlock>";
    const CALLER: &str = "<c:Caller><p:Name>Ann</p:Name></c:Caller>";

    #[test]
    fn what_stands_as_expected_is_read_ahead() {
        for content in [
            "",
            "<c:Tag>1</c:Tag><c:Tag></c:Tag>",
            "<c:Tag/><c:Tag>1</c:Tag>",
            "\n <c:Tag>Größe</c:Tag>\n",
            "<c:Tag>1 &lt; 2 ]] \u{fffd} &#x33;</c:Tag>",
            CALLER,
            &CALLER
                .replace("Caller>", "Caller Id=\"8\">")
                .replace("/c:Caller Id=\"8\"", "/c:Caller"),
        ] {
            assert!(is_read_ahead(content), "{content}");
        }
    }

    #[test]
    fn what_is_cut_off_says_nothing_of_what_follows() {
        let call = "<c:Call><c:Tag>1</c:Tag></c:Call>";
        let begin = format!("<x xmlns:c='urn:calls'>{}", call.repeat(20));
        let end = format!("{}</x>", call.repeat(20));
        let pieces = ByteByByte(begin.as_bytes()).chain(end.as_bytes());
        let mut reader = Reader::from_stream(pieces);
        let mut are_read = Vec::new();
        reader.enter("", "x").unwrap();
        while reader.next_child().unwrap() {
            let at = reader.cursor.at();
            assert_eq!(reader.read::<Call>().unwrap().tag, ["1"]);
            are_read.push(reader.ahead.at > at && reader.ahead.failed_at <= at);
        }
        let (cut_off, whole) = are_read.split_at(20);
        assert!(!cut_off.contains(&true));
        assert!(whole.len() == 20 && !whole.contains(&false));
    }

    struct ByteByByte<'a>(&'a [u8]);

    impl Read for ByteByByte<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let most = buffer.len().min(1);
            self.0.read(&mut buffer[..most])
        }
    }

    #[test]
    fn what_does_not_is_not() {
        for content in [
            "text",
            "<!-- -->",
            "<c:Tag a=''>1</c:Tag>",
            "<c:Tag>1&what;</c:Tag>",
            "<c:Tag>]]></c:Tag>",
            "<c:Tag />",
            "<c:Tag/",
            "<c:Tag>1</c:Tab>",
            "<c:Tag>1</d:Tag>",
            "<c:Tag>1</c:Tag >",
            "<c:Tag>1 &lt; 2</c:Tab>",
            &LONG.replace("Block>1</c:NameThat", "Block>1</c:NameThan"),
            &LONG.replace("1</c:NameThatIs", "1</c:NameThatAs"),
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
