//! The key `nillable`, and `xsi:nil` without it.

use um_messages::um::GetCallInfo;
use um_messages::xml::{Attribute, Nillable};
use um_messages::{ErrorKind, SoapType};
use um_tests::documents::body;
use um_tests::errors::{request_error, say};
use um_tests::loan::read_with;
use um_tests::roundtrip::{reads, refused, same};
use um_tests::sources::both_messages;

use crate::types::{Person, XSI, missing};

// <xs:element name="Ended" type="xs:unsignedInt" nillable="true"/>
// <xs:element name="Code" type="xs:string" nillable="true" minOccurs="0" maxOccurs="unbounded"/>
// <xs:element name="Person" type="Person" nillable="true" minOccurs="0"/>
#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Nil {
    #[soap(nillable)]
    ended: Option<u32>,
    #[soap(nillable, alias = "Kode")]
    code: Vec<Option<String>>,
    #[soap(nillable, default)]
    person: Option<Person>,
}

#[test]
fn nil_is_none() {
    same(
        &Nil {
            ended: None,
            code: vec![Some("a".into()), None, Some(String::new())],
            person: Some(Person {
                id: Some(1),
                name: "n".into(),
            }),
        },
        &format!(
            "<m:Nil xmlns:m=\"urn:m\" xmlns:p=\"urn:p\"><m:Ended {XSI} xsi:nil=\"true\"/><m:Code>a</m:Code>\
             <m:Code {XSI} xsi:nil=\"true\"/><m:Code/><m:Person Id=\"1\"><p:Name>n</p:Name></m:Person></m:Nil>"
        ),
    );
    let nil = |content: &str| format!("<Nil xmlns='urn:m' {XSI}>{content}</Nil>");
    let ended = |ended| Nil {
        ended,
        ..Nil::default()
    };
    reads(&nil("<Ended xsi:nil=' 1 '><!-- --></Ended>"), &ended(None));
    reads(&nil("<Ended xsi:nil='false'>7</Ended>"), &ended(Some(7)));
    reads(
        &nil("<Ended>7</Ended><Person xsi:nil='true' Id='1'/>"),
        &ended(Some(7)),
    );
    // Absent is another thing than nil, and so is empty.
    missing::<Nil>(&nil(""), "Ended");
    let error = refused::<Nil>(&nil("<Ended/>"));
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }));
    for content in ["7", " ", "<x/>", "<![CDATA[]]>x"] {
        let error = refused::<Nil>(&nil(&format!("<Ended xsi:nil='true'>{content}</Ended>")));
        assert!(matches!(error.kind(), ErrorKind::NilContent), "{error}");
        assert_eq!(
            error.path(),
            Some(if content == "<x/>" {
                "Nil/Ended/x"
            } else {
                "Nil/Ended"
            })
        );
    }
    let error = refused::<Nil>(&nil("<Ended xsi:nil='yes'/>"));
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }));
    let error = refused::<Nil>(&nil("<Ended>1</Ended><Ended xsi:nil='true'/>"));
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)));
}

#[derive(Debug, PartialEq, SoapType)]
struct NotNillable {
    ended: Option<u32>,
}

#[test]
fn the_error_of_a_nil_element_names_the_key() {
    let error = refused::<NotNillable>(&format!(
        "<NotNillable {XSI}><Ended xsi:nil='true'/></NotNillable>"
    ));
    assert!(matches!(error.kind(), ErrorKind::Nil));
    assert!(error.to_string().contains("`nillable`"), "{error}");
}

#[derive(Debug, PartialEq, SoapType)]
struct ThreeStates {
    ended: Option<Nillable<u32>>,
    person: Nillable<Person>,
    code: Vec<Nillable<String>>,
}

#[test]
fn absent_nil_and_empty_are_three_things() {
    let value = ThreeStates {
        ended: None,
        person: Nillable::Nil(vec![Attribute::new("", "Id", "7")]),
        code: vec![Nillable::Value(String::new()), Nillable::nil()],
    };
    same(
        &value,
        &format!(
            "<ThreeStates xmlns:p=\"urn:p\"><Person {XSI} xsi:nil=\"true\" Id=\"7\"/><Code/>\
             <Code {XSI} xsi:nil=\"true\"/></ThreeStates>"
        ),
    );
    assert_eq!(Nillable::from(Some(1)).value(), Some(1));
    assert_eq!(Nillable::<u8>::from(None).as_value(), None);
    let error = refused::<ThreeStates>(&format!(
        "<ThreeStates {XSI}><Person xsi:nil='true'><Name>n</Name></Person></ThreeStates>"
    ));
    assert!(matches!(error.kind(), ErrorKind::NilContent));
}

/// F 80: XML Schema part 1, 3.3.4.
#[test]
fn nil_that_cannot_be_absent() {
    let xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    for nil in ["true", "1", " true "] {
        let document = body(&format!(
            "<m:GetCallInfo {xsi}><m:CallId xsi:nil=\"{nil}\"/></m:GetCallInfo>"
        ));
        let error = request_error(&document);
        assert!(matches!(error.kind(), ErrorKind::Nil), "{nil}: {error}");
        assert_eq!(error.path(), Some("Envelope/Body/GetCallInfo/CallId"));
    }
    for nil in ["false", "0"] {
        let document = body(&format!(
            "<m:GetCallInfo {xsi}><m:CallId xsi:nil=\"{nil}\">1</m:CallId></m:GetCallInfo>"
        ));
        assert_eq!(
            both_messages::<GetCallInfo>(&document).unwrap().call_id,
            "1"
        );
    }
    let message = body(&format!("<m:GetCallInfo\n{xsi} xsi:nil=\"true\"/>"));
    insta::assert_snapshot!(say(&request_error(&message)), @r#"
Nil Some("Envelope/Body/GetCallInfo") Some((3, 1))
the element is nil (`xsi:nil`), and a value is expected, in `Envelope/Body/GetCallInfo`, line 3, column 1; a field that may be nil is an `Option` with the key `nillable`
"#);
    let wrong = body(&format!(
        "<m:GetCallInfo {xsi}><m:CallId\nxsi:nil=\"TRUE\">1</m:CallId></m:GetCallInfo>"
    ));
    insta::assert_snapshot!(say(&request_error(&wrong)), @r#"
InvalidValue Some("Envelope/Body/GetCallInfo/CallId/@xsi:nil") Some((4, 10))
`TRUE` is not `true`, `false`, `1` or `0`, in `Envelope/Body/GetCallInfo/CallId/@xsi:nil`, line 4, column 10
"#);
    // The attribute is XML Schema's; one of the same name in no namespace is another's.
    let other = body("<m:GetCallInfo><m:CallId nil=\"true\">1</m:CallId></m:GetCallInfo>");
    both_messages::<GetCallInfo>(&other).unwrap();
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn nil_is_never_a_value() {
    let nil = "xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='true'";
    for field in ["Note", "State", "Author", "Weight", "Kind", "Sequel"] {
        let error = read_with(&format!("<{field} {nil}/>")).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Nil), "{field}: {error}");
        assert!(
            error.path().unwrap().ends_with(&format!("Loan/{field}")),
            "{error}"
        );
    }
    let false_nil = format!("<Note {}>x</Note>", nil.replace("true", "0"));
    assert_eq!(read_with(&false_nil).unwrap().note.as_deref(), Some("x"));
}

// Absent, nil or a value, where a key says how a value stands.
#[derive(Debug, PartialEq, SoapType)]
struct NillableForms {
    #[soap(list)]
    list: Option<Nillable<Vec<u8>>>,
    #[soap(with = "super::with::hexadecimal")]
    with: Option<Nillable<u32>>,
    #[soap(cdata)]
    cdata: Option<Nillable<String>>,
    #[soap(list, with = "super::with::hexadecimal")]
    both: Option<Nillable<Vec<u32>>>,
    #[soap(with = "super::with::hexadecimal")]
    present: Nillable<u32>,
    #[soap(rename = "Many", with = "super::with::hexadecimal")]
    many: Vec<Nillable<u32>>,
}

#[test]
fn what_may_be_absent_or_nil_has_each_form() {
    same(
        &NillableForms {
            list: Some(vec![1, 2].into()),
            with: Some(255.into()),
            cdata: Some(Nillable::Value("<".into())),
            both: Some(Nillable::from(vec![10, 11])),
            present: 1.into(),
            many: vec![2.into(), Nillable::nil()],
        },
        &format!(
            "<NillableForms><List>1 2</List><With>ff</With><Cdata><![CDATA[<]]></Cdata><Both>a b</Both>\
             <Present>1</Present><Many>2</Many><Many {XSI} xsi:nil=\"true\"/></NillableForms>"
        ),
    );
    let nil = |name: &str| format!("<{name} {XSI} xsi:nil=\"true\"/>");
    let content = ["List", "With", "Cdata", "Both", "Present"]
        .map(nil)
        .concat();
    same(
        &NillableForms {
            list: Some(Nillable::nil()),
            with: Some(None.into()),
            cdata: Some(Nillable::nil()),
            both: Some(Nillable::nil()),
            present: Nillable::nil(),
            many: vec![],
        },
        &format!("<NillableForms>{content}</NillableForms>"),
    );
    reads(
        "<NillableForms><Present>1</Present></NillableForms>",
        &NillableForms {
            list: None,
            with: None,
            cdata: None,
            both: None,
            present: 1.into(),
            many: vec![],
        },
    );
}

#[derive(Debug, PartialEq, SoapType)]
struct NillableBytes {
    #[soap(base64)]
    data: Option<Nillable<Vec<u8>>>,
}

#[test]
fn bytes_may_be_absent_or_nil() {
    let nil = format!("<NillableBytes><Data {XSI} xsi:nil=\"true\"/></NillableBytes>");
    for (data, document) in [
        (None, "<NillableBytes/>"),
        (Some(Nillable::nil()), &nil),
        (
            Some(vec![1, 2].into()),
            "<NillableBytes><Data>AQI=</Data></NillableBytes>",
        ),
    ] {
        same(&NillableBytes { data }, document);
    }
}
