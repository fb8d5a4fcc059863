//! The key `schema_type`: on a field it says something of the schema of a struct (`tests/schema`), and nothing of what is read and written; above
//! an enum of values it says when two texts are the same value.

use um_messages::{SoapMessage, SoapType, xml};
use um_tests::roundtrip::{reads, refused, same};

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

#[derive(Debug, PartialEq, SoapType)]
#[soap(schema_type = "decimal")]
enum Step {
    #[soap(rename = "0.5", alias = "1e-1")]
    Half,
    #[soap(rename = "2")]
    Double,
    #[soap(other)]
    Other(String),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(schema_type = "int")]
enum Level {
    #[soap(rename = "02")]
    Two,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(schema_type = "boolean")]
enum Yes {
    #[soap(rename = "1")]
    Yes,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(schema_type = "token")]
enum Word {
    #[soap(rename = "2")]
    Two,
}

/// XML Schema part 2, section 4.3.5.
#[test]
fn values_are_compared_as_values_of_the_type() {
    for half in ["0.5", ".5", "+0.50", " 00.5 ", "1e-1"] {
        reads(&format!("<Step>{half}</Step>"), &Step::Half);
    }
    reads("<Step>2.0</Step>", &Step::Double);
    reads("<Step>2e0</Step>", &Step::Other("2e0".into()));
    for two in ["2", "+2", "02", "002"] {
        reads(&format!("<Level>{two}</Level>"), &Level::Two);
    }
    reads("<Yes>true</Yes>", &Yes::Yes);
    for (document, expected) in [
        ("<Level>2.0</Level>", "`2.0` is not `02`"),
        ("<Level>-2</Level>", "`-2` is not `02`"),
        ("<Level></Level>", "`` is not `02`"),
    ] {
        let error = refused::<Level>(document).to_string();
        assert!(error.starts_with(expected), "{error}");
    }
    refused::<Yes>("<Yes>0</Yes>");
    refused::<Word>("<Word>02</Word>");
}

#[test]
fn values_are_written_as_they_are_spelled() {
    same(&Step::Half, "<Step>0.5</Step>");
    same(&Level::Two, "<Level>02</Level>");
    same(&Yes::Yes, "<Yes>1</Yes>");
    same(&Step::Other("3".into()), "<Step>3</Step>");
    let error = xml::to_string(&Step::Other("2.0".into())).unwrap_err();
    assert!(
        error.to_string().contains("would be read back as"),
        "{error}"
    );
}
