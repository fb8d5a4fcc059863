//! Enumerations of messages.

use um_messages::xml::QName;
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
    let ErrorKind::WrongElement {
        found, expected, ..
    } = error.kind()
    else {
        panic!("{error}");
    };
    assert_eq!(*found, QName::new("urn:elsewhere", "Ask"));
    let expected: Vec<_> = expected.iter().map(ToString::to_string).collect();
    assert_eq!(expected, ["{urn:a}Ask", "{urn:n}Text", "{urn:other}Ask"]);
}
