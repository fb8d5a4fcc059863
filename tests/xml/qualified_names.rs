//! Qualified names in content.

use um_messages::xml::QName;
use um_messages::{ErrorKind, SoapMessage, SoapType, xml};
use um_tests::documents::V1_1;
use um_tests::loan::{loan, read_with, write};
use um_tests::roundtrip::{reads, refused, same};

use crate::simple::is_invalid;

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Names {
    #[soap(attribute)]
    attribute: Option<QName>,
    #[soap(attribute, namespace = "urn:b", prefix = "b")]
    other: Option<QName>,
    name: Vec<QName>,
    maybe: Option<NewName>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct NewName(QName);

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct PrefixedNames {
    name: Vec<QName>,
}

#[test]
fn qualified_names_in_content() {
    let name = |namespace: &'static str, local: &'static str| QName::new(namespace, local);
    same(
        &Names {
            attribute: Some(name("urn:x", "One")),
            other: Some(name("urn:b", "Two")),
            name: vec![
                name("urn:a", "Three"),
                name("urn:x", "Four"),
                name("urn:y", "Five"),
            ],
            maybe: Some(NewName(name(
                "http://www.w3.org/XML/1998/namespace",
                "lang",
            ))),
        },
        concat!(
            r#"<Names xmlns="urn:a" xmlns:b="urn:b" xmlns:ns1="urn:x" Attribute="ns1:One""#,
            r#" b:Other="b:Two"><Name xmlns:ns2="urn:a">ns2:Three</Name><Name>ns1:Four</Name>"#,
            r#"<Name xmlns:ns2="urn:y">ns2:Five</Name><Maybe>xml:lang</Maybe></Names>"#,
        ),
    );
    // A name in no namespace has no prefix, where there is no default namespace.
    same(
        &PrefixedNames {
            name: vec![name("urn:a", "One"), QName::local_only("Two")],
        },
        concat!(
            r#"<a:PrefixedNames xmlns:a="urn:a"><a:Name>a:One</a:Name><a:Name>Two</a:Name>"#,
            "</a:PrefixedNames>",
        ),
    );
    // Without a prefix, the default namespace counts (XML Schema part 2, section 3.2.18).
    reads(
        "<Names xmlns='urn:a'><Name>One</Name><Name xmlns:q='urn:q'> q:Two\n</Name></Names>",
        &Names {
            attribute: None,
            other: None,
            name: vec![name("urn:a", "One"), name("urn:q", "Two")],
            maybe: None,
        },
    );
    for wrong in ["q:Two", ":Two", "a:", "a:b:c", "", "1", "a b"] {
        let error = refused::<Names>(&format!(
            "<Names xmlns='urn:a' xmlns:a='urn:a'><Name>{wrong}</Name></Names>"
        ));
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
    }
}

/// Of a name that cannot be written, the error says where it would stand.
#[test]
fn a_name_in_no_namespace_where_there_is_a_default_one() {
    let name = || QName::local_only("One");
    let nowhere = Names {
        attribute: None,
        other: None,
        name: vec![],
        maybe: None,
    };
    for (value, path) in [
        (
            Names {
                other: Some(name()),
                ..nowhere.clone()
            },
            "Names/@Other",
        ),
        (
            Names {
                name: vec![name()],
                ..nowhere
            },
            "Names/Name",
        ),
    ] {
        let error = xml::to_string(&value).unwrap_err();
        let problem = "the name `One` in no namespace, where there is a default namespace";
        assert!(error.to_string().contains(problem), "{error}");
        assert_eq!(error.path(), Some(path));
    }
}

/// Names in content go by the prefixes in scope, in both directions (XML Schema part 2, 3.2.18).
/// Other libraries that turn structs into XML get this wrong.
#[test]
fn names_in_content_keep_their_namespace() {
    let kind = |content: &str| read_with(content).map(|loan| loan.kind.unwrap());
    assert_eq!(
        kind("<Kind xmlns:a='urn:a'>a:x</Kind>").unwrap(),
        QName::new("urn:a", "x")
    );
    assert_eq!(
        kind("<Kind> soap:x\n</Kind>").unwrap(),
        QName::new(V1_1, "x")
    );
    assert_eq!(
        kind("<Kind>x</Kind>").unwrap(),
        QName::new("urn:library", "x")
    );
    assert_eq!(
        kind("<l:Kind xmlns:l='urn:library' xmlns=''>x</l:Kind>").unwrap(),
        QName::local_only("x")
    );
    for text in ["", "b:x", ":x", "a:", "a:b:c", "1", "a b"] {
        assert!(
            is_invalid(kind(&format!("<Kind>{text}</Kind>"))),
            "{text:?}"
        );
    }
    for name in [
        QName::new("urn:a", "x"),
        QName::new("urn:library", "x"),
        QName::new(V1_1, "x"),
        QName::new("urn:q", "x"),
        QName::local_only("x"),
    ] {
        let mut book = loan("Emma");
        book.kind = Some(name);
        write(&book);
    }
    for local in ["a b", "", "<x/>", "1", "a:b", "&"] {
        let mut book = loan("Emma");
        book.kind = Some(QName::new("urn:a", local));
        let error = book.to_envelope().unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
    }
}
