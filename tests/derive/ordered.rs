//! The key `ordered`.

use um_messages::xml::Element;
use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{assert_unwritable, reads, refused, same};
use um_tests::sources::both_as;

// <xs:sequence> A, B*, group (C, D?), any?, E? </xs:sequence>, whose order is insisted on.

#[derive(Clone, Debug, PartialEq, SoapType)]
pub(crate) struct Inner {
    pub(crate) c: u8,
    pub(crate) d: Option<u8>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(ordered)]
struct Sequence {
    #[soap(attribute)]
    id: Option<u8>,
    a: u8,
    b: Vec<u16>,
    #[soap(flatten)]
    inner: Inner,
    #[soap(any)]
    any: Vec<Element>,
    #[soap(wrapper = "Es", rename = "E", default)]
    e: Vec<u8>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(ordered)]
struct Strangers {
    a: u8,
    b: u8,
}

#[test]
fn the_order_of_fields_is_insisted_on() {
    same(
        &Sequence {
            id: Some(1),
            a: 1,
            b: vec![2, 3],
            inner: Inner { c: 4, d: Some(5) },
            any: vec![Element::new("", "x"), Element::new("", "y")],
            e: vec![6],
        },
        "<Sequence Id=\"1\"><A>1</A><B>2</B><B>3</B><C>4</C><D>5</D><x/><y/><Es><E>6</E></Es></Sequence>",
    );
    let out_of_order = |content: &str| {
        let error = refused::<Sequence>(&format!("<Sequence>{content}</Sequence>"));
        match error.kind() {
            ErrorKind::OutOfOrder(name) => name.clone(),
            other => panic!("{content}: {other:?}"),
        }
    };
    assert_eq!(out_of_order("<B>2</B><A>1</A><C>4</C>"), "A");
    assert_eq!(out_of_order("<A>1</A><C>4</C><B>2</B>"), "B");
    assert_eq!(out_of_order("<A>1</A><x/><C>4</C>"), "C");
    assert_eq!(out_of_order("<A>1</A><C>4</C><Es/><x/>"), "x");
    // The order within a group is for the group to insist on.
    let document = "<Sequence><A>1</A><D>5</D><C>4</C></Sequence>";
    assert_eq!(
        both_as::<Sequence>(document).unwrap().inner,
        Inner { c: 4, d: Some(5) }
    );
    // Strangers between are fine.
    reads(
        "<Strangers><x/><A>1</A><x/><B>2</B><x/></Strangers>",
        &Strangers { a: 1, b: 2 },
    );
    let error = refused::<Strangers>("<Strangers><B>2</B><A>1</A></Strangers>");
    assert_eq!(
        error.to_string(),
        "`A` stands behind an element that has to follow it, in `Strangers/A`, line 1, column 20"
    );
}

// <xs:sequence> Stamp, Note (0..1), Stamp, Line (0..n), Total, Line (0..n)
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(ordered, namespace = "urn:b", prefix = "b", deny_unknown_fields)]
struct Bill {
    #[soap(rename = "Stamp")]
    opened: u8,
    note: Option<String>,
    #[soap(rename = "Stamp")]
    closed: u8,
    #[soap(rename = "Line")]
    items: Vec<u16>,
    total: u8,
    #[soap(rename = "Line", alias = "Row")]
    extras: Vec<u16>,
}

// <xs:sequence maxOccurs="unbounded"> A, B, A (0..n)
#[derive(Debug, PartialEq, SoapType)]
struct Rounds {
    #[soap(flatten)]
    rounds: Vec<Round>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(ordered)]
struct Round {
    #[soap(rename = "A")]
    first: u8,
    b: u8,
    #[soap(rename = "A")]
    rest: Vec<u16>,
}

#[test]
fn a_name_in_several_places_is_told_by_its_place() {
    let bill = |note: Option<&str>, items: &[u16], extras: &[u16]| Bill {
        opened: 1,
        note: note.map(str::to_owned),
        closed: 2,
        items: items.to_vec(),
        total: 3,
        extras: extras.to_vec(),
    };
    for (value, content) in [
        (
            bill(Some("n"), &[4, 5], &[6]),
            "<b:Stamp>1</b:Stamp><b:Note>n</b:Note><b:Stamp>2</b:Stamp><b:Line>4</b:Line><b:Line>5</b:Line>\
             <b:Total>3</b:Total><b:Line>6</b:Line>",
        ),
        (
            bill(None, &[], &[6, 7]),
            "<b:Stamp>1</b:Stamp><b:Stamp>2</b:Stamp><b:Total>3</b:Total><b:Line>6</b:Line><b:Line>7</b:Line>",
        ),
        (
            bill(None, &[4], &[]),
            "<b:Stamp>1</b:Stamp><b:Stamp>2</b:Stamp><b:Line>4</b:Line><b:Total>3</b:Total>",
        ),
    ] {
        same(
            &value,
            &format!("<b:Bill xmlns:b=\"urn:b\">{content}</b:Bill>"),
        );
    }
    reads(
        "<Bill xmlns='urn:b'><Stamp>1</Stamp><Stamp>2</Stamp><Total>3</Total><Row>6</Row></Bill>",
        &bill(None, &[], &[6]),
    );
    for (content, kind) in [
        // A third one, one that is behind its place, one that is missing, one that is unknown.
        (
            "<Stamp>1</Stamp><Stamp>2</Stamp><Stamp>2</Stamp>",
            "OutOfOrder",
        ),
        ("<Stamp>1</Stamp><Stamp>2</Stamp><Note/>", "OutOfOrder"),
        (
            "<Stamp>1</Stamp><Note/><Line>4</Line><Total>3</Total>",
            "MissingElement",
        ),
        (
            "<Stamp>1</Stamp><Stamp>2</Stamp><Row>4</Row><Total>3</Total>",
            "OutOfOrder",
        ),
        ("<Stamp>1</Stamp><Other/>", "UnknownElement"),
    ] {
        let error = refused::<Bill>(&format!("<Bill xmlns='urn:b'>{content}</Bill>"));
        let found = format!("{:?}", error.kind());
        assert!(found.starts_with(kind), "{content}: {found}");
    }
}

#[test]
fn repeated_sequences_with_a_name_twice_are_told_apart() {
    let round = |first, rest: &[u16]| Round {
        first,
        b: 0,
        rest: rest.to_vec(),
    };
    same(
        &Rounds {
            rounds: vec![round(1, &[2, 3])],
        },
        "<Rounds><A>1</A><B>0</B><A>2</A><A>3</A></Rounds>",
    );
    // What follows would be read into the round before it.
    for rounds in [
        vec![round(1, &[]), round(2, &[])],
        vec![round(1, &[3]), round(2, &[])],
    ] {
        assert_unwritable(um_messages::xml::to_string(&Rounds { rounds }));
    }
}
