//! `Envelope::masked`: what is secret does not come into a log.

#![allow(clippy::ptr_arg, reason = "functions of modules get a reference")]

use um_messages::soap::Block;
use um_messages::xml::{Attribute, Base64Binary, Element, QName};
use um_messages::{Envelope, SoapMessage, SoapType, SoapVersion};

/// Nothing of it may be seen.
const SECRET: &str = "hunter2";

/// What the fuzzers know as a text is a value here: a markup, a quote, ends of sections.
const NASTY: &str = " hunter2=\"hunter2\"><hunter2>]]>hunter2 'hunter2&hunter2; \r\n\thunter2 ";

mod reversed {
    pub(super) fn from_text(text: &str) -> Result<String, String> {
        let reversed = text.chars().rev().collect();
        if text.is_empty() {
            Err(reversed)
        } else {
            Ok(reversed)
        }
    }

    pub(super) fn to_text(text: &String) -> String {
        text.chars().rev().collect()
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "lowercase", namespace = "urn:inner", prefix = "i")]
struct Inner {
    #[soap(attribute)]
    id: String,
    #[soap(attribute, namespace = "urn:id", prefix = "d")]
    other: String,
    note: String,
    deeper: Option<Box<Inner>>,
}

impl Inner {
    fn new() -> Self {
        Self {
            id: SECRET.into(),
            other: NASTY.into(),
            note: NASTY.into(),
            deeper: None,
        }
    }

    fn deep() -> Self {
        let deeper = Some(Box::new(Self::new()));
        Self {
            deeper,
            ..Self::new()
        }
    }
}

#[derive(Debug, PartialEq, SoapType)]
enum Hunter2 {
    #[soap(rename = "hunter2")]
    Busy,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(xsi_type, namespace = "urn:t", prefix = "t")]
enum Typed {
    #[soap(rename = "hunter2")]
    First(Inner),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "lowercase")]
enum Choice {
    #[soap(secret)]
    Pin(String),
    Open(String),
    Inner(Inner),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "lowercase")]
struct Group {
    #[soap(attribute)]
    mark: String,
    grouped: String,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "lowercase")]
struct Texts {
    #[soap(attribute)]
    open: String,
    #[soap(text, secret)]
    text: String,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename_all = "lowercase")]
struct Generic<T> {
    open: T,
    #[soap(secret)]
    hidden: T,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m", rename_all = "lowercase")]
struct Login {
    #[soap(attribute, secret)]
    attribute: String,
    #[soap(attribute, secret, namespace = "urn:a", prefix = "a")]
    qualified: Option<QName>,
    #[soap(attribute)]
    open: String,
    #[soap(secret)]
    element: String,
    #[soap(secret)]
    number: u32,
    #[soap(secret)]
    items: Vec<String>,
    #[soap(secret, list)]
    list: Vec<String>,
    #[soap(secret, wrapper = "wrapped")]
    wrapper: Vec<Inner>,
    #[soap(secret, nillable)]
    nillable: Option<String>,
    #[soap(secret, with = "reversed")]
    with: String,
    #[soap(secret, cdata)]
    cdata: String,
    #[soap(secret, base64)]
    bytes: Vec<u8>,
    #[soap(secret)]
    binary: Base64Binary,
    #[soap(secret)]
    name: QName,
    #[soap(secret)]
    state: Hunter2,
    #[soap(secret)]
    inner: Inner,
    #[soap(secret)]
    typed: Typed,
    #[soap(flatten, secret)]
    group: Group,
    #[soap(wrapper = "choices", flatten)]
    choices: Vec<Choice>,
    texts: Texts,
    generic: Generic<u32>,
    #[soap(any, secret)]
    any: Vec<Element>,
    #[soap(any_attribute, secret)]
    attributes: Vec<Attribute>,
}

fn login() -> Login {
    let kept = "<x:k xmlns:x='urn:x' xmlns:q='urn:hunter2' a='hunter2' x:b='q:hunter2'>hunter2\
                <x:l><m xmlns='urn:hunter2-default-of-a-name'/></x:l><![CDATA[<hunter2>]]></x:k>";
    Login {
        attribute: NASTY.into(),
        qualified: Some(QName::new("urn:hunter2", SECRET)),
        open: "open \"1\"".into(),
        element: NASTY.into(),
        number: 1234,
        items: vec![NASTY.into(), SECRET.into(), String::new()],
        list: vec![SECRET.into(), SECRET.into()],
        wrapper: vec![Inner::new(), Inner::deep()],
        nillable: None,
        with: SECRET.into(),
        cdata: NASTY.into(),
        bytes: SECRET.as_bytes().to_vec(),
        binary: Base64Binary(SECRET.as_bytes().to_vec()),
        name: QName::new("urn:hunter2", SECRET),
        state: Hunter2::Busy,
        inner: Inner::deep(),
        typed: Typed::First(Inner::new()),
        group: Group {
            mark: NASTY.into(),
            grouped: NASTY.into(),
        },
        choices: vec![
            Choice::Pin(NASTY.into()),
            Choice::Open("open 2".into()),
            Choice::Inner(Inner {
                id: "open 3".into(),
                other: String::new(),
                note: "open 4".into(),
                deeper: None,
            }),
        ],
        texts: Texts {
            open: "open 5".into(),
            text: NASTY.into(),
        },
        generic: Generic { open: 5, hidden: 6 },
        any: vec![kept.parse().unwrap(), kept.parse().unwrap()],
        attributes: vec![Attribute::new("urn:at", "kept", NASTY)],
    }
}

const MASKED: &str = r#"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <Login xmlns="urn:m" xmlns:a="urn:a" xmlns:i="urn:inner" xmlns:d="urn:id" xmlns:t="urn:t" xmlns:ns1="urn:at" attribute="***" a:qualified="***" open="open &quot;1&quot;" mark="***" ns1:kept="***">
      <element>***</element>
      <number>***</number>
      <items>***</items>
      <items>***</items>
      <items/>
      <list>***</list>
      <wrapped>
        <wrapper id="***" d:other="***">
          <i:note>***</i:note>
        </wrapper>
        <wrapper id="***" d:other="***">
          <i:note>***</i:note>
          <i:deeper id="***" d:other="***">
            <i:note>***</i:note>
          </i:deeper>
        </wrapper>
      </wrapped>
      <nillable xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="***"/>
      <with>***</with>
      <cdata>***</cdata>
      <bytes>***</bytes>
      <binary>***</binary>
      <name>***</name>
      <state>***</state>
      <inner id="***" d:other="***">
        <i:note>***</i:note>
        <i:deeper id="***" d:other="***">
          <i:note>***</i:note>
        </i:deeper>
      </inner>
      <typed xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="***" id="***" d:other="***">
        <i:note>***</i:note>
      </typed>
      <grouped>***</grouped>
      <choices>
        <pin>***</pin>
        <open>open 2</open>
        <inner id="open 3" d:other="">
          <i:note>open 4</i:note>
        </inner>
      </choices>
      <texts open="open 5">***</texts>
      <generic>
        <open>5</open>
        <hidden>***</hidden>
      </generic>
      <x:k xmlns:x="urn:x" a="***" x:b="***">***<x:l><m xmlns="urn:hunter2-default-of-a-name"/></x:l>***</x:k>
      <x:k xmlns:x="urn:x" a="***" x:b="***">***<x:l><m xmlns="urn:hunter2-default-of-a-name"/></x:l>***</x:k>
    </Login>
  </soap:Body>
</soap:Envelope>"#;

#[test]
fn every_shape_of_a_secret_is_masked() {
    let login = login();
    let envelope = Envelope::new(&login).with_xml_declaration(false);
    assert!(envelope.to_xml().unwrap().matches("unter2").count() > 50);
    assert_eq!(format!("{:#}", envelope.masked()), MASKED);
}

/// The tags, as they stand in the document, without attributes.
fn tags(xml: &str) -> Vec<&str> {
    let tags = xml.split('<').skip(1).filter(|tag| !tag.starts_with('!'));
    tags.map(|tag| tag.split([' ', '>']).next().unwrap())
        .collect()
}

/// Prefixes and order are kept, in either version of SOAP and however the envelope is written.
#[test]
fn nothing_but_values_is_masked() {
    let login = login();
    let envelope = Envelope::new(&login)
        .with_version(SoapVersion::V1_2)
        .with_prefix("e")
        .declare("i2", "urn:inner")
        .map_namespace("urn:m", "urn:mapped")
        .with_empty_header(true);
    let (written, masked) = (envelope.to_xml().unwrap(), envelope.masked().to_string());
    let escaped: String = written.replace("<hunter2>", "").replace("]]>hunter2", "");
    assert_eq!(tags(&masked), tags(&escaped));
    assert!(masked.contains(r#"<Login xmlns="urn:mapped""#));
    assert!(
        !masked
            .replace("urn:hunter2-default-of-a-name", "")
            .contains(SECRET)
    );
    // What is written is written as it was.
    assert_eq!(envelope.to_xml().unwrap(), written);
}

/// SOAP 1.1 section 4.2: a header block is a field as any other.
#[test]
fn header_blocks_are_masked() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:h", prefix = "h")]
    struct Headers {
        #[soap(secret)]
        token: Block<Inner>,
        open: Option<u8>,
        security: Option<Security>,
    }
    #[derive(SoapType)]
    #[soap(namespace = "urn:h", prefix = "h")]
    struct Security {
        user: String,
        #[soap(secret)]
        password: String,
    }
    let header = Headers {
        token: Block::new(Inner::new()).with_must_understand(true),
        open: Some(1),
        security: Some(Security {
            user: "ann".into(),
            password: SECRET.into(),
        }),
    };
    let masked = Envelope::new(()).with_header(header).masked().to_string();
    let (_, blocks) = masked.split_once("<soap:Header>").unwrap();
    assert_eq!(
        blocks,
        "<h:Token xmlns:h=\"urn:h\" xmlns:d=\"urn:id\" soap:mustUnderstand=\"***\" id=\"***\" d:other=\"***\">\
         <i:note xmlns:i=\"urn:inner\">***</i:note></h:Token><h:Open xmlns:h=\"urn:h\">1</h:Open>\
         <h:Security xmlns:h=\"urn:h\"><h:User>ann</h:User><h:Password>***</h:Password></h:Security>\
         </soap:Header><soap:Body/></soap:Envelope>"
    );
}

#[test]
fn a_message_of_an_enum_is_masked() {
    #[derive(SoapMessage)]
    enum Request {
        Login(Login),
    }
    let request = Request::Login(login());
    let masked = Envelope::new(request)
        .with_xml_declaration(false)
        .masked()
        .to_string();
    let login = login();
    let alone = Envelope::new(&login).with_xml_declaration(false);
    assert_eq!(masked, alone.masked().to_string());
}

/// The error says nothing of the value either.
#[test]
fn what_cannot_be_written_is_the_error() {
    let unwritable = Login {
        element: "hunter2\u{1}".into(),
        ..login()
    };
    assert_eq!(
        Envelope::new(&unwritable).masked().to_string(),
        "cannot be written as XML: a value that is secret, in `Envelope/Body/Login/element`"
    );
}

/// Kept elements share declarations with what is masked, which moves in the text.
#[test]
fn declarations_that_elements_share_stay_right() {
    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:m", prefix = "m")]
    struct Kept {
        #[soap(any, namespace = "urn:open")]
        before: Vec<Element>,
        #[soap(any, namespace = "urn:hidden", secret)]
        hidden: Vec<Element>,
        #[soap(any)]
        behind: Vec<Element>,
    }
    let element = |namespace: &'static str, content: &str| {
        let child = |namespace: &'static str, prefix: &'static str| {
            let child = Element::new(namespace, "c").with_prefix(prefix);
            child.with_text(content)
        };
        Element::new(namespace, "e")
            .with_prefix("p")
            .with_attribute("urn:attribute", "a", content)
            .with_child(child("urn:shared", "s"))
            .with_child(child("urn:default", ""))
            .with_child(child("", ""))
    };
    let content = "a long text, which is masked, so that what stands behind it moves";
    let kept = Kept {
        before: vec![element("urn:open", "open"), element("urn:open", "open")],
        hidden: vec![
            element("urn:hidden", content),
            element("urn:hidden", content),
        ],
        behind: vec![element("urn:other", "open"), element("urn:other", "open")],
    };
    let masked = Envelope::new(&kept).masked().to_string();
    let read = Envelope::<Kept>::from_xml(&masked).unwrap().body;
    let hidden = vec![element("urn:hidden", "***"), element("urn:hidden", "***")];
    assert_eq!(read, Kept { hidden, ..kept });
}

/// What is masked has another length: no element around it is taken for empty.
#[test]
fn the_length_of_a_secret_does_not_show() {
    #[derive(SoapMessage)]
    #[soap(namespace = "")]
    struct Message {
        outer: Outer,
    }
    #[derive(SoapType)]
    struct Outer {
        #[soap(secret)]
        pin: Pin,
    }
    #[derive(SoapType)]
    struct Pin {
        #[soap(attribute)]
        kind: String,
        #[soap(text)]
        value: String,
    }
    for length in 1..64 {
        let pin = Pin {
            kind: "x".repeat(length),
            value: "x".into(),
        };
        let outer = Outer { pin };
        let masked = Envelope::new(Message { outer }).masked().to_string();
        let expected = "<Message><Outer><Pin Kind=\"***\">***</Pin></Outer></Message>";
        assert!(masked.contains(expected), "{length}: {masked}");
    }
}
