//! Encodings of documents.

use um_messages::xml::{Element, Reader};
use um_messages::{Category, Envelope, Error, ReadOptions, SoapMessage, um};
use um_tests::sources::{Grains, both_messages, tree};

use crate::rows::Kind::{self, End, Syntax};
use crate::rows::kind;

pub(crate) fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

/// Declares ISO-8859-1.
pub(crate) const LATIN_1: &str = "<?xml version='1.0' encoding='ISO-8859-1'?>";

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
        ("half a character, cut off", &odd, End),
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

/// The bytes as a slice, as a stream that is read first, and as one that is read on the way.
fn every_way(bytes: &[u8]) -> [Result<Element, Error>; 4] {
    every_way_with(bytes, &ReadOptions::new())
}

/// As [`every_way`], with options.
fn every_way_with(bytes: &[u8], options: &ReadOptions) -> [Result<Element, Error>; 4] {
    let grains = |sizes| Grains::new(bytes, sizes);
    [
        Reader::from_slice_with(bytes, options).and_then(|mut reader| tree(&mut reader)),
        Reader::read_from_with(bytes, options).and_then(|mut reader| tree(&mut reader)),
        tree(&mut Reader::from_stream_with(grains(&[1]), options)),
        tree(&mut Reader::from_stream_with(bytes, options)),
    ]
}

/// RFC 7303, 3.2 and 3.3, WS-I R1019: what HTTP says counts before the declaration, and a byte order mark before both.
#[test]
fn the_charset_counts_before_the_declaration() {
    let document = |label: &str| format!("<?xml version='1.0' encoding='{label}'?><a>Ã©</a>");
    let latin_1 = |text: String| -> Vec<u8> {
        text.chars()
            .map(|c| u8::try_from(u32::from(c)).unwrap())
            .collect()
    };
    for (charset, bytes) in [
        ("utf-8", document("iso-8859-1").into_bytes()),
        ("UTF-8", document("utf-16").into_bytes()),
        ("utf-8", document("unknown").into_bytes()),
        ("utf-8", b"<a>\xC3\x83\xC2\xA9</a>".to_vec()),
        ("utf-8", b"\n<a>\xC3\x83\xC2\xA9</a>".to_vec()),
        ("ISO-8859-1", latin_1(document("utf-8"))),
        ("iso-8859-1", b"<a>\xC3\xA9</a>".to_vec()),
        ("utf-16", utf16(&document("utf-8"), u16::to_le_bytes)),
        ("utf-16be", utf16(&document("utf-16le"), u16::to_be_bytes)),
        // The mark.
        (
            "iso-8859-1",
            format!("\u{FEFF}{}", document("utf-8")).into_bytes(),
        ),
        ("unknown", "\u{FEFF}<a>Ã©</a>".as_bytes().to_vec()),
        ("utf-8", utf16("\u{FEFF}<a>Ã©</a>", u16::to_be_bytes)),
    ] {
        for options in [
            ReadOptions::new().charset(charset),
            ReadOptions::new().content_type(&format!("text/xml; charset=\"{charset}\"")),
        ] {
            for read in every_way_with(&bytes, &options) {
                assert_eq!(read.unwrap().text(), "Ã©", "{charset}");
            }
        }
    }
    for read in every_way_with(
        document("iso-8859-1").as_bytes(),
        &ReadOptions::new().content_type("text/xml"),
    ) {
        assert_eq!(read.unwrap().text(), "Ã\u{83}Â©", "the declaration counts");
    }
    // What is no document is none in any charset.
    for bytes in [&b""[..], b"<", b"<a>"] {
        for read in every_way_with(bytes, &ReadOptions::new().charset("utf-8")) {
            assert_eq!(kind(&read.unwrap_err()), End);
        }
    }
}

#[test]
fn a_charset_that_is_wrong_is_refused() {
    let utf_16 = utf16("<a/>", u16::to_le_bytes);
    let cases: [(&str, &[u8], &str); 6] = [
        (
            "ibm037",
            b"<a/>",
            "the encoding `ibm037` is the charset; UTF-8, UTF-16, ISO-8859-1 and windows-1252 are understood",
        ),
        (
            "",
            b"<a/>",
            "the encoding `` is the charset; UTF-8, UTF-16, ISO-8859-1 and windows-1252 are understood",
        ),
        ("utf-8", b"<a>\xE9</a>", "it is not UTF-8 from byte 3 on"),
        (
            "us-ascii",
            b"<a>\xE9</a>",
            "US-ASCII is declared, and the text has other characters",
        ),
        (
            "utf-16",
            b"<a/>",
            "UTF-16 is the charset, and the text is not in UTF-16",
        ),
        (
            "utf-8",
            &utf_16,
            "its first bytes are those of UTF-16LE, and the encoding `utf-8` is the charset",
        ),
    ];
    for (charset, bytes, problem) in cases {
        for read in every_way_with(bytes, &ReadOptions::new().charset(charset)) {
            let error = read.unwrap_err();
            assert_eq!(kind(&error), Kind::Encoding);
            assert!(
                error
                    .to_string()
                    .starts_with(&format!("cannot decode the text: {problem}")),
                "{error}"
            );
        }
    }
}

/// XML 4.3.3: an entity in another encoding than the one that it declares is a fatal error.
#[test]
fn an_encoding_that_the_first_bytes_contradict_is_refused() {
    let declared = |label: &str| format!("<?xml version='1.0' encoding='{label}'?><a>é</a>");
    let marked = |label: &str| format!("\u{FEFF}{}", declared(label));
    let fits = [
        marked("UTF-8").into_bytes(),
        utf16(&marked("UTF-16"), u16::to_le_bytes),
        utf16(&marked("utf-16BE"), u16::to_be_bytes),
        utf16(&declared("UTF-16LE"), u16::to_le_bytes),
    ];
    for bytes in fits {
        for read in every_way(&bytes) {
            assert_eq!(read.unwrap().text(), "é");
        }
    }
    let contradicts = [
        ("UTF-8", "ISO-8859-1", marked("ISO-8859-1").into_bytes()),
        ("UTF-8", "us-ascii", marked("us-ascii").into_bytes()),
        ("UTF-8", "utf-16", marked("utf-16").into_bytes()),
        (
            "UTF-16LE",
            "utf-8",
            utf16(&marked("utf-8"), u16::to_le_bytes),
        ),
        (
            "UTF-16BE",
            "utf-8",
            utf16(&declared("utf-8"), u16::to_be_bytes),
        ),
        (
            "UTF-16BE",
            "UTF-16LE",
            utf16(&marked("UTF-16LE"), u16::to_be_bytes),
        ),
    ];
    for (encoding, label, bytes) in contradicts {
        for read in every_way(&bytes) {
            assert_eq!(
                read.unwrap_err().to_string(),
                format!(
                    "cannot decode the text: its first bytes are those of {encoding}, \
                     and the encoding `{label}` is declared"
                )
            );
        }
    }
}

/// Labels that only begin as those that are known do.
#[test]
fn an_encoding_is_known_by_its_whole_label() {
    for label in ["utf-8x", "utf-80", "utf-16xe", "iso-8859-15"] {
        let document = format!("<?xml version='1.0' encoding='{label}'?><a/>");
        for read in every_way(document.as_bytes()) {
            let error = read.unwrap_err();
            assert_eq!(kind(&error), Kind::Encoding, "{error}");
            assert!(error.to_string().contains(&format!("`{label}`")), "{error}");
        }
    }
}

/// What servers send by mistake is named for what it is.
#[test]
fn other_formats_are_named() {
    let json = "; it looks like JSON";
    let multipart = "; it looks like a MIME multipart message, of which the envelope is one part";
    let bodies: &[(&[u8], &str)] = &[
        (
            b"\x1F\x8B\x08\x00\x00\x00\x00\x00",
            "it is compressed with gzip, and has to be unpacked first",
        ),
        (
            b"\x1F\x8B",
            "it is compressed with gzip, and has to be unpacked first",
        ),
        (b"{\"error\": 401}", json),
        (b" \r\n[{\"error\": 401}]", json),
        (
            b"--uuid:5c0e\r\nContent-Type: application/xop+xml\r\n\r\n<a/>",
            multipart,
        ),
        (b"\r\n------=_Part_1\r\n", multipart),
        (b"content-type: text/xml\r\n\r\n<a/>", multipart),
        (b"MIME-Version: 1.0\r\n\r\n--x\r\n<a/>", multipart),
    ];
    for &(bytes, named) in bodies {
        for read in every_way(bytes) {
            let error = read.unwrap_err();
            assert!(error.to_string().contains(named), "{error}");
            assert_eq!(error.category(), Category::Syntax);
        }
        if let Ok(text) = std::str::from_utf8(bytes) {
            let error = text.parse::<Element>().unwrap_err();
            assert!(error.to_string().contains(named), "{error}");
        }
    }
    // Attachments are no text.
    let error = read_bytes(b"--x\r\nContent-Type: image/png\r\n\r\n\x89PNG").unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("cannot decode the text: it is not UTF-8 from byte 32 on{multipart}")
    );
    // Nothing is named where it is not at all sure.
    for text in ["Service Unavailable", "-- gone", "content of a page", "a/>"] {
        let error = text.parse::<Element>().unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "not well-formed XML: text `{text}` before the document element, line 1, column 1"
            )
        );
    }
    let behind = "<a/>{}".parse::<Element>().unwrap_err();
    assert!(!behind.to_string().contains("JSON"), "{behind}");
}
