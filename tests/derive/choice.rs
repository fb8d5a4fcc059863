//! Choices of elements, as an element of their own and flattened. Many tests begin with the schema that
//! their types are.

use um_messages::xml::Element;
use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{assert_unwritable, reads, refused, same};

// <xs:complexType name="Attendee">
//   <xs:choice>
//     <xs:element name="Person" type="Person"/>
//     <xs:element name="Room" type="xs:string"/>
//     <xs:element name="Nobody"> <xs:complexType/> </xs:element>
//   </xs:choice>
// </xs:complexType>
#[derive(Clone, Debug, PartialEq, SoapType)]
pub(crate) enum Attendee {
    Person(Person),
    #[soap(rename = "Room", alias = "Hall")]
    Place(String),
    Nobody(()),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
pub(crate) struct Person {
    #[soap(attribute)]
    id: Option<u8>,
    name: String,
}

fn person(name: &str) -> Attendee {
    Attendee::Person(Person {
        id: None,
        name: name.into(),
    })
}

pub(crate) fn place(name: &str) -> Attendee {
    Attendee::Place(name.into())
}

// <xs:element name="Host" type="Attendee"/>
// <xs:element name="Guest" type="Attendee" minOccurs="0" maxOccurs="unbounded"/>
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Meeting {
    host: Attendee,
    deputy: Option<Attendee>,
    guest: Vec<Attendee>,
}

#[test]
fn an_element_holds_one_of_a_choice() {
    let meeting = Meeting {
        host: person("Ada"),
        deputy: None,
        guest: vec![place("R1"), Attendee::Nobody(()), person("Bo")],
    };
    same(
        &meeting,
        concat!(
            r#"<m:Meeting xmlns:m="urn:m"><m:Host><m:Person><m:Name>Ada</m:Name></m:Person></m:Host>"#,
            "<m:Guest><m:Room>R1</m:Room></m:Guest><m:Guest><m:Nobody/></m:Guest>",
            "<m:Guest><m:Person><m:Name>Bo</m:Name></m:Person></m:Guest></m:Meeting>",
        ),
    );
    reads(
        "<Meeting xmlns='urn:m'><Deputy><Hall>R1</Hall></Deputy><Host><x xmlns='urn:x'/>\
         <Nobody> </Nobody><Other/></Host></Meeting>",
        &Meeting {
            host: Attendee::Nobody(()),
            deputy: Some(place("R1")),
            guest: vec![],
        },
    );
}

#[test]
fn one_of_a_choice_stands_and_one_alone() {
    let refused = |content: &str| {
        let document = format!("<Meeting xmlns='urn:m'><Host>{content}</Host></Meeting>");
        refused::<Meeting>(&document)
    };
    let error = refused("<Other/>");
    assert!(
        matches!(error.kind(), ErrorKind::MissingChoice(names) if names == &["Person", "Room", "Nobody"])
    );
    assert_eq!(
        error.to_string(),
        "missing one of the elements `Person`, `Room` or `Nobody`, in `Meeting/Host`, line 1, column 38"
    );
    let error = refused("<Room>R1</Room><Nobody/>");
    assert!(matches!(error.kind(), ErrorKind::SecondChoice { found, .. } if found == "Nobody"));
    assert_eq!(
        error.to_string(),
        "`Nobody` beside one of `Room` or `Hall`, where only one of the two may stand, \
         in `Meeting/Host/Nobody`, line 1, column 45"
    );
    let error = refused("<Nobody/><Room>R1</Room>");
    assert_eq!(
        error.to_string(),
        "`Room` beside `Nobody`, where only one of the two may stand, \
         in `Meeting/Host/Room`, line 1, column 39"
    );
    let error = refused("<Room>R1</Room><Hall>R2</Hall>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(name) if name == "Hall"));
    // In another namespace it is not the choice's.
    let error = refused("<Room xmlns=''>R1</Room>");
    assert!(matches!(error.kind(), ErrorKind::MissingChoice(_)));
    assert_eq!(error.hint(), Some("there is a `Room` in no namespace"));
}

#[test]
fn a_choice_is_the_root_of_a_document() {
    same(&place("R1"), "<Attendee><Room>R1</Room></Attendee>");
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(
    namespace = "urn:t",
    prefix = "t",
    rename_all = "snake_case",
    deny_unknown_fields
)]
enum Named {
    OwnNamespace(u8),
    #[soap(namespace = "urn:o", prefix = "o")]
    Other(u8),
    #[soap(unqualified)]
    Unqualified(u8),
}

#[test]
fn variants_are_fields_of_the_enum() {
    same(
        &Named::OwnNamespace(1),
        r#"<t:Named xmlns:t="urn:t" xmlns:o="urn:o"><t:own_namespace>1</t:own_namespace></t:Named>"#,
    );
    same(
        &Named::Other(1),
        r#"<t:Named xmlns:t="urn:t" xmlns:o="urn:o"><o:other>1</o:other></t:Named>"#,
    );
    same(
        &Named::Unqualified(1),
        r#"<t:Named xmlns:t="urn:t" xmlns:o="urn:o"><unqualified>1</unqualified></t:Named>"#,
    );
    let error =
        refused::<Named>("<Named xmlns='urn:t'><own_namespace>1</own_namespace><x/></Named>");
    assert!(matches!(error.kind(), ErrorKind::UnknownElement(_)));
}

// <xs:complexType name="Calls">
//   <xs:sequence>
//     <xs:element name="Title" type="xs:string"/>
//     <xs:choice> … </xs:choice>                                 (one, optional, unbounded)
//     <xs:element name="Note" type="xs:string" minOccurs="0"/>
//   </xs:sequence>
// </xs:complexType>
#[derive(Debug, PartialEq, SoapType)]
struct One {
    title: String,
    #[soap(flatten)]
    attendee: Attendee,
    note: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Perhaps {
    title: String,
    #[soap(flatten)]
    attendee: Option<Attendee>,
    note: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Many {
    title: String,
    #[soap(flatten)]
    attendees: Vec<Attendee>,
    note: Option<String>,
}

#[test]
fn a_flattened_choice_stands_among_the_fields() {
    let one = One {
        title: "a".into(),
        attendee: place("R1"),
        note: Some("n".into()),
    };
    same(
        &one,
        "<One><Title>a</Title><Room>R1</Room><Note>n</Note></One>",
    );
    let error = refused::<One>("<One><Title>a</Title></One>");
    assert!(matches!(error.kind(), ErrorKind::MissingChoice(_)));
    assert_eq!(error.path(), Some("One"));
    let error = refused::<One>("<One><Title>a</Title><Nobody/><Room>R1</Room></One>");
    assert!(matches!(error.kind(), ErrorKind::SecondChoice { .. }));

    let perhaps = |attendee| Perhaps {
        title: "a".into(),
        attendee,
        note: None,
    };
    same(&perhaps(None), "<Perhaps><Title>a</Title></Perhaps>");
    same(
        &perhaps(Some(Attendee::Nobody(()))),
        "<Perhaps><Title>a</Title><Nobody/></Perhaps>",
    );
    let error = refused::<Perhaps>("<Perhaps><Title>a</Title><Nobody/><Room>R</Room></Perhaps>");
    assert!(matches!(error.kind(), ErrorKind::SecondChoice { .. }));
}

#[test]
fn a_choice_in_a_vec_is_another_item_each_time() {
    let many = |attendees| Many {
        title: "a".into(),
        attendees,
        note: Some("n".into()),
    };
    same(
        &many(vec![
            place("R1"),
            place("R2"),
            Attendee::Nobody(()),
            place("R3"),
        ]),
        "<Many><Title>a</Title><Room>R1</Room><Room>R2</Room><Nobody/><Room>R3</Room><Note>n</Note></Many>",
    );
    same(&many(vec![]), "<Many><Title>a</Title><Note>n</Note></Many>");
    reads(
        "<Many><Room>R1</Room><Note>n</Note><Room>R2</Room><x/><Title>a</Title></Many>",
        &many(vec![place("R1"), place("R2")]),
    );
}

// A choice inside a group inside a choice, any number of times.
//
// <xs:choice maxOccurs="unbounded">
//   <xs:group ref="Entry"/>                 sequence: Label, choice (Text | Number), Comment?
//   <xs:element name="Break"/>
// </xs:choice>

#[derive(Clone, Debug, PartialEq, SoapType)]
pub(crate) enum Scalar {
    Text(String),
    Number(i32),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Entry {
    label: String,
    #[soap(flatten)]
    scalar: Scalar,
    comment: Option<String>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Line {
    #[soap(flatten)]
    Entry(Entry),
    Break(()),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Lines {
    #[soap(flatten)]
    lines: Vec<Line>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct OneLine {
    #[soap(flatten)]
    line: Line,
}

fn entry(label: &str, scalar: Scalar) -> Entry {
    Entry {
        label: label.into(),
        scalar,
        comment: None,
    }
}

#[test]
fn a_choice_inside_a_group_inside_a_choice() {
    let commented = Entry {
        comment: Some("c".into()),
        ..entry("b", Scalar::Number(2))
    };
    same(
        &Lines {
            lines: vec![
                Line::Entry(entry("a", Scalar::Text("1".into()))),
                Line::Break(()),
                Line::Break(()),
                Line::Entry(commented),
                Line::Entry(entry("c", Scalar::Number(3))),
            ],
        },
        "<Lines><Label>a</Label><Text>1</Text><Break/><Break/><Label>b</Label><Number>2</Number>\
         <Comment>c</Comment><Label>c</Label><Number>3</Number></Lines>",
    );
    same(
        &OneLine {
            line: Line::Entry(entry("a", Scalar::Number(1))),
        },
        "<OneLine><Label>a</Label><Number>1</Number></OneLine>",
    );
    let kind = |content: &str| {
        format!(
            "{:?}",
            refused::<OneLine>(&format!("<OneLine>{content}</OneLine>")).kind()
        )
    };
    assert_eq!(
        kind("<Label>a</Label>"),
        r#"MissingChoice(["Text", "Number"])"#
    );
    assert_eq!(
        kind("<Label>a</Label><Text/><Number>1</Number>"),
        r#"SecondChoice { found: "Number", beside: ["Text"] }"#
    );
    assert_eq!(
        kind("<Label>a</Label><Text/><Break/>"),
        r#"SecondChoice { found: "Break", beside: ["Label", "Text", "Number", "Comment"] }"#
    );
    assert_eq!(
        kind("<Break/><Label>a</Label>"),
        r#"SecondChoice { found: "Label", beside: ["Break"] }"#
    );
    // No element is called as a flattened variant is.
    assert_eq!(kind(""), r#"MissingChoice(["Label", "Break"])"#);
    assert_eq!(kind("<Text/>"), r#"MissingElement("Label")"#);
}

// A substitution group is a choice of its members, one of which may be the head.

#[derive(Debug, PartialEq, SoapType)]
enum Shape {
    Circle(Circle),
    Square(Element),
}

#[derive(Debug, PartialEq, SoapType)]
struct Circle {
    radius: u8,
}

#[derive(Debug, PartialEq, SoapType)]
struct Drawing {
    #[soap(flatten)]
    shapes: Vec<Shape>,
}

#[test]
fn a_substitution_group_is_a_choice_of_its_members() {
    same(
        &Drawing {
            shapes: vec![
                Shape::Square(Element::new("", "Square").with_text("4")),
                Shape::Circle(Circle { radius: 2 }),
            ],
        },
        "<Drawing><Square>4</Square><Circle><Radius>2</Radius></Circle></Drawing>",
    );
}

// <xs:choice> <xs:sequence> Phone, Note (0..1), Time </xs:sequence> <xs:sequence> Mail, Time, Note </xs:sequence> Time
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:c", prefix = "c")]
enum Contact {
    #[soap(flatten)]
    ByPhone(ByPhone),
    #[soap(flatten)]
    ByMail(ByMail),
    Time(u8),
    #[soap(flatten)]
    Maybe(Maybe),
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct ByPhone {
    phone: String,
    note: Option<String>,
    time: u8,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct ByMail {
    mail: String,
    time: u8,
    note: String,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Maybe {
    fax: Option<u8>,
    other: u8,
    phone: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:c", prefix = "c", deny_unknown_fields)]
struct Contacts {
    #[soap(flatten)]
    contacts: Vec<Contact>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:c", prefix = "c", deny_unknown_fields)]
struct OneContact {
    #[soap(flatten)]
    contact: Option<Contact>,
}

fn by_phone(note: Option<&str>) -> Contact {
    Contact::ByPhone(ByPhone {
        phone: "4711".into(),
        note: note.map(str::to_owned),
        time: 1,
    })
}

fn by_mail() -> Contact {
    Contact::ByMail(ByMail {
        mail: "a@b".into(),
        time: 2,
        note: "m".into(),
    })
}

const PHONE: &str = "<c:Phone>4711</c:Phone><c:Time>1</c:Time>";
const MAIL: &str = "<c:Mail>a@b</c:Mail><c:Time>2</c:Time><c:Note>m</c:Note>";

#[test]
fn of_branches_that_share_a_name_the_first_element_decides() {
    let maybe = |fax, phone: Option<&str>| {
        let phone = phone.map(str::to_owned);
        Contact::Maybe(Maybe {
            fax,
            other: 3,
            phone,
        })
    };
    for (contact, content) in [
        (by_phone(None), PHONE),
        (by_mail(), MAIL),
        (Contact::Time(5), "<c:Time>5</c:Time>"),
        (
            maybe(Some(1), Some("4712")),
            "<c:Fax>1</c:Fax><c:Other>3</c:Other><c:Phone>4712</c:Phone>",
        ),
        (
            maybe(None, Some("4712")),
            "<c:Other>3</c:Other><c:Phone>4712</c:Phone>",
        ),
    ] {
        same(
            &OneContact {
                contact: Some(contact),
            },
            &format!("<c:OneContact xmlns:c=\"urn:c\">{content}</c:OneContact>"),
        );
    }
    // Behind the first one the order does not count.
    let document =
        "<OneContact xmlns='urn:c'><Mail>a@b</Mail><Note>m</Note><Time>2</Time></OneContact>";
    reads(
        document,
        &OneContact {
            contact: Some(by_mail()),
        },
    );
    for (content, kind) in [
        ("<Phone/><Mail/>", "SecondChoice"),
        ("<Time>5</Time><Time>5</Time>", "Duplicate"),
        ("<Time>5</Time><Note/>", "SecondChoice"),
        ("<Mail/><Time>5</Time>", "MissingElement"),
        ("<Mail/><What/>", "UnknownElement"),
    ] {
        let error =
            refused::<OneContact>(&format!("<OneContact xmlns='urn:c'>{content}</OneContact>"));
        let found = format!("{:?}", error.kind());
        assert!(found.starts_with(kind), "{content}: {found}");
    }
}

#[test]
fn repeated_branches_that_share_a_name_are_told_apart() {
    let contacts = |contacts| Contacts { contacts };
    let document = |content: &str| format!("<c:Contacts xmlns:c=\"urn:c\">{content}</c:Contacts>");
    same(
        &contacts(vec![
            by_phone(None),
            by_mail(),
            by_phone(None),
            Contact::Time(5),
        ]),
        &document(&format!("{PHONE}{MAIL}{PHONE}<c:Time>5</c:Time>")),
    );
    same(
        &contacts(vec![by_phone(None), by_phone(None)]),
        &document(&format!("{PHONE}{PHONE}")),
    );
    // `Phone` behind `Other` is another field of it, not the next contact.
    let maybe = Contact::Maybe(Maybe {
        fax: None,
        other: 3,
        phone: None,
    });
    assert_unwritable(um_messages::xml::to_string(&contacts(vec![
        maybe,
        by_phone(None),
    ])));
}

// <xs:element name="By"> <xs:complexType> <xs:choice minOccurs="0"> Phone, Mail
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
enum Caller {
    Phone(String),
    Mail(Vec<String>),
    #[soap(default)]
    Nothing,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
struct OfCaller {
    by: Caller,
    also: Option<Caller>,
    #[soap(flatten)]
    here: Caller,
}

#[derive(Debug, PartialEq, SoapType)]
struct NobodyHere {
    #[soap(flatten)]
    by: Option<Caller>,
}

#[test]
fn a_choice_may_be_empty() {
    let phone = || Caller::Phone("4711".into());
    for (by, also, here, content) in [
        (Caller::Nothing, None, Caller::Nothing, "<By/>"),
        (
            phone(),
            Some(Caller::Nothing),
            phone(),
            "<By><Phone>4711</Phone></By><Also/><Phone>4711</Phone>",
        ),
        (
            Caller::Mail(vec!["a".into(), "b".into()]),
            None,
            Caller::Nothing,
            "<By><Mail>a</Mail><Mail>b</Mail></By>",
        ),
    ] {
        same(
            &OfCaller { by, also, here },
            &format!("<OfCaller>{content}</OfCaller>"),
        );
    }
    same(&Caller::Nothing, "<Caller/>");
    let error = refused::<OfCaller>("<OfCaller><By><Fax/></By></OfCaller>");
    assert!(
        matches!(error.kind(), ErrorKind::UnknownElement(_)),
        "{error}"
    );
    // What would be read as another value is not written.
    for wrong in [
        um_messages::xml::to_string(&Caller::Mail(vec![])),
        um_messages::xml::to_string(&NobodyHere {
            by: Some(Caller::Nothing),
        }),
    ] {
        assert_unwritable(wrong);
    }
    same(&NobodyHere { by: None }, "<NobodyHere/>");
}
