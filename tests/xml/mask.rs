//! `xml::mask`: what is in an element or an attribute of a name does not come into a log.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use um_messages::xml::{Element, mask, mask_slice};
use um_tests::documents::MANY;
use um_tests::generated::config;

use crate::not_well_formed::{NOT_WELL_FORMED, RICH};
use crate::rows::check;
use crate::well_formed::WELL_FORMED;

/// The document, what is masked, and what is shown.
type Row = (&'static str, &'static [&'static str], &'static str);

#[rustfmt::skip]
const MASKED: &[Row] = &[
    // Names.
    ("<a><Pin>1</Pin><b>2</b></a>", &["Pin"], "<a><Pin>***</Pin><b>2</b></a>"),
    ("<a><Pin>1</Pin><b>2</b></a>", &["b", "Pin", "c"], "<a><Pin>***</Pin><b>***</b></a>"),
    ("<a><Pin>1</Pin><pin>2</pin><Pins>3</Pins></a>", &["Pin"], "<a><Pin>***</Pin><pin>2</pin><Pins>3</Pins></a>"),
    ("<Pin>1</Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin>1</Pin>", &[], "<Pin>1</Pin>"),
    ("<Pin>1</Pin>", &["", "{}", ":", "{u}", "{", "}", "{uPin", "*"], "<Pin>1</Pin>"),
    ("<a Pin='1' b='2'/>", &["Pin"], "<a Pin='***' b='2'/>"),
    ("<Größe>1</Größe>", &["Größe"], "<Größe>***</Größe>"),
    // Namespaces.
    ("<p:Pin xmlns:p='u'>1</p:Pin>", &["Pin"], "<p:Pin xmlns:p='u'>***</p:Pin>"),
    ("<p:Pin xmlns:p='u'>1</p:Pin>", &["{u}Pin"], "<p:Pin xmlns:p='u'>***</p:Pin>"),
    ("<p:Pin xmlns:p='u'>1</p:Pin>", &["p:Pin", "q:Pin"], "<p:Pin xmlns:p='u'>***</p:Pin>"),
    ("<p:Pin xmlns:p='u'>1</p:Pin>", &["{}Pin", "{v}Pin", "{U}Pin"], "<p:Pin xmlns:p='u'>1</p:Pin>"),
    ("<Pin xmlns='u'>1<Pin xmlns=''>2</Pin></Pin>", &["{}Pin"], "<Pin xmlns='u'>1<Pin xmlns=''>***</Pin></Pin>"),
    ("<a xmlns='u'><p:a xmlns:p='v'>1</p:a><p:a xmlns:p='u'>2</p:a></a>", &["{v}a"], "<a xmlns='u'><p:a xmlns:p='v'>***</p:a><p:a xmlns:p='u'>2</p:a></a>"),
    ("<p:Pin xmlns:p='&#117;'>1</p:Pin>", &["{u}Pin"], "<p:Pin xmlns:p='&#117;'>***</p:Pin>"),
    ("<Pin:a xmlns:Pin='u'>1</Pin:a>", &["Pin"], "<Pin:a xmlns:Pin='u'>1</Pin:a>"),
    ("<a xmlns='u' xmlns:p='u' Pin='1' p:Pin='2'/>", &["{u}Pin"], "<a xmlns='u' xmlns:p='u' Pin='1' p:Pin='***'/>"),
    ("<a xmlns:p='u' Pin='1' p:Pin='2'/>", &["{}Pin"], "<a xmlns:p='u' Pin='***' p:Pin='2'/>"),
    ("<a xmlns:p='u' Pin='1' p:Pin='2'/>", &["Pin"], "<a xmlns:p='u' Pin='***' p:Pin='***'/>"),
    ("<a xml:lang='en'/>", &["{http://www.w3.org/XML/1998/namespace}lang"], "<a xml:lang='***'/>"),
    // What is in a masked element.
    ("<Pin><b c='1' d=\"\"><e>2</e></b>3<f/></Pin>", &["Pin"], "<Pin><b c='***' d=\"\"><e>***</e></b>***<f/></Pin>"),
    ("<a><Pin>1<Pin>2</Pin>3</Pin>4</a>", &["Pin"], "<a><Pin>***<Pin>***</Pin>***</Pin>4</a>"),
    ("<a><Pin><a><Pin/>2</a>3</Pin>4</a>", &["Pin"], "<a><Pin><a><Pin/>***</a>***</Pin>4</a>"),
    ("<Pin xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='1'/>", &["Pin"], "<Pin xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='***'/>"),
    ("<Pin>1<!-- 2 -->3</Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin><!-- 2 --></Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin><?p 2?><b/><?q?></Pin>", &["Pin"], "<Pin>***<b/>***</Pin>"),
    ("<Pin><![CDATA[1]]></Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin><![CDATA[</Pin>1]]></Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin><![CDATA[]]></Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin>&#49;&amp;</Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin><!--</Pin>-->1</Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin><?p </Pin>?>1</Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin b='</Pin>'/>", &["Pin"], "[not well-formed from line 1, column 9 on]"),
    ("<Pin b='>1'>2</Pin>", &["Pin"], "<Pin b='***'>***</Pin>"),
    ("<Pin b='\"1' c=\"'2\"/>", &["Pin"], "<Pin b='***' c=\"***\"/>"),
    // Layout, and nothing.
    ("<Pin>\n  <b>1</b>\n  <c/>\n</Pin>", &["Pin"], "<Pin>\n  <b>***</b>\n  <c/>\n</Pin>"),
    ("<Pin>  </Pin>", &["Pin"], "<Pin>***</Pin>"),
    ("<Pin></Pin>", &["Pin"], "<Pin></Pin>"),
    ("<Pin/>", &["Pin"], "<Pin/>"),
    ("<Pin />", &["Pin"], "<Pin />"),
    ("<Pin\n>1</Pin\n>", &["Pin"], "<Pin\n>***</Pin\n>"),
    ("\u{feff}<?xml version='1.0'?>\n<!-- c -->\n<a>\r\n<b \n  Pin = '1'\t/></a>\n<?p d?>\n", &["Pin"], "\u{feff}<?xml version='1.0'?>\n<!-- c -->\n<a>\r\n<b \n  Pin = '***'\t/></a>\n<?p d?>\n"),
    // Markup in texts: one of the names in it, and the whole is masked.
    ("<a><!-- <Pin>1</Pin> --></a>", &["Pin"], "<a><!--***--></a>"),
    ("<a><!-- the Pin is here --></a>", &["Pin"], "<a><!-- the Pin is here --></a>"),
    ("<a><!-- <Pins>1</Pins> --></a>", &["Pin"], "<a><!-- <Pins>1</Pins> --></a>"),
    ("<!-- <b Pin='1'/> --><a/>", &["{u}Pin"], "<!--***--><a/>"),
    ("<a><![CDATA[<Pin>1</Pin>]]>2</a>", &["Pin"], "<a><![CDATA[***]]>2</a>"),
    ("<a><![CDATA[<p:Pin>1</p:Pin>]]></a>", &["Pin"], "<a><![CDATA[***]]></a>"),
    ("<a>&lt;Pin>1&lt;/Pin></a>", &["Pin"], "<a>***</a>"),
    ("<a>&#60;P&#x69;n>1</a>", &["Pin"], "<a>***</a>"),
    ("<a>&amp;lt;Pin&amp;gt;1</a>", &["Pin"], "<a>***</a>"),
    ("<a>Pin &amp; Tan</a>", &["Pin"], "<a>Pin &amp; Tan</a>"),
    ("<a b='&lt;Pin>1'/>", &["Pin"], "<a b='***'/>"),
    ("<a><?p <Pin>1?></a>", &["Pin"], "<a><?p ***?></a>"),
    // What is not well-formed.
    ("", &["Pin"], "[not well-formed from line 1, column 1 on]"),
    ("{\"Pin\": 1}", &["Pin"], "[not well-formed from line 1, column 1 on]"),
    ("<a><Pin>1", &["Pin"], "<a><Pin>*** [not well-formed from line 1, column 10 on]"),
    ("<a><Pin>", &["Pin"], "<a><Pin> [not well-formed from line 1, column 9 on]"),
    ("<a><Pin>1</a>", &["Pin"], "<a><Pin>*** [not well-formed from line 1, column 10 on]"),
    ("<a><Pin>1</Pin><b>2</c>3", &["Pin"], "<a><Pin>***</Pin><b>2 [not well-formed from line 1, column 20 on]"),
    ("<a>\n<Pin 1='2'>3</Pin></a>", &["Pin"], "<a>\n [not well-formed from line 2, column 6 on]"),
    ("<a><b Pin='1' b='2</a>", &["Pin"], "<a> [not well-formed from line 1, column 19 on]"),
    ("<a><b Pin='1' Pin='2'/></a>", &["Pin"], "<a> [not well-formed from line 1, column 15 on]"),
    ("<a><b Pin=1/></a>", &["Pin"], "<a> [not well-formed from line 1, column 11 on]"),
    ("<a>1&pin;2</a>", &["Pin"], "<a> [not well-formed from line 1, column 5 on]"),
    ("<a>1\u{1}</a>", &["Pin"], "<a> [not well-formed from line 1, column 5 on]"),
    ("<a/><Pin>1</Pin>", &["Pin"], "<a/> [not well-formed from line 1, column 5 on]"),
    ("<a/>1", &["Pin"], "<a/> [not well-formed from line 1, column 5 on]"),
    ("<a><p:Pin>1</p:Pin></a>", &["Pin"], "<a> [not well-formed from line 1, column 5 on]"),
    ("<!DOCTYPE a [<!ENTITY e '<Pin>1</Pin>'>]><a>&e;</a>", &["Pin"], "[not well-formed from line 1, column 1 on]"),
    ("<!-- c --><!DOCTYPE a><Pin>1</Pin>", &["Pin"], "<!-- c --> [not well-formed from line 1, column 11 on]"),
    ("<a>\0<\0P\0i\0n\0", &["Pin"], "<a> [not well-formed from line 1, column 4 on]"),
];

#[test]
fn what_has_the_name_is_masked() {
    let problems = MASKED.iter().filter_map(|&(document, names, expected)| {
        let found = mask(document, names);
        (found != expected).then(|| format!("{document:?} as {found:?}, not {expected:?}"))
    });
    check(&problems.collect::<Vec<_>>());
}

/// Masking again changes nothing.
#[test]
fn what_is_masked_stays_so() {
    for &(document, names, _) in MASKED {
        let once = mask(document, names);
        if !once.ends_with(" on]") {
            assert_eq!(mask(&once, names), once);
        }
    }
}

/// What has none of the names is shown as it is, to the byte.
#[test]
fn a_document_without_the_names_stays_as_it_is() {
    let documents = WELL_FORMED.iter().map(|row| row.1);
    for document in documents.chain([RICH]) {
        assert_eq!(mask(document, &["Pin"]), document);
    }
}

/// Where the document element is masked, its tags are left, and nothing else.
#[test]
fn a_document_element_is_masked_as_a_whole() {
    for document in WELL_FORMED.iter().map(|row| row.1).chain([RICH]) {
        let tree: Element = document.parse().unwrap();
        let masked = mask(document, &[tree.name().to_string()]);
        let masked: Element = masked.parse().unwrap();
        assert_hidden(&tree, &masked);
    }
}

fn assert_hidden(element: &Element, masked: &Element) {
    assert_eq!(element.name(), masked.name());
    let text = masked.text();
    assert!(text.split("***").all(|it| it.trim().is_empty()), "{text}");
    assert_eq!(element.attributes().len(), masked.attributes().len());
    for (one, other) in element.attributes().iter().zip(masked.attributes()) {
        assert_eq!(one.name(), other.name());
        let expected = if one.value().is_empty() { "" } else { "***" };
        assert_eq!(other.value(), expected);
    }
    assert_eq!(element.children().count(), masked.children().count());
    for (one, other) in element.children().zip(masked.children()) {
        assert_hidden(one, other);
    }
}

/// Of what is not well-formed, nothing is shown that stands behind the fault.
#[test]
fn nothing_is_shown_behind_a_fault() {
    for &(clause, document, _) in NOT_WELL_FORMED {
        let shown = mask(&format!("{document}<Pin>hunter2</Pin>hunter2"), &["Pin"]);
        assert!(!shown.contains("hunter2"), "{clause}: {shown}");
        assert!(shown.ends_with(" on]"), "{clause}: {shown}");
    }
}

/// XML 1.0 section 4.3.3: bytes are what they say they are.
#[test]
fn bytes_are_decoded() {
    let document = "<?xml version='1.0' encoding='utf-16'?><a Größe='7'><Pin>8</Pin></a>";
    let masked = document.replace(['7', '8'], "***");
    let utf_16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(0xFEFF)
            .chain(document.encode_utf16())
            .flat_map(unit)
            .collect()
    };
    for bytes in [utf_16(u16::to_le_bytes), utf_16(u16::to_be_bytes)] {
        assert_eq!(mask_slice(&bytes, &["Pin", "Größe"]), masked);
    }
    let latin_1 = b"<?xml version='1.0' encoding='iso-8859-1'?><Gr\xF6\xDFe>1</Gr\xF6\xDFe>";
    let masked = "<?xml version='1.0' encoding='iso-8859-1'?><Größe>***</Größe>";
    assert_eq!(mask_slice(latin_1, &["Größe"]), masked);
    for unknown in [
        b"<?xml version='1.0' encoding='utf-7'?>+ADw-Pin+AD4-1".as_slice(),
        b"<a>\xFF<Pin>1</Pin></a>",
        b"\x1F\x8B1",
        &utf_16(u16::to_le_bytes)[1..],
    ] {
        assert_eq!(
            mask_slice(unknown, &["Pin"]),
            "[not text in a known encoding]"
        );
    }
}

/// What `mask` takes is linear, with no recursion: what is deep or wide does not overflow the stack.
#[test]
fn a_document_of_any_depth_is_masked() {
    let deep = format!("{}1{}", "<Pin>".repeat(MANY), "</Pin>".repeat(MANY));
    assert_eq!(mask(&deep, &["Pin"]), deep.replace('1', "***"));
    let open = "<a><Pin>1</Pin>".repeat(MANY);
    let shown = mask(&open, &["Pin"]);
    assert!(!shown[..shown.len() - 60].contains('1'));
}

/// What documents are put together of, some of it wrong.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "<a>", "</a>", "<a/>", "<a ", "/>", ">", "'", "\"", "b='", "b=\"", "Pin='", " xmlns='u'", " xmlns:p='u'", " xmlns:p='{u}Pin'", "<p:a xmlns:p='u'>",
    "</p:a>", "<!--", "-->", "--", "<![CDATA[", "]]>", "]]", "<?p ", "?>", "<?xml version='1.0'?>", "<!DOCTYPE a [", "<!ENTITY e '", "]>", "&lt;", "&#60;",
    "&amp;", "&e;", "&", "<", "\n", " ", "x", "</Pin>", "</p:Pin>", "<Pin/>", "<q:Pin>",
];

/// The start of what is masked, with a value behind it.
const SECRETS: &[&str] = &[
    "<Pin>hunter2",
    "<p:Pin>hunter2",
    "<Pin b='1'>hunter2",
    "<Pin>x<!-- c -->hunter2",
    "<Pin><![CDATA[hunter2",
    "<Pin b='hunter2",
    "<Pin b=\"hunter2",
    "<Pin><a c='hunter2",
    "<Pin><a>hunter2",
    "<Pin><!--hunter2",
    "<Pin><?p hunter2",
    "<a Pin='hunter2",
    "<a p:Pin=\"hunter2",
    "&lt;Pin>hunter2",
    "&#60;Pin>hunter2",
    "<p:Pin xmlns:p='u'>hunter2",
    "<Pin></a>hunter2",
    "<Pin><a/>hunter2",
    "<Pin>&#104;unter2<a/>hunter2",
    "<Pin\n>\nhunter2",
];

proptest! {
    #![proptest_config(config(1024))]

    /// Whatever stands around it.
    #[test]
    fn no_secret_is_shown(
        start in select(&["", "<a xmlns:p='u'>"][..]),
        before in vec(select(PIECES), 0..12),
        secrets in vec((select(SECRETS), vec(select(PIECES), 0..6)), 1..4),
    ) {
        let mut document = start.to_owned() + &before.concat();
        for (secret, behind) in secrets {
            document += secret;
            document += &behind.concat();
        }
        for names in [&["Pin"], &["p:Pin"]] {
            let shown = mask(&document, names);
            prop_assert!(!shown.contains("hunter2"), "{} is shown as {}", document, shown);
        }
    }
}
