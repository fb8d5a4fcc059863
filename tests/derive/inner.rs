//! The key `inner`.

use um_messages::{ErrorKind, SoapMessage, SoapType};
use um_tests::roundtrip::{body, reads_message, same, same_message};
use um_tests::sources::both_messages;

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", prefix = "a", inner = "Result")]
struct InnerMessage {
    #[soap(attribute)]
    id: Option<u8>,
    item: Option<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(inner = "InnerText")]
struct InnerText {
    #[soap(text)]
    text: String,
}

#[test]
fn inner_has_the_fields_the_attributes_and_the_text() {
    same_message(
        &InnerMessage {
            id: Some(1),
            item: Some(2),
        },
        concat!(
            r#"<a:InnerMessage xmlns:a="urn:a"><a:Result Id="1"><a:Item>2</a:Item></a:Result>"#,
            "</a:InnerMessage>",
        ),
    );
    same_message(
        &InnerMessage {
            id: None,
            item: None,
        },
        r#"<a:InnerMessage xmlns:a="urn:a"><a:Result/></a:InnerMessage>"#,
    );
    same(
        &InnerText { text: "x y".into() },
        "<InnerText><InnerText>x y</InnerText></InnerText>",
    );
}

#[test]
fn inner_stands_once() {
    let kind = |content: &str| {
        let content = format!("<InnerMessage xmlns='urn:a'>{content}</InnerMessage>");
        both_messages::<InnerMessage>(&body(&content)).unwrap_err()
    };
    for missing in ["", "<Item>2</Item>", "<Result xmlns='urn:b'/>"] {
        let error = kind(missing);
        assert!(
            matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Result"),
            "{error}"
        );
    }
    let error = kind("<Result/><Result/>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
    // What stands beside it is unknown, and skipped.
    reads_message(
        "<InnerMessage xmlns='urn:a' Id='9'><Item>9</Item><Result/><Item>9</Item></InnerMessage>",
        &InnerMessage {
            id: None,
            item: None,
        },
    );
}
