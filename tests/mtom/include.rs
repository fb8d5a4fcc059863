//! `xop:Include` in a document: XOP sections 2 and 3.

use um_messages::mtom::Package;
use um_messages::xml::{Base64Binary, Element, HexBinary, Nillable};
use um_messages::{Envelope, ErrorKind, PackageProblem, ReadOptions, SoapMessage, SoapType, xml};

use crate::{CONTENT_TYPE, Store, envelope, package, problem, read, store};

const ONE: (&str, &[u8]) = ("Content-ID: <1@x>", b"RIFF");

#[derive(Debug, PartialEq, SoapType)]
struct Sound(Base64Binary);

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:archive")]
struct Picture {
    #[soap(
        attribute,
        rename = "contentType",
        namespace = "http://www.w3.org/2005/05/xmlmime",
        prefix = "xmime"
    )]
    media_type: Option<String>,
    #[soap(text)]
    data: Sound,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:archive")]
struct All<'a> {
    name: &'a str,
    plain: Base64Binary,
    newtype: Sound,
    boxed: Box<Base64Binary>,
    #[soap(base64)]
    keyed: Vec<u8>,
    #[soap(base64)]
    array: [u8; 4],
    #[soap(base64)]
    borrowed: std::borrow::Cow<'a, [u8]>,
    #[soap(base64, nillable)]
    nillable: Option<Vec<u8>>,
    nil: Nillable<Base64Binary>,
    #[soap(base64, cdata)]
    cdata: Vec<u8>,
    #[soap(wrapper = "Sounds")]
    sound: Vec<Sound>,
    picture: Picture,
}

#[test]
fn in_every_field_of_base64() {
    let include = |id: &str| format!("<i:Include xmlns:i='{}' href='cid:{id}@x'/>", crate::XOP);
    let fields = [
        "Plain", "Newtype", "Boxed", "Keyed", "Array", "Borrowed", "Nillable", "Nil", "Cdata",
    ];
    let one = include("1");
    let fields: String = fields
        .map(|field| format!("<{field}>{one}</{field}>"))
        .concat();
    let body = format!(
        "<All xmlns='urn:archive'><Name>n</Name>{fields}\
         <Sounds><Sound>{}</Sound><Sound>UklGRg==</Sound></Sounds>\
         <Picture m:contentType='image/png' xmlns:m='http://www.w3.org/2005/05/xmlmime'>{one}</Picture></All>",
        include("2"),
    );
    let package = package(&envelope(&body), &[ONE, ("Content-ID: <2@x>", b"")]);
    let package = Package::read(CONTENT_TYPE, &package).unwrap();
    let all = Envelope::<All<'_>>::from_package(&package).unwrap().body;
    let riff = || b"RIFF".to_vec();
    let expected = All {
        name: "n",
        plain: riff().into(),
        newtype: Sound(riff().into()),
        boxed: Box::new(riff().into()),
        keyed: riff(),
        array: *b"RIFF",
        borrowed: riff().into(),
        nillable: Some(riff()),
        nil: Nillable::Value(riff().into()),
        cdata: riff(),
        sound: vec![Sound(Vec::new().into()), Sound(riff().into())],
        picture: Picture {
            media_type: Some("image/png".into()),
            data: Sound(riff().into()),
        },
    };
    assert_eq!(all, expected);
    // The name is borrowed from the package.
    assert!(
        package
            .root()
            .content()
            .as_ptr_range()
            .contains(&all.name.as_ptr())
    );
}

/// RFC 2392 section 2.
#[test]
fn a_reference_is_a_uri_with_escapes() {
    for (href, content_id) in [
        ("cid:1@x", "1@x"),
        ("CID:1%40x", "1@x"),
        (
            " cid:http%3A%2F%2Ftempuri.org%2F1%2F6",
            "http://tempuri.org/1/6",
        ),
        ("cid:a&#x25;2Bb", "a+b"),
        ("cid:a%zzb", "a%zzb"),
        // Escapes that stand in the content id as well.
        ("cid:1%40x", "1%40x"),
        ("cid:1@x", "1%40x"),
    ] {
        let document = store(&format!("<xop:Include href='{href}'/>"));
        let header = format!("Content-ID: <{content_id}>");
        let package = package(&document, &[(&header, b"RIFF")]);
        assert_eq!(
            *read(CONTENT_TYPE, &package).unwrap().content,
            *b"RIFF",
            "{href}"
        );
        let package = Package::read(CONTENT_TYPE, &package).unwrap();
        // Where it is not escaped for XML as well.
        if !href.contains('&') {
            assert!(package.part(href.trim()).is_some(), "{href}");
        }
        assert!(package.part(content_id).is_some(), "{content_id}");
    }
}

/// XOP section 2.1: it is the only child, has a `href`, and may have other attributes and content.
#[test]
fn what_stands_in_it_and_beside_it() {
    let read = |content: &str| read(CONTENT_TYPE, &package(&store(content), &[ONE]));
    for content in [
        "<xop:Include href='cid:1@x' xmlns:o='urn:o' o:hint='x'><o:More>y</o:More></xop:Include>",
        "\n  <xop:Include href='cid:1@x'></xop:Include>\n",
        "<!-- one --><xop:Include href='cid:1@x'/><?and two?>",
    ] {
        assert_eq!(*read(content).unwrap().content, *b"RIFF", "{content}");
    }
    for content in [
        "x<xop:Include href='cid:1@x'/>",
        "<xop:Include href='cid:1@x'/>x",
        "<xop:Include href='cid:1@x'/><xop:Include href='cid:1@x'/>",
        "<xop:Include href='cid:1@x'/><Other/>",
    ] {
        assert_eq!(
            problem(read(content)).0,
            PackageProblem::IncludeNotAlone,
            "{content}"
        );
    }
    for (content, expected) in [
        ("<xop:Include/>", PackageProblem::NoHref),
        ("<xop:Include xop:href='cid:1@x'/>", PackageProblem::NoHref),
        (
            "<xop:Include href='http://x/'/>",
            PackageProblem::NoContentIdInHref("http://x/".into()),
        ),
        (
            "<xop:Include href='cid:'/>",
            PackageProblem::NoContentIdInHref("cid:".into()),
        ),
        (
            "<xop:Include href='cid:2@x'/>",
            PackageProblem::MissingPart("2@x".into()),
        ),
    ] {
        assert_eq!(problem(read(content)).0, expected, "{content}");
    }
    let error = read("<Include href='cid:1@x'/>").unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::UnexpectedChild(name) if name.is("urn:archive", "Include"))
    );
}

#[derive(Debug, SoapMessage)]
#[soap(namespace = "urn:archive", rename = "Store")]
struct OtherTypes {
    name: Option<String>,
    number: Option<u32>,
    hex: Option<HexBinary>,
    #[soap(base64, list)]
    list: Vec<Vec<u8>>,
    inner: Option<Inner>,
}

#[derive(Debug, SoapType)]
struct Inner {
    data: Option<Base64Binary>,
}

/// XOP section 2.1: it stands for base64 in its canonical form, and nothing else.
#[test]
fn where_no_base64_is_expected_it_is_an_error() {
    let include = "<xop:Include href='cid:1@x'/>";
    for field in ["Name", "Number", "Hex", "List", "Inner"] {
        let document = format!("<Store xmlns='urn:archive'><{field}>{include}</{field}></Store>");
        let package = package(&envelope(&document), &[ONE]);
        let package = Package::read(CONTENT_TYPE, &package).unwrap();
        let error = Envelope::<OtherTypes>::from_package(&package).unwrap_err();
        let path = format!("Envelope/Body/Store/{field}");
        assert!(error.path().unwrap().starts_with(&path), "{error}");
        match error.kind() {
            ErrorKind::UnexpectedChild(name) => assert_eq!(name.local(), "Include"),
            ErrorKind::Package(problem) => {
                assert_eq!(
                    (field, problem),
                    ("Inner", &PackageProblem::UnexpectedInclude)
                );
            }
            _ => panic!("{field}: {error}"),
        }
    }
}

/// A part may be referred to again, but not for ever: each time its bytes are copied.
#[test]
fn a_part_that_is_referred_to_twice() {
    let twice = |options: &ReadOptions| {
        let include = "<Sound><xop:Include href='cid:1@x'/></Sound>";
        let document = envelope(&format!(
            "<Sounds xmlns='urn:archive'>{}</Sounds>",
            include.repeat(3)
        ));
        let package = package(&document, &[ONE]);
        let package = Package::read(CONTENT_TYPE, &package).unwrap();
        Envelope::<Sounds>::from_package_with(&package, options).map(|it| it.body.sound.len())
    };
    assert_eq!(twice(&ReadOptions::new()).unwrap(), 3);
    assert_eq!(twice(&ReadOptions::new().max_repeated(8)).unwrap(), 3);
    let error = twice(&ReadOptions::new().max_repeated(7)).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_repeated",
                max: 7,
                ..
            }
        ),
        "{error}"
    );
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:archive")]
struct Sounds {
    sound: Vec<Base64Binary>,
}

/// Parts that nobody refers to are kept, with those that have no content id.
#[test]
fn parts_that_nobody_refers_to() {
    let parts: [(&str, &[u8]); 2] = [
        ("Content-ID: <2@x>", b"two"),
        ("Content-Type: image/png", b"three"),
    ];
    let package = package(&store("UklGRg=="), &parts);
    assert_eq!(*read(CONTENT_TYPE, &package).unwrap().content, *b"RIFF");
    let package = Package::read(CONTENT_TYPE, &package).unwrap();
    let kept: Vec<_> = package
        .parts()
        .iter()
        .map(|part| (part.content_id(), part.content()))
        .collect();
    assert_eq!(kept, [(Some("2@x"), &b"two"[..]), (None, b"three")]);
}

/// In a tree it is an element, and the package has the part.
#[test]
fn in_a_tree() {
    let package = package(&store("<xop:Include href='cid:1%40x'/>"), &[ONE]);
    let package = Package::read(CONTENT_TYPE, &package).unwrap();
    let tree = Envelope::<Element>::from_package(&package).unwrap().body;
    let include = tree.descendant(&["Content", "Include"]);
    let part = package
        .part(include.attribute("", "href").unwrap())
        .unwrap();
    assert_eq!(part.content(), b"RIFF");
    // As a value of its type it has the bytes, if it is asked for beside them.
    let store: Store = package.read_element(&tree).unwrap();
    assert_eq!(*store.content, *b"RIFF");
    let alone = tree.read::<Store>().unwrap_err();
    assert!(
        matches!(alone.kind(), ErrorKind::Package(PackageProblem::MissingPart(id)) if id == "1@x"),
        "{alone}"
    );
    let other = Package::new(package.root().clone());
    let missing = other.read_element::<Store>(&tree).unwrap_err();
    assert!(
        matches!(
            missing.kind(),
            ErrorKind::Package(PackageProblem::MissingPart(_))
        ),
        "{missing}"
    );
}

trait Descendant {
    fn descendant(&self, path: &[&str]) -> &Element;
}

impl Descendant for Element {
    fn descendant(&self, path: &[&str]) -> &Element {
        path.iter().fold(self, |element, local| {
            element
                .children()
                .find(|child| child.name().local() == *local)
                .unwrap()
        })
    }
}

/// A document that is read without its package says so.
#[test]
fn without_a_package() {
    let error = Store::from_envelope(&store("<xop:Include href='cid:1@x'/>")).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::Package(PackageProblem::MissingPart(id)) if id == "1@x")
    );
    assert!(error.hint().unwrap().contains("mtom::Package"), "{error}");
    // What is unknown is skipped there as ever.
    let inner = format!(
        "<Inner><Data/><i:Include xmlns:i='{}' href='x'/></Inner>",
        crate::XOP
    );
    assert!(xml::from_str::<Inner>(&inner).is_ok());
}

/// SOAP Messages with Attachments: no part stands for a text, and a `cid:` is a text that the program resolves.
#[test]
fn soap_with_attachments() {
    #[derive(Debug, SoapMessage)]
    #[soap(namespace = "urn:archive")]
    struct Show {
        #[soap(attribute)]
        href: String,
        picture: String,
    }
    let body = "<Show xmlns='urn:archive' Href='cid:2@x'><Picture>cid:1%40x</Picture></Show>";
    let package = package(&envelope(body), &[ONE, ("Content-ID: <2@x>", b"two")]);
    let package = String::from_utf8(package)
        .unwrap()
        .replace("application/xop+xml", "text/xml");
    let content_type = "multipart/related; type=\"text/xml\"; boundary=b";
    let package = Package::read(content_type, package.as_bytes()).unwrap();
    assert!(!package.is_xop());
    let show = Envelope::<Show>::from_package(&package).unwrap().body;
    assert_eq!(package.part(&show.picture).unwrap().content(), b"RIFF");
    assert_eq!(package.part(&show.href).unwrap().content(), b"two");
}

#[test]
fn in_soap_with_attachments_nothing_is_included() {
    let package = package(&store("<xop:Include href='cid:1@x'/>"), &[ONE]);
    let package = String::from_utf8(package)
        .unwrap()
        .replace("application/xop+xml", "text/xml");
    let read = read(
        "multipart/related; type=\"text/xml\"; boundary=b",
        package.as_bytes(),
    );
    assert_eq!(problem(read).0, PackageProblem::MissingPart("1@x".into()));
}
