//! The key `ordered`.

use um_messages::xml::Element;
use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{reads, refused, same};
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
