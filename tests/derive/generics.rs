//! Type parameters, constants and lifetimes.

use std::borrow::Cow;
use std::marker::PhantomData;

use um_messages::{ErrorKind, ReadOptions, SoapMessage, SoapType, xml};
use um_tests::roundtrip::{body, same, same_message};
use um_tests::sources::both_by;

use crate::types::Part;

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Page<T> {
    #[soap(attribute)]
    offset: u32,
    item: Vec<T>,
    last: Option<Box<Page<T>>>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Pair<A, B = u8>
where
    A: Clone,
{
    #[soap(attribute)]
    key: A,
    value: B,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:g", prefix = "g")]
struct Generic<T, const N: usize> {
    page: Page<T>,
    #[soap(skip)]
    size: PhantomData<[u8; N]>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Wrapped<T>(T);

#[test]
fn generic_types() {
    same(
        &Page {
            offset: 1,
            item: vec![Part { item: 2 }],
            last: Some(Box::new(Page {
                offset: 3,
                item: Vec::new(),
                last: None,
            })),
        },
        r#"<Page Offset="1"><Item><Item>2</Item></Item><Last Offset="3"/></Page>"#,
    );
    same(
        &Pair::<_> {
            key: String::from("k"),
            value: 1,
        },
        r#"<Pair Key="k"><Value>1</Value></Pair>"#,
    );
    same(
        &Wrapped(Part { item: 1 }),
        "<Wrapped><Item>1</Item></Wrapped>",
    );
    same(&Wrapped(1_u8), "<Wrapped>1</Wrapped>");
    same_message(
        &Generic::<String, 3> {
            page: Page {
                offset: 1,
                item: vec!["x".into()],
                last: None,
            },
            size: PhantomData,
        },
        concat!(
            r#"<g:Generic xmlns:g="urn:g"><g:Page Offset="1"><g:Item>x</g:Item></g:Page>"#,
            "</g:Generic>",
        ),
    );
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:l")]
struct Lending<'a> {
    #[soap(attribute)]
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    part: LendingPart<'a>,
}

#[derive(Debug, PartialEq, SoapType)]
struct LendingPart<'a> {
    #[soap(text)]
    text: Cow<'a, str>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Borrowing<'a> {
    #[soap(attribute)]
    id: &'a str,
    text: &'a str,
}

#[test]
fn lifetimes() {
    let content =
        r#"<Lending xmlns="urn:l" Id="1"><Title>a &amp; b</Title><Part>plain</Part></Lending>"#;
    let document = body(content);
    let value = Lending {
        id: "1".into(),
        title: "a & b".into(),
        part: LendingPart {
            text: "plain".into(),
        },
    };
    assert_eq!(value.to_envelope().unwrap(), document);
    let read = Lending::from_envelope(&document).unwrap();
    assert_eq!(read, value);
    // Borrowed where the text stands as it is.
    assert!(matches!(read.part.text, Cow::Borrowed(_)));
    assert!(matches!(read.title, Cow::Owned(_)));
    let read = both_by(&document, &ReadOptions::new(), &|reader| {
        let read = um_messages::Envelope::<Lending<'_>>::read(reader)?.into_body();
        Ok((
            read.id.into_owned(),
            read.title.into_owned(),
            read.part.text.into_owned(),
        ))
    });
    assert_eq!(read.unwrap(), ("1".into(), "a & b".into(), "plain".into()));
}

#[test]
fn borrowed_strings() {
    let document = r#"<Borrowing Id="1"><Text>plain</Text></Borrowing>"#;
    let value = Borrowing {
        id: "1",
        text: "plain",
    };
    assert_eq!(xml::to_string(&value).unwrap(), document);
    assert_eq!(xml::from_str::<Borrowing<'_>>(document).unwrap(), value);
    for decoded in [
        r#"<Borrowing Id="1"><Text>pl&#x61;in</Text></Borrowing>"#,
        "<Borrowing Id='1\n'><Text>plain</Text></Borrowing>",
        "<Borrowing Id='1'><Text>plain\r\n</Text></Borrowing>",
    ] {
        let error = xml::from_str::<Borrowing<'_>>(decoded).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NotBorrowed), "{error}");
    }
}

#[derive(Debug, PartialEq, SoapType)]
struct Slot<T, K = u8> {
    #[soap(attribute)]
    key: K,
    value: T,
}

#[derive(Debug, PartialEq, SoapType)]
struct Labelled<T> {
    #[soap(text)]
    label: T,
}

// One that stands as it is, and in a `Vec`: for such a parameter the item itself is meant.
#[derive(Debug, PartialEq, SoapType)]
struct First<T> {
    first: T,
    rest: Vec<T>,
}

#[test]
fn a_parameter_may_be_an_option_or_a_vec() {
    let part = |item| Part { item };
    same(
        &Slot {
            key: 1,
            value: Some(part(2)),
        },
        r#"<Slot Key="1"><Value><Item>2</Item></Value></Slot>"#,
    );
    same(
        &Slot {
            key: None::<u8>,
            value: None::<Part>,
        },
        "<Slot/>",
    );
    same(
        &Slot {
            key: Some("k".to_owned()),
            value: vec![1_u8, 2],
        },
        r#"<Slot Key="k"><Value>1</Value><Value>2</Value></Slot>"#,
    );
    same(
        &Slot {
            key: 1,
            value: Slot {
                key: 2,
                value: 3_u8,
            },
        },
        r#"<Slot Key="1"><Value Key="2"><Value>3</Value></Value></Slot>"#,
    );
    same(&Labelled { label: None::<u8> }, "<Labelled/>");
    same(&Labelled { label: Some(1_u8) }, "<Labelled>1</Labelled>");
    same(
        &First {
            first: 1_u8,
            rest: vec![2],
        },
        "<First><First>1</First><Rest>2</Rest></First>",
    );
}

/// What a function knows of a parameter is enough.
fn written<T: SoapType>(value: T) -> String {
    xml::to_string(&Slot { key: 1, value }).unwrap()
}

#[test]
fn a_parameter_that_is_a_type_of_elements_is_one_of_fields() {
    assert_eq!(written(7_u8), r#"<Slot Key="1"><Value>7</Value></Slot>"#);
}
