//! Encodings of documents.

use um_messages::xml::{Element, Reader};
use um_messages::{Envelope, Error, ReadOptions, SoapMessage, um};
use um_tests::sources::{both_messages, tree};

use crate::rows::Kind::{self, End, Syntax};
use crate::rows::kind;

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

fn read_bytes(bytes: &[u8]) -> Result<Element, Error> {
    tree(&mut Reader::from_slice_with(bytes, &ReadOptions::new())?)
}

/// XML 4.3.3 and appendix F, WS-I R1012, R4001.
#[test]
fn encodings_are_told_apart() {
    let text = "<a b='ä'>ö \u{1F600}</a>";
    let declared = format!("<?xml version='1.0' encoding='UTF-16'?>{text}");
    let marked = format!("\u{FEFF}{text}");
    let expected: Element = text.parse().unwrap();
    let documents = [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8, marked", marked.as_bytes().to_vec()),
        (
            "UTF-16, little end first, marked",
            utf16(&marked, u16::to_le_bytes),
        ),
        (
            "UTF-16, big end first, marked",
            utf16(&marked, u16::to_be_bytes),
        ),
        (
            "UTF-16, little end first, declared",
            utf16(&declared, u16::to_le_bytes),
        ),
        (
            "UTF-16, big end first, declared",
            utf16(&declared, u16::to_be_bytes),
        ),
        (
            "UTF-16, both",
            utf16(&format!("\u{FEFF}{declared}"), u16::to_be_bytes),
        ),
        ("UTF-16, neither", utf16(text, u16::to_le_bytes)),
    ];
    for (encoding, bytes) in documents {
        assert_eq!(read_bytes(&bytes).unwrap(), expected, "{encoding}");
    }
}

#[test]
fn latin_1_is_read_where_it_is_declared() {
    for label in ["ISO-8859-1", "iso-8859-1", "latin1"] {
        let head = format!("<?xml version=\"1.0\" encoding=\"{label}\"?>");
        let bytes = [head.as_bytes(), b"<a b='\xE4'>\xF6\x85\xFF\xC3\xA9</a>"].concat();
        let element = read_bytes(&bytes).unwrap();
        assert_eq!(element.text(), "ö\u{85}ÿÃ©");
        assert_eq!(element.attribute("", "b"), Some("ä"));
    }
}

/// XML 2.8 [23], [25], 2.3 [3]: however the declaration is spaced, it is what says the encoding.
#[test]
fn white_space_does_not_hide_the_declared_encoding() {
    let spaces = " \r\n\t".repeat(100);
    let head =
        format!("<?xml version='1.0'{spaces}encoding{spaces}={spaces}'ISO-8859-1'{spaces}?>");
    let element = read_bytes(&[head.as_bytes(), b"<a>\xC3\xA9</a>"].concat()).unwrap();
    assert_eq!(element.text(), "Ã©");
}

/// XML 2.6, 2.8 [23]: an instruction whose target begins with `xml` is no XML declaration.
#[test]
fn other_instructions_declare_no_encoding() {
    let document = "<?xml-stylesheet href='x' encoding='ISO-8859-1'?><a>é</a>";
    assert_eq!(read_bytes(document.as_bytes()).unwrap().text(), "é");
    let document = "<?xml-stylesheet href='x' encoding='UTF-16'?><a/>";
    read_bytes(document.as_bytes()).unwrap();
}

#[test]
fn what_is_not_text_is_refused() {
    let unknown = b"<?xml version='1.0' encoding='EBCDIC-CP-DE'?><a/>";
    let utf16_alone = b"<?xml version='1.0' encoding='UTF-16'?><a/>";
    let odd = [&utf16("\u{FEFF}<a/>", u16::to_le_bytes)[..], b"\0"].concat();
    let half_pair = [
        &utf16("<a>", u16::to_le_bytes)[..],
        &[0x3D, 0xD8],
        &utf16("</a>", u16::to_le_bytes),
    ]
    .concat();
    let utf32 = "\u{FEFF}<a/>"
        .chars()
        .flat_map(|c| u32::from(c).to_le_bytes())
        .collect::<Vec<_>>();
    let cases: &[(&str, &[u8], Kind)] = &[
        ("an encoding that is not known", unknown, Kind::Encoding),
        (
            "UTF-16 that is declared, and not there",
            utf16_alone,
            Kind::Encoding,
        ),
        ("half a character", &odd, Kind::Encoding),
        ("half a surrogate pair", &half_pair, Kind::Encoding),
        ("UTF-32", &utf32, Syntax),
        (
            "a byte that UTF-8 does not have",
            b"<a>\xFF</a>",
            Kind::Encoding,
        ),
        ("an overlong form", b"<a>\xC0\x80</a>", Kind::Encoding),
        (
            "a surrogate in UTF-8",
            b"<a>\xED\xA0\x80</a>",
            Kind::Encoding,
        ),
        (
            "a character that is cut off",
            b"<a>\xE2\x82</a>",
            Kind::Encoding,
        ),
        (
            "Latin-1 that is not declared",
            b"<a>\xE4</a>",
            Kind::Encoding,
        ),
        ("nothing", b"", End),
        ("one byte", b"<", End),
    ];
    for &(case, bytes, expected) in cases {
        let error = read_bytes(bytes).unwrap_err();
        assert_eq!(kind(&error), expected, "{case}: {error}");
    }
}

#[test]
fn envelopes_are_read_from_each_encoding() {
    let request = um::GetCallInfo {
        call_id: "Jürgen \u{1F600}".into(),
    };
    let text = request.to_envelope().unwrap();
    let marked = text.replacen("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "\u{FEFF}", 1);
    for bytes in [
        text.clone().into_bytes(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
    ] {
        assert_eq!(
            um::GetCallInfo::from_envelope_slice(&bytes).unwrap(),
            request
        );
        let read = Envelope::<um::GetCallInfo>::read_from(bytes.as_slice()).unwrap();
        assert_eq!(read.body, request);
    }
    assert_eq!(both_messages::<um::GetCallInfo>(&text).unwrap(), request);
}

/// XML 4.3.3: text that is not in the declared encoding is refused, not guessed at.
#[test]
fn ascii_that_is_declared_is_ascii() {
    let document = "<?xml version='1.0' encoding='US-ASCII'?><a>e</a>";
    read_bytes(document.as_bytes()).unwrap();
    let error = read_bytes(document.replace(">e<", ">é<").as_bytes()).unwrap_err();
    assert_eq!(kind(&error), Kind::Encoding, "{error}");
}
