//! Header blocks that must be understood: rules C.

use um_messages::soap::{Block, ReadHeaders};
use um_messages::um::GetCallInfo;
use um_messages::xml::{QName, Reader};
use um_messages::{Envelope, ErrorKind, ReadOptions, Result, SoapType};
use um_tests::documents::{M, V1_1, V1_2, short_envelope};
use um_tests::errors::say;
use um_tests::sources::{both_messages, sources};

#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:h")]
pub(crate) struct Headers {
    pub(crate) known: Option<Block<String>>,
    pub(crate) number: Option<u8>,
}

const MESSAGE: &str = "<s:Body><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body>";

pub(crate) fn with_header(namespace: &str, blocks: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"{namespace}\" xmlns:m=\"{M}\" xmlns:h=\"urn:h\">\n<s:Header>{blocks}</s:Header>\n{MESSAGE}</s:Envelope>"
    )
}

pub(crate) fn read_header(
    document: &str,
    options: &ReadOptions,
) -> Result<Envelope<GetCallInfo, Headers>> {
    let read = |reader: &mut Reader<'_>| Envelope::<GetCallInfo, Headers>::read(reader);
    let (tokenizer, stream) = sources(document, options, &read);
    assert_eq!(tokenizer.is_ok(), stream.is_ok(), "{document}");
    tokenizer
}

/// The blocks that are not understood.
fn not_understood(namespace: &str, blocks: &str) -> Vec<String> {
    match read_header(&with_header(namespace, blocks), &ReadOptions::new()) {
        Ok(_) => Vec::new(),
        Err(error) => match error.kind() {
            ErrorKind::NotUnderstood(names) => names.iter().map(ToString::to_string).collect(),
            _ => panic!("{blocks}: {error}"),
        },
    }
}

/// The rule, the version, the blocks, and those of them that are not understood.
#[rustfmt::skip]
const BLOCKS: &[(&str, &str, &str, &[&str])] = &[
    ("C 38", V1_1, "<h:X/>", &[]),
    ("C 38", V1_1, "<h:X s:mustUnderstand='1'/>", &["{urn:h}X"]),
    ("C 38", V1_1, "<h:X s:mustUnderstand='0'/>", &[]),
    ("C 38, a field claims it", V1_1, "<h:Known s:mustUnderstand='1'>x</h:Known>", &[]),
    ("C 38, a field claims it", V1_1, "<h:Number s:mustUnderstand='1'>1</h:Number>", &[]),
    ("C 38, all are named", V1_1, "<h:X s:mustUnderstand='1'/><h:Y/><Z s:mustUnderstand='1'/>", &["{urn:h}X", "Z"]),
    ("C 38, by name, not by local name", V1_1, "<x:Known xmlns:x='urn:x' s:mustUnderstand='1'/>", &["{urn:x}Known"]),
    ("C 37", V1_2, "<h:X s:mustUnderstand='true'/>", &["{urn:h}X"]),
    ("C 37", V1_2, "<h:X s:mustUnderstand='1'/>", &["{urn:h}X"]),
    ("C 37", V1_2, "<h:X s:mustUnderstand=' true '/>", &["{urn:h}X"]),
    ("C 37", V1_2, "<h:X s:mustUnderstand='false'/>", &[]),
    ("C 40, next", V1_1, "<h:X s:mustUnderstand='1' s:actor='http://schemas.xmlsoap.org/soap/actor/next'/>", &["{urn:h}X"]),
    ("C 40, next", V1_2, "<h:X s:mustUnderstand='1' s:role='http://www.w3.org/2003/05/soap-envelope/role/next'/>", &["{urn:h}X"]),
    ("C 40, ultimate receiver", V1_2, "<h:X s:mustUnderstand='1' s:role='http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver'/>", &["{urn:h}X"]),
    ("C 40, no role", V1_2, "<h:X s:mustUnderstand='1' s:role=''/>", &["{urn:h}X"]),
    ("C 41", V1_1, "<h:X s:mustUnderstand='1' s:actor='urn:other'/>", &[]),
    ("C 41", V1_2, "<h:X s:mustUnderstand='1' s:role='urn:other'/>", &[]),
    ("C 42", V1_2, "<h:X s:mustUnderstand='1' s:role='http://www.w3.org/2003/05/soap-envelope/role/none'/>", &[]),
    ("C 43, not a child", V1_1, "<h:X><h:Y s:mustUnderstand='1'/></h:X>", &[]),
    ("C 44, unqualified", V1_1, "<h:X mustUnderstand='1'/>", &[]),
    ("C 44, unqualified", V1_2, "<h:X mustUnderstand='1'/>", &[]),
    ("C 44, the other version's", V1_2, "<h:X xmlns:o='http://schemas.xmlsoap.org/soap/envelope/' o:mustUnderstand='1'/>", &[]),
    ("C 44, the other version's", V1_1, "<h:X xmlns:o='http://www.w3.org/2003/05/soap-envelope' o:mustUnderstand='1'/>", &[]),
    ("C 44, an unqualified role", V1_1, "<h:X s:mustUnderstand='1' actor='urn:other'/>", &["{urn:h}X"]),
    ("C 44, a role is of SOAP 1.2", V1_1, "<h:X s:mustUnderstand='1' s:role='urn:other'/>", &["{urn:h}X"]),
    ("C 44, an actor is of SOAP 1.1", V1_2, "<h:X s:mustUnderstand='1' s:actor='urn:other'/>", &["{urn:h}X"]),
    ("C 47, they may repeat", V1_1, "<h:X/><h:X/><h:Y/>", &[]),
];

#[test]
fn mandatory_blocks_are_understood_or_refused() {
    for &(rule, version, blocks, expected) in BLOCKS {
        assert_eq!(
            not_understood(version, blocks),
            expected,
            "{rule}: {blocks}"
        );
    }
}

#[test]
fn the_caller_can_understand_blocks() {
    let document = with_header(
        V1_1,
        "<h:X s:mustUnderstand='1'/><h:Y s:mustUnderstand='1'/>",
    );
    let options = ReadOptions::new().understand(&[QName::new("urn:h", "X")]);
    let error = read_header(&document, &options).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::NotUnderstood(names) if *names == [QName::new("urn:h", "Y")]),
        "{error}"
    );
    read_header(&document, &options.understand(&[QName::new("urn:h", "Y")])).unwrap();
    read_header(&document, &ReadOptions::new().ignore_must_understand(true)).unwrap();
}

/// SOAP 1.2 part 1, 2.2 and 2.6: the receiver acts in more roles than those that all have.
#[test]
fn the_caller_can_act_in_roles() {
    let none = "http://www.w3.org/2003/05/soap-envelope/role/none";
    let options = ReadOptions::new().role("urn:a").role("urn:b").role(none);
    for (version, attribute) in [(V1_1, "actor"), (V1_2, "role")] {
        let block = |role: &str| {
            let block = format!("<h:X s:mustUnderstand='1' s:{attribute}='{role}'/>");
            with_header(version, &block)
        };
        for role in ["urn:a", " urn:b\n", ""] {
            let error = read_header(&block(role), &options).unwrap_err();
            assert!(
                matches!(error.kind(), ErrorKind::NotUnderstood(names) if *names == [QName::new("urn:h", "X")]),
                "{error}"
            );
        }
        for role in ["urn:c", "urn:A", "urn:a/", none] {
            read_header(&block(role), &options).unwrap();
        }
        read_header(&block("urn:a"), &ReadOptions::new()).unwrap();
        let understood = options.clone().understand(&[QName::new("urn:h", "X")]);
        read_header(&block("urn:a"), &understood).unwrap();
        // What is wrong with a block for such a role is our concern.
        let wrong = block("urn:a")
            .replace("<h:X", "<h:Number")
            .replace("/></s:H", ">many</h:Number></s:H");
        read_header(&wrong, &options).unwrap_err();
        read_header(&wrong, &ReadOptions::new()).unwrap();
    }
}

#[test]
fn blocks_that_are_not_understood_are_named() {
    let document = with_header(
        V1_1,
        "\n<h:X s:mustUnderstand='1'/><h:Y s:mustUnderstand='1'/>",
    );
    let error = read_header(&document, &ReadOptions::new()).unwrap_err();
    insta::assert_snapshot!(say(&error), @r#"
NotUnderstood Some("Envelope/Header/X") Some((3, 1))
header blocks that must be understood are not: `{urn:h}X` and `{urn:h}Y`, in `Envelope/Header/X`, line 3, column 1; understood is what is a field of the header's struct, or named by `ReadOptions::understand`
"#);
}

#[test]
fn a_block_that_cannot_be_read() {
    let document = with_header(V1_1, "\n<h:Number>many</h:Number>");
    insta::assert_snapshot!(say(&read_header(&document, &ReadOptions::new()).unwrap_err()), @r#"
InvalidValue Some("Envelope/Header/Number") Some((3, 11))
`many` is not an integer from 0 to 255, in `Envelope/Header/Number`, line 3, column 11
"#);
    let twice = with_header(V1_1, "<h:Number>1</h:Number>\n<h:Number>1</h:Number>");
    insta::assert_snapshot!(say(&read_header(&twice, &ReadOptions::new()).unwrap_err()), @r#"
Duplicate Some("Envelope/Header/Number") Some((3, 1))
`Number` stands twice, where it may stand once, in `Envelope/Header/Number`, line 3, column 1
"#);
    let wrong = with_header(V1_2, "\n<h:X s:mustUnderstand='maybe'/>");
    insta::assert_snapshot!(say(&read_header(&wrong, &ReadOptions::new()).unwrap_err()), @r#"
InvalidValue Some("Envelope/Header/X/@s:mustUnderstand") Some((3, 24))
`maybe` is not `true`, `false`, `1` or `0`, in `Envelope/Header/X/@s:mustUnderstand`, line 3, column 24
"#);
}

/// What an envelope with header blocks is read as, which is the same by both sources.
pub(crate) fn read_with<H>(
    document: &str,
    options: &ReadOptions,
) -> Result<Envelope<GetCallInfo, H>>
where
    H: for<'de> ReadHeaders<'de>,
{
    let read = |reader: &mut Reader<'_>| Envelope::<GetCallInfo, H>::read(reader);
    let (tokenizer, stream) = sources(document, options, &read);
    assert_eq!(tokenizer.is_ok(), stream.is_ok(), "{document}");
    tokenizer
}

/// Of many blocks that are wrong in the same way, the first one is the error.
/// It was broken once.
#[test]
fn of_many_wrong_blocks_the_first_is_the_error() {
    let blocks = "\n<h:X s:mustUnderstand='maybe'/>".repeat(3_000);
    let document = short_envelope(&format!(
        "<s:Header xmlns:h='urn:h'>{blocks}</s:Header><s:Body/>"
    ));
    let error = both_messages::<()>(&document).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { value, .. } if value == "maybe"),
        "{error}"
    );
    assert_eq!(error.path(), Some("Envelope/Header/X/@s:mustUnderstand"));
    assert_eq!(error.position().unwrap().line, 2);
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h", deny_unknown_fields)]
struct Strict {
    known: Option<String>,
}

pub(crate) fn with_blocks(blocks: &str) -> String {
    short_envelope(&format!(
        "{blocks}<s:Body><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body>"
    ))
}

/// A block that the caller says it understands is not an unknown one.
/// It was broken once.
#[test]
fn understood_blocks_are_known_where_unknown_ones_are_denied() {
    let understood = ReadOptions::new().understand(&[QName::new("urn:h", "X")]);
    for attribute in ["", " s:mustUnderstand='1'"] {
        let block = |local: &str| {
            with_blocks(&format!(
                "<s:Header xmlns:h='urn:h'><h:{local}{attribute}/><h:Known>k</h:Known></s:Header>"
            ))
        };
        let read = read_with::<Strict>(&block("X"), &understood).unwrap();
        assert_eq!(read.header.known.as_deref(), Some("k"));
        read_with::<Strict>(&block("X"), &ReadOptions::new()).unwrap_err();
        read_with::<Strict>(&block("Y"), &understood).unwrap_err();
    }
    let unknown = with_blocks("<s:Header><h:Y xmlns:h='urn:h'/></s:Header>");
    let error = read_with::<Strict>(&unknown, &understood).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::UnknownElement(name) if name.is("urn:h", "Y")),
        "{error}"
    );
}
