//! What stands in a Body: messages that no type describes, that may be missing, or of which there are several
//! (SOAP 1.1, 4.3).

use std::fmt::Debug;

use um_messages::soap::{Fault, ReadBody};
use um_messages::um::{Disconnect, GetCallInfo};
use um_messages::xml::{Element, Reader};
use um_messages::{Envelope, EnvelopeProblem, ErrorKind, SoapMessage, SoapType, SoapVersion};
use um_tests::documents::{FAULT, M, short_body, short_envelope};
use um_tests::errors::say;
use um_tests::roundtrip::same_message;
use um_tests::sources::both_messages;

const ASK: &str = "<m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo>";
const END: &str = "<m:Disconnect><m:CallId>1</m:CallId></m:Disconnect>";

fn ask() -> GetCallInfo {
    GetCallInfo {
        call_id: "1".into(),
    }
}

fn end() -> Disconnect {
    Disconnect {
        call_id: "1".into(),
    }
}

/// The message is an empty Body, in both directions.
#[track_caller]
fn empty_message<B>(message: &B)
where
    B: SoapMessage + for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let written = message.to_envelope().unwrap();
    assert!(written.contains("<soap:Body/>"), "{written}");
    assert_eq!(both_messages::<B>(&written).unwrap(), *message);
    assert_eq!(
        both_messages::<B>(&short_body("<!-- -->")).unwrap(),
        *message
    );
}

fn element(local: &'static str) -> Element {
    Element::new("urn:x", local)
}

/// What a gateway does: in, and out again, with what prefixes in values mean.
#[test]
fn a_message_that_no_type_describes() {
    let document = short_body(
        "<x:Any xmlns:x='urn:x' xmlns:t='urn:t' A='1'><x:Type>t:Call</x:Type>text</x:Any>",
    );
    let message = both_messages::<Element>(&document).unwrap();
    assert!(message.name().is("urn:x", "Any"));
    let written = Envelope::new(message.clone())
        .with_version(SoapVersion::V1_2)
        .with_prefix("s")
        .to_xml()
        .unwrap();
    let body = written.split_once("<s:Body>").unwrap().1;
    assert_eq!(
        body,
        "<x:Any xmlns:x=\"urn:x\" xmlns:t=\"urn:t\" A=\"1\"><x:Type>t:Call</x:Type>text</x:Any>\
         </s:Body></s:Envelope>"
    );
    assert_eq!(both_messages::<Element>(&written).unwrap(), message);
    assert_eq!(message.action(), None);
    let built = Element::new("urn:x", "Any").with_child(Element::new("", "a"));
    same_message(&built, r#"<Any xmlns="urn:x"><a xmlns=""/></Any>"#);
}

/// A declaration on the Envelope is not lost.
#[test]
fn a_message_that_no_type_describes_keeps_what_is_declared_around_it() {
    let document = short_envelope("<s:Body xmlns:t='urn:t'><Any>t:Call</Any></s:Body>");
    let message = both_messages::<Element>(&document).unwrap();
    same_message(&message, r#"<Any xmlns:t="urn:t">t:Call</Any>"#);
}

#[test]
fn a_fault_is_no_message_of_any_name() {
    let document = short_body(FAULT);
    for error in [
        both_messages::<Element>(&document).unwrap_err(),
        both_messages::<Option<Element>>(&document).unwrap_err(),
        both_messages::<Vec<Element>>(&document).unwrap_err(),
        both_messages::<(Element, Vec<Element>)>(&document).unwrap_err(),
    ] {
        assert_eq!(error.fault().map(Fault::reason), Some("no"));
    }
    let fault = both_messages::<Option<Fault>>(&document).unwrap().unwrap();
    assert_eq!(fault.reason(), "no");
    assert_eq!(both_messages::<Vec<Fault>>(&document).unwrap(), [fault]);
}

#[test]
fn an_empty_body_has_no_element() {
    let error = both_messages::<Element>(&short_body("")).unwrap_err();
    insta::assert_snapshot!(say(&error), @r#"
Envelope Some("Envelope/Body") Some((1, 144))
the Body is empty, where `*` is expected, in `Envelope/Body`, line 1, column 144
"#);
}

#[test]
fn a_message_that_may_be_missing() {
    empty_message(&None::<GetCallInfo>);
    let document = short_body(ASK);
    let message = both_messages::<Option<GetCallInfo>>(&document).unwrap();
    assert_eq!(message, Some(ask()));
    let written = message.to_envelope().unwrap();
    assert_eq!(written, ask().to_envelope().unwrap());
    assert_eq!(message.action(), ask().action());
    assert_eq!(None::<GetCallInfo>.action(), None);
    let error = both_messages::<Option<GetCallInfo>>(&short_body(END)).unwrap_err();
    assert_eq!(
        say(&error),
        say(&both_messages::<GetCallInfo>(&short_body(END)).unwrap_err())
    );
    let error = both_messages::<Option<GetCallInfo>>(&short_body(&ASK.repeat(2))).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Envelope(EnvelopeProblem::SecondMessage(_))
        ),
        "{error}"
    );
}

#[test]
fn any_number_of_messages() {
    empty_message(&Vec::<Element>::new());
    same_message(
        &vec![element("A"), element("B"), element("A")],
        r#"<A xmlns="urn:x"/><B xmlns="urn:x"/><A xmlns="urn:x"/>"#,
    );
    let messages = both_messages::<Vec<GetCallInfo>>(&short_body(&ASK.repeat(3))).unwrap();
    assert_eq!(messages, [ask(), ask(), ask()]);
    assert_eq!(messages.action(), ask().action());
    let error = both_messages::<Vec<GetCallInfo>>(&short_body(&format!("{ASK}{END}")));
    let error = error.unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Envelope(EnvelopeProblem::SecondMessage(name)) if name.is(M, "Disconnect")),
        "{error}"
    );
    // Which never ends where nothing is read.
    assert_eq!(both_messages::<Vec<()>>(&short_body("")).unwrap(), []);
    both_messages::<Vec<()>>(&short_body("<a/>")).unwrap_err();
    both_messages::<Vec<Option<GetCallInfo>>>(&short_body(END)).unwrap_err();
}

/// Document/literal with two parts.
#[test]
fn messages_one_behind_the_other() {
    let document = short_body(&format!("{ASK}\n<!-- and -->\n{END}"));
    let read = both_messages::<(GetCallInfo, Disconnect)>(&document).unwrap();
    assert_eq!(read, (ask(), end()));
    let written = read.to_envelope().unwrap();
    assert_eq!(
        both_messages::<(GetCallInfo, Disconnect)>(&written).unwrap(),
        read
    );
    assert_eq!(read.action(), ask().action());
    let document = short_body(&[ASK, END, ASK, "<x/>"].concat());
    let read = both_messages::<(GetCallInfo, Disconnect, GetCallInfo, Element)>(&document);
    let expected = (ask(), end(), ask(), Element::new("", "x"));
    assert_eq!(read.unwrap(), expected);
    let document = short_body(&[END, ASK].concat());
    let read = both_messages::<(Option<GetCallInfo>, Disconnect, Option<GetCallInfo>)>(&document);
    assert_eq!(read.unwrap(), (None, end(), Some(ask())));
}

#[test]
fn messages_one_behind_the_other_that_are_not_there() {
    type Both = (GetCallInfo, Disconnect);
    let error = |content: &str| say(&both_messages::<Both>(&short_body(content)).unwrap_err());
    insta::assert_snapshot!(error(""), @r#"
Envelope Some("Envelope/Body") Some((1, 144))
the Body is empty, where `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfo` is expected, in `Envelope/Body`, line 1, column 144
"#);
    insta::assert_snapshot!(error(ASK), @r#"
MissingElement Some("Envelope/Body") Some((1, 197))
missing element `Disconnect`, in `Envelope/Body`, line 1, column 197
"#);
    insta::assert_snapshot!(error(END), @r#"
WrongMessage Some("Envelope/Body/Disconnect") Some((1, 144))
element `{http://schemas.microsoft.com/exchange/services/2006/messages}Disconnect`, where `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfo` is expected, in `Envelope/Body/Disconnect`, line 1, column 144
"#);
    insta::assert_snapshot!(error(&ASK.repeat(2)), @r#"
WrongMessage Some("Envelope/Body/GetCallInfo") Some((1, 197))
element `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfo`, where `{http://schemas.microsoft.com/exchange/services/2006/messages}Disconnect` is expected, in `Envelope/Body/GetCallInfo`, line 1, column 197
"#);
    insta::assert_snapshot!(error(&[ASK, END, ASK].concat()), @r#"
Envelope Some("Envelope/Body/GetCallInfo") Some((1, 248))
a second element, `{http://schemas.microsoft.com/exchange/services/2006/messages}GetCallInfo`, in the Body, in `Envelope/Body/GetCallInfo`, line 1, column 248
"#);
}

/// Services that write rpc/encoded put what is referred to behind the message.
#[test]
fn what_follows_a_message() {
    let document = short_body(
        "<r:answer xmlns:r='urn:r'><a href='#i1'/></r:answer><multiRef id='i1'>7</multiRef>\
         <multiRef id='i2'>8</multiRef>",
    );
    let (answer, refs) = both_messages::<(Element, Vec<Element>)>(&document).unwrap();
    let href = answer.child("", "a").unwrap().attribute("", "href");
    let referred = refs.iter().find(|it| it.attribute("", "id") == Some("i1"));
    assert_eq!(href, Some("#i1"));
    assert_eq!(referred.unwrap().text(), "7");
    let (_, refs) = both_messages::<(GetCallInfo, Vec<Element>)>(&short_body(ASK)).unwrap();
    assert_eq!(refs, []);
}

/// A stream that breaks off at once.
struct Fails;

impl std::io::Read for Fails {
    fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
        Err(std::io::ErrorKind::ConnectionReset.into())
    }
}

#[derive(Debug, SoapType)]
#[soap(namespace = "urn:h")]
#[allow(dead_code, reason = "it is never read")]
struct Required {
    token: String,
}

/// WS-I R2714: the answer to a one-way message has nothing in it.
#[test]
fn an_empty_answer_is_the_message_that_is_none() {
    for nothing in ["", " \r\n", "\u{FEFF}"] {
        both_messages::<()>(nothing).unwrap();
        <()>::from_envelope(nothing).unwrap();
        <()>::from_envelope_slice(nothing.as_bytes()).unwrap();
        for error in [
            both_messages::<GetCallInfo>(nothing).unwrap_err(),
            both_messages::<Option<GetCallInfo>>(nothing).unwrap_err(),
            both_messages::<Vec<Element>>(nothing).unwrap_err(),
            both_messages::<Fault>(nothing).unwrap_err(),
        ] {
            assert!(matches!(error.kind(), ErrorKind::UnexpectedEnd), "{error}");
        }
    }
    // A document that breaks off is none.
    for document in ["<?xml version='1.0'?>", "<!-- -->", "<", "<a>", "<?a?>"] {
        let error = both_messages::<()>(document).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::UnexpectedEnd),
            "{document}: {error}"
        );
    }
    // Nor is a stream that fails.
    let error = Envelope::<()>::read(&mut Reader::from_stream(Fails)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Io(_)), "{error}");
    // A block that has to be there is not.
    let error = Envelope::<(), Required>::from_xml("").unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(_)),
        "{error}"
    );
}
