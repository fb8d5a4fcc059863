//! The key `empty_is_none`.

use um_messages::xml::{self, Date, Nillable, Reader};
use um_messages::{ErrorKind, ReadOptions, SoapMessage, SoapType};
use um_tests::roundtrip::{body, reads, refused, same};
use um_tests::sources::both_messages;

use crate::types::XSI;

#[derive(Clone, Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Legacy {
    #[soap(attribute, empty_is_none)]
    price: Option<u32>,
    #[soap(attribute, list, empty_is_none)]
    sizes: Option<Vec<u8>>,
    #[soap(empty_is_none, alias = "Datum")]
    date: Option<Date>,
    #[soap(empty_is_none)]
    note: Option<String>,
    #[soap(empty_is_none, base64)]
    data: Option<Vec<u8>>,
    #[soap(empty_is_none, nillable, default)]
    ended: Option<u32>,
    #[soap(empty_is_none)]
    begun: Option<Nillable<u32>>,
    #[soap(empty_is_none)]
    caller: Option<Person>,
    #[soap(empty_is_none)]
    amount: Option<Amount>,
    #[soap(empty_is_none, wrapper = "Items", rename = "Item")]
    items: Option<Vec<Amount>>,
    #[soap(empty_is_none, default = "three")]
    level: Option<u8>,
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "the key wants the type of the field"
)]
fn three() -> Option<u8> {
    Some(3)
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Person {
    name: String,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Amount {
    #[soap(attribute)]
    currency: Option<String>,
    #[soap(text)]
    value: Option<u32>,
}

fn legacy() -> Legacy {
    Legacy {
        level: Some(3),
        ..Legacy::default()
    }
}

fn document(attributes: &str, content: &str) -> String {
    format!("<Legacy xmlns='urn:m' {XSI} {attributes}>{content}</Legacy>")
}

#[test]
fn what_is_empty_is_none() {
    reads(&document("Price='' Sizes=''", ""), &legacy());
    let names = [
        "Date", "Datum", "Note", "Data", "Ended", "Begun", "Caller", "Amount", "Items",
    ];
    for name in names {
        for empty in [
            format!("<{name}/>"),
            format!("<{name}></{name} >"),
            format!("<{name}><!-- --><?x y?></{name}>"),
            format!("<{name}><![CDATA[]]><!-- --></{name}>"),
            format!("<{name} xsi:type='x' xsi:nil='false'/>"),
        ] {
            reads(&document("", &empty), &legacy());
        }
        let twice = refused::<Legacy>(&document("", &format!("<{name}/><{name}/>")));
        assert!(matches!(twice.kind(), ErrorKind::Duplicate(_)), "{twice}");
    }
    // What stands for an absent one does not stand for an empty one.
    let level = None;
    reads(&document("", "<Level/>"), &Legacy { level, ..legacy() });
}

#[test]
fn what_is_not_empty_is_read_as_ever() {
    let full = Legacy {
        price: Some(1),
        sizes: Some(vec![2, 3]),
        date: Some("2024-02-29".parse().unwrap()),
        note: Some(" ".into()),
        data: Some(vec![1]),
        ended: Some(4),
        begun: Some(Nillable::nil()),
        caller: Some(Person { name: "Ann".into() }),
        amount: Some(Amount {
            currency: Some("EUR".into()),
            value: Some(5),
        }),
        items: Some(vec![Amount {
            currency: None,
            value: None,
        }]),
        level: Some(6),
    };
    same(
        &full,
        &format!(
            "<m:Legacy xmlns:m=\"urn:m\" Price=\"1\" Sizes=\"2 3\"><m:Date>2024-02-29</m:Date><m:Note> </m:Note>\
             <m:Data>AQ==</m:Data><m:Ended>4</m:Ended><m:Begun {XSI} xsi:nil=\"true\"/><m:Caller><m:Name>Ann</m:Name>\
             </m:Caller><m:Amount Currency=\"EUR\">5</m:Amount><m:Items><m:Item/></m:Items><m:Level>6</m:Level></m:Legacy>"
        ),
    );
    // `None` is absent, or nil.
    same(
        &legacy(),
        &format!(
            "<m:Legacy xmlns:m=\"urn:m\"><m:Ended {XSI} xsi:nil=\"true\"/><m:Level>3</m:Level></m:Legacy>"
        ),
    );
    let note = |note: &str| Legacy {
        note: Some(note.into()),
        ..legacy()
    };
    for (content, text) in [
        ("<![CDATA[x]]>", "x"),
        ("<!-- --><![CDATA[]]><![CDATA[x]]>y", "xy"),
        ("<!-- --><![CDATA[<]]>&amp;", "<&"),
        ("<?x y?>&#32;", " "),
        ("<!-- -->x<!-- -->y", "xy"),
    ] {
        reads(
            &document("", &format!("<Note>{content}</Note>")),
            &note(text),
        );
    }
    reads(
        &document("", "<Caller><!-- --><Name/></Caller>"),
        &Legacy {
            caller: Some(Person {
                name: String::new(),
            }),
            ..legacy()
        },
    );
}

/// White space is no content of a type that is no string, but it is some.
#[test]
fn white_space_is_not_empty() {
    for content in [" ", "&#10;", "<![CDATA[\n]]>"] {
        let error = refused::<Legacy>(&document("", &format!("<Date>{content}</Date>")));
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
    }
    let error = refused::<Legacy>(&document("Price=' '", ""));
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { .. }),
        "{error}"
    );
}

/// An attribute that the type has is a part of the value; any other is not.
#[test]
fn attributes_count_where_the_type_has_some() {
    let amount = Amount {
        currency: Some("EUR".into()),
        value: None,
    };
    reads(
        &document("", "<Amount Currency='EUR'/>"),
        &Legacy {
            amount: Some(amount),
            ..legacy()
        },
    );
    for stranger in [
        "<Date Zone='x'/>",
        "<Caller Zone='x'/>",
        "<Items Count='0'/>",
    ] {
        let document = document("", stranger);
        let read: Legacy = xml::from_str(&document).unwrap();
        assert_eq!(read, legacy());
        let denying = ReadOptions::new().deny_unknown_fields(true);
        let error = xml::from_str_with::<Legacy>(&document, &denying).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::UnknownAttribute(_)),
            "{error}"
        );
    }
}

/// That of an element whose type denies it, and that of a simple type in a struct that does.
#[test]
fn unknown_attributes_are_denied_where_they_are_elsewhere() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(deny_unknown_fields)]
    struct Denying {
        #[soap(empty_is_none)]
        date: Option<Date>,
        holder: Option<Holder>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    struct Holder {
        #[soap(empty_is_none)]
        caller: Option<Denied>,
        #[soap(empty_is_none)]
        date: Option<Date>,
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(deny_unknown_fields)]
    struct Denied {
        name: String,
    }

    let nobody = |holder| Denying { date: None, holder };
    let holder = Holder {
        caller: None,
        date: None,
    };
    reads("<Denying><Date/></Denying>", &nobody(None));
    reads(
        "<Denying><Holder><Caller/><Date x=''/></Holder></Denying>",
        &nobody(Some(holder)),
    );
    for stranger in ["<Date x=''/>", "<Holder><Caller x=''/></Holder>"] {
        let error = refused::<Denying>(&format!("<Denying>{stranger}</Denying>"));
        assert!(
            matches!(error.kind(), ErrorKind::UnknownAttribute(_)),
            "{error}"
        );
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(xsi_type)]
enum Pet {
    Cat(Empty),
    Dog(Empty),
}

#[derive(Debug, PartialEq, SoapType)]
struct Empty {}

#[derive(Debug, PartialEq, SoapType)]
struct Owner {
    #[soap(empty_is_none)]
    pet: Option<Pet>,
}

/// Of an empty element its type may be all that it says.
#[test]
fn the_type_of_an_element_counts_where_it_says_something() {
    let pet = format!("<Owner {XSI}><Pet xsi:type='Cat'/></Owner>");
    let cat = Pet::Cat(Empty {});
    reads(&pet, &Owner { pet: Some(cat) });
    reads("<Owner><Pet/></Owner>", &Owner { pet: None });
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Message {
    #[soap(unqualified, empty_is_none)]
    date: Option<Date>,
    #[soap(empty_is_none)]
    next: Option<Box<Message>>,
    last: Option<u8>,
}

/// References are followed first: SOAP 1.1, section 5.
#[test]
fn an_element_that_is_referred_to_may_be_empty() {
    let document = body(
        "<Message xmlns='urn:m'><date xmlns='' /><Date xmlns='' href='#d'/><Next href='#n'/><Last>1</Last></Message>\
         <x id='d'><!-- --></x><x id='n'></x>",
    );
    let options = ReadOptions::new().resolve_references(true);
    let message =
        um_messages::Envelope::<Message>::read(&mut Reader::from_str_with(&document, &options));
    let expected = Message {
        date: None,
        next: None,
        last: Some(1),
    };
    assert_eq!(message.unwrap().into_body(), expected);
    let plain =
        body("<Message xmlns='urn:m'><Date xmlns=''/><Next></Next><Last>1</Last></Message>");
    assert_eq!(both_messages::<Message>(&plain).unwrap(), expected);
}
