//! The key `text`.

use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{reads, refused, same};

#[derive(Debug, PartialEq, SoapType)]
struct TextAndAttributes {
    #[soap(attribute)]
    unit: String,
    #[soap(text)]
    amount: f64,
}

#[derive(Debug, PartialEq, SoapType)]
struct TextAlone {
    #[soap(text)]
    text: String,
}

#[test]
fn text_beside_attributes_and_alone() {
    same(
        &TextAndAttributes {
            unit: "kg".into(),
            amount: 1.5,
        },
        r#"<TextAndAttributes Unit="kg">1.5</TextAndAttributes>"#,
    );
    for text in ["", " ", " a b ", "\n"] {
        let value = TextAlone { text: text.into() };
        reads(&format!("<TextAlone>{text}</TextAlone>"), &value);
    }
    same(
        &TextAlone {
            text: "\r<]]>\t\n\"'& ".into(),
        },
        "<TextAlone>&#xD;&lt;]]&gt;\t\n\"'&amp; </TextAlone>",
    );
    let error = refused::<TextAlone>("<TextAlone>x<y/></TextAlone>");
    assert!(
        matches!(error.kind(), ErrorKind::UnexpectedChild(_)),
        "{error}"
    );
}
