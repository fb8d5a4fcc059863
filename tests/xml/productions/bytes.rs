//! XML 1.0, section 4.3.3 and appendix F: documents as bytes, in all encodings.

use um_messages::Result;
use um_messages::xml::Element;

use super::results;
use crate::rows::{check, row};

/// What becomes of a document.
enum Fate {
    /// It is read as the document behind it.
    Read(&'static str),
    /// It is not well-formed.
    Broken,
    /// It is well-formed, and in an encoding that is not understood: XML 4.3.3 wants UTF-8 and UTF-16 alone.
    Refused,
}

use self::Fate::{Broken, Read, Refused};

#[rustfmt::skip]
const DOCUMENTS: &[(&str, &[u8], Fate)] = &[
    ("UTF-8", b"<a>\xC3\xA4</a>", Read("<a>\u{E4}</a>")),
    ("UTF-8, of each length", b"<a>\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBD\xF0\x90\x80\x80\xF4\x8F\xBF\xBF</a>", Read("<a>\u{7F}\u{80}\u{7FF}\u{800}\u{FFFD}\u{10000}\u{10FFFF}</a>")),
    ("UTF-8, marked", b"\xEF\xBB\xBF<a/>", Read("<a/>")),
    ("UTF-8, declared", b"<?xml version='1.0' encoding='UTF-8'?><a>\xC3\xA4</a>", Read("<a>\u{E4}</a>")),
    ("UTF-8, marked and declared", b"\xEF\xBB\xBF<?xml version='1.0' encoding='utf-8'?><a/>", Read("<a/>")),
    ("UTF-16, big end first, marked", b"\xFE\xFF\0<\0a\0/\0>", Read("<a/>")),
    ("UTF-16, little end first, marked", b"\xFF\xFE<\0a\0/\0>\0", Read("<a/>")),
    ("UTF-16, a pair of surrogates", b"\xFE\xFF\0<\0a\0>\xD8\x00\xDC\x00\0<\0/\0a\0>", Read("<a>\u{10000}</a>")),
    ("UTF-16, in a name", b"\xFF\xFE<\0\xE4\0/\0>\0", Read("<\u{E4}/>")),
    ("ISO-8859-1, declared", b"<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE4\xFF</a>", Read("<a>\u{E4}\u{FF}</a>")),
    ("ISO-8859-1, in any case", b"<?xml version='1.0' encoding=\"iso-8859-1\"?><a b='\xE9'/>", Read("<a b='\u{E9}'/>")),
    ("ISO-8859-1, in a name", b"<?xml version='1.0' encoding='ISO-8859-1'?><\xE4/>", Read("<\u{E4}/>")),
    ("windows-1252, declared", b"<?xml version='1.0' encoding='Windows-1252'?><a>\x80\x81\x9F\xA0\xE4</a>", Read("<a>\u{20AC}\u{81}\u{178}\u{A0}\u{E4}</a>")),
    ("windows-1252, in a name", b"<?xml version='1.0' encoding='cp1252'?><\x8A/>", Read("<\u{160}/>")),
    ("US-ASCII, declared", b"<?xml version='1.0' encoding='US-ASCII'?><a/>", Read("<a/>")),
    ("UTF-8, a byte that it does not have", b"<a>\xFF</a>", Broken),
    ("UTF-8, a byte that it does not have", b"<a>\xC0\x80</a>", Broken),
    ("UTF-8, a byte that it does not have", b"<a>\xF5\x80\x80\x80</a>", Broken),
    ("UTF-8, an overlong form", b"<a>\xC1\xBF</a>", Broken),
    ("UTF-8, an overlong form", b"<a>\xE0\x80\x80</a>", Broken),
    ("UTF-8, an overlong form", b"<a>\xF0\x80\x80\x80</a>", Broken),
    ("UTF-8, a surrogate", b"<a>\xED\xA0\x80</a>", Broken),
    ("UTF-8, a pair of surrogates", b"<a>\xED\xA0\xBD\xED\xB8\x80</a>", Broken),
    ("UTF-8, behind the last character", b"<a>\xF4\x90\x80\x80</a>", Broken),
    ("UTF-8, a stray continuation", b"<a>\x80</a>", Broken),
    ("UTF-8, cut off", b"<a>\xC3</a>", Broken),
    ("UTF-8, cut off", b"<a>\xE2\x82</a>", Broken),
    ("UTF-8, cut off", b"<a>\xF0\x9F\x98</a>", Broken),
    ("UTF-8, cut off at the end", b"<a/>\xE2", Broken),
    ("UTF-8, in an attribute", b"<a b='\xE4'/>", Broken),
    ("UTF-8, in a name", b"<a\xE4/>", Broken),
    ("UTF-8, in a comment", b"<a><!--\xE4--></a>", Broken),
    ("UTF-8, in an instruction", b"<a><?b \xE4?></a>", Broken),
    ("UTF-8, in a CDATA section", b"<a><![CDATA[\xE4]]></a>", Broken),
    ("UTF-8, behind the document element", b"<a/><!--\xE4-->", Broken),
    ("UTF-8, declared, and ISO-8859-1", b"<?xml version='1.0' encoding='UTF-8'?><a>\xE4</a>", Broken),
    ("US-ASCII, declared, and more", b"<?xml version='1.0' encoding='US-ASCII'?><a>\xC3\xA4</a>", Broken),
    ("UTF-16, half a unit", b"\xFE\xFF\0<\0a\0/\0>\0", Broken),
    ("UTF-16, half a unit", b"\xFF\xFE<\0a\0/\0>", Broken),
    ("UTF-16, half a pair", b"\xFE\xFF\0<\0a\0>\xD8\x00\0<\0/\0a\0>", Broken),
    ("UTF-16, half a pair", b"\xFE\xFF\0<\0a\0>\xDC\x00\0<\0/\0a\0>", Broken),
    ("UTF-16, a pair the wrong way round", b"\xFE\xFF\0<\0a\0>\xDC\x00\xD8\x00\0<\0/\0a\0>", Broken),
    ("UTF-16, U+FFFE", b"\xFE\xFF\0<\0a\0>\xFF\xFE\0<\0/\0a\0>", Broken),
    ("UTF-16, declared, and UTF-8", b"<?xml version='1.0' encoding='UTF-16'?><a/>", Broken),
    ("a mark, and nothing", b"\xEF\xBB\xBF", Broken),
    ("a mark, and nothing", b"\xFE\xFF", Broken),
    ("half a mark", b"\xEF\xBB<a/>", Broken),
    ("half a mark", b"\xEF<a/>", Broken),
    ("UTF-32, big end first", b"\0\0\xFE\xFF\0\0\0<\0\0\0a\0\0\0/\0\0\0>", Refused),
    ("UTF-32, little end first", b"\xFF\xFE\0\0<\0\0\0a\0\0\0/\0\0\0>\0\0\0", Refused),
    ("EBCDIC", b"\x4C\x81\x61\x6E", Refused),
    ("UTF-7", b"<?xml version='1.0' encoding='UTF-7'?><a/>", Refused),
    ("an encoding that nobody knows", b"<?xml version='1.0' encoding='x-none'?><a/>", Refused),
    ("windows-1250", b"<?xml version='1.0' encoding='windows-1250'?><a>\x80</a>", Refused),
];

pub(super) fn count() -> usize {
    DOCUMENTS.len()
}

#[test]
fn documents_are_read_from_each_encoding() {
    let problems = DOCUMENTS.iter().filter_map(|(encoding, bytes, fate)| {
        let expected: Option<Element> = match fate {
            Read(document) => Some(document.parse().unwrap()),
            Broken | Refused => None,
        };
        let document = bytes.escape_ascii().to_string();
        row(encoding, &document, || {
            let wrong = |(_, read): &(_, Result<Element>)| read.as_ref().ok() != expected.as_ref();
            let (source, read) = results(bytes).find(wrong)?;
            Some(format!("from a {source} {read:?}"))
        })
    });
    check(&problems.collect::<Vec<_>>());
}
