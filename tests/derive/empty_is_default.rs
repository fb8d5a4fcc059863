//! The key `empty_is_default`.

use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{reads, refused, same};

use crate::types::{XSI, seven};

// <xs:element name="Unit" type="xs:string" default="kg"/>
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Defaults {
    #[soap(attribute, default_text = "1.0", empty_is_default)]
    version: String,
    #[soap(attribute, default = "seven", empty_is_default)]
    level: u8,
    #[soap(default_text = "kg", empty_is_default, alias = "Einheit")]
    unit: String,
    #[soap(default_text = "1 2", list, empty_is_default)]
    sizes: Vec<u8>,
    #[soap(default_text = "3", nillable, empty_is_default)]
    ended: Option<u8>,
    #[soap(default_text = "0", empty_is_default)]
    weight: Weight,
    #[soap(default = "seven", empty_is_default)]
    count: u8,
    #[soap(default = "nobody", empty_is_default)]
    caller: Person,
    #[soap(
        wrapper = "Items",
        rename = "Item",
        default = "items",
        empty_is_default
    )]
    items: Vec<u8>,
}

// <xs:complexType name="Weight"><xs:simpleContent>…
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Weight {
    #[soap(attribute)]
    unit: Option<String>,
    #[soap(text)]
    value: f64,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Person {
    #[soap(attribute)]
    id: Option<u8>,
    name: Option<String>,
}

fn nobody() -> Person {
    Person {
        id: Some(0),
        name: Some("Nobody".into()),
    }
}

fn items() -> Vec<u8> {
    vec![1]
}

fn defaults() -> Defaults {
    Defaults {
        version: "1.0".into(),
        level: 7,
        unit: "kg".into(),
        sizes: vec![1, 2],
        ended: Some(3),
        weight: Weight {
            unit: None,
            value: 0.0,
        },
        count: 7,
        caller: nobody(),
        items: items(),
    }
}

fn document(attributes: &str, content: &str) -> String {
    format!("<Defaults {XSI} {attributes}>{content}</Defaults>")
}

/// XML Schema part 1, section 3.3.1, of elements; of attributes for who writes nothing where nothing should stand.
#[test]
fn what_is_empty_is_the_default() {
    reads("<Defaults/>", &defaults());
    reads(&document("Version='' Level=''", ""), &defaults());
    let names = [
        "Unit", "Einheit", "Sizes", "Ended", "Weight", "Count", "Caller", "Items",
    ];
    for name in names {
        for empty in [
            format!("<{name}/>"),
            format!("<{name}></{name}>"),
            format!("<{name}><!-- --><?x y?></{name}>"),
            format!("<{name}><![CDATA[]]></{name}>"),
        ] {
            reads(&document("", &empty), &defaults());
            reads(&document("", &format!("{empty}<zzz/>")), &defaults());
        }
        let twice = refused::<Defaults>(&document("", &format!("<{name}/><{name}/>")));
        assert!(matches!(twice.kind(), ErrorKind::Duplicate(_)), "{twice}");
    }
}

#[test]
fn what_is_not_empty_is_read_as_ever() {
    let full = Defaults {
        version: " ".into(),
        level: 1,
        unit: "\n".into(),
        sizes: vec![2],
        ended: None,
        weight: Weight {
            unit: Some("kg".into()),
            value: 1.5,
        },
        count: 3,
        caller: Person {
            id: None,
            name: Some(String::new()),
        },
        items: vec![4],
    };
    same(
        &full,
        &format!(
            "<Defaults Version=\" \" Level=\"1\"><Unit>\n</Unit><Sizes>2</Sizes><Ended {XSI} xsi:nil=\"true\"/>\
             <Weight Unit=\"kg\">1.5</Weight><Count>3</Count><Caller><Name/></Caller><Items><Item>4</Item></Items></Defaults>"
        ),
    );
    // Nil comes first (XML Schema part 1, section 3.3.4).
    let ended = None;
    reads(
        &document("", "<Ended xsi:nil='true'></Ended>"),
        &Defaults {
            ended,
            ..defaults()
        },
    );
    let error = refused::<Defaults>(&document("", "<Unit xsi:nil='true'/>"));
    assert!(matches!(error.kind(), ErrorKind::Nil), "{error}");
    let error = refused::<Defaults>(&document("", "<Unit><zzz/></Unit>"));
    assert!(
        matches!(error.kind(), ErrorKind::UnexpectedChild(_)),
        "{error}"
    );
}

/// What an empty element has beside its content is its own.
#[test]
fn the_attributes_of_an_empty_element_are_read() {
    let weight = Weight {
        unit: Some("g".into()),
        value: 0.0,
    };
    for empty in ["<Weight Unit='g'/>", "<Weight Unit='g'><!-- --></Weight>"] {
        let weight = weight.clone();
        reads(
            &document("", empty),
            &Defaults {
                weight,
                ..defaults()
            },
        );
    }
    let caller = Person {
        id: Some(1),
        name: None,
    };
    reads(
        &document("", "<Caller Id='1'/>"),
        &Defaults {
            caller,
            ..defaults()
        },
    );
}

/// Never where it is not asked for.
#[test]
fn without_the_key_what_is_empty_is_empty() {
    #[derive(Debug, PartialEq, SoapType)]
    struct Plain {
        #[soap(attribute, default_text = "1.0")]
        version: String,
        #[soap(default_text = "kg")]
        unit: String,
    }

    reads(
        "<Plain Version=''><Unit/></Plain>",
        &Plain {
            version: String::new(),
            unit: String::new(),
        },
    );
}

/// A value that is empty is written as it is, which is what a schema's default makes of it, too.
#[test]
fn an_empty_value_is_read_back_as_the_default() {
    let empty = Defaults {
        unit: String::new(),
        ..defaults()
    };
    let written = um_messages::xml::to_string(&empty).unwrap();
    assert!(written.contains("<Unit/>"), "{written}");
    reads(&written, &defaults());
}

#[derive(Debug, PartialEq, SoapType)]
struct Wrong {
    #[soap(attribute, default_text = "many", empty_is_default)]
    level: Option<u8>,
    #[soap(default_text = "1", empty_is_default)]
    weight: Option<Grade>,
    #[soap(default_text = "many", empty_is_default)]
    grade: Option<Grade>,
    #[soap(default_text = "many", empty_is_default)]
    vacant: Option<Vacant>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Grade {
    #[soap(attribute)]
    class: u8,
    #[soap(text)]
    value: u8,
}

#[derive(Debug, PartialEq, SoapType)]
struct Vacant {
    child: Option<u8>,
}

#[test]
fn what_is_wrong_with_a_default_is_told_apart_from_what_is_with_the_message() {
    let error = |document: &str| refused::<Wrong>(document).to_string();
    assert_eq!(
        error("<Wrong Level=''/>"),
        "`many` is not an integer from 0 to 255, in `Wrong/@Level`, line 1, column 1; the text is the default of field `Level`",
    );
    assert_eq!(
        error("<Wrong Level='1'><Grade Class='1'/></Wrong>"),
        "`many` is not an integer from 0 to 255, in `Wrong/Grade`, line 1, column 36; the text is the default of field `Grade`",
    );
    assert_eq!(
        error("<Wrong Level='1'><Vacant></Vacant></Wrong>"),
        "text `many`, where only elements are expected, in `Wrong/Vacant`, line 1, column 26; \
         the text is the default of field `Vacant`",
    );
    assert_eq!(
        error("<Wrong Level='1'><Weight Class='high'/></Wrong>"),
        "`high` is not an integer from 0 to 255, in `Wrong/Weight/@Class`, line 1, column 33",
    );
}
