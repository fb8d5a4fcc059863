//! Enumerations of messages.

use um_messages::xml::{Element, QName};
use um_messages::{ErrorKind, SoapMessage, SoapVersion};
use um_tests::roundtrip::{body, reads_message, same_message};
use um_tests::sources::both_messages;

use crate::types::{Answer, Ask, TextMessage};

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(version = "1.2")]
enum Request {
    Answer(Answer),
    Later(Later),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", version = "1.2")]
struct Later(u8);

#[derive(Debug, PartialEq, SoapMessage)]
enum Either {
    Ask(Ask),
    Text(TextMessage),
    OtherAsk(other::Ask),
}

mod other {
    use super::SoapMessage;

    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:other", action = "urn:other/Ask")]
    pub(crate) struct Ask {
        pub(crate) item: u8,
    }
}

#[test]
fn a_message_enum_goes_by_qualified_name() {
    assert_eq!(Request::VERSION, SoapVersion::V1_2);
    assert_eq!(Either::VERSION, SoapVersion::V1_1);
    same_message(&Either::Ask(Ask {}), r#"<Ask xmlns="urn:a"/>"#);
    same_message(
        &Either::OtherAsk(other::Ask { item: 1 }),
        r#"<Ask xmlns="urn:other"><Item>1</Item></Ask>"#,
    );
    same_message(
        &Either::Text(TextMessage("x".into())),
        r#"<n:Text xmlns:n="urn:n">x</n:Text>"#,
    );
    assert_eq!(
        Either::OtherAsk(other::Ask { item: 1 }).action(),
        Some("urn:other/Ask")
    );
    assert_eq!(Either::Ask(Ask {}).action(), Some("urn:a/Ask"));
    // Aliases of a variant's message are understood.
    reads_message(
        "<Text xmlns='urn:o'>x</Text>",
        &Either::Text(TextMessage("x".into())),
    );
    reads_message("<Later xmlns='urn:a'>1</Later>", &Request::Later(Later(1)));
    let written = Request::Answer(Answer {}).to_envelope().unwrap();
    assert_eq!(written, Answer {}.to_envelope().unwrap());
    assert_eq!(
        both_messages::<Request>(&written).unwrap(),
        Request::Answer(Answer {})
    );
    let error = both_messages::<Either>(&body("<Ask xmlns='urn:elsewhere'/>")).unwrap_err();
    let ErrorKind::WrongMessage {
        found, expected, ..
    } = error.kind()
    else {
        panic!("{error}");
    };
    assert_eq!(*found, QName::new("urn:elsewhere", "Ask"));
    let expected: Vec<_> = expected.iter().map(ToString::to_string).collect();
    assert_eq!(expected, ["{urn:a}Ask", "{urn:n}Text", "{urn:other}Ask"]);
}

#[derive(Debug, PartialEq, SoapMessage)]
enum Any {
    #[soap(other)]
    Other(Element),
    Ask(Ask),
    Nothing,
}

#[derive(Debug, PartialEq, SoapMessage)]
enum Perhaps<T> {
    Nothing,
    Some(T),
}

#[test]
fn a_message_enum_has_variants_for_the_rest() {
    same_message(&Any::Ask(Ask {}), r#"<Ask xmlns="urn:a"/>"#);
    for empty in ["", "<!-- -->"] {
        reads_message(empty, &Any::Nothing);
        reads_message(empty, &Perhaps::<Ask>::Nothing);
    }
    let nothing = Any::Nothing.to_envelope().unwrap();
    assert!(nothing.contains("<soap:Body/>"), "{nothing}");
    let other = Element::new("urn:other", "Ask").with_text("x");
    same_message(
        &Any::Other(other.clone()),
        r#"<Ask xmlns="urn:other">x</Ask>"#,
    );
    assert_eq!(Any::Other(other).action(), None);
    assert_eq!(Any::Nothing.action(), None);
    assert_eq!(Any::Ask(Ask {}).action(), Some("urn:a/Ask"));
    let known = Any::Other(Element::new("urn:a", "Ask"));
    let error = known.to_envelope().unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot be written as XML: `{urn:a}Ask` as an other message, which has a variant of its own, in `Envelope/Body`"
    );
    same_message(&Perhaps::Some(Ask {}), r#"<Ask xmlns="urn:a"/>"#);
    let error = both_messages::<Perhaps<Ask>>(&body("<Other/>")).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::WrongMessage { .. }),
        "{error}"
    );
}
