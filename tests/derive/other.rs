//! The key `other`.

use um_messages::xml::{self, Element};
use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{reads, refused, same};
use um_tests::sources::both_as;

use crate::types::{Open, RenamedKind};

#[derive(Debug, PartialEq, SoapType)]
struct Values {
    #[soap(attribute)]
    attribute: Open,
    open: Open,
    closed: RenamedKind,
    list: Vec<Open>,
}

#[test]
fn other_keeps_what_is_not_known() {
    same(
        &Values {
            attribute: Open::Unknown("Not \"known\"".into()),
            open: Open::UserBusy,
            closed: RenamedKind::Second,
            list: vec![Open::Idle, Open::Unknown("<new>".into())],
        },
        concat!(
            r#"<Values Attribute="Not &quot;known&quot;"><Open>user-busy</Open>"#,
            "<Closed>Second</Closed><List>Idle</List><List>&lt;new&gt;</List></Values>",
        ),
    );
    // White space around a value is none of it (XML Schema part 2, section 4.3.6).
    reads("<Open>\n  user-busy\t</Open>", &Open::UserBusy);
    // A value that is known has one spelling.
    reads("<Open>idle</Open>", &Open::Unknown("idle".into()));
    for closed in ["", "second", "SecondX", "Secon", "user-busy"] {
        let error = refused::<RenamedKind>(&format!("<RenamedKind>{closed}</RenamedKind>"));
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
enum Item {
    Call(u8),
    #[soap(other)]
    Other(Element),
    Note(String),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Log {
    title: String,
    #[soap(flatten)]
    items: Vec<Item>,
    first: Option<Item>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Single {
    title: String,
    #[soap(flatten)]
    item: Item,
}

#[test]
fn other_of_a_choice_keeps_an_element_that_is_not_known() {
    let fax = || Item::Other(Element::new("urn:m", "Fax").with_prefix("m").with_text("1"));
    same(
        &Log {
            title: "t".into(),
            items: vec![Item::Call(1), fax(), fax(), Item::Note("n".into())],
            first: Some(fax()),
        },
        concat!(
            r#"<m:Log xmlns:m="urn:m"><m:Title>t</m:Title><m:Call>1</m:Call><m:Fax>1</m:Fax><m:Fax>1</m:Fax>"#,
            "<m:Note>n</m:Note><m:First><m:Fax>1</m:Fax></m:First></m:Log>",
        ),
    );
    // Named fields, those behind it too, come first.
    reads(
        "<Log xmlns='urn:m'><x/><First><Call>1</Call></First><Title>t</Title></Log>",
        &Log {
            title: "t".into(),
            items: vec![Item::Other(Element::new("urn:m", "x"))],
            first: Some(Item::Call(1)),
        },
    );
    let error =
        refused::<Single>("<Single xmlns='urn:m'><Title>t</Title><Call>1</Call><x/></Single>");
    assert!(matches!(error.kind(), ErrorKind::SecondChoice { found, .. } if found == "x"));
    let error =
        refused::<Single>("<Single xmlns='urn:m'><Title>t</Title><x/><Call>1</Call></Single>");
    assert!(matches!(error.kind(), ErrorKind::SecondChoice { found, .. } if found == "Call"));
    let error = refused::<Single>("<Single xmlns='urn:m'><Title>t</Title><x/><y/></Single>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(name) if name == "y"));
    let error = refused::<Single>("<Single xmlns='urn:m'><Title>t</Title></Single>");
    assert!(
        matches!(error.kind(), ErrorKind::MissingChoice(names) if names == &["Call", "*", "Note"])
    );
}

#[derive(Debug, PartialEq, SoapType)]
enum Grade {
    #[soap(rename = "Very Good")]
    VeryGood,
    #[soap(other)]
    Other(String),
}

#[derive(Debug, PartialEq, SoapType)]
struct Report {
    #[soap(attribute)]
    mark: Option<Grade>,
    grade: Grade,
}

/// White space in a known value is collapsed (XML Schema part 2, 4.3.6); a value that is not known
/// is kept as it was sent.
/// It was broken once.
#[test]
fn values_of_an_enumeration_are_collapsed_and_others_kept() {
    let read = |text: &str| {
        let document = format!("<Report Mark=\"{text}\"><Grade>{text}</Grade></Report>");
        both_as::<Report>(&document).unwrap()
    };
    for text in ["Very Good", "\n  Very\n\t Good ", "Very&#10;Good"] {
        let expected = Report {
            mark: Some(Grade::VeryGood),
            grade: Grade::VeryGood,
        };
        assert_eq!(read(text), expected, "{text:?}");
    }
    let other = read(" Rather \n  Good ");
    assert_eq!(other.grade, Grade::Other(" Rather \n  Good ".to_owned()));
    // A line break in an attribute is a space (XML 3.3.3).
    assert_eq!(
        other.mark,
        Some(Grade::Other(" Rather    Good ".to_owned()))
    );
    let written = xml::to_string(&other).unwrap();
    assert_eq!(both_as::<Report>(&written).unwrap(), other);
}

#[derive(Debug, PartialEq, SoapType)]
enum Aliased {
    #[soap(rename = "Very Good", alias = "Best")]
    VeryGood,
    #[soap(rename = BAD)]
    Bad,
    #[soap(other)]
    Other(String),
}

const BAD: &str = "Bad!";

#[derive(Debug, PartialEq, SoapType)]
struct Grades {
    #[soap(attribute)]
    mark: Option<Aliased>,
    #[soap(list)]
    grades: Vec<Aliased>,
}

/// A value that is known is none of the others.
#[test]
fn another_value_that_is_known_is_not_written() {
    let other = |text: &str| Aliased::Other(text.into());
    for text in ["Very Good", "Best", "Bad!", " \n Very \t Good", "Bad!\r"] {
        let of_attribute = Grades {
            mark: Some(other(text)),
            grades: vec![],
        };
        for error in [
            xml::to_string(&other(text)).unwrap_err(),
            xml::to_string(&of_attribute).unwrap_err(),
        ] {
            assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
            assert!(error.to_string().contains("as an other value"), "{error}");
        }
    }
    let error = xml::to_string(&Grades {
        mark: None,
        grades: vec![other("best"), other("Best")],
    });
    assert_eq!(
        error.unwrap_err().to_string(),
        "cannot be written as XML: `Best` as an other value, which would be read back as the one of that name, in `Grades/Grades`"
    );
    same(
        &Grades {
            mark: Some(other("Very  good")),
            grades: vec![Aliased::Bad, other("best"), other("Bad")],
        },
        "<Grades Mark=\"Very  good\"><Grades>Bad! best Bad</Grades></Grades>",
    );
}

/// An element with the name of a variant is that variant.
#[test]
fn another_element_that_is_known_is_not_written() {
    let call = || Item::Other(Element::new("urn:m", "Call").with_text("1"));
    let log = |items, first| Log {
        title: "t".into(),
        items,
        first,
    };
    // Beside the choice the fields of the struct claim names, and come first.
    let title = Item::Other(Element::new("urn:m", "Title").with_text("1"));
    for value in [
        log(vec![call()], None),
        log(vec![], Some(call())),
        log(vec![title], None),
    ] {
        let error = xml::to_string(&value).unwrap_err().to_string();
        assert!(
            error.contains("read back as the field of that name"),
            "{error}"
        );
    }
    // Of another struct, or of another namespace.
    same(
        &log(
            vec![Item::Other(Element::new("urn:x", "Call").with_prefix("x"))],
            Some(Item::Other(Element::new("urn:m", "Title").with_prefix("m"))),
        ),
        concat!(
            r#"<m:Log xmlns:m="urn:m"><m:Title>t</m:Title><x:Call xmlns:x="urn:x"/>"#,
            "<m:First><m:Title/></m:First></m:Log>",
        ),
    );
}
