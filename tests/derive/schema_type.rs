//! The key `schema_type`: it says something of the schema of a struct (`tests/schema`), and nothing of what is read and written.

use um_messages::{SoapMessage, SoapType};
use um_tests::roundtrip::same;

#[derive(Debug, PartialEq, SoapType)]
struct Fee {
    #[soap(attribute, schema_type = "language")]
    language: Option<String>,
    #[soap(schema_type = "decimal")]
    amount: String,
    #[soap(list, schema_type = "token")]
    codes: Vec<String>,
    #[soap(wrapper = "Years", rename = "Year", schema_type = "gYear")]
    years: Vec<String>,
    #[soap(flatten)]
    by: By,
}

#[derive(Debug, PartialEq, SoapType)]
enum By {
    #[soap(schema_type = "anyURI")]
    Link(String),
    Name(String),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a")]
struct Note {
    #[soap(text, schema_type = "NCName")]
    text: String,
}

#[test]
fn what_is_read_and_written_is_the_same() {
    same(
        &Fee {
            language: Some("not a language".into()),
            amount: "no number".into(),
            codes: vec!["a".into(), "b".into()],
            years: vec!["2026".into()],
            by: By::Link("no address at all".into()),
        },
        "<Fee Language=\"not a language\"><Amount>no number</Amount><Codes>a b</Codes>\
         <Years><Year>2026</Year></Years><Link>no address at all</Link></Fee>",
    );
    let name = By::Name("n".into());
    same(&name, "<By><Name>n</Name></By>");
    let note = Note { text: "x y".into() };
    same(&note, "<Note xmlns=\"urn:a\">x y</Note>");
}
