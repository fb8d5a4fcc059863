//! The key `base64`, and bytes without a key.

use std::borrow::Cow;

use um_messages::SoapType;
use um_tests::roundtrip::{reads, refused, same};

use crate::types::XSI;

// <xs:element name="Data" type="xs:base64Binary"/>, and whatever else a service makes of it.
#[derive(Debug, Default, PartialEq, SoapType)]
struct Base64 {
    #[soap(attribute, base64)]
    key: Option<Vec<u8>>,
    #[soap(base64)]
    data: Vec<u8>,
    #[soap(base64)]
    perhaps: Option<Vec<u8>>,
    #[soap(base64)]
    many: Vec<Vec<u8>>,
    #[soap(base64, nillable, default)]
    nillable: Option<Box<[u8]>>,
    #[soap(base64, wrapper = "Parts", rename = "Part", default)]
    parts: Vec<Cow<'static, [u8]>>,
    #[soap(base64, cdata)]
    section: Option<Vec<u8>>,
}

#[test]
fn bytes_are_base64() {
    same(
        &Base64 {
            key: Some(vec![]),
            data: b"RIFF".to_vec(),
            perhaps: Some(vec![0]),
            many: vec![vec![1], vec![], vec![1, 2, 3]],
            nillable: Some(Box::new([255])),
            parts: vec![Cow::Borrowed(b"fo"), Cow::Owned(vec![])],
            section: Some(b"f".to_vec()),
        },
        concat!(
            r#"<Base64 Key=""><Data>UklGRg==</Data><Perhaps>AA==</Perhaps>"#,
            "<Many>AQ==</Many><Many/><Many>AQID</Many><Nillable>/w==</Nillable>",
            "<Parts><Part>Zm8=</Part><Part/></Parts><Section><![CDATA[Zg==]]></Section></Base64>",
        ),
    );
    same(
        &Base64::default(),
        &format!(r#"<Base64><Data/><Nillable {XSI} xsi:nil="true"/><Parts/></Base64>"#),
    );
    reads(
        "<Base64><Data>\r\n  Ukl\r\n  GRg==\r\n</Data></Base64>",
        &Base64 {
            data: b"RIFF".to_vec(),
            ..Base64::default()
        },
    );
}

#[test]
fn what_is_no_base64_is_refused() {
    for text in ["12", "UklGRg", "RIFF!", "[82, 73]"] {
        let error = refused::<Base64>(&format!("<Base64><Data>{text}</Data></Base64>"));
        let expected = format!("`{text}` is not base64 with its padding");
        assert!(error.to_string().starts_with(&expected), "{error}");
    }
}

#[derive(Debug, PartialEq, SoapType)]
enum Content {
    #[soap(base64)]
    Inline(Vec<u8>),
    Link(String),
}

#[test]
fn a_variant_is_bytes() {
    same(
        &Content::Inline(vec![0]),
        "<Content><Inline>AA==</Inline></Content>",
    );
    same(
        &Content::Link("a".into()),
        "<Content><Link>a</Link></Content>",
    );
}

// What says that a list of xs:unsignedByte is meant.
#[derive(Debug, PartialEq, SoapType)]
struct Byte(u8);

#[derive(Debug, PartialEq, SoapType)]
struct Numbers {
    #[soap(list)]
    list: Vec<u8>,
    each: Vec<Byte>,
    #[soap(wrapper = "Wrapped", rename = "Number")]
    wrapped: Vec<u8>,
}

#[test]
fn numbers_are_no_bytes() {
    same(
        &Numbers {
            list: vec![1, 2],
            each: vec![Byte(3), Byte(4)],
            wrapped: vec![5, 6],
        },
        concat!(
            "<Numbers><List>1 2</List><Each>3</Each><Each>4</Each>",
            "<Wrapped><Number>5</Number><Number>6</Number></Wrapped></Numbers>",
        ),
    );
}
