//! Characters and names, all of them.

use um_messages::xml::Element;
use um_messages::{Envelope, ErrorKind, ReadOptions, SoapMessage};
use um_tests::loan::{Loan, body, loan};
use um_tests::sources::{both, both_messages, both_with};

use crate::rows::{check, document_of, row};

/// `NameStartChar` without the colon, as production [4] spells it.
const NAME_START: &[(u32, u32)] = &[
    (0x41, 0x5A),
    (0x5F, 0x5F),
    (0x61, 0x7A),
    (0xC0, 0xD6),
    (0xD8, 0xF6),
    (0xF8, 0x2FF),
    (0x370, 0x37D),
    (0x37F, 0x1FFF),
    (0x200C, 0x200D),
    (0x2070, 0x218F),
    (0x2C00, 0x2FEF),
    (0x3001, 0xD7FF),
    (0xF900, 0xFDCF),
    (0xFDF0, 0xFFFD),
    (0x10000, 0xEFFFF),
];

/// What production [4a] adds.
const NAME_MORE: &[(u32, u32)] = &[
    (0x2D, 0x2E),
    (0x30, 0x39),
    (0xB7, 0xB7),
    (0x0300, 0x036F),
    (0x203F, 0x2040),
];

/// `Char`, production [2].
const CHAR: &[(u32, u32)] = &[
    (0x9, 0xA),
    (0xD, 0xD),
    (0x20, 0xD7FF),
    (0xE000, 0xFFFD),
    (0x10000, 0x0010_FFFF),
];

fn is_in(ranges: &[(u32, u32)], c: char) -> bool {
    ranges
        .iter()
        .any(|&(from, to)| (from..=to).contains(&u32::from(c)))
}

/// The characters at the ends of ranges, and those beside them.
fn boundaries(ranges: &[(u32, u32)]) -> Vec<char> {
    let ends = ranges.iter().flat_map(|&(from, to)| [from, to]);
    let around = ends.flat_map(|end| [end.wrapping_sub(1), end, end + 1]);
    around.filter_map(char::from_u32).collect()
}

#[test]
fn names_have_the_characters_of_the_fifth_edition() {
    for c in ('\0'..=char::MAX).filter(|c| !" \t\r\n/>:<'\"=!?".contains(*c)) {
        let starts = is_in(NAME_START, c);
        let first = format!("<{c}/>").parse::<Element>();
        assert_eq!(
            first.is_ok(),
            starts,
            "U+{:04X} as the first character",
            u32::from(c)
        );
        let second = format!("<a{c}/>").parse::<Element>();
        let continues = starts || is_in(NAME_MORE, c);
        assert_eq!(
            second.is_ok(),
            continues,
            "U+{:04X} as a later character",
            u32::from(c)
        );
    }
}

#[test]
fn both_sources_agree_on_names() {
    let ranges = [NAME_START, NAME_MORE].concat();
    let problems = boundaries(&ranges)
        .into_iter()
        .filter(|c| !" \t\r\n/>:<'\"=!?".contains(*c))
        .flat_map(|c| {
            [
                format!("<{c}/>"),
                format!("<a{c}/>"),
                format!("<a {c}='x'/>"),
                format!("<a><?{c}?></a>"),
            ]
        });
    let problems = problems.filter_map(|document| {
        row("XML 2.3", &document, || {
            let _ = both(&document);
            None
        })
    });
    check(&problems.collect::<Vec<_>>());
}

/// Every place where a character may stand, and whether its value is read.
const PLACES: &[(&str, &str)] = &[
    ("<a>", "</a>"),
    ("<a b='", "'/>"),
    ("<a><![CDATA[", "]]></a>"),
    ("<a><!--", "--></a>"),
    ("<a><?b ", "?></a>"),
    // Behind a run that is long enough to be scanned in chunks.
    ("<a>0123456789abcdef0123456789abcdef", "</a>"),
    ("<a b='0123456789abcdef0123456789abcdef", "'/>"),
];

#[test]
fn characters_are_those_of_the_production() {
    let controls = '\0'..='\u{A0}';
    let all = controls
        .chain(boundaries(CHAR))
        .chain(['\u{FEFF}', '\u{FFFC}', '\u{1FFFF}']);
    let problems = all.filter(|c| !"<&'->]?".contains(*c)).flat_map(|c| {
        PLACES.iter().filter_map(move |(before, after)| {
            let document = format!("{before}{c}{after}");
            row("XML 2.2 [2]", &document, || {
                (both(&document).is_ok() != is_in(CHAR, c)).then(|| "wrong".to_owned())
            })
        })
    });
    check(&problems.collect::<Vec<_>>());
}

/// Where a run goes from words to blocks and back, and what stands beside.
const EDGES: &[usize] = &[0, 1, 7, 8, 31, 32, 33, 39, 40, 63, 64, 65, 95, 96, 97, 129];

/// Characters of all lengths and of every class, some that share their first byte with what is no character.
fn of_every_class() -> impl Iterator<Item = char> {
    let some = [
        'é',
        '€',
        '\u{E000}',
        '\u{F000}',
        '\u{FEFF}',
        '\u{FFFD}',
        '\u{1F600}',
    ];
    ('\0'..='\u{A0}').chain(boundaries(CHAR)).chain(some)
}

#[test]
fn every_character_is_read_and_written_wherever_it_stands() {
    let problems = of_every_class().flat_map(|c| {
        EDGES.iter().filter_map(move |&before| {
            let text = format!("{}{c}ü{}", "x".repeat(before), "y".repeat(70));
            let element = Element::new("", "a").with_attribute("", "b", text.as_str());
            let written = element.with_text(text.as_str()).to_xml();
            row("XML 2.2 [2]", &text, || match written.as_deref() {
                Err(_) => is_in(CHAR, c).then(|| "not written".to_owned()),
                Ok(document) => {
                    let element: Element = document.parse().unwrap();
                    let same = element.text() == text && element.attribute("", "b") == Some(&*text);
                    (!same || !is_in(CHAR, c)).then(|| format!("written as {document}"))
                }
            })
        })
    });
    check(&problems.collect::<Vec<_>>());
}

#[test]
fn what_is_no_character_is_found_where_it_stands() {
    for c in of_every_class().filter(|c| !is_in(CHAR, *c)) {
        for &length in EDGES {
            let before = "x".repeat(length);
            for (document, at) in [
                (format!("<a>{before}{c}é</a>"), 3 + length),
                (format!("<a>&lt;{before}{c}é</a>"), 7 + length),
                (format!("<a b='{before}{c}é'/>"), 6 + length),
            ] {
                let error = both(&document).unwrap_err();
                assert_eq!(error.position().unwrap().byte, at, "{document:?}");
            }
        }
    }
}

#[test]
fn what_is_encoded_is_decoded_wherever_it_stands() {
    for (sent, text, value) in [
        ("&lt;", "<", "<"),
        ("&gt;&#62;", ">>", ">>"),
        ("&amp;lt;", "&lt;", "&lt;"),
        ("&quot;&apos;", "\"'", "\"'"),
        ("&#xD;", "\r", "\r"),
        ("\r\n", "\n", " "),
        ("\r", "\n", " "),
        ("\t\n", "\t\n", "  "),
        ("]&amp;]", "]&]", "]&]"),
    ] {
        for &length in EDGES {
            let (before, after) = ("ä".repeat(length), "z".repeat(length));
            let document = format!("<a b='{before}{sent}{after}'>{before}{sent}{after}</a>");
            let element = both(&document).unwrap();
            assert_eq!(element.text(), format!("{before}{text}{after}"));
            let expected = format!("{before}{value}{after}");
            assert_eq!(element.attribute("", "b"), Some(&*expected));
        }
    }
}

#[test]
fn references_are_to_characters_of_the_production() {
    for number in (0..0x300)
        .chain(0xD700..0xE100)
        .chain(0xFF00..0x1_0100)
        .chain([0x10_FFFF, 0x11_0000])
    {
        let legal = CHAR.iter().any(|&(from, to)| (from..=to).contains(&number));
        for document in [
            format!("<a>&#{number};</a>"),
            format!("<a b='&#x{number:X};'/>"),
        ] {
            assert_eq!(document.parse::<Element>().is_ok(), legal, "{document}");
        }
    }
}

#[test]
fn characters_that_xml_cannot_carry_are_not_written() {
    for c in [
        '\0', '\u{1}', '\u{8}', '\u{B}', '\u{C}', '\u{E}', '\u{1F}', '\u{FFFE}', '\u{FFFF}',
    ] {
        for padding in ["", "0123456789abcdef0123456789abcdef0123456789"] {
            let text = format!("{padding}{c}{padding}");
            let of_text = Element::new("", "a")
                .with_text(text.as_str())
                .to_xml()
                .unwrap_err();
            assert!(
                matches!(of_text.kind(), ErrorKind::Unwritable(_)),
                "{of_text}"
            );
            let of_value = Element::new("", "a")
                .with_attribute("", "b", text)
                .to_xml()
                .unwrap_err();
            assert_eq!(of_value.path(), Some("a/@b"));
        }
    }
}

#[test]
fn illegal_characters_are_replaced_where_that_is_asked_for() {
    let options = ReadOptions::new().replace_illegal_characters(true);
    let cases = [
        ("<a>x&#x1A;y</a>", "x\u{FFFD}y"),
        (
            "<a>&#0;&#xFFFE;&#xD800;&#x110000;</a>",
            "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}",
        ),
        ("<a>x\u{1}y\u{FFFF}</a>", "x\u{FFFD}y\u{FFFD}"),
        ("<a><![CDATA[x\u{1}]]></a>", "x\u{FFFD}"),
        ("<a>\r\n\u{1}&amp;</a>", "\n\u{FFFD}&"),
        ("<a><!--\u{1}-->x</a>", "x"),
    ];
    for (document, text) in cases {
        assert!(document.parse::<Element>().is_err(), "{document}");
        assert_eq!(
            document_of(document, &options).unwrap().text(),
            text,
            "{document}"
        );
    }
    let element = document_of("<a b='x\u{1F}&#1;'/>", &options).unwrap();
    assert_eq!(element.attribute("", "b"), Some("x\u{FFFD}\u{FFFD}"));
    // Nothing else is forgiven.
    for document in [
        "<a>&nbsp;</a>",
        "<a>&#x;</a>",
        "<a>&</a>",
        "<a\u{1}/>",
        "<a>]]></a>",
        "<a b='<'/>",
    ] {
        assert!(both_with(document, &options).is_err(), "{document}");
    }
}

/// The switch means the same, whatever the source.
#[test]
fn both_sources_replace_illegal_characters() {
    let options = ReadOptions::new().replace_illegal_characters(true);
    for document in [
        "<a>x&#x1A;y</a>",
        "<a b='&#0;'/>",
        "<a>x\u{1}y</a>",
        "<a b='\u{1}'/>",
        "<a><![CDATA[\u{FFFE}]]></a>",
    ] {
        both_with(document, &options).unwrap();
    }
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn illegal_characters_are_refused_or_replaced() {
    let lenient = ReadOptions::new().replace_illegal_characters(true);
    for character in ["&#0;", "&#x1A;", "\u{1}", "\u{1F}", "\u{FFFF}"] {
        let document = body(&format!(
            "<Loan xmlns='urn:library'><Title>a{character}b</Title></Loan>"
        ));
        both_messages::<Loan>(&document).unwrap_err();
        let read = Envelope::<Loan>::from_xml_with(&document, &lenient).unwrap();
        assert_eq!(read.body.title, "a\u{FFFD}b");
    }
    loan("a\0b").to_envelope().unwrap_err();
}
