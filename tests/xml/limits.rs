//! Limits, which are exact. What a limit does not stop is read in time linear in its length.

use std::fmt::Write as _;

use um_messages::um::{self, GetCallInfo};
use um_messages::xml::{self, Attribute, Element, Reader};
use um_messages::{Category, Envelope, Error, ErrorKind, ReadOptions, SoapMessage, SoapType};
use um_tests::documents::{MANY, body};
use um_tests::errors::{request_error, say};
use um_tests::loan::{Loan, body as loan_body, loan, read_with, write};
use um_tests::sources::{both, both_by, both_messages_with, both_with, sources, tree};

use crate::rows::{check, document_of};

pub(crate) fn attributes(count: usize, more: &str) -> String {
    let mut tag = String::from("<a xmlns:p='u' xmlns:q='u'");
    for number in 0..count {
        write!(tag, " b{number}='{number}'").unwrap();
    }
    write!(tag, "{more}/>").unwrap();
    tag
}

/// The limit that an error names, and its value.
pub(crate) fn limit(error: &Error) -> Option<(&'static str, usize)> {
    match error.kind() {
        ErrorKind::Limit { limit, max, .. } => Some((*limit, *max)),
        _ => None,
    }
}

/// The limit that both sources name.
fn limit_of(document: &str, options: &ReadOptions) -> Option<(&'static str, usize)> {
    let named = |result: Result<Element, Error>| limit(&result.unwrap_err());
    let (tokenizer, stream) = sources(document, options, &|reader| tree(reader));
    let tokenizer = named(tokenizer);
    assert_eq!(named(stream), tokenizer, "from a stream");
    tokenizer
}

/// Each limit lets its own number pass, and not one more.
#[test]
fn limits_are_exact() {
    let depth = |levels: usize| format!("{}{}", "<a>".repeat(levels), "</a>".repeat(levels));
    let namespaces = |count: usize| {
        let declarations = (0..count).fold(String::new(), |mut text, number| {
            write!(text, " xmlns:p{number}='u{number}'").unwrap();
            text
        });
        format!("<a{declarations}/>")
    };
    let options = ReadOptions::new();
    both(&depth(64)).unwrap();
    assert_eq!(limit_of(&depth(65), &options), Some(("max_depth", 64)));
    both_with(&depth(3), &options.clone().max_depth(3)).unwrap();
    assert_eq!(
        limit_of(&depth(4), &options.clone().max_depth(3)),
        Some(("max_depth", 3))
    );

    both(&attributes(254, "")).unwrap();
    assert_eq!(
        limit_of(&attributes(255, ""), &options),
        Some(("max_attributes", 256))
    );

    both(&namespaces(256)).unwrap();
    let in_scope = format!("<a xmlns='u'>{}</a>", namespaces(256));
    assert_eq!(limit_of(&in_scope, &options), Some(("max_namespaces", 256)));
    let beside = format!("<a>{}{}</a>", namespaces(200), namespaces(200));
    both(&beside).unwrap();

    let children = options.clone().max_children(2);
    both_with("<a><b/><b><c/><c/></b></a>", &children).unwrap();
    assert_eq!(
        limit_of("<a><b/><b/><b/></a>", &children),
        Some(("max_children", 2))
    );
}

/// The length is that of the URI, in bytes and with its references resolved, and of no other attribute.
#[test]
fn the_limit_of_namespace_uris_is_exact() {
    let declared = |uri: &str| format!("<a b='{}' xmlns='{uri}'/>", "x".repeat(1000));
    let default = ReadOptions::new();
    both(&declared(&"u".repeat(256))).unwrap();
    assert_eq!(
        limit_of(&declared(&"u".repeat(257)), &default),
        Some(("max_uri", 256))
    );
    let short = default.max_uri(4);
    both_with(&declared("&#x1F600;"), &short).unwrap();
    both_with(&declared("&amp;&lt;u:"), &short).unwrap();
    assert_eq!(limit_of(&declared("äöü"), &short), Some(("max_uri", 4)));
    let prefixed = "<a xmlns:p='12345'/>";
    assert_eq!(limit_of(prefixed, &short), Some(("max_uri", 4)));
}

#[derive(Debug, PartialEq, SoapType)]
struct Keeping {
    #[soap(any)]
    elements: Vec<Element>,
    #[soap(any_attribute)]
    attributes: Vec<Attribute>,
}

/// Elements, attributes and texts count, all that are kept of a document together; what is not kept does not.
#[test]
fn the_limit_of_kept_nodes_is_exact() {
    let tree = "<a b='' c='' xmlns:d='u'>text<!-- -->more<e/>text</a>";
    both_with(tree, &ReadOptions::new().max_nodes(6)).unwrap();
    assert_eq!(
        limit_of(tree, &ReadOptions::new().max_nodes(5)),
        Some(("max_nodes", 5))
    );
    let read = |max| {
        let document = "<Keeping a='' b=''><c/><c d=''>text</c></Keeping>";
        let options = ReadOptions::new().max_nodes(max);
        both_by(document, &options, &|reader| reader.read_root::<Keeping>())
    };
    read(6).unwrap();
    let error = read(5).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_nodes",
                max: 5,
                ..
            }
        ),
        "{error}"
    );
    let skipped = body(&format!(
        "<m:GetCallInfo>{}<m:CallId>1</m:CallId></m:GetCallInfo>",
        "<x/>".repeat(MANY)
    ));
    let options = ReadOptions::new().max_nodes(0);
    Envelope::<GetCallInfo>::from_xml_with(&skipped, &options).unwrap();
    let fault = body(&format!(
        "<s:Fault><faultcode>s:Server</faultcode><detail>{}</detail></s:Fault>",
        "<x/>".repeat(1000)
    ));
    let options = ReadOptions::new().max_nodes(1000);
    let error = Envelope::<GetCallInfo>::from_xml_with(&fault, &options).unwrap_err();
    assert_eq!(error.category(), Category::Limit, "{error}");
}

/// The first name that stands again is named, among few and among many, wherever it stands.
#[test]
fn names_that_stand_twice_in_a_tag() {
    for count in [0, 1, 11, 12, 13, 200] {
        for (place, twin) in [(0, 0), (count / 2, 0), (count, count / 2), (count, count)] {
            let tag = |begin: &str| {
                let mut names: Vec<String> =
                    (0..=count).map(|number| format!("b{number}")).collect();
                names.insert(place + 1, format!("b{twin}"));
                names.iter().fold(String::from("<a"), |mut tag, name| {
                    write!(tag, " {begin}{name}='u'").unwrap();
                    tag
                }) + "/>"
            };
            let error = document_of(&tag(""), &ReadOptions::new()).unwrap_err();
            let expected = format!("the attribute `b{twin}` stands twice");
            assert!(
                error.to_string().contains(&expected),
                "{count} {place} {twin}: {error}"
            );
            let error = document_of(&tag("xmlns:"), &ReadOptions::new()).unwrap_err();
            assert!(
                error.to_string().contains("is declared twice"),
                "{count} {place} {twin}: {error}"
            );
        }
    }
}

/// The limit is of the value, wherever it stands and however it is put together.
#[test]
fn the_limit_of_text_is_exact() {
    let options = ReadOptions::new().max_text(4);
    let fits = [
        "<a>1234</a>",
        "<a b='1234'/>",
        "<a>12<!---->34</a>",
        "<a><![CDATA[12]]>34</a>",
        "<a>12<b>1234</b></a>",
        "<a>&#x1F600;</a>",
        "<a>&amp;&amp;&amp;&amp;</a>",
        "<a b='&lt;&lt;&lt;&lt;'/>",
    ];
    let too_long = [
        "<a>12345</a>",
        "<a b='12345'/>",
        "<a>123<!---->45</a>",
        "<a><![CDATA[123]]>45</a>",
        "<a>äöü</a>",
        "<a>&amp;&amp;&amp;&amp;&amp;</a>",
    ];
    let fits = fits.into_iter().filter_map(|document| {
        let error = document_of(document, &options).err()?;
        Some(format!("{document}: {error}"))
    });
    let too_long = too_long.into_iter().filter_map(|document| {
        let kind = document_of(document, &options).map_err(|error| format!("{:?}", error.kind()));
        let limit = Err("Limit { limit: \"max_text\", max: 4 }".to_owned());
        (kind != limit).then(|| format!("{document}: {kind:?}"))
    });
    check(&fits.chain(too_long).collect::<Vec<_>>());
}

#[test]
fn too_long_a_text_is_named_where_it_begins() {
    let options = ReadOptions::new().max_text(4);
    let read = |text: &str| {
        let document = format!("<a>{text}</a>");
        let mut reader = Reader::from_str_with(&document, &options);
        reader.next_child().unwrap();
        let error = reader.text_content().unwrap_err();
        error.position().unwrap().byte
    };
    assert_eq!(read("&amp;&amp;&amp;&amp;&amp;"), 3);
    assert_eq!(read("12345&lt;"), 3);
}

#[test]
fn the_limit_of_bytes_is_exact() {
    let text = um::DisconnectResponse::default().to_envelope().unwrap();
    let bytes = text.as_bytes();
    let length = bytes.len() as u64;
    let read = |max| {
        Envelope::<um::DisconnectResponse>::read_from_with(
            bytes,
            &ReadOptions::new().max_bytes(max),
        )
    };
    read(length).unwrap();
    let error = read(length - 1).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_bytes",
                ..
            }
        ),
        "{error}"
    );
    assert_eq!(
        error.to_string(),
        format!("more than `max_bytes` allows ({})", length - 1)
    );
}

#[test]
fn deep_nesting() {
    let nested = format!("{}{}", "<x>".repeat(MANY), "</x>".repeat(MANY));
    let document = body(&format!(
        "<m:GetCallInfo>{nested}<m:CallId>1</m:CallId></m:GetCallInfo>"
    ));
    let error = request_error(&document);
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_depth",
                max: 64,
                ..
            }
        ),
        "{:?}",
        error.kind()
    );
    assert!(
        error
            .to_string()
            .starts_with("more than `max_depth` allows (64), in `Envelope/Body/GetCallInfo/x/x/"),
        "{error}"
    );

    let options = ReadOptions::new().max_depth(MANY + 10);
    let read = Envelope::<GetCallInfo>::from_xml_with(&document, &options).unwrap();
    assert_eq!(read.body.call_id, "1");

    let unclosed = body(&format!("<m:GetCallInfo>{}", "<x>".repeat(MANY)));
    Envelope::<GetCallInfo>::from_xml_with(&unclosed, &options).unwrap_err();
}

#[test]
fn a_million_attributes() {
    let mut tag = String::from("<m:GetCallInfo");
    (0..1_000_000).for_each(|number| write!(tag, " a{number}=''").unwrap());
    let document = body(&format!("{tag}><m:CallId>1</m:CallId></m:GetCallInfo>"));
    let error = request_error(&document);
    insta::assert_snapshot!(say(&GetCallInfo::from_envelope(&document).unwrap_err()), @r#"
Limit Some("Envelope/Body") Some((3, 1954))
more than `max_attributes` allows (256), in `Envelope/Body`, line 3, column 1954
"#);
    drop(error);
    let options = ReadOptions::new().max_attributes(usize::MAX);
    let read = Envelope::<GetCallInfo>::from_xml_with(&document, &options).unwrap();
    assert_eq!(read.body.call_id, "1");
    let twin = document
        .replacen("<m:CallId>", "<m:CallId a='' b=''>", 1)
        .replacen(" a5=''", " a999998=''", 1);
    let error = Envelope::<GetCallInfo>::from_xml_with(&twin, &options).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("the attribute `a999998` stands twice"),
        "{error}"
    );
}

/// Namespaces that are declared one after the other, and all different.
#[test]
fn very_many_namespaces() {
    let mut content = String::new();
    (0..MANY).for_each(|number| {
        write!(
            content,
            "<x xmlns='urn:{number}' xmlns:p='urn:p{number}' p:a=''/>"
        )
        .unwrap();
    });
    let document = body(&format!(
        "<m:GetCallInfo>{content}<m:CallId>1</m:CallId></m:GetCallInfo>"
    ));
    assert_eq!(GetCallInfo::from_envelope(&document).unwrap().call_id, "1");

    let mut tag = String::from("<m:GetCallInfo");
    (0..300).for_each(|number| write!(tag, " xmlns:p{number}='urn:p'").unwrap());
    let document = body(&format!("{tag}/>"));
    let options = ReadOptions::new().max_attributes(usize::MAX);
    let error = both_messages_with::<GetCallInfo>(&document, &options).unwrap_err();
    insta::assert_snapshot!(say(&error), @r#"
Limit Some("Envelope/Body") Some((3, 1))
more than `max_namespaces` allows (256), in `Envelope/Body`, line 3, column 1
"#);
}

#[test]
fn huge_text() {
    let text = "0123456789abcdef &amp; ".repeat(1 << 18);
    let document = body(&format!(
        "<m:GetCallInfo><m:CallId>{text}</m:CallId></m:GetCallInfo>"
    ));
    let read = GetCallInfo::from_envelope(&document).unwrap();
    assert_eq!(read.call_id.len(), 19 << 18);
    let options = ReadOptions::new().max_text(1 << 16);
    let error = Envelope::<GetCallInfo>::from_xml_with(&document, &options).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_text",
                max: 65_536,
                ..
            }
        ),
        "{error}"
    );
    // Many small pieces of text are one text as well.
    let pieces = "x<!---->".repeat(MANY);
    let document = body(&format!(
        "<m:GetCallInfo><m:CallId>{pieces}</m:CallId></m:GetCallInfo>"
    ));
    assert_eq!(
        GetCallInfo::from_envelope(&document).unwrap().call_id.len(),
        MANY
    );
}

/// A broken reference at the end of a long text is found once, not once a character.
#[test]
fn long_tokens_that_are_broken() {
    for document in [
        format!("<a>{}", "&".repeat(MANY)),
        format!("<a>&{}", "x".repeat(MANY)),
        format!("<a>&#{}", "0".repeat(MANY)),
        format!("<a>{}", "]".repeat(MANY)),
        format!("<a>{}", "<!".repeat(MANY)),
        format!("<a>{}", "<!---".repeat(MANY)),
        format!("<a>{}", "<![CDATA[".repeat(MANY)),
        format!("<a>{}", "<?a ".repeat(MANY)),
        format!("<a {}", "='".repeat(MANY)),
        format!("<{}", "a:".repeat(MANY)),
        format!("<a b='{}", "\n".repeat(MANY)),
    ] {
        assert!(document.parse::<Element>().is_err());
        assert!(xml::pretty(&document).is_err());
    }
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn a_hundred_thousand_unknown_levels() {
    let deep = format!("{}{}", "<x>".repeat(100_000), "</x>".repeat(100_000));
    let error = read_with(&deep).unwrap_err();
    assert!(matches!(
        error.kind(),
        ErrorKind::Limit {
            limit: "max_depth",
            max: 64,
            ..
        }
    ));
    let document = loan_body(&format!(
        "<Loan xmlns='urn:library'><Title>Emma</Title>{deep}</Loan>"
    ));
    let options = ReadOptions::new().max_depth(usize::MAX);
    assert_eq!(
        Envelope::<Loan>::from_xml_with(&document, &options)
            .unwrap()
            .body,
        loan("Emma")
    );
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn a_recursive_type_is_bounded() {
    let nested = |levels| {
        (1..levels).fold(loan("last"), |inner, number| {
            let mut outer = loan(&number.to_string());
            outer.sequel = Some(Box::new(inner));
            outer
        })
    };
    // Envelope, Body and the title are levels too.
    write(&nested(61));
    let error = Loan::from_envelope(&nested(62).to_envelope().unwrap()).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_depth",
                ..
            }
        ),
        "{error}"
    );
}
