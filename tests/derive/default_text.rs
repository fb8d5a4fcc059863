//! The key `default_text`.

use std::borrow::Cow;

use um_messages::xml::{self, Nillable, QName};
use um_messages::{ErrorKind, SoapType};
use um_tests::errors::say;
use um_tests::roundtrip::{reads, refused, same};

use crate::types::{Part, XSI};

const SEVEN: &str = "7";

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Unit {
    #[soap(rename = "kg")]
    Kilogram,
    #[soap(rename = "g")]
    Gram,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Weight {
    #[soap(attribute, default_text = "kg")]
    unit: Unit,
    #[soap(text)]
    value: f64,
}

mod hexadecimal {
    use std::num::ParseIntError;

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "the key passes the value by reference"
    )]
    pub(super) fn to_text(number: &u32) -> String {
        format!("{number:x}")
    }

    pub(super) fn from_text(text: &str) -> Result<u32, ParseIntError> {
        u32::from_str_radix(text, 16)
    }
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Texts {
    #[soap(attribute, default_text = "kg")]
    unit: Unit,
    #[soap(attribute, namespace = "urn:n", prefix = "n", default_text = SEVEN)]
    level: u8,
    #[soap(attribute, list, default_text = "1 2")]
    sizes: Vec<u8>,
    #[soap(attribute, with = "hexadecimal", default_text = "ff")]
    mask: u32,
    #[soap(attribute, hex, default_text = "0a")]
    digest: [u8; 1],
    #[soap(attribute, default_text = " a & <b> ")]
    note: Option<String>,
    #[soap(default_text = SEVEN)]
    count: Box<u8>,
    #[soap(alias = "Gewicht", default_text = "1.5")]
    weight: Weight,
    #[soap(unqualified, list, default_text = "a b")]
    names: Option<Vec<String>>,
    #[soap(base64, default_text = "AQ==")]
    data: Vec<u8>,
    #[soap(nillable, default_text = "8")]
    ended: Option<u32>,
    #[soap(list, default_text = "9")]
    parents: Nillable<Vec<u32>>,
    #[soap(cdata, default_text = "]]>")]
    script: String,
}

fn texts() -> Texts {
    Texts {
        unit: Unit::Kilogram,
        level: 7,
        sizes: vec![1, 2],
        mask: 255,
        digest: [10],
        note: Some(" a & <b> ".into()),
        count: Box::new(7),
        weight: Weight {
            unit: Unit::Kilogram,
            value: 1.5,
        },
        names: Some(vec!["a".into(), "b".into()]),
        data: vec![1],
        ended: Some(8),
        parents: Nillable::Value(vec![9]),
        script: "]]>".into(),
    }
}

#[test]
fn the_text_is_read_where_there_is_none() {
    reads("<Texts xmlns='urn:m'/>", &texts());
    reads("<Texts xmlns='urn:m'><!-- --></Texts>", &texts());
    // It is written all the same.
    same(
        &texts(),
        concat!(
            r#"<m:Texts xmlns:m="urn:m" xmlns:n="urn:n" Unit="kg" n:Level="7" Sizes="1 2" Mask="ff" Digest="0A" "#,
            r#"Note=" a &amp; &lt;b&gt; "><m:Count>7</m:Count><m:Weight Unit="kg">1.5</m:Weight><Names>a b</Names>"#,
            "<m:Data>AQ==</m:Data><m:Ended>8</m:Ended><m:Parents>9</m:Parents>",
            "<m:Script><![CDATA[]]]]><![CDATA[>]]></m:Script></m:Texts>",
        ),
    );
}

#[test]
fn what_stands_there_is_read_as_ever() {
    reads(
        &format!(
            "<Texts xmlns='urn:m' {XSI} Unit='g' xmlns:n='urn:n' n:Level='1' Sizes='' Mask='1' Digest='01' Note=''>\
             <Count>2</Count><Gewicht Unit='g'>3</Gewicht><Names xmlns=''/><Data/><Ended xsi:nil='true'/>\
             <Parents/><Script/></Texts>"
        ),
        &Texts {
            unit: Unit::Gram,
            level: 1,
            sizes: vec![],
            mask: 1,
            digest: [1],
            note: Some(String::new()),
            count: Box::new(2),
            weight: Weight {
                unit: Unit::Gram,
                value: 3.0,
            },
            names: Some(vec![]),
            data: vec![],
            ended: None,
            parents: Nillable::Value(vec![]),
            script: String::new(),
        },
    );
    for empty in [
        "<Texts xmlns='urn:m' Unit=''/>",
        "<Texts xmlns='urn:m'><Count/></Texts>",
    ] {
        let error = refused::<Texts>(empty);
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
        assert_eq!(error.hint(), None);
    }
}

/// A default is of the program, and lives as long as any document.
#[test]
fn the_text_can_be_borrowed() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Borrowed<'a> {
        #[soap(attribute, default_text = "a & b")]
        id: &'a str,
        #[soap(default_text = "<c>")]
        name: Cow<'a, str>,
        #[soap(list, default_text = "d e")]
        names: Vec<&'a str>,
    }

    let read: Borrowed<'_> = xml::from_str("<Borrowed/>").unwrap();
    assert_eq!((read.id, &*read.name), ("a & b", "<c>"));
    assert_eq!(read.names, ["d", "e"]);
    assert!(matches!(read.name, Cow::Borrowed(_)));
    assert!(xml::from_str::<Borrowed<'_>>("<Borrowed Id='a &amp; b'/>").is_err());
}

#[derive(Debug, PartialEq, SoapType)]
struct Generic<T, U> {
    #[soap(attribute, default_text = "1")]
    one: T,
    #[soap(default_text = "2")]
    two: Option<T>,
    #[soap(default_text = "3")]
    three: U,
    four: U,
}

#[test]
fn a_type_parameter_reads_it() {
    reads(
        "<Generic><Four>4</Four></Generic>",
        &Generic {
            one: 1_u8,
            two: Some(2),
            three: "3".to_owned(),
            four: "4".to_owned(),
        },
    );
}

#[test]
fn skip_if_leaves_out_what_is_read_back() {
    fn is_seven(number: &impl PartialEq<u8>) -> bool {
        *number == 7
    }

    #[derive(Debug, PartialEq, SoapType)]
    struct Skipped {
        #[soap(attribute, default_text = "7", skip_if = "is_seven")]
        level: u8,
        #[soap(default_text = "7", skip_if = "is_seven")]
        count: u8,
    }

    same(&Skipped { level: 7, count: 7 }, "<Skipped/>");
    same(
        &Skipped { level: 8, count: 9 },
        r#"<Skipped Level="8"><Count>9</Count></Skipped>"#,
    );
}

#[derive(Debug, PartialEq, SoapType)]
struct Wrong<A: Default + PartialEq, E: Default + PartialEq> {
    #[soap(
        attribute,
        namespace = "urn:a",
        prefix = "a",
        default_text = "many",
        skip_if = "is_default"
    )]
    level: A,
    #[soap(default_text = "many", skip_if = "is_default")]
    count: E,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What is wrong with a default is said where it is used, of the field and not of the message.
#[test]
fn a_text_that_is_no_value_is_an_error() {
    let error = refused::<Wrong<u8, String>>("<Wrong>\n</Wrong>");
    assert_eq!(
        error.to_string(),
        "`many` is not an integer from 0 to 255, in `Wrong/@Level`, line 2, column 1; the text is the default of field `Level`",
    );
    let error = refused::<Wrong<String, u8>>("<Wrong/>");
    assert_eq!(
        error.to_string(),
        "`many` is not an integer from 0 to 255, in `Wrong/Count`, line 1, column 1; the text is the default of field `Count`",
    );
    assert_eq!(
        error.redacted().to_string(),
        "not an integer from 0 to 255, in `Wrong/Count`, line 1, column 1; the text is the default of field `Count`",
    );
    // Where it is not used nobody asks.
    assert!(xml::from_str::<Wrong<String, u8>>("<Wrong><Count>1</Count></Wrong>").is_ok());
    let error = refused::<Wrong<String, Nested>>("<Wrong/>");
    assert!(
        say(&error).contains("missing element `Item`, in `Wrong/Count`"),
        "{error}"
    );
}

#[derive(Debug, Default, PartialEq, SoapType)]
struct Nested {
    item: u8,
}

/// A type without text has no use for one, though it may be empty.
#[test]
fn a_text_that_nobody_reads_is_an_error() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Holder {
        #[soap(default_text = "many")]
        part: Vacant,
    }

    #[derive(Debug, PartialEq, SoapType)]
    struct Vacant {
        part: Option<Part>,
    }

    let error = refused::<Holder>("<Holder/>");
    assert_eq!(
        error.to_string(),
        "text `many`, where only elements are expected, in `Holder/Part`, line 1, column 1; the text is the default of field `Part`",
    );
}

/// Prefixes mean in a default what they mean nowhere: a message cannot say what a default is.
#[test]
fn prefixes_are_not_those_of_the_message() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = "urn:m")]
    struct Named {
        #[soap(attribute, default_text = "string")]
        local: QName,
        #[soap(default_text = "xml:lang")]
        of_xml: QName,
    }

    #[derive(Debug, PartialEq, SoapType)]
    struct Prefixed {
        #[soap(default_text = "t:string")]
        name: QName,
    }

    reads(
        "<Named xmlns='urn:m'/>",
        &Named {
            local: QName::local_only("string"),
            of_xml: QName::new("http://www.w3.org/XML/1998/namespace", "lang"),
        },
    );

    let error = refused::<Prefixed>("<Prefixed xmlns:t='urn:t'/>");
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { .. }),
        "{error}"
    );
}

#[test]
fn a_secret_default_is_not_told() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Secret {
        #[soap(attribute, secret, default_text = "hunter2")]
        pin: u8,
        #[soap(secret, default_text = "hunter2")]
        key: u8,
    }

    for document in ["<Secret/>", "<Secret Pin='1'/>"] {
        let error = say(&refused::<Secret>(document));
        assert!(!error.contains("hunter2"), "{error}");
    }
}

/// Text that stands beside elements, as all text.
#[test]
fn a_mixed_type_reads_it() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Holder {
        #[soap(default_text = "none")]
        note: Note,
    }

    #[derive(Debug, PartialEq, SoapType)]
    #[soap(mixed)]
    struct Note {
        #[soap(text)]
        text: String,
        item: Vec<u16>,
    }

    let note = Note {
        text: "none".into(),
        item: vec![],
    };
    reads("<Holder/>", &Holder { note });
}
