//! Packages as they are written: XOP section 4, RFC 2387, and MTOM section 3.

use um_messages::mtom::{Attachment, MtomOptions, Package, Part};
use um_messages::xml::{Base64Binary, HexBinary};
use um_messages::{Envelope, ErrorKind, SoapMessage, SoapType, SoapVersion};

use crate::Store;

fn options() -> MtomOptions {
    MtomOptions::new().threshold(3).boundary("b")
}

fn a_store() -> Store {
    Store {
        name: "n".into(),
        content: (*b"RIFF").into(),
    }
}

/// The examples of XOP section 4.1, with our own message.
#[test]
fn to_the_letter() {
    let store = Envelope::new(a_store()).with_mtom(options());
    let (content_type, package) = store.to_package().unwrap().to_multipart().unwrap();
    assert_eq!(
        content_type,
        "multipart/related; boundary=\"b\"; type=\"application/xop+xml\"; start=\"<0@b>\"; start-info=\"text/xml\""
    );
    assert_eq!(
        String::from_utf8(package).unwrap(),
        "--b\r\n\
         Content-Type: application/xop+xml; charset=utf-8; type=\"text/xml\"\r\n\
         Content-ID: <0@b>\r\n\
         Content-Transfer-Encoding: binary\r\n\
         \r\n\
         <?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>\
         <Store xmlns=\"urn:archive\"><Name>n</Name><Content>\
         <xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:1@b\"/>\
         </Content></Store></soap:Body></soap:Envelope>\r\n\
         --b\r\n\
         Content-Type: application/octet-stream\r\n\
         Content-ID: <1@b>\r\n\
         Content-Transfer-Encoding: binary\r\n\
         \r\n\
         RIFF\r\n\
         --b--\r\n"
    );
}

#[test]
fn in_soap_1_2_the_action_is_said() {
    let store = Envelope::new(a_store())
        .with_version(SoapVersion::V1_2)
        .with_mtom(options());
    let package = store.to_package().unwrap();
    assert_eq!(
        package.root().content_type(),
        Some(
            "application/xop+xml; charset=utf-8; \
             type=\"application/soap+xml; action=\\\"urn:archive/Store\\\"\""
        )
    );
    let (content_type, _) = package.to_multipart().unwrap();
    assert!(
        content_type
            .ends_with("; start-info=\"application/soap+xml; action=\\\"urn:archive/Store\\\"\""),
        "{content_type}"
    );
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Sound(Base64Binary);

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:archive")]
struct Picture {
    #[soap(
        attribute,
        rename = "contentType",
        namespace = "http://www.w3.org/2005/05/xmlmime",
        prefix = "xmime"
    )]
    media_type: Option<String>,
    #[soap(attribute, base64)]
    digest: Vec<u8>,
    #[soap(text)]
    data: Sound,
}

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:archive")]
struct All {
    small: Base64Binary,
    #[soap(base64)]
    keyed: Vec<u8>,
    #[soap(base64, nillable)]
    nillable: Option<Vec<u8>>,
    hex: HexBinary,
    #[soap(base64, list)]
    list: Vec<Vec<u8>>,
    #[soap(base64, cdata)]
    cdata: Vec<u8>,
    #[soap(wrapper = "Sounds")]
    sound: Vec<Sound>,
    picture: Vec<Picture>,
}

/// What may not be a part is text: attributes, entries of lists, CDATA, and what is no base64 (XOP section 2.1).
#[test]
fn what_becomes_a_part_and_what_does_not() {
    let riff = || b"RIFF".to_vec();
    let picture = |media_type: Option<&str>, data: &[u8]| Picture {
        media_type: media_type.map(str::to_owned),
        digest: riff(),
        data: Sound(data.into()),
    };
    let all = All {
        small: (*b"abc").into(),
        keyed: b"keyed".to_vec(),
        nillable: Some(b"nillable".to_vec()),
        hex: riff().into(),
        list: vec![riff(), riff()],
        cdata: riff(),
        sound: vec![Sound((*b"sound").into()), Sound((*b"x").into())],
        picture: vec![
            picture(Some("image/png"), b"\x89PNG"),
            picture(Some("a & b"), b"\x89PNH"),
            picture(None, b"\x89PNI"),
        ],
    };
    let package = Envelope::new(&all)
        .with_mtom(options())
        .to_package()
        .unwrap();
    let parts: Vec<_> = package
        .parts()
        .iter()
        .map(|it| (it.content_type().unwrap(), it.content()))
        .collect();
    let binary = "application/octet-stream";
    assert_eq!(
        parts,
        [
            (binary, &b"keyed"[..]),
            (binary, b"nillable"),
            (binary, b"sound"),
            ("image/png", b"\x89PNG"),
            (binary, b"\x89PNH"),
            (binary, b"\x89PNI"),
        ]
    );
    let document = String::from_utf8(package.root().content().to_vec()).unwrap();
    for text in [
        "<Small>YWJj</Small>",
        "<Hex>52494646</Hex>",
        "<List>UklGRg== UklGRg==</List>",
        "<Cdata><![CDATA[UklGRg==]]></Cdata>",
        "<Sound>eA==</Sound>",
        " Digest=\"UklGRg==\"",
    ] {
        assert!(document.contains(text), "{text} in {document}");
    }
    assert_eq!(Envelope::<All>::from_package(&package).unwrap().body, all);
    // Where nobody asks for it, nothing becomes a part.
    assert!(!all.to_envelope().unwrap().contains("Include"));
}

#[test]
fn the_threshold_is_met_and_exceeded() {
    for (threshold, parts) in [(4, 0), (3, 1), (0, 1)] {
        let options = MtomOptions::new().threshold(threshold);
        let package = Envelope::new(a_store())
            .with_mtom(options)
            .to_package()
            .unwrap();
        assert_eq!(package.parts().len(), parts, "{threshold}");
    }
    let empty = Store {
        name: "n".into(),
        content: Vec::new().into(),
    };
    let package = Envelope::new(empty).with_mtom(MtomOptions::new().threshold(0));
    assert_eq!(package.to_package().unwrap().parts().len(), 0);
}

/// A boundary that stands in a part is none (RFC 2046 section 5.1.1).
#[test]
fn a_boundary_that_stands_in_a_part_is_not_taken() {
    for (content, is_taken) in [
        ("--b\r\nx", false),
        ("x\r\n--b--", false),
        ("x\r\n--bb", false),
        ("x --b", true),
        ("x\r\n-", true),
    ] {
        let store = Store {
            name: "n".into(),
            content: content.as_bytes().into(),
        };
        let package = Envelope::new(&store)
            .with_mtom(options())
            .to_package()
            .unwrap();
        let (content_type, body) = package.to_multipart().unwrap();
        assert_eq!(
            content_type.contains("boundary=\"b\""),
            is_taken,
            "{content:?}"
        );
        let read = Package::read(&content_type, &body).unwrap();
        assert_eq!(Envelope::<Store>::from_package(&read).unwrap().body, store);
    }
}

/// So is one that may be read and not written.
#[test]
fn a_boundary_that_is_none_is_not_taken() {
    let options = options().boundary("<b>");
    let package = Envelope::new(a_store())
        .with_mtom(options)
        .to_package()
        .unwrap();
    assert!(!package.to_multipart().unwrap().0.contains("\"<b>\""));
}

#[test]
fn boundaries_are_random() {
    let content_type = || {
        let package = Envelope::new(a_store()).to_package().unwrap();
        package.to_multipart().unwrap().0
    };
    assert_ne!(content_type(), content_type());
}

#[test]
fn what_cannot_be_written() {
    let part = |id: &str, media_type: &str| Part::new(id, media_type, &b""[..]);
    let root = || part("0@x", "text/xml");
    for bad in [
        part("a b", "text/plain"),
        part("", "text/plain"),
        part("a>b", "text/plain"),
        part("1@x", "text/plain\r\nX: y"),
        part("1@x", "text/plain").with_header("a b", "c"),
        part("1@x", "text/plain").with_header("a", "\n"),
    ] {
        let error = Package::new(root())
            .with_part(bad.clone())
            .to_multipart()
            .unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{bad:?}");
    }
    let good = part("1@x", "text/plain").with_header("Content-Location", "a");
    let (content_type, body) = Package::new(root()).with_part(good).to_multipart().unwrap();
    let package = Package::read(&content_type, &body).unwrap();
    assert_eq!(package.parts()[0].header("content-location"), Some("a"));
}

/// What was read in one encoding is written as it is.
#[test]
fn a_package_that_was_read_is_written() {
    let header = "Content-ID: <1@x>\r\nContent-Transfer-Encoding: base64\r\nX-Y: z";
    let document = crate::store("<xop:Include href='cid:1@x'/>");
    let package = crate::package(&document, &[(header, b"UklGRg==")]);
    let package = Package::read(crate::CONTENT_TYPE, &package).unwrap();
    let (content_type, body) = package.to_multipart().unwrap();
    let again = Package::read(&content_type, &body).unwrap();
    assert_eq!(again.parts()[0].content(), b"RIFF");
    assert_eq!(again.parts()[0].header("X-Y"), Some("z"));
    assert_eq!(again.root().content_id(), Some("0@x"));
}

/// A fault, a message without bytes, and one whose attachment the program sends.
#[test]
fn attachments_are_references() {
    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:archive")]
    struct Send {
        #[soap(attribute)]
        digest: Option<Attachment>,
        content: Attachment,
    }
    let send = |digest, content| Send { digest, content };
    let part = || Attachment::part("a+b@x");
    let xml = send(None, part()).to_envelope().unwrap();
    assert!(xml.contains("href=\"cid:a%2Bb@x\"/></Content>"), "{xml}");
    assert_eq!(Send::from_envelope(&xml).unwrap(), send(None, part()));
    // It stands for the content of an element alone.
    let error = send(Some(part()), part()).to_envelope().unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unwritable(_)));
    assert_eq!(error.path(), Some("Envelope/Body/Send/@Digest"));
    let bytes = || Attachment::from(b"RIFF".to_vec());
    let package = Envelope::new(send(Some(bytes()), bytes()))
        .with_mtom(options())
        .to_package()
        .unwrap();
    assert_eq!(package.parts().len(), 1);
    assert_eq!(
        Envelope::<Send>::from_package(&package).unwrap().body,
        send(Some(bytes()), bytes())
    );
}
