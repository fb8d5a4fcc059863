//! The key `with`.

#![allow(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "functions of modules get a reference"
)]

use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{refused, same};

use crate::types::{XSI, missing, unwritable};

pub(crate) mod hexadecimal {
    pub(crate) fn to_text(number: &u32) -> String {
        format!("{number:x}")
    }

    pub(crate) fn from_text(text: &str) -> Result<u32, std::num::ParseIntError> {
        u32::from_str_radix(text, 16)
    }
}

mod shouted {
    pub(crate) struct Quiet;

    impl std::fmt::Display for Quiet {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("it ends without `!`")
        }
    }

    pub(crate) fn to_text(text: &Shout) -> &str {
        &text.0
    }

    pub(crate) fn from_text(text: &str) -> Result<Shout, Quiet> {
        let shout = text.ends_with('!').then(|| Shout(text.to_owned()));
        shout.ok_or(Quiet)
    }

    /// Neither text nor an element by itself.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub(crate) struct Shout(pub(crate) String);
}

use shouted::Shout;

#[derive(Debug, Default, PartialEq, SoapType)]
struct WithModules {
    #[soap(attribute, with = "hexadecimal")]
    id: u32,
    #[soap(attribute, with = "hexadecimal")]
    parent: Option<u32>,
    #[soap(attribute, with = "hexadecimal", list, default)]
    others: Vec<u32>,
    #[soap(with = "hexadecimal")]
    one: u32,
    #[soap(with = "hexadecimal")]
    perhaps: Option<u32>,
    #[soap(with = "self::hexadecimal")]
    many: Vec<u32>,
    #[soap(with = "hexadecimal", list)]
    list: Vec<u32>,
    #[soap(with = "hexadecimal", list)]
    perhaps_list: Option<Vec<u32>>,
    #[soap(with = "hexadecimal", nillable, default)]
    nillable: Option<u32>,
    #[soap(with = "hexadecimal", wrapper = "Wrapped", rename = "N", default)]
    wrapped: Vec<u32>,
    #[soap(with = "shouted", cdata)]
    shouts: Vec<Shout>,
}

#[derive(Debug, PartialEq, SoapType)]
struct TextWithModule {
    #[soap(text, with = "shouted")]
    shout: Option<Shout>,
}

#[test]
fn a_module_knows_the_text() {
    same(
        &WithModules {
            id: 255,
            parent: Some(16),
            others: vec![10, 11],
            one: 10,
            perhaps: None,
            many: vec![17, 18],
            list: vec![19, 20],
            perhaps_list: Some(vec![21]),
            nillable: None,
            wrapped: vec![12],
            shouts: vec![Shout("a<b!".into())],
        },
        &format!(
            "<WithModules Id=\"ff\" Parent=\"10\" Others=\"a b\"><One>a</One><Many>11</Many><Many>12</Many>\
             <List>13 14</List><PerhapsList>15</PerhapsList><Nillable {XSI} xsi:nil=\"true\"/>\
             <Wrapped><N>c</N></Wrapped><Shouts><![CDATA[a<b!]]></Shouts></WithModules>"
        ),
    );
    let error = refused::<WithModules>("<WithModules Id='1'><One>xyz</One></WithModules>");
    assert_eq!(
        error.to_string(),
        "`xyz` is not valid: invalid digit found in string, in `WithModules/One`, line 1, column 26"
    );
    missing::<WithModules>("<WithModules Id='1'><List/></WithModules>", "One");
    let error =
        refused::<WithModules>("<WithModules Id='1'><One>1</One><One>xyz</One></WithModules>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)));
    let text = |shout: Option<&str>| TextWithModule {
        shout: shout.map(|text| Shout(text.into())),
    };
    same(&text(Some("a!")), "<TextWithModule>a!</TextWithModule>");
    same(&text(None), "<TextWithModule/>");
    let error = refused::<TextWithModule>("<TextWithModule>a</TextWithModule>");
    assert!(
        error
            .to_string()
            .starts_with("`a` is not valid: it ends without `!`"),
        "{error}"
    );
    unwritable(&text(Some("")), "would be read as `None`");
}

mod perhaps {
    #[expect(
        clippy::ref_option,
        reason = "the functions of a module take what the field has"
    )]
    pub(crate) fn to_text(number: &Option<u8>) -> String {
        number.map_or_else(|| "none".to_owned(), |number| number.to_string())
    }

    pub(crate) fn from_text(text: &str) -> Result<Option<u8>, std::num::ParseIntError> {
        match text {
            "none" => Ok(None),
            text => text.parse().map(Some),
        }
    }
}

#[derive(Debug, PartialEq, SoapType)]
struct OfOptions {
    #[soap(attribute, with = "perhaps")]
    id: Option<u8>,
    #[soap(with = "perhaps")]
    number: Option<u8>,
    #[soap(with = "perhaps", default)]
    other: Option<u8>,
    #[soap(with = "perhaps", rename = "Many")]
    many: Vec<Option<u8>>,
}

#[test]
fn a_module_knows_the_whole_option() {
    let value = |number| OfOptions {
        id: number,
        number,
        other: number,
        many: vec![number],
    };
    for (number, text) in [(None, "none"), (Some(7), "7")] {
        same(
            &value(number),
            &format!(
                "<OfOptions Id=\"{text}\"><Number>{text}</Number><Other>{text}</Other><Many>{text}</Many></OfOptions>"
            ),
        );
    }
    missing::<OfOptions>("<OfOptions Id='7'/>", "Number");
    let read =
        um_tests::sources::both_as::<OfOptions>("<OfOptions Id='7'><Number>1</Number></OfOptions>");
    assert_eq!(read.unwrap().other, None);
}
