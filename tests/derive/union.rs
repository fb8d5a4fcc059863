//! The key `union`.

use um_messages::xml::{self, QName};
use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{reads, refused, same};

// <xs:simpleType name="Size"> <xs:union memberTypes="xs:unsignedByte Preset xs:QName"/>
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(union)]
enum Size {
    Points(u8),
    Preset(Preset),
    Name(QName),
}

#[derive(Clone, Copy, Debug, PartialEq, SoapType)]
enum Preset {
    Small,
    #[soap(rename = "very large")]
    VeryLarge,
}

#[derive(Debug, PartialEq, SoapType)]
struct Font {
    #[soap(attribute)]
    size: Size,
    other: Vec<Size>,
    #[soap(list)]
    list: Vec<Size>,
}

#[test]
fn a_union_is_the_text_of_the_first_type_that_parses() {
    same(
        &Font {
            size: Size::Points(12),
            other: vec![
                Size::Preset(Preset::VeryLarge),
                Size::Name(QName::new("urn:s", "big")),
                Size::Points(0),
            ],
            list: vec![Size::Preset(Preset::Small), Size::Points(1)],
        },
        concat!(
            r#"<Font Size="12"><Other>very large</Other><Other xmlns:ns1="urn:s">ns1:big</Other>"#,
            "<Other>0</Other><List>Small 1</List></Font>",
        ),
    );
    reads(
        "<Font Size=' 7 '><Other> very \n large </Other><List/></Font>",
        &Font {
            size: Size::Points(7),
            other: vec![Size::Preset(Preset::VeryLarge)],
            list: vec![],
        },
    );
    let error = refused::<Font>("<Font Size='300'><List/></Font>");
    assert_eq!(
        error.to_string(),
        "`300` is not an integer from 0 to 255, or one of `Small`, `very large`, or a qualified name, \
         in `Font/@Size`, line 1, column 13"
    );
    same(&Size::Points(1), "<Size>1</Size>");
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(union)]
enum OneOf<'a, T> {
    Value(T),
    Text(&'a str),
}

#[derive(Debug, PartialEq, SoapType)]
struct Borrowing<'a> {
    #[soap(text)]
    value: OneOf<'a, u8>,
}

#[test]
fn unions_have_parameters() {
    let read: Borrowing<'_> = xml::from_str("<Borrowing>12</Borrowing>").unwrap();
    assert_eq!(read.value, OneOf::Value(12));
    let read: Borrowing<'_> = xml::from_str("<Borrowing> x </Borrowing>").unwrap();
    assert_eq!(read.value, OneOf::Text(" x "));
    assert_eq!(xml::to_string(&read).unwrap(), "<Borrowing> x </Borrowing>");
    let error = xml::from_str::<Borrowing<'_>>("<Borrowing>&lt;</Borrowing>").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotBorrowed));
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(union)]
enum Wide<'a, T> {
    Number(T),
    Name(QName),
    Preset(Preset),
    Borrowed(std::borrow::Cow<'a, str>),
    Text(String),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:w", prefix = "w")]
struct Sheet<'a> {
    #[soap(attribute)]
    wide: Option<Wide<'a, u8>>,
    #[soap(cdata)]
    texts: Vec<Wide<'a, u8>>,
    #[soap(list)]
    list: Vec<Wide<'a, u8>>,
}

/// A value whose text an earlier type takes is not written.
#[test]
fn a_text_of_an_earlier_type_is_not_written() {
    let texts = |wide: Wide<'static, u8>| Sheet {
        wide: Some(wide.clone()),
        texts: vec![wide],
        list: vec![],
    };
    let borrowed = |text: &'static str| Wide::Borrowed(text.into());
    for taken in [
        borrowed("7"),
        borrowed(" 7 "),
        borrowed("007"),
        borrowed("a"),
        borrowed(" a\n"),
        borrowed("w:a"),
        borrowed("xml:a"),
        Wide::Preset(Preset::Small),
        borrowed("very\rlarge"),
        Wide::Text("<".into()),
        Wide::Text(String::new()),
    ] {
        let error = xml::to_string(&texts(taken)).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
        assert!(error.to_string().contains("a type before it"), "{error}");
    }
    for kept in [
        Wide::Number(7),
        Wide::Name(QName::new("urn:w", "a")),
        Wide::Preset(Preset::VeryLarge),
        borrowed(""),
        borrowed("256"),
        borrowed("v:a"),
        borrowed("a b"),
        borrowed("<&\"\r]]>"),
        borrowed("http://a"),
    ] {
        let value = texts(kept);
        let written = xml::to_string(&value).unwrap();
        assert_eq!(
            xml::from_str::<Sheet<'_>>(&written).unwrap(),
            value,
            "{written}"
        );
    }
    let list = |words: &[&'static str]| Sheet {
        wide: None,
        texts: vec![],
        list: words.iter().map(|word| borrowed(word)).collect(),
    };
    let written = xml::to_string(&list(&["1.5", "&", "2.5"])).unwrap();
    assert_eq!(
        xml::from_str::<Sheet<'_>>(&written).unwrap(),
        list(&["1.5", "&", "2.5"])
    );
    let error = xml::to_string(&list(&["1.5", "2"])).unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot be written as XML: `2` as a value of a union, which would be read back as one of a type before it, \
         in `Sheet/List`"
    );
    assert!(xml::to_string(&list(&["1.5", "&\n"])).is_err());
}
