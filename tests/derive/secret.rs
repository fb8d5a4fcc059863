//! The key `secret`.

#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "functions of modules get a reference"
)]

use std::borrow::Cow;

use um_messages::xml::{
    self, Attribute, Element, QName, ReadElement, Root, SimpleType, WriteElement,
};
use um_messages::{Category, Envelope, Error, ErrorKind, SoapMessage, SoapType};

/// What must not be said, in none of its parts.
const SECRET: &str = "hunter2-\u{1}";
const VALUE: &str = "hunter2";

/// Its error quotes the text.
#[derive(Debug, PartialEq)]
struct Code(String);

impl SimpleType for Code {
    type Error = String;

    fn from_text(text: &str) -> Result<Self, String> {
        let is_code = text.len() == 4;
        let code = is_code.then(|| Self(text.to_owned()));
        code.ok_or_else(|| format!("a code of four letters, which {text} has not"))
    }

    fn to_text(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
}

xml::simple_type!(Code);

mod quoting {
    pub(super) fn from_text(text: &str) -> Result<u8, String> {
        text.parse().map_err(|_| format!("what is {text}?"))
    }

    pub(super) fn to_text(number: &u8) -> String {
        number.to_string()
    }
}

/// Nothing in it is marked.
#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "lowercase", ordered)]
struct Inner {
    #[soap(attribute)]
    id: Option<u8>,
    number: Option<u8>,
    deeper: Option<Box<Inner>>,
    note: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "lowercase")]
struct Group {
    grouped: Option<u8>,
    #[soap(attribute)]
    mark: Option<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(union)]
enum Either {
    Number(u8),
    Code(Code),
}

#[derive(Debug, PartialEq, SoapType)]
enum State {
    Idle,
    Busy,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(xsi_type)]
enum Typed {
    Number(Inner),
}

#[derive(Debug, PartialEq, SoapType)]
enum Choice {
    #[soap(secret)]
    Number(u8),
    Other(Inner),
}

#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(rename_all = "lowercase")]
struct Login {
    #[soap(secret, attribute)]
    attribute: Option<u8>,
    #[soap(secret)]
    element: Option<u8>,
    #[soap(secret)]
    items: Vec<u16>,
    #[soap(secret, list, default)]
    list: Vec<u8>,
    #[soap(secret, wrapper = "wrapped")]
    wrapper: Vec<u8>,
    #[soap(secret, nillable)]
    nillable: Option<u8>,
    #[soap(secret, with = "quoting")]
    with: Option<u8>,
    #[soap(secret)]
    code: Option<Code>,
    #[soap(secret)]
    either: Option<Either>,
    #[soap(secret)]
    state: Option<State>,
    #[soap(secret)]
    name: Option<QName>,
    #[soap(secret)]
    inner: Option<Inner>,
    #[soap(secret)]
    typed: Option<Typed>,
    #[soap(flatten, secret)]
    group: Option<Group>,
    choice: Option<Choice>,
    #[soap(wrapper = "choices", flatten, secret)]
    choices: Vec<Choice>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "lowercase")]
struct Texts {
    #[soap(secret, text)]
    text: u8,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "lowercase")]
struct Wildcards {
    #[soap(any, secret)]
    any: Vec<Element>,
    #[soap(any_attribute, secret)]
    attributes: Vec<Attribute>,
}

/// Nothing that an error says has the value.
fn assert_silent(error: &Error, about: &str) {
    let io = std::io::Error::other(error.redacted().to_string());
    for said in [
        error.to_string(),
        format!("{error:?}"),
        format!("{error:#?}"),
        error.kind().to_string(),
        format!("{:?}", error.kind()),
        error.hint().unwrap_or_default().to_owned(),
        error.to_fault().reason().to_owned(),
        io.to_string(),
    ] {
        assert!(!said.contains("hunter"), "{about}: {said}");
    }
}

fn refused<T: std::fmt::Debug + Root + for<'de> ReadElement<'de>>(document: &str) -> Error {
    let error = xml::from_str::<T>(document).unwrap_err();
    assert_silent(&error, document);
    error
}

fn login(content: &str) -> Error {
    refused::<Login>(&format!("<Login>{content}</Login>"))
}

#[test]
fn what_is_expected_and_where_is_said() {
    let document = "<Login>\n<element>hunter2</element></Login>";
    let error = refused::<Login>(document);
    assert_eq!(
        error.to_string(),
        "not an integer from 0 to 255, in `Login/element`, line 2, column 10"
    );
    assert!(matches!(
        error.kind(),
        ErrorKind::InvalidValue { value, is_secret: true, .. } if value.is_empty()
    ));
    assert_eq!(error.category(), Category::Data);
    assert_eq!(error.path(), Some("Login/element"));
    // The same without the key.
    let open = xml::from_str::<Inner>("<Inner><number>hunter2</number></Inner>");
    assert!(open.unwrap_err().to_string().contains(VALUE));
}

/// What stands in a `Login`, and how the error begins.
#[rustfmt::skip]
const SAID: &[(&str, &str)] = &[
    ("<items>1</items><items>hunter2</items>", "not an integer from 0 to 65535"),
    ("<list>1 hunter2</list>", "not an integer from 0 to 255"),
    ("<wrapped><wrapper>hunter2</wrapper></wrapped>", "not an integer"),
    ("<wrapped>hunter2</wrapped>", "text, where only elements are expected"),
    ("<nillable>hunter2</nillable>", "not an integer from 0 to 255"),
    ("<with>hunter2</with>", "not valid, in `Login/with`"),
    ("<code>hunter2</code>", "not a value of its type"),
    ("<either>hunter2</either>", "not an integer from 0 to 255, or a value of its type"),
    ("<state>hunter2</state>", "not one of `Idle`, `Busy`"),
    ("<name>hunter2:x</name>", "not a name whose prefix is declared"),
    ("<name>hunter2:</name>", "not a qualified name"),
    ("<inner><number>hunter2</number></inner>", "not an integer from 0 to 255"),
    ("<inner id='hunter2'/>", "not an integer from 0 to 255"),
    ("<inner>hunter2</inner>", "text, where only elements are expected"),
    ("<inner><deeper>hunter2</deeper></inner>", "text, where only elements"),
    ("<inner><deeper><deeper id='hunter2'/></deeper></inner>", "not an integer"),
    ("<element xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:nil='hunter2'/>", "not `true`"),
    ("<typed xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='hunter2'/>", "not the name of a known type"),
    ("<grouped>hunter2</grouped>", "not an integer from 0 to 255"),
    ("<choice><Number>hunter2</Number></choice>", "not an integer from 0 to 255"),
    ("<choices><Number>hunter2</Number></choices>", "not an integer"),
    ("<choices><Other><number>hunter2</number></Other></choices>", "not an integer"),
    ("<element>&hunter2;</element>", "not well-formed XML: a rule is broken where what"),
    ("<element>1&#hunter2;</element>", "not well-formed XML: a rule is broken where what"),
];

#[test]
fn no_value_is_said_wherever_it_stands() {
    for (content, expected) in SAID {
        let error = login(content);
        assert!(
            error.to_string().starts_with(expected),
            "{content}: {error}"
        );
    }
    for document in ["<Login attribute='hunter2'/>", "<Login mark='hunter2'/>"] {
        let error = refused::<Login>(document).to_string();
        assert!(error.starts_with("not an integer"), "{document}: {error}");
    }
    refused::<Texts>("<Texts>hunter2</Texts>");
}

/// What is beside the field is said: the key is on the field alone.
#[test]
fn what_is_beside_the_field_is_said() {
    let error = xml::from_str::<Login>("<Login>hunter2</Login>").unwrap_err();
    assert!(
        error.to_string().starts_with("text `hunter2`, where"),
        "{error}"
    );
}

/// A header block of a message is a field as any other.
#[test]
fn a_header_block_can_be_secret() {
    #[derive(Debug, SoapType)]
    #[soap(namespace = "urn:h")]
    struct Headers {
        #[soap(secret)]
        token: Option<u8>,
    }
    #[derive(Debug, SoapMessage)]
    #[soap(namespace = "urn:m")]
    struct Message {}
    let document = "<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'><Header>\
                    <Token xmlns='urn:h'>hunter2</Token></Header><Body><Message xmlns='urn:m'/></Body></Envelope>";
    let error = Envelope::<Message, Headers>::from_xml(document).unwrap_err();
    assert_silent(&error, document);
}

fn unwritable<T: Root + WriteElement>(value: &T) -> Error {
    let error = xml::to_string(value).unwrap_err();
    assert_eq!(error.category(), Category::Write);
    assert_silent(&error, "writing");
    error
}

#[test]
fn what_cannot_be_written_is_not_said() {
    let name = QName::new("urn:a", SECRET);
    let error = unwritable(&Login {
        name: Some(name.clone()),
        ..Login::default()
    });
    assert_eq!(
        error.to_string(),
        "cannot be written as XML: a value that is secret, in `Login/name`"
    );
    let inner = |note: &str| Inner {
        id: None,
        number: None,
        deeper: None,
        note: Some(note.to_owned()),
    };
    for login in [
        Login {
            code: Some(Code(SECRET.to_owned())),
            ..Login::default()
        },
        Login {
            inner: Some(Inner {
                deeper: Some(Box::new(inner(SECRET))),
                ..inner("")
            }),
            ..Login::default()
        },
        Login {
            choices: vec![Choice::Other(inner(SECRET))],
            ..Login::default()
        },
    ] {
        let said = unwritable(&login).to_string();
        assert!(said.contains("a value that is secret"), "{said}");
    }
    unwritable(&Wildcards {
        any: vec![Element::new("", SECRET)],
        attributes: Vec::new(),
    });
    unwritable(&Wildcards {
        any: Vec::new(),
        attributes: vec![Attribute::new("", SECRET, "1")],
    });
}

/// The error that came first is another field's, and stays as it is.
#[test]
fn an_error_before_the_field_is_said() {
    #[derive(SoapType)]
    struct Pair {
        open: QName,
        #[soap(secret)]
        hidden: QName,
    }
    let error = xml::to_string(&Pair {
        open: QName::local_only("not a name"),
        hidden: QName::local_only(SECRET),
    });
    let error = error.unwrap_err().to_string();
    assert!(error.contains("`not a name` as a name"), "{error}");
}

#[test]
fn a_secret_is_read_and_written_as_any_field() {
    let login = Login {
        attribute: Some(1),
        element: Some(2),
        items: vec![3],
        list: vec![4, 5],
        code: Some(Code("abcd".into())),
        group: Some(Group {
            grouped: Some(6),
            mark: Some(7),
        }),
        choice: Some(Choice::Number(8)),
        ..Login::default()
    };
    let xml = xml::to_string(&login).unwrap();
    assert_eq!(xml::from_str::<Login>(&xml).unwrap(), login);
    let texts = xml::from_str::<Texts>("<Texts>9</Texts>").unwrap();
    assert_eq!(xml::to_string(&texts).unwrap(), "<Texts>9</Texts>");
}
