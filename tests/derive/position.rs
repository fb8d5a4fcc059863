//! The key `position`.

use um_messages::xml::{self, QName, ReadElement, Reader, Root};
use um_messages::{Envelope, Position, ReadOptions, SoapMessage, SoapType};
use um_tests::documents::V1_1;
use um_tests::roundtrip::refused;
use um_tests::sources::{both_as, both_by, both_messages};

/// Where the text stands for the `number`th time in the document, as one counts it.
fn nth(document: &str, text: &str, number: usize) -> Position {
    let (byte, _) = document.match_indices(text).nth(number).unwrap();
    let before = document[..byte].replace("\r\n", "\n").replace('\r', "\n");
    let line = before.rsplit('\n').next().unwrap();
    Position {
        line: before.matches('\n').count() + 1,
        column: line.chars().count() + 1,
        byte,
    }
}

fn first(document: &str, text: &str) -> Position {
    nth(document, text, 0)
}

/// Reads a document from a text and a stream.
#[track_caller]
fn read<T>(document: &str) -> T
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + std::fmt::Debug,
{
    both_as(document).unwrap()
}

#[derive(Debug, PartialEq, SoapType)]
struct Call {
    #[soap(attribute)]
    id: u8,
    #[soap(position)]
    at: Position,
    caller: Vec<Person>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Person {
    #[soap(position)]
    at: Option<Position>,
    #[soap(text)]
    name: String,
}

const CALLS: &[&str] = &[
    "<Call Id=\"7\"><Caller>Ann</Caller><Caller>Bob</Caller></Call>",
    "<?xml version='1.0'?>\n<!-- größer -->\n  <Call\n Id='7'\n>\n\t<Caller >Ann</Caller>\n ß<Caller>Bob</Caller></Call>",
    "\r\n\r<Call Id='7'>\r\n<Caller>Größe\r</Caller>\r\r<Caller\r\n>B</Caller>\r\n</Call>",
    "<Call Id='7'><Caller/><Caller>&lt;Caller></Caller><!-- <x --></Call>",
    "<Call Id='7'><Fax><Caller/></Fax><?x <?><![CDATA[\n]]><Caller></Caller>\n<Caller/></Call>",
];

#[test]
fn it_is_where_the_start_tag_begins() {
    for document in CALLS {
        let document = &document.replace(" ß<", "   <");
        let call: Call = read(document);
        assert_eq!(call.at, first(document, "<Call"), "{document}");
        let fax = usize::from(document.contains("<Fax>"));
        assert_eq!(call.caller.len(), 2);
        for (number, person) in call.caller.iter().enumerate() {
            let expected = nth(document, "<Caller", number + fax);
            assert_eq!(person.at, Some(expected), "{document}");
        }
    }
}

#[test]
fn it_is_where_an_error_of_the_element_is() {
    #[derive(Debug, PartialEq, SoapType)]
    struct One {
        caller: Person,
    }
    for (before, behind) in [("\n <a>ö</a> ", ""), ("\r\n", "\n"), ("", "<!-- ö -->")] {
        let element = "<Caller>Bob</Caller>";
        let document = format!("<One>{before}{element}{behind}</One>");
        let one: One = read(&document);
        let twice = document.replace(element, &element.repeat(2));
        let error = refused::<One>(&twice);
        assert_eq!(error.position(), Some(nth(&twice, "<Caller", 1)));
        let of_nil = document.replace(
            "<Caller>",
            "<Caller n:nil='1' xmlns:n='http://www.w3.org/2001/XMLSchema-instance'>",
        );
        assert_eq!(refused::<One>(&of_nil).position(), one.caller.at);
    }
}

#[test]
fn it_is_not_written() {
    let at = Position {
        line: 3,
        column: 2,
        byte: 9,
    };
    let person = Person {
        at: None,
        name: "Ann".into(),
    };
    let call = Call {
        id: 7,
        at,
        caller: vec![person],
    };
    let document = "<Call Id=\"7\"><Caller>Ann</Caller></Call>";
    assert_eq!(xml::to_string(&call).unwrap(), document);
    let read: Call = read(document);
    assert_ne!(read, call);
    assert_eq!(xml::to_string(&read).unwrap(), document);
}

/// A position that equality ignores.
#[derive(Clone, Copy, Debug, Default, Eq)]
struct At(usize, usize);

impl From<Position> for At {
    fn from(at: Position) -> Self {
        Self(at.line, at.column)
    }
}

impl PartialEq for At {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl At {
    fn pair(self) -> (usize, usize) {
        (self.0, self.1)
    }
}

#[test]
fn its_type_is_whatever_is_made_of_a_position() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Own {
        #[soap(position)]
        at: At,
        id: u8,
    }
    let document = "\n <Own><Id>7</Id></Own>";
    let own: Own = read(document);
    assert_eq!(
        own,
        Own {
            at: At::default(),
            id: 7
        }
    );
    assert_eq!(own.at.pair(), (2, 2));
}

#[test]
fn its_type_may_be_a_parameter() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(rename = "Own")]
    struct Own<P, T> {
        #[soap(position)]
        at: Option<P>,
        value: T,
    }
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(rename = "Own")]
    struct Bare<P> {
        #[soap(position)]
        at: P,
    }
    let document = "\n <Own><Value>7</Value></Own>";
    let own: Own<Position, u8> = read(document);
    assert_eq!(own.at, Some(first(document, "<Own")));
    let own: Bare<At> = read(document);
    assert_eq!(own.at.pair(), (2, 2));
}

/// It stands nowhere, and so nothing stands in its way.
#[test]
fn it_claims_no_name_and_no_place() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(deny_unknown_fields, ordered)]
    struct Named {
        at: u8,
        #[soap(position)]
        position: At,
        #[soap(rename = "Position")]
        element: u8,
    }
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(mixed)]
    struct Mixed {
        #[soap(text)]
        text: String,
        #[soap(position)]
        at: At,
        #[soap(any)]
        any: Vec<xml::Element>,
        #[soap(any_attribute)]
        attributes: Vec<xml::Attribute>,
    }
    #[derive(Debug, PartialEq, SoapType)]
    struct Alone {
        #[soap(position)]
        at: At,
    }
    let document = "<Named><At>1</At><Position>2</Position></Named>";
    let named: Named = read(document);
    assert_eq!((named.at, named.element), (1, 2));
    assert_eq!(xml::to_string(&named).unwrap(), document);

    let mixed: Mixed = read("\n<Mixed a='1'>a <B/> c</Mixed>");
    assert_eq!(mixed.at.pair(), (2, 1));

    for document in ["  <Alone/>", "  <Alone></Alone>", "  <Alone>\n<a/></Alone>"] {
        assert_eq!(read::<Alone>(document).at.pair(), (1, 3));
    }
}

/// The element that has the name of the struct, whether or not there is one inside.
#[test]
fn with_inner_it_is_that_of_the_outer_element() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(inner = "Inner")]
    struct Outer {
        #[soap(position)]
        at: At,
        id: u8,
    }
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(rename = "Outer", inner = "Inner", inner_optional)]
    struct Optional {
        #[soap(position)]
        at: At,
        id: u8,
    }
    let document = "\n <Outer><x/>\n  <Inner><Id>7</Id></Inner></Outer>";
    assert_eq!(read::<Outer>(document).at.pair(), (2, 2));
    assert_eq!(read::<Optional>(document).at.pair(), (2, 2));
    let document = "\n <Outer>\n<Id>7</Id></Outer>";
    assert_eq!(read::<Optional>(document).at.pair(), (2, 2));
}

#[derive(Debug, PartialEq, SoapType)]
struct Base {
    #[soap(position)]
    at: At,
    id: u8,
    note: Option<String>,
}

/// That of the element that it stands in, whose name is the field's.
#[test]
fn a_flattened_struct_has_the_position_of_the_one_that_it_stands_in() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Flat {
        #[soap(flatten)]
        base: Base,
        child: Option<Box<Flat>>,
    }
    #[derive(Debug, PartialEq, SoapType)]
    struct Both {
        #[soap(flatten)]
        base: Option<Base>,
        #[soap(position)]
        at: At,
    }
    let document = "\n<Flat>\n<Id>7</Id>\n <Child><Id>8</Id></Child></Flat>";
    let flat: Flat = read(document);
    assert_eq!(flat.base.at.pair(), (2, 1));
    assert_eq!(flat.child.unwrap().base.at.pair(), (4, 2));
    let both: Both = read("\n <Both>\n<Id>7</Id></Both>");
    assert_eq!(both.at.pair(), (2, 2));
    assert_eq!(both.base.unwrap().at.pair(), (2, 2));
    // A position is nothing that stands there.
    let both: Both = read("\n <Both/>");
    assert_eq!((both.at.pair(), both.base), ((2, 2), None));
}

#[test]
fn in_a_flattened_list_all_have_that_position() {
    #[derive(Debug, PartialEq, SoapType)]
    struct List {
        #[soap(flatten)]
        items: Vec<Base>,
        #[soap(rename = "Deeper")]
        deeper: Option<Box<List>>,
    }
    #[derive(Debug, PartialEq, SoapType)]
    struct Wrapped {
        #[soap(wrapper = "Items", flatten)]
        items: Vec<Base>,
    }
    let items = "<Id>1</Id><Note/>\n<Id>2</Id>\n<Id>3</Id>";
    let document = format!("\n <List>{items}\n<Deeper>{items}</Deeper></List>");
    let list: List = read(&document);
    assert_eq!(list.items.len(), 3);
    for item in list.items {
        assert_eq!(item.at.pair(), (2, 2));
    }
    for item in list.deeper.unwrap().items {
        assert_eq!(item.at.pair(), (5, 1));
    }
    let document = format!("<Wrapped>\n <x/> <Items>{items}</Items></Wrapped>");
    let wrapped: Wrapped = read(&document);
    assert_eq!(wrapped.items.len(), 3);
    for item in wrapped.items {
        assert_eq!(item.at.pair(), (2, 7));
    }
}

#[derive(Debug, PartialEq, SoapType)]
enum Choice {
    #[soap(flatten)]
    Base(Base),
    Person(Person),
}

#[test]
fn in_a_choice() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Has {
        one: Choice,
        #[soap(flatten)]
        other: Vec<Choice>,
    }
    let document = "<Has>\n<One><Id>1</Id></One>\n  <Id>2</Id><Note>\n</Note><Person>x</Person><Id>3</Id></Has>";
    let has: Has = read(document);
    let at = |choice: &Choice| match choice {
        Choice::Base(base) => base.at.pair(),
        Choice::Person(person) => At::from(person.at.unwrap()).pair(),
    };
    assert_eq!(at(&has.one), (2, 1));
    let others: Vec<_> = has.other.iter().map(at).collect();
    assert_eq!(others, [(1, 1), (4, 8), (1, 1)]);
}

#[test]
fn with_xsi_type_and_in_other_types() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(xsi_type)]
    enum Pet {
        Base(Base),
        #[soap(default)]
        Person(Box<Person>),
    }
    #[derive(Debug, PartialEq, SoapType)]
    struct Name(Base);
    #[derive(Debug, PartialEq, SoapType)]
    struct Pets {
        pet: Vec<Pet>,
        #[soap(nillable)]
        nil: Vec<Option<Base>>,
        nillable: xml::Nillable<Base>,
        name: Name,
    }
    let document = "<Pets xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>\n<Pet i:type='Base'>\n<Id>1</Id></Pet>\
        \n <Pet>x</Pet>\n  <Nil i:nil='1'/><Nil><Id>1</Id></Nil>\n<Nillable><Id>1</Id></Nillable> <Name><Id>1</Id></Name></Pets>";
    let pets: Pets = read(document);
    let at = pets.pet.iter().map(|pet| match pet {
        Pet::Base(base) => base.at.pair(),
        Pet::Person(person) => At::from(person.at.unwrap()).pair(),
    });
    assert_eq!(at.collect::<Vec<_>>(), [(2, 1), (4, 2)]);
    assert_eq!(pets.nil[1].as_ref().unwrap().at.pair(), (5, 19));
    assert_eq!(pets.nillable.value().unwrap().at.pair(), (6, 1));
    assert_eq!(pets.name.0.at.pair(), (6, 33));
}

/// Whether there is content is found out before the type is asked.
#[test]
fn behind_a_look_at_the_content() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Load {
        #[soap(empty_is_none)]
        base: Option<Base>,
        #[soap(default_text = "Ann", empty_is_default)]
        person: Person,
    }
    let long = format!("<!-- {} -->", "x\n".repeat(40_000));
    for person in [
        "<Person></Person>",
        "<Person/>",
        "<Person><!-- --></Person>",
        "<Person>x</Person>",
    ] {
        for comment in ["<!-- \n -->", "<?x ?>", &long] {
            let document = format!("<Load>\n  <Base>{comment}<Id>1</Id></Base>\n{person}</Load>");
            let load: Load = read(&document);
            assert_eq!(load.base.unwrap().at.pair(), (2, 3));
            assert_eq!(
                load.person.at,
                Some(first(&document, "<Person")),
                "{person}"
            );
        }
    }
}

/// Long documents are read from a stream in pieces, which begin and end anywhere.
#[test]
fn far_from_the_beginning() {
    let names = [
        "<Caller>Ann</Caller>",
        "\n<Caller>Größe\r</Caller>",
        "<!--\r\n--> <Caller/>",
    ];
    let callers: String = (0..9_000).map(|n| names[n % 3]).collect();
    for document in [
        format!("<Call Id='7'>{callers}</Call>"),
        format!("<Call Id='7'>{}</Call>", callers.replace(['\r', '\n'], " ")),
    ] {
        let call: Call = read(&document);
        assert_eq!(call.at, first(&document, "<Call"));
        let places = document.match_indices("<Caller").map(|(byte, _)| byte);
        let found = call.caller.iter().map(|person| person.at.unwrap().byte);
        assert!(found.eq(places));
        for number in [0, 1, 2, 4_500, 7_777, 8_999] {
            assert_eq!(
                call.caller[number].at,
                Some(nth(&document, "<Caller", number))
            );
        }
    }
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Message {
    #[soap(position)]
    at: Position,
    id: u8,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Blocks {
    #[soap(position)]
    at: At,
    token: Option<Token>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Token {
    #[soap(position)]
    at: At,
    #[soap(text)]
    value: String,
}

#[test]
fn in_an_envelope() {
    let start = format!("<s:Envelope xmlns:s='{V1_1}' xmlns='urn:a'>\n");
    let body = "<s:Body>\n  <Message><Id>7</Id></Message></s:Body></s:Envelope>";
    let document = format!("{start} <s:Header>\n<Token>x</Token></s:Header>{body}");
    let message: Message = both_messages(&document).unwrap();
    assert_eq!(message.at, first(&document, "<Message"));
    let header = |document: &str| {
        both_by(document, &ReadOptions::new(), &|reader| {
            let envelope = Envelope::<Message, Blocks>::read(reader)?;
            Ok(envelope.header.at.pair())
        })
        .unwrap()
    };
    assert_eq!(header(&document), (2, 2));
    // Without a Header it is where that would stand.
    assert_eq!(header(&format!("{start}  {body}")), (2, 3));
}

/// As errors in the content do, it says where the content stands.
#[test]
fn of_an_element_that_refers_to_another_one() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Root {
        base: Vec<Base>,
    }
    let document = "<Root>\n<Base href='#a'/><Base href='#b'/>\n <Base><Id>0</Id></Base>\
        \n<m id='b'><Id>1</Id></m> <m id='a'><Id>2</Id></m></Root>";
    let options = ReadOptions::new().resolve_references(true);
    let root = both_by(document, &options, &|reader| reader.read_root::<Root>()).unwrap();
    let at: Vec<_> = root.base.iter().map(|base| base.at.pair()).collect();
    assert_eq!(at, [(4, 26), (4, 1), (3, 2)]);
}

/// A program that steps through a document itself.
#[test]
fn of_an_element_that_a_program_steps_to() {
    let document = "<list>\n <a><b/></a>\n<person>x</person>\n  <person/></list>";
    let mut reader = Reader::from_str(document);
    reader.next_child().unwrap();
    let mut found = Vec::new();
    while reader.next_child().unwrap() {
        if reader.name() == QName::local_only("person") {
            found.push(At::from(reader.read::<Person>().unwrap().at.unwrap()).pair());
        } else {
            reader.skip().unwrap();
        }
    }
    assert_eq!(found, [(3, 1), (4, 3)]);
}
