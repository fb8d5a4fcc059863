//! Values that are read ahead are those that are read token by token, and so are the errors: every document is read both ways, from a
//! text and from streams. What is read ahead is bounded, so that a limit below the bound turns it off, and changes nothing else.

use std::fmt::Debug;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use um_messages::xml::{self, Nillable, QName, ReadElement, Reader, Root};
use um_messages::{Position, ReadOptions, Result, SoapType};
use um_tests::generated::config;
use um_tests::generated::mutations::{FRAGMENTS, changed};
use um_tests::generated::spelling::{Speller, choices};
use um_tests::generated::texts::{qname, text};
use um_tests::sources::{Grains, difference};

/// All that is read ahead, in one type.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:calls", prefix = "c")]
struct Call {
    subject: String,
    #[soap(attribute)]
    id: u32,
    length: Option<Length>,
    #[soap(attribute)]
    kind: Option<Kind>,
    tag: Vec<String>,
    caller: Person,
    of: QName,
    #[soap(list)]
    sizes: Option<Vec<u8>>,
    #[soap(nillable)]
    end: Option<u64>,
    part: Vec<Part>,
    #[soap(wrapper = "Marks", rename = "Mark")]
    marks: Option<Vec<Part>>,
    ended: Option<Nillable<u8>>,
    #[soap(rename = "Call")]
    inner: Option<Box<Call>>,
    #[soap(skip)]
    note: String,
}

#[derive(Clone, Copy, Debug, PartialEq, SoapType)]
enum Kind {
    In,
    Out,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Length {
    #[soap(attribute)]
    unit: Kind,
    #[soap(text)]
    value: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:people", prefix = "p")]
struct Person {
    name: String,
    number: Option<Number>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Number(u16);

/// It has no namespace of its own, and nothing but attributes.
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Part {
    #[soap(attribute)]
    name: Option<String>,
}

/// The name of the field is that of the type: an end tag can be taken for another one.
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Node {
    #[soap(position)]
    at: Position,
    value: Option<u8>,
    last: Option<u8>,
    #[soap(rename = "Node")]
    inner: Option<Box<Node>>,
    #[soap(rename = "End")]
    end: Option<u8>,
}

/// The same, where one field must stand.
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Link {
    #[soap(position)]
    at: Position,
    value: u8,
    #[soap(rename = "Link")]
    inner: Option<Box<Link>>,
    end: Option<u8>,
}

fn token_by_token(options: ReadOptions) -> ReadOptions {
    options.max_children(8000)
}

fn read<T: Root + for<'de> ReadElement<'de>>(document: &str, options: &ReadOptions) -> Result<T> {
    Reader::from_str_with(document, options).read_root()
}

/// As [`read`], from a stream that comes in pieces.
fn read_in_pieces<T: Root + for<'de> ReadElement<'de>>(
    document: &str,
    sizes: &[usize],
    options: &ReadOptions,
) -> Result<T> {
    let stream = Grains::new(document.as_bytes(), sizes);
    Reader::from_stream_with(stream, options).read_root()
}

/// What is read in all ways, if it is the same.
fn same<T>(document: &str) -> Result<T>
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    same_with(document, ReadOptions::new)
}

fn same_with<T>(document: &str, options: fn() -> ReadOptions) -> Result<T>
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    let ahead = read(document, &options());
    // As a whole, or in pieces that end elsewhere in each document.
    let size = match document.len() % 64 {
        0..16 => usize::MAX,
        size => size,
    };
    let others = [
        read(document, &token_by_token(options())),
        read_in_pieces(document, &[size, 16, 9 * size.min(64)], &options()),
    ];
    for other in others {
        if let Some(difference) = difference(&ahead, &other) {
            panic!("{document} is read differently: {difference}");
        }
    }
    ahead
}

fn denying() -> ReadOptions {
    ReadOptions::new().deny_unknown_fields(true)
}

const CALL: &str = "<c:Call xmlns:c=\"urn:calls\" xmlns:p=\"urn:people\" Id=\"7\" Kind=\"In\">\
    <c:Subject>Größe</c:Subject><c:Length Unit=\"Out\">12</c:Length><c:Tag>a</c:Tag><c:Tag></c:Tag>\
    <c:Caller><p:Name>Ann</p:Name><p:Number>5</p:Number></c:Caller><c:Of>p:x</c:Of><c:Sizes>1 2</c:Sizes>\
    <c:End>9</c:End><c:Part Name=\"x\"/><c:Part></c:Part>\
    <c:Marks><c:Mark/><c:Mark Name=\"y\"></c:Mark></c:Marks><c:Ended>1</c:Ended>\
    <c:Call Id=\"1\"><c:Subject/><c:Caller><p:Name>B</p:Name></c:Caller><c:Of>x</c:Of>\
    <c:End>1</c:End></c:Call></c:Call>";

/// The same, where nothing has to be read token by token.
fn all_ahead() -> String {
    CALL.replace("<c:Subject/>", "<c:Subject>t</c:Subject>")
}

const NODES: &str = "<Node><Value>1</Value><Node><Last>2</Last><Node><Node/></Node><End>3</End></Node>\
    <End>4</End></Node>";

const LINKS: &str = "<Link><Value>1</Value><Link><Value>2</Value><Link><Value>3</Value></Link><End>4</End></Link>\
    </Link>";

/// A list, whose first item is read token by token.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:calls")]
struct Calls {
    call: Vec<Short>,
    part: Vec<Part>,
    person: Vec<Person>,
    remark: Vec<Remark>,
    last: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:calls")]
struct Short {
    #[soap(attribute)]
    id: Option<u32>,
    subject: Option<String>,
    part: Vec<Part>,
}

/// The same, in this order alone.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(
    namespace = "urn:calls",
    rename = "Calls",
    ordered,
    deny_unknown_fields
)]
struct Ordered {
    call: Vec<Short>,
    part: Vec<Part>,
    person: Vec<Person>,
    remark: Vec<Remark>,
    last: Option<u8>,
}

/// Nothing but text, or not even that.
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Remark {
    #[soap(attribute)]
    by: Option<String>,
    #[soap(text)]
    text: Option<String>,
}

/// A list of texts.
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Tags {
    tag: Vec<String>,
}

const CALLS: &str = "<c:Calls xmlns:c=\"urn:calls\" xmlns:p=\"urn:people\"><!-- --><c:Call Id=\"1\"><c:Subject>a</c:Subject>\
    <c:Part/><c:Part/></c:Call><c:Call/><c:Call Id=\"&#x33;\"><c:Subject>1 &lt; 2</c:Subject></c:Call> <x/><c:Call></c:Call>\
    <c:Part/><c:Part Name=\"&amp;\tb\"/><c:Person><p:Name>A</p:Name></c:Person><c:Person><p:Name>&#65;]&gt;</p:Name></c:Person>\
    <c:Remark By=\"B\">b</c:Remark><c:Remark/><c:Remark></c:Remark><c:Last>7</c:Last></c:Calls>";

const SPACED: &str = "<Call xmlns='urn:calls'\n Id='7'>\n  <Subject>s</Subject>\n  <Caller>\n    \
    <Name xmlns='urn:people'>A</Name>\n  </Caller>\n  <Of>x</Of>\n  <End>1</End>\n  <Part Name=\"x\" />\n\
    <Call Id=\"8\">\n <Subject>t</Subject> <Caller><p:Name xmlns:p='urn:people'>B</p:Name></Caller>\n\
    <Of>y</Of><End>2</End>\n </Call>\n</Call>\n";

#[test]
fn a_document_that_is_spelled_as_expected() {
    let call = same::<Call>(CALL).unwrap();
    assert_eq!(
        (call.subject.as_str(), call.tag.len(), call.part.len()),
        ("Größe", 2, 2)
    );
    assert_eq!(call.caller.number, Some(Number(5)));
    assert_eq!(call.of, QName::new("urn:people", "x"));
    assert_eq!(call.marks.map(|marks| marks.len()), Some(2));
    assert_eq!(call.ended, Some(Nillable::Value(1)));
    assert_eq!(same::<Call>(SPACED).unwrap().inner.unwrap().subject, "t");
    let node = same::<Node>(NODES).unwrap();
    assert_eq!((node.value, node.end), (Some(1), Some(4)));
}

/// Each character, and each place, of a document in turn: it is left out, is another one, or more stands before it.
fn all_changes_of<T>(document: &str)
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    let places = document.char_indices().map(|(place, _)| place);
    for place in places.chain([document.len()]) {
        let (before, behind) = document.split_at(place);
        let _ = same::<T>(before);
        let mut rest = behind.chars();
        rest.next();
        let _ = same::<T>(&[before, rest.as_str()].concat());
        for other in ["c", "p", "/"] {
            let _ = same::<T>(&[before, other, rest.as_str()].concat());
        }
        for fragment in FRAGMENTS {
            let _ = same::<T>(&[before, fragment, behind].concat());
        }
    }
}

#[test]
fn a_document_with_each_change() {
    all_changes_of::<Call>(CALL);
    all_changes_of::<Call>(&all_ahead());
    all_changes_of::<Call>(SPACED);
}

/// Elements of a type in another namespace are under its prefix, and not under the one around them.
#[test]
fn elements_under_the_prefix_around_them() {
    let call = all_ahead();
    assert!(same::<Call>(&call).is_ok());
    let wrong = call.replace("<p:", "<c:").replace("</p:", "</c:");
    assert!(same::<Call>(&wrong).is_err());
    let wrong = call.replace("<c:", "<p:").replace("</c:", "</p:");
    assert!(same::<Call>(&wrong).is_err());
}

#[test]
fn a_list_with_each_change() {
    let calls = same::<Calls>(CALLS).unwrap();
    let ids: Vec<_> = calls.call.iter().map(|call| call.id).collect();
    assert_eq!(ids, [Some(1), None, Some(3), None]);
    assert_eq!(calls.call[2].subject.as_deref(), Some("1 < 2"));
    assert_eq!(calls.part[1].name.as_deref(), Some("& b"));
    assert_eq!(calls.person[1].name, "A]>");
    let remarks: Vec<_> = calls.remark.iter().map(|it| it.text.as_deref()).collect();
    assert_eq!(remarks, [Some("b"), None, None]);
    all_changes_of::<Calls>(CALLS);
    all_changes_of::<Ordered>(CALLS);
}

/// Prefixes that the first item declares mean nothing in the next one, and items may be as many as a limit says.
#[test]
fn items_behind_an_item() {
    let declared = "<c:Call xmlns:c=\"urn:calls\"/>";
    let two = format!("<Calls xmlns=\"urn:calls\">{declared}<c:Call/></Calls>");
    assert!(same::<Calls>(&two).is_err());
    let two = format!("<d:Calls xmlns:d=\"urn:calls\">{declared}<c:Call/></d:Calls>");
    assert!(same::<Calls>(&two).is_err());
    let two =
        "<d:Calls xmlns:d=\"urn:calls\"><Call xmlns=\"urn:calls\"/><Call/><d:Call/></d:Calls>";
    assert_eq!(same::<Calls>(two).unwrap().call.len(), 2);
    let two = format!("<Calls xmlns=\"urn:calls\">{declared}<Call/>{declared}</Calls>");
    assert_eq!(same::<Calls>(&two).unwrap().call.len(), 3);
    let many = format!(
        "<Calls xmlns=\"urn:calls\">{}</Calls>",
        "<Call/>".repeat(9000)
    );
    let read = |max| read::<Calls>(&many, &ReadOptions::new().max_children(max));
    assert!(read(9000).is_ok() && read(8999).is_err());
    let wrong = two.replace("<Call/>", "<Call/><Call Id=\"x\"/>");
    assert!(same::<Calls>(&wrong).is_err());
}

#[test]
fn elements_in_elements_of_their_name_with_each_change() {
    all_changes_of::<Node>(NODES);
    all_changes_of::<Link>(LINKS);
}

/// Each element of a document in each other place, once more or instead.
#[test]
fn elements_that_stand_elsewhere() {
    let elements = [
        "<Value>1</Value>",
        "<Last>2</Last>",
        "<Node/>",
        "<Node><End>3</End></Node>",
        "<End>4</End>",
        "<Other>5</Other>",
        "<Value>?</Value>",
        "</Node><Node>",
    ];
    for first in elements {
        for second in elements {
            for third in elements {
                let document = format!("<Node>{first}<Node>{second}</Node>{third}</Node>");
                let _ = same::<Link>(&document.replace("Node", "Link"));
                let _ = same::<Node>(&format!("<Node>{first}{second}{third}</Node>"));
                let _ = same::<Node>(&format!("<Node><Node>{first}{second}</Node>{third}</Node>"));
                let _ = same::<Node>(&format!("<Node><Node>{first}</Node>{second}{third}</Node>"));
            }
        }
    }
}

fn number() -> impl Strategy<Value = Number> {
    any::<u16>().prop_map(Number)
}

fn call() -> impl Strategy<Value = Call> {
    let kind = || prop_oneof![Just(Kind::In), Just(Kind::Out)];
    let length =
        (kind(), option::of(any::<u32>())).prop_map(|(unit, value)| Length { unit, value });
    let caller = (text(), option::of(number())).prop_map(|(name, number)| Person { name, number });
    let part = option::of(text()).prop_map(|name| Part { name }).boxed();
    let leaf = (
        (
            text(),
            any::<u32>(),
            option::of(length),
            option::of(kind()),
            vec(text(), 0..3),
        ),
        (
            caller,
            qname(),
            option::of(vec(any::<u8>(), 0..3)),
            option::of(any::<u64>()),
        ),
        (
            vec(part.clone(), 0..3),
            option::of(vec(part, 0..3)),
            option::of(option::of(any::<u8>()).prop_map(Nillable::from)),
        ),
    );
    let leaf = leaf
        .prop_map(
            |((subject, id, length, kind, tag), (caller, of, sizes, end), (part, marks, ended))| {
                let (inner, note) = (None, String::new());
                Call {
                    subject,
                    id,
                    length,
                    kind,
                    tag,
                    caller,
                    of,
                    sizes,
                    end,
                    part,
                    marks,
                    ended,
                    inner,
                    note,
                }
            },
        )
        .boxed();
    (leaf.clone(), option::of(leaf)).prop_map(|(mut outer, inner)| {
        outer.inner = inner.map(Box::new);
        outer
    })
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn any_value(call in call()) {
        prop_assert_eq!(same::<Call>(&xml::to_string(&call).unwrap()).unwrap(), call);
    }

    #[test]
    fn any_value_in_any_spelling(call in call(), mut choices in choices()) {
        let written = xml::to_string(&call).unwrap();
        prop_assert!(same::<Call>(&Speller::document(&written, 'Z', &mut choices)).is_ok());
    }
}

proptest! {
    #![proptest_config(config(2048))]

    #[test]
    fn any_document_with_changes(document in changed(call().prop_map(|call| xml::to_string(&call).unwrap()))) {
        let _ = same::<Call>(&document);
        let _ = same_with::<Call>(&document, denying);
    }
}

/// A list is longer than what is read ahead of it, and so is a text: they are read all the same.
#[test]
fn more_than_is_read_ahead() {
    let item = "<c:Tag>a</c:Tag>".repeat(2000);
    let document = CALL.replacen("<c:Tag>a</c:Tag>", &item, 1);
    assert_eq!(same::<Call>(&document).unwrap().tag.len(), 2001);
    let text = "a".repeat(9000);
    let document = CALL.replacen("Größe", &text, 1);
    assert_eq!(same::<Call>(&document).unwrap().subject, text);
    let parts = "<c:Part Name=\"x\"/>".repeat(2000);
    let document = CALL.replacen("<c:Part Name=\"x\"/>", &parts, 1);
    assert_eq!(same::<Call>(&document).unwrap().part.len(), 2001);
    let deep = |depth| ["<Node>".repeat(depth), "</Node>".repeat(depth)].concat();
    for depth in 1..=64 {
        assert!(same::<Node>(&deep(depth)).is_ok(), "{depth}");
    }
    assert!(same::<Node>(&deep(65)).is_err());
}

/// The limit of a text holds for those that are read ahead, and those of a list are no exception.
#[test]
fn a_text_that_is_longer_than_a_limit() {
    let options = || ReadOptions::new().max_text(10_000);
    let tags = |length| {
        let tag = format!("<c:Tag>{}</c:Tag>", "a".repeat(length));
        CALL.replacen("<c:Tag>a</c:Tag>", &["<c:Tag>a</c:Tag>", &tag].concat(), 1)
    };
    assert!(same_with::<Call>(&tags(10_000), options).is_ok());
    assert!(same_with::<Call>(&tags(10_001), options).is_err());
    let list = |length| {
        let tag = format!("<Tag>{}</Tag>", "a".repeat(length));
        format!("<Tags><Tag>a</Tag>{tag}</Tags>")
    };
    assert!(same_with::<Tags>(&list(10_000), options).is_ok());
    assert!(same_with::<Tags>(&list(10_001), options).is_err());
}

/// Where the prefix of the last elements stood, there stands another one in what has come of a stream since.
#[test]
fn a_prefix_that_is_another_ones_in_the_next_window() {
    let before = "<x xmlns:c=\"urn:calls\"><c:Call></c:Call><!--";
    let behind = "--><d:Call xmlns:d=\"urn:calls\" xmlns:c=\"urn:other\"><c:Subject>no</c:Subject></d:Call></x>";
    let document = [before, &"d".repeat(100), behind].concat();
    let sizes = [before.len() + 20, 1000];
    let stream = Grains::new(document.as_bytes(), &sizes);
    let mut reader = Reader::from_stream(stream);
    reader.enter("", "x").unwrap();
    for _ in 0..2 {
        assert!(reader.next_child().unwrap());
        assert_eq!(reader.read::<Short>().unwrap().subject, None);
    }
}

/// Text among elements.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:calls", mixed)]
struct Mixed {
    #[soap(text)]
    text: String,
    person: Vec<Person>,
}

/// The same, where the elements are those of a type that is flattened.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:calls", rename = "Mixed", mixed)]
struct MixedAround {
    #[soap(text)]
    text: String,
    #[soap(flatten)]
    calls: Calls,
}

/// White space between elements is a part of the text.
#[test]
fn a_list_in_mixed_content() {
    let person = "<c:Person><p:Name>A</p:Name></c:Person>";
    let document = format!(
        "<c:Mixed xmlns:c=\"urn:calls\" xmlns:p=\"urn:people\">a{person} {person}  {person}b</c:Mixed>"
    );
    let mixed = same::<Mixed>(&document).unwrap();
    assert_eq!((mixed.text.as_str(), mixed.person.len()), ("a   b", 3));
    let mixed = same::<MixedAround>(&document).unwrap();
    assert_eq!(
        (mixed.text.as_str(), mixed.calls.person.len()),
        ("a   b", 3)
    );
    all_changes_of::<Mixed>(&document);
}

/// A list in an element of its own, or without that.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:calls", inner = "Inner", inner_optional)]
struct Wrapped {
    part: Vec<Part>,
}

#[test]
fn items_beside_the_element_that_has_them() {
    let wrapped = |content: &str| format!("<Wrapped xmlns=\"urn:calls\">{content}</Wrapped>");
    let part = "<Part Name=\"x\"></Part>";
    let three = [part; 3].concat();
    assert_eq!(same::<Wrapped>(&wrapped(&three)).unwrap().part.len(), 3);
    let inner = wrapped(&format!("<Inner>{three}</Inner>"));
    assert_eq!(same::<Wrapped>(&inner).unwrap().part.len(), 3);
    let beside = wrapped(&format!("<Inner>{part}</Inner>{three}"));
    let error = same::<Wrapped>(&beside).unwrap_err();
    assert_eq!(error.path(), Some("Wrapped/Part"));
    all_changes_of::<Wrapped>(&beside);
    all_changes_of::<Wrapped>(&wrapped(&format!("{part}<Inner>{part}</Inner>")));
}

/// How many items there may be, and a wildcard beside them.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:calls", deny_unknown_fields)]
struct Bounded {
    #[soap(min_occurs = 2, max_occurs = 3)]
    part: Vec<Part>,
    #[soap(default_text = "7")]
    last: u8,
    #[soap(any)]
    rest: Vec<xml::Element>,
}

#[test]
fn items_that_are_too_few_or_too_many() {
    for count in 0..6 {
        for (before, behind) in [("", ""), ("<x/>", "<Last>1</Last>"), ("<Last/>", "<Part/>")] {
            let items = "<Part Name=\"x\"></Part> ".repeat(count);
            let document =
                format!("<Bounded xmlns=\"urn:calls\">{before}{items}{behind}</Bounded>");
            let _ = same::<Bounded>(&document);
        }
    }
    let two = "<Bounded xmlns=\"urn:calls\"><Part></Part>\n<Part Name=\"y\"></Part><!-- --><z/></Bounded>";
    assert_eq!(same::<Bounded>(two).unwrap().rest.len(), 1);
    all_changes_of::<Bounded>(two);
}
