//! The part of the reader that reads ahead.

use std::borrow::Cow;

use super::ahead::{self, Ahead, Expected, Outer, PATIENCE, Spelling};
use super::cursor::State;
use super::reader::Reader;
use crate::error::Result;
use crate::xml::namespace::{KnownName, NamespaceId};
use crate::xml::syntax::scan;

impl<'de> Reader<'de> {
    /// The text of a leaf of this name, if it stands next.
    #[inline]
    pub(crate) fn leaf_ahead(&mut self, name: &KnownName) -> Option<Cow<'de, str>> {
        match self.plain_leaf_ahead(name) {
            Some(text) => Some(Cow::Borrowed(text)),
            None => self.ahead.encoded_leaf(name),
        }
    }

    /// The same, if the text stands for itself. It is returned in registers: of two words in memory a copy of both at once waits for
    /// the stores.
    #[inline(never)]
    fn plain_leaf_ahead(&mut self, name: &KnownName) -> Option<&'de str> {
        self.ahead.leaf(name)
    }

    /// The value of an attribute of this name, if it stands next.
    #[inline]
    pub(crate) fn attribute_ahead(&mut self, name: &KnownName) -> Option<Cow<'de, str>> {
        match self.plain_attribute_ahead(name) {
            Some(value) => Some(Cow::Borrowed(value)),
            None => self.ahead.encoded_attribute(),
        }
    }

    /// The same, if the value stands for itself.
    #[inline(never)]
    fn plain_attribute_ahead(&mut self, name: &KnownName) -> Option<&'de str> {
        self.ahead.attribute(name)
    }

    /// The text of the element.
    #[inline(never)]
    pub(crate) fn content_text_ahead(&mut self) -> Option<Cow<'de, str>> {
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
            _ => Some(Outer {
                spelling: None,
                bytes: self.ahead.enter(start, expected),
            }),
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
        Some(Outer {
            spelling: Some(std::mem::replace(&mut self.ahead.spelling, spelling)),
            bytes: self.ahead.enter(start, expected),
        })
    }

    /// As [`enter_ahead`](Self::enter_ahead), where it is the first element in the one whose start tag is being read.
    pub(crate) fn enter_inner_ahead(
        &mut self,
        name: &KnownName,
        expected: Expected,
    ) -> Option<Outer<'de>> {
        if !self.ahead.content(true) {
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
        if let Some(spelling) = outer.spelling {
            ahead.spelling = spelling;
        }
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
        let text = self.cursor.borrowed_text()?;
        if self.references.is_some() || !ahead::is_allowed(&self.options, self.depth()) {
            return None;
        }
        let at = self.cursor.at();
        let prefix = self.elements.prefix_of(namespace, text)?;
        let end = text.len().min(at + expected.longest);
        self.ahead.begin(text, end, at);
        self.ahead.spell(expected.info.namespace, prefix)
    }

    /// Begins to read the elements ahead that stand behind the one that is closed, unless that has failed behind them, or too often,
    /// or a limit could be met.
    #[inline(never)]
    pub(crate) fn begin_items_ahead(
        &mut self,
        uri: Option<&'static str>,
        namespace: NamespaceId,
    ) -> Option<()> {
        let text = self.cursor.borrowed_text()?;
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
        let prefix = self.elements.prefix_of(namespace, text)?;
        self.ahead.begin(text, text.len(), self.cursor.at());
        self.ahead.spell(uri, prefix)
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
            self.ahead.fail();
        }
        self.cursor.go_to(end);
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

    const LONG: &str = "<c:NameThatIsLongerThanABlock>1</c:NameThatIsLongerThanABlock>";
    const CALLER: &str = "<c:Caller><p:Name>Ann</p:Name></c:Caller>";

    #[test]
    fn what_stands_as_expected_is_read_ahead() {
        for content in [
            "",
            "<c:Tag>1</c:Tag><c:Tag></c:Tag>",
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
    fn what_does_not_is_not() {
        for content in [
            "text",
            "<!-- -->",
            "<c:Tag a=''>1</c:Tag>",
            "<c:Tag>1&what;</c:Tag>",
            "<c:Tag>]]></c:Tag>",
            "<c:Tag/>",
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
