//! Texts, numbers and names.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use um_messages::xml::QName;

/// What is awkward in XML, somewhere.
pub const AWKWARD: &[&str] = &[
    "",
    " ",
    "  ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\n\r",
    "\"",
    "'",
    "<",
    ">",
    "&",
    "]]>",
    "]]",
    "]",
    ">",
    "<![CDATA[",
    "<!--",
    "-->",
    "--",
    "<?",
    "?>",
    "</a>",
    "&amp;",
    "&#13;",
    "&#x0;",
    "&lt;",
    ";",
    "=",
    "xmlns=\"u\"",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{2028}",
    "\u{2029}",
    "\u{3000}",
    "\u{feff}",
    "\u{fffd}",
    "\u{fdd0}",
    "\u{d7ff}",
    "\u{e000}",
    "\u{1f600}",
    "\u{10ffff}",
    "e\u{301}",
    "\u{65e5}\u{672c}",
    "\u{202e}",
    "\u{ef}\u{bf}",
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEF",
];

/// A character of XML.
pub fn character() -> impl Strategy<Value = char> {
    let awkward = "\r\n\t <>&\"'];\u{85}\u{2028}\u{fffd}\u{1f600}".chars();
    prop_oneof![
        select(awkward.collect::<Vec<_>>()),
        any::<char>().prop_map(|c| if is_xml(c) { c } else { 'x' }),
    ]
}

/// Whether XML can carry the character.
pub fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A text, which is awkward or not.
pub fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => select(AWKWARD).prop_map(str::to_owned),
        1 => character().prop_map(String::from),
        1 => "[a-z]{1,40}",
    ];
    vec(piece, 0..7).prop_map(|pieces| pieces.concat())
}

/// A number, and all of them but NaN, which is not equal to itself.
pub fn float() -> impl Strategy<Value = f64> {
    const SPECIAL: &[f64] = &[
        0.0,
        -0.0,
        f64::INFINITY,
        f64::NEG_INFINITY,
        1e-5,
        1e16,
        0.1,
        f64::MAX,
    ];
    let any = any::<u64>().prop_map(f64::from_bits);
    prop_oneof![select(SPECIAL).boxed(), any.boxed()]
        .prop_map(|number| if number.is_nan() { 0.5 } else { number })
}

/// The same number as near as an `f32` comes.
#[expect(clippy::cast_possible_truncation, reason = "any number will do")]
pub fn narrow(number: f64) -> f32 {
    number as f32
}

/// Names of namespaces.
pub const URIS: &[&str] = &[
    "urn:home",
    "urn:x",
    "urn:y",
    "urn:guest",
    "urn:attributes",
    "urn:q?a=1&b='2'<\">",
    "http://schemas.xmlsoap.org/soap/envelope/",
    "http://www.w3.org/2001/XMLSchema-instance",
    "http://www.w3.org/XML/1998/namespace",
];

/// Local names.
pub const NAMES: &[&str] = &[
    "Red",
    "x",
    "_",
    "entry-Id.1",
    "Gr\u{f6}\u{df}e",
    "\u{65e5}\u{b7}1",
];

/// A qualified name.
pub fn qname() -> impl Strategy<Value = QName> {
    (select(URIS), select(NAMES)).prop_map(|(uri, local)| QName::new(uri, local))
}
