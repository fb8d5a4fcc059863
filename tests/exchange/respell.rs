//! Other spellings of a document, which mean the same.

use std::fmt::Debug;

use um_messages::soap::ReadBody;
use um_messages::xml::Reader;
use um_messages::{Envelope, ReadOptions, um};
use um_tests::documents::{V1_1, V1_2};
use um_tests::sources::both_messages;

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
const XSD: &str = "http://www.w3.org/2001/XMLSchema";

/// Reads the bytes by both sources.
fn both_bytes<B>(bytes: &[u8]) -> B
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let options = ReadOptions::new();
    let read = |reader: &mut Reader<'_>| Envelope::<B>::read(reader).unwrap().into_body();
    let tokenizer = read(&mut Reader::from_slice_with(bytes, &options).unwrap());
    let stream = read(&mut Reader::from_stream_with(bytes, &options));
    assert_eq!(tokenizer, stream);
    tokenizer
}

/// The same document with this before and behind every tag, inside the document element and outside.
fn strewn(document: &str, between: &str) -> String {
    let (declaration, content) = document.split_once("?>").unwrap();
    let content = content
        .replace('>', "\u{0}")
        .replace('<', &format!("{between}<"))
        .replace('\u{0}', &format!(">{between}"));
    format!("{declaration}?>{content}")
}

/// The same document with a prefix on every element that has none.
fn with_children_prefixed(document: &str) -> String {
    let mut parts = document.split('<');
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (slash, tag) = match part.strip_prefix('/') {
            Some(tag) => ("/", tag),
            None => ("", part),
        };
        let name = tag.split([' ', '>', '/']).next().unwrap_or_default();
        let is_plain = !name.starts_with('?') && !name.contains(':');
        let prefix = if is_plain { "m:" } else { "" };
        result.extend(["<", slash, prefix, tag]);
    }
    result.replace(" xmlns=\"", " xmlns:m=\"")
}

/// The same document with the envelope's elements under another prefix.
fn with_envelope_prefix(document: &str, prefix: &str) -> String {
    let written = if document.contains("<s:") {
        "s"
    } else {
        "soap"
    };
    document
        .replace(&format!("<{written}:"), &format!("<{prefix}:"))
        .replace(&format!("</{written}:"), &format!("</{prefix}:"))
        .replace(&format!("xmlns:{written}="), &format!("xmlns:{prefix}="))
}

/// The same document with the envelope's elements in the default namespace.
fn with_envelope_as_default(document: &str) -> String {
    with_envelope_prefix(document, "E")
        .replace("<E:", "<")
        .replace("</E:", "</")
        .replace("xmlns:E=", "xmlns=")
}

/// The same document without the declarations that nothing in it needs.
fn without_declarations(document: &str) -> String {
    document
        .replace(&format!(" xmlns:xsi=\"{XSI}\""), "")
        .replace(&format!(" xmlns:xsd=\"{XSD}\""), "")
}

/// The same document as this library spells it.
pub(crate) fn as_written(document: &str) -> String {
    let standard = with_envelope_prefix(document, "soap");
    without_declarations(&standard).replace(" />", "/>")
}

/// The document in every spelling that can be made from any of the golden ones.
pub(crate) fn respelled(document: &str) -> Vec<String> {
    let declared = |prefixes: [&str; 2]| {
        let [xsi, xsd] = prefixes;
        format!(" xmlns:{xsi}='{XSI}' xmlns:{xsd}='{XSD}'")
    };
    let crlf = document.replace('\n', "\r\n");
    let standard = with_envelope_prefix(document, "soap");
    let bare = without_declarations(&standard);
    let spellings = vec![
        bare.clone(),
        bare.replace(
            "<soap:Envelope",
            &format!("<soap:Envelope{}", declared(["xsi", "xsd"])),
        ),
        bare.replace(
            "<soap:Body",
            &format!("<soap:Body{}", declared(["xsi", "xsd"])),
        ),
        bare.replace(
            "<soap:Envelope",
            &format!("<soap:Envelope{}", declared(["i", "d"])),
        ),
        document.lines().map(str::trim).collect(),
        document.replace('\n', "\r"),
        document
            .replace("\">", "\"\n\t>")
            .replace("</soap:", "\t\r\n</soap:"),
        with_envelope_prefix(document, "s"),
        standard.clone(),
        with_envelope_prefix(document, "env"),
        with_envelope_prefix(document, "SOAP-ENV"),
        with_envelope_prefix(document, "_1.\u{e9}"),
        standard.replace("<soap:Body", "<soap:Body xmlns:unused='urn:unused'"),
        if document.contains("Header>") {
            standard.replace("</soap:Header>", "<x xmlns='urn:x'/></soap:Header>")
        } else {
            standard.replace("<soap:Body", "<soap:Header/>\n<soap:Body")
        },
        with_envelope_as_default(document),
        document.replace(um::NAMESPACE, um::NAMESPACE_HTTPS),
        document.replace(V1_1, V1_2),
        document.replace("schemas.", "schem&#x61;s&#46;"),
        strewn(document, "<!-- a - comment <x> & ]]> -->"),
        strewn(document, "<?pi some='data' <x> & ?>"),
        strewn(&crlf, "<!----><?p?>"),
        document.replace("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n", ""),
        document.replace("encoding=\"utf-8\"", "standalone='yes'"),
        document.replace(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<?xml\tversion = '1.0'  ?>",
        ),
        format!("{document}\n\n<!-- the end -->\n<?p?> "),
        format!("\u{feff}{document}"),
        crlf,
    ];
    let others = spellings
        .into_iter()
        .filter(|spelling| spelling != document);
    others.collect()
}

/// Every spelling of a document is read as the value, as text and as bytes.
pub(crate) fn all_spellings<B>(document: &str, expected: &B)
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let mut spellings = respelled(document);
    if !document.contains("Fault") {
        spellings.push(with_children_prefixed(document));
        spellings.push(strewn(&with_children_prefixed(document), "<!---->"));
    }
    for spelling in spellings {
        match both_messages::<B>(&spelling) {
            Ok(read) => assert_eq!(read, *expected, "{spelling}"),
            Err(error) => panic!("{spelling}: {error}"),
        }
    }
    all_encodings(document, expected);
}

/// The document is read as the value in every encoding.
pub(crate) fn all_encodings<B>(document: &str, expected: &B)
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let utf_16 = |bytes: fn(u16) -> [u8; 2]| {
        let document = document.replacen("utf-8", "utf-16", 1);
        let units = "\u{feff}".encode_utf16().chain(document.encode_utf16());
        both_bytes::<B>(&units.flat_map(bytes).collect::<Vec<_>>())
    };
    assert_eq!(utf_16(u16::to_le_bytes), *expected);
    assert_eq!(utf_16(u16::to_be_bytes), *expected);
    let utf_8 = both_bytes::<B>(format!("\u{feff}{document}").as_bytes());
    assert_eq!(utf_8, *expected);
    let latin_1 = document.replacen("utf-8", "ISO-8859-1", 1);
    assert_eq!(both_bytes::<B>(latin_1.as_bytes()), *expected);
}
