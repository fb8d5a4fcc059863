//! The XML engine against XML 1.0 (fifth edition) and Namespaces in XML 1.0 (third edition).
//!
//! Each row of a table is a document and the clause it comes from: `XML 2.4` is a section, `[14]` a
//! production of XML 1.0; `NS 3` is a section of Namespaces in XML. Every document is read by both
//! sources of the reader (see `judge`).

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod judge;

use std::fmt::Write as _;

use judge::{EXCEPTIONS, Right, both, both_as, both_messages, both_with, sources, tree};
use um_messages::xml::{self, Element, Node, QName, Reader, pretty};
use um_messages::{Envelope, Error, ErrorKind, ReadOptions, SoapMessage, SoapType, um};

/// Which kind of error a document gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Syntax,
    Namespace,
    End,
    DocumentType,
    Encoding,
    Other,
}

use Kind::{DocumentType, End, Namespace, Syntax};

fn kind(error: &Error) -> Kind {
    match error.kind() {
        ErrorKind::Syntax(_) => Syntax,
        ErrorKind::Namespace(_) => Namespace,
        ErrorKind::UnexpectedEnd => End,
        ErrorKind::DocumentType => DocumentType,
        ErrorKind::Encoding(_) => Kind::Encoding,
        _ => Kind::Other,
    }
}

/// Fails with all rows that do, not with the first alone.
fn check(problems: &[String]) {
    assert!(
        problems.is_empty(),
        "{} rows:\n{}",
        problems.len(),
        problems.join("\n")
    );
}

/// Runs a row, so that the rows behind one that fails are run as well.
fn row(clause: &str, document: &str, test: impl Fn() -> Option<String>) -> Option<String> {
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(test));
    let problem = outcome.unwrap_or_else(|panic| {
        let said = panic
            .downcast_ref::<String>()
            .map_or("a panic", String::as_str);
        Some(said.to_owned())
    })?;
    Some(format!("{clause}: {document:?}: {problem}"))
}

// Well-formed documents.

/// The clause, the document, and the tree that is read, as it is written.
#[rustfmt::skip]
const WELL_FORMED: &[(&str, &str, &str)] = &[
    // The document.
    ("XML 2.1 [1]", "<a/>", "<a/>"),
    ("XML 2.1 [1]", " \t\r\n<a/> \t\r\n", "<a/>"),
    ("XML 2.1 [1] [27]", "<!--x--><a/><!--y-->", "<a/>"),
    ("XML 2.1 [1] [27]", "<?x y?><a/><?x y?>", "<a/>"),
    ("XML 2.1", "<a><b><c/></b><b/></a>", "<a><b><c/></b><b/></a>"),
    ("XML 4.3.3", "\u{FEFF}<a/>", "<a/>"),
    // Tags.
    ("XML 3.1 [40]", "<a ></a >", "<a/>"),
    ("XML 3.1 [42]", "<a></a\t\r\n >", "<a/>"),
    ("XML 3.1 [44]", "<a />", "<a/>"),
    ("XML 3.1 [44]", "<a\r\n/>", "<a/>"),
    ("XML 3.1 [39]", "<a></a>", "<a/>"),
    // Names.
    ("XML 2.3 [4]", "<_/>", "<_/>"),
    ("XML 2.3 [4a]", "<a-b.c_1/>", "<a-b.c_1/>"),
    ("XML 2.3 [4]", "<Ä/>", "<Ä/>"),
    ("XML 2.3 [4]", "<名前/>", "<名前/>"),
    ("XML 2.3 [4], astral", "<\u{10000}\u{EFFFF}/>", "<\u{10000}\u{EFFFF}/>"),
    ("XML 2.3 [4a]", "<a\u{B7}\u{300}\u{203F}/>", "<a\u{B7}\u{300}\u{203F}/>"),
    ("XML 2.3 [4], fifth edition", "<\u{2070}\u{2C00}/>", "<\u{2070}\u{2C00}/>"),
    ("XML 2.3, names are case-sensitive", "<a><A/></a>", "<a><A/></a>"),
    ("XML 2.3, xml is reserved, not forbidden", "<xmlish/>", "<xmlish/>"),
    // Characters.
    ("XML 2.2 [2]", "<a>\u{7F}\u{80}\u{84}\u{85}\u{86}\u{9F}</a>", "<a>\u{7F}\u{80}\u{84}\u{85}\u{86}\u{9F}</a>"),
    ("XML 2.2 [2]", "<a>\u{D7FF}\u{E000}\u{FFFD}</a>", "<a>\u{D7FF}\u{E000}\u{FFFD}</a>"),
    ("XML 2.2 [2], astral", "<a>\u{10000}\u{1FFFE}\u{10FFFF}</a>", "<a>\u{10000}\u{1FFFE}\u{10FFFF}</a>"),
    ("XML 2.2, no line end in XML 1.0", "<a>\u{85}\u{2028}</a>", "<a>\u{85}\u{2028}</a>"),
    ("XML 2.2", "<a>\u{FEFF}</a>", "<a>\u{FEFF}</a>"),
    ("XML 2.2", "<a b='\u{7F}\u{FFFD}\u{10FFFF}'/>", "<a b=\"\u{7F}\u{FFFD}\u{10FFFF}\"/>"),
    // Text.
    ("XML 2.4 [14]", "<a>]] ></a>", "<a>]] &gt;</a>"),
    ("XML 2.4 [14]", "<a>></a>", "<a>&gt;</a>"),
    ("XML 2.4 [14]", "<a>]]</a>", "<a>]]</a>"),
    ("XML 2.4 [14]", "<a>]]&gt;</a>", "<a>]]&gt;</a>"),
    ("XML 2.4 [14]", "<a>'\"</a>", "<a>'\"</a>"),
    ("XML 2.10, white space is kept", "<a> x\t\n </a>", "<a> x\t\n </a>"),
    ("XML 3.1, mixed content", "<a>x<b/>y<b/>z</a>", "<a>x<b/>y<b/>z</a>"),
    // References.
    ("XML 4.6", "<a>&lt;&gt;&amp;&quot;&apos;</a>", "<a>&lt;&gt;&amp;\"'</a>"),
    ("XML 4.1 [66]", "<a>&#65;&#x41;&#x0041;&#00065;</a>", "<a>AAAA</a>"),
    ("XML 4.1 [66], either case of digits", "<a>&#x4a;&#x4A;</a>", "<a>JJ</a>"),
    ("XML 4.1 [66], leading zeros", "<a>&#0000000000000000000065;</a>", "<a>A</a>"),
    ("XML 4.1", "<a>&#x10FFFF;&#65533;&#xD7FF;&#xE000;</a>", "<a>\u{10FFFF}\u{FFFD}\u{D7FF}\u{E000}</a>"),
    ("XML 4.1, a reference is not read again", "<a>&amp;lt;&#38;#60;</a>", "<a>&amp;lt;&amp;#60;</a>"),
    ("XML 4.1", "<a b='&lt;&gt;&amp;&quot;&apos;&#65;'/>", "<a b=\"&lt;&gt;&amp;&quot;'A\"/>"),
    ("XML 4.4.5", "<a>&#60;b></a>", "<a>&lt;b&gt;</a>"),
    ("XML 2.4", "<a>&#93;]></a>", "<a>]]&gt;</a>"),
    // Attributes.
    ("XML 3.1 [41]", "<a b = 'c'/>", "<a b=\"c\"/>"),
    ("XML 3.1 [41]", "<a\tb\r=\n'c'\n/>", "<a b=\"c\"/>"),
    ("XML 3.1 [10]", "<a b=\"it's\" c='\"'/>", "<a b=\"it's\" c=\"&quot;\"/>"),
    ("XML 3.1 [10]", "<a b=''/>", "<a b=\"\"/>"),
    ("XML 3.1 [10]", "<a b='>'/>", "<a b=\"&gt;\"/>"),
    ("XML 3.1 [10]", "<a b=']]>'/>", "<a b=\"]]&gt;\"/>"),
    ("XML 3.1, case", "<a b='1' B='2'/>", "<a b=\"1\" B=\"2\"/>"),
    // Comments.
    ("XML 2.5 [15]", "<a><!----></a>", "<a/>"),
    ("XML 2.5 [15]", "<a><!-- - --></a>", "<a/>"),
    ("XML 2.5 [15]", "<a><!--->--></a>", "<a/>"),
    ("XML 2.5 [15]", "<a><!-- <b> & &x; ]]> ' --></a>", "<a/>"),
    ("XML 2.5", "<a>x<!--y-->z</a>", "<a>xz</a>"),
    // CDATA sections.
    ("XML 2.7 [18]", "<a><![CDATA[]]></a>", "<a/>"),
    ("XML 2.7 [20]", "<a><![CDATA[<b>&lt;&x;</b>]]></a>", "<a>&lt;b&gt;&amp;lt;&amp;x;&lt;/b&gt;</a>"),
    ("XML 2.7 [20]", "<a><![CDATA[]]]></a>", "<a>]</a>"),
    ("XML 2.7 [20]", "<a><![CDATA[]]]]></a>", "<a>]]</a>"),
    ("XML 2.7", "<a><![CDATA[]]]]><![CDATA[>]]></a>", "<a>]]&gt;</a>"),
    ("XML 2.7, they do not nest", "<a><![CDATA[<![CDATA[]]></a>", "<a>&lt;![CDATA[</a>"),
    ("XML 2.7", "<a>x<![CDATA[y]]>z</a>", "<a>xyz</a>"),
    // Processing instructions.
    ("XML 2.6 [16]", "<a><?b?></a>", "<a/>"),
    ("XML 2.6 [16]", "<a><?b c?d?></a>", "<a/>"),
    ("XML 2.6 [16]", "<a><?b <c> & &x; --?></a>", "<a/>"),
    ("XML 2.6 [17]", "<?xml-stylesheet href='x'?><a/>", "<a/>"),
    ("XML 2.6 [17]", "<a><?xmlx?><?x-xml?></a>", "<a/>"),
    ("XML 2.6", "<a>x<?b?>y</a>", "<a>xy</a>"),
    // The XML declaration.
    ("XML 2.8 [23]", "<?xml version='1.0'?><a/>", "<a/>"),
    ("XML 2.8 [23]", "<?xml version=\"1.0\" encoding='UTF-8' standalone=\"yes\"?><a/>", "<a/>"),
    ("XML 2.8 [23]", "<?xml version='1.0' standalone='no' ?><a/>", "<a/>"),
    ("XML 2.8 [24]", "<?xml\tversion\n=\r'1.0'\n?>\n<a/>", "<a/>"),
    ("XML 2.8 [26], read as 1.0", "<?xml version='1.1'?><a/>", "<a/>"),
    ("XML 2.8 [26], read as 1.0", "<?xml version='1.10'?><a/>", "<a/>"),
    ("XML 4.3.3", "\u{FEFF}<?xml version='1.0' encoding='utf-8'?><a/>", "<a/>"),
    ("XML 4.3.3, any case", "<?xml version='1.0' encoding='Utf-8'?><a/>", "<a/>"),
    // Namespaces.
    ("NS 3", "<p:a xmlns:p='urn:p'/>", "<p:a xmlns:p=\"urn:p\"/>"),
    ("NS 6.1, before the declaration", "<p:a p:b='1' xmlns:p='urn:p'/>", "<p:a xmlns:p=\"urn:p\" p:b=\"1\"/>"),
    ("NS 6.1, redeclared", "<p:a xmlns:p='u'><p:a xmlns:p='v'/><p:a/></p:a>", "<p:a xmlns:p=\"u\"><p:a xmlns:p=\"v\"/><p:a/></p:a>"),
    ("NS 6.2, default", "<a xmlns='u'><b/></a>", "<a xmlns=\"u\"><b/></a>"),
    ("NS 6.2, undeclared default", "<a xmlns='u'><b xmlns=''><c/></b></a>", "<a xmlns=\"u\"><b xmlns=\"\"><c/></b></a>"),
    ("NS 6.2, nothing to undeclare", "<a xmlns=''/>", "<a/>"),
    ("NS 6.2, not for attributes", "<a xmlns='u' xmlns:p='u' b='1' p:b='2'/>", "<a xmlns=\"u\" xmlns:p=\"u\" b=\"1\" p:b=\"2\"/>"),
    ("NS 6.3, two prefixes", "<a xmlns:p='u' xmlns:q='v' p:b='1' q:b='2'/>", "<a xmlns:p=\"u\" xmlns:q=\"v\" p:b=\"1\" q:b=\"2\"/>"),
    ("NS 2.3, by character, not by meaning", "<a xmlns:p='u/' xmlns:q='u/.' p:b='1' q:b='2'/>", "<a xmlns:p=\"u/\" xmlns:q=\"u/.\" p:b=\"1\" q:b=\"2\"/>"),
    ("NS 3, xml is bound", "<a xml:lang='en' xml:space='preserve'/>", "<a xml:lang=\"en\" xml:space=\"preserve\"/>"),
    ("NS 3, xml declared right", "<a xmlns:xml='http://www.w3.org/XML/1998/namespace' xml:lang='en'/>", "<a xml:lang=\"en\"/>"),
    ("NS 3, xml on an element", "<xml:a/>", "<xml:a/>"),
    ("NS 3, reserved, not forbidden", "<xmlp:a xmlns:xmlp='u'/>", "<xmlp:a xmlns:xmlp=\"u\"/>"),
    ("NS 4 [7]", "<p:a-1 xmlns:p='u'></p:a-1 >", "<p:a-1 xmlns:p=\"u\"/>"),
    ("NS 4, prefixes with other letters", "<ä:é xmlns:ä='u'/>", "<ä:é xmlns:ä=\"u\"/>"),
    ("NS 2.2, references in names of namespaces", "<p:a xmlns:p='u&amp;&#118;'/>", "<p:a xmlns:p=\"u&amp;v\"/>"),
    ("NS 3, the name `xmlns` as a URI", "<p:a xmlns:p='xmlns'/>", "<p:a xmlns:p=\"xmlns\"/>"),
    ("NS 3, the name `xml` as a URI", "<a xmlns='xml'/>", "<a xmlns=\"xml\"/>"),
    ("NS 6.2, the name `xmlns` as a default URI", "<a xmlns='xmlns'/>", "<a xmlns=\"xmlns\"/>"),
];

#[test]
fn well_formed_documents_are_read() {
    assert!(WELL_FORMED.len() >= 60);
    let problems = WELL_FORMED
        .iter()
        .filter_map(|&(clause, document, written)| {
            row(clause, document, || match both(document) {
                Ok(element) => {
                    let found = element.to_xml().unwrap();
                    (found != written).then(|| format!("read as {found:?}, not as {written:?}"))
                }
                Err(error) => Some(format!("refused: {error}")),
            })
        });
    check(&problems.collect::<Vec<_>>());
}

/// What is written is itself well-formed, and the same tree.
#[test]
fn trees_are_read_back() {
    for &(clause, document, _) in WELL_FORMED {
        let Ok(element) = document.parse::<Element>() else {
            continue;
        };
        let written = element.to_xml().unwrap();
        assert_eq!(
            written.parse::<Element>().unwrap(),
            element,
            "{clause}: {document}"
        );
    }
}

// Documents that are not well-formed.

/// The clause, the document, and the kind of the error.
#[rustfmt::skip]
const NOT_WELL_FORMED: &[(&str, &str, Kind)] = &[
    // The document.
    ("XML 2.1 [1]", "", End),
    ("XML 2.1 [1]", " \t\r\n", End),
    ("XML 2.1 [1]", "\u{FEFF}", End),
    ("XML 2.1 [1]", "<!--x-->", End),
    ("XML 2.1 [1]", "<?x y?>", End),
    ("XML 2.1 [1]", "<?xml version='1.0'?>", End),
    ("XML 2.1 [1]", "text", Syntax),
    ("XML 2.1 [1]", "text<a/>", Syntax),
    ("XML 2.1 [1]", "<a/>text", Syntax),
    ("XML 2.1 [1]", "<a/><b/>", Syntax),
    ("XML 2.1 [1]", "<a/><a>", Syntax),
    ("XML 2.1 [1]", "<a></a></a>", Syntax),
    ("XML 2.1 [1]", "</a>", Syntax),
    ("XML 2.1 [1]", "<a/>&amp;", Syntax),
    ("XML 2.1 [1]", "<a/>&#32;", Syntax),
    ("XML 2.1 [1]", "&#32;<a/>", Syntax),
    ("XML 2.1 [1]", "<a/>\u{0}", Syntax),
    ("XML 2.1 [1]", "<a/>\u{A0}", Syntax),
    ("XML 2.1 [1], outside the element", "<![CDATA[]]><a/>", Syntax),
    ("XML 2.1 [1], outside the element", "<a/><![CDATA[ ]]>", Syntax),
    ("XML 4.3.3, one mark", "\u{FEFF}\u{FEFF}<a/>", Syntax),
    ("XML 4.3.3, at the beginning", " \u{FEFF}<a/>", Syntax),
    ("XML 4.3.3, at the beginning", "<a/>\u{FEFF}", Syntax),
    // Truncated.
    ("XML 2.1", "<", End),
    ("XML 2.1", "<a", End),
    ("XML 2.1", "<a ", End),
    ("XML 2.1", "<a/", End),
    ("XML 2.1", "<a>", End),
    ("XML 2.1", "<a>text", End),
    ("XML 2.1", "<a><", End),
    ("XML 2.1", "<a></", End),
    ("XML 2.1", "<a></a", End),
    ("XML 2.1", "<a></a ", End),
    ("XML 2.1", "<a b", End),
    ("XML 2.1", "<a b=", End),
    ("XML 2.1", "<a b='", End),
    ("XML 2.1", "<a b='c", End),
    ("XML 2.1", "<a b='c'", End),
    ("XML 2.1", "<a>&", End),
    ("XML 2.1", "<a>&am", End),
    ("XML 2.1", "<a>&#", End),
    ("XML 2.1", "<a><!", End),
    ("XML 2.1", "<a><!-", End),
    ("XML 2.1", "<a><!--", End),
    ("XML 2.1", "<a><!-- -", End),
    ("XML 2.1", "<a><!-- --", End),
    ("XML 2.1", "<a><![CDATA[", End),
    ("XML 2.1", "<a><![CDATA[ ]]", End),
    ("XML 2.1", "<a><?", End),
    ("XML 2.1", "<a><?b", End),
    ("XML 2.1", "<a><?b c?", End),
    ("XML 2.1", "<?xml version='1.0'", End),
    // Tags.
    ("XML 3 WFC Element Type Match", "<a></b>", Syntax),
    ("XML 3 WFC Element Type Match", "<a></A>", Syntax),
    ("XML 3 WFC Element Type Match", "<a></ab>", Syntax),
    ("XML 3 WFC Element Type Match", "<ab></a>", Syntax),
    ("XML 3 WFC Element Type Match", "<a><b></a></b>", Syntax),
    ("XML 3 WFC Element Type Match, the name, not its meaning", "<p:a xmlns:p='u' xmlns:q='u'></q:a>", Syntax),
    ("XML 3.1 [42]", "<a></a b='c'>", Syntax),
    ("XML 3.1 [42]", "<a></ a>", Syntax),
    ("XML 3.1 [42]", "<a></>", Syntax),
    ("XML 3.1 [42]", "<a></a/>", Syntax),
    ("XML 3.1 [40]", "< a/>", Syntax),
    ("XML 3.1 [40]", "<a><></a>", Syntax),
    ("XML 3.1 [44]", "<a/ >", Syntax),
    ("XML 3.1 [44]", "<a / >", Syntax),
    ("XML 3.1 [44]", "<a//>", Syntax),
    ("XML 3.1 [40]", "<a<b/></a>", Syntax),
    ("XML 3.1 [40]", "<a b/c='d'/>", Syntax),
    // Names.
    ("XML 2.3 [4]", "<1/>", Syntax),
    ("XML 2.3 [4]", "<-a/>", Syntax),
    ("XML 2.3 [4]", "<.a/>", Syntax),
    ("XML 2.3 [4]", "<\u{B7}/>", Syntax),
    ("XML 2.3 [4]", "<\u{300}/>", Syntax),
    ("XML 2.3 [4]", "<\u{D7}/>", Syntax),
    ("XML 2.3 [4]", "<\u{37E}/>", Syntax),
    ("XML 2.3 [4a]", "<a\u{F7}/>", Syntax),
    ("XML 2.3 [4a]", "<a\u{2190}/>", Syntax),
    ("XML 2.3 [4a]", "<a\u{F0000}/>", Syntax),
    ("XML 2.3 [4a]", "<a$/>", Syntax),
    ("XML 2.3 [4]", "<a 1='x'/>", Syntax),
    ("XML 2.3 [4a]", "<a b+='x'/>", Syntax),
    // Attributes.
    ("XML 3.1 [41]", "<a b/>", Syntax),
    ("XML 3.1 [41]", "<a b=>", Syntax),
    ("XML 3.1 [10]", "<a b=c/>", Syntax),
    ("XML 3.1 [10]", "<a b='c\"/></a>", Syntax),
    ("XML 3.1 [10]", "<a b='c'd'/>", Syntax),
    ("XML 3.1 WFC No < in Attribute Values", "<a b='<'/>", Syntax),
    ("XML 3.1 WFC No < in Attribute Values", "<a xmlns:p='<'/>", Syntax),
    ("XML 3.1 [40], white space before each", "<a b='1'c='2'/>", Syntax),
    ("XML 3.1 [41]", "<a b 'c'/>", Syntax),
    ("XML 3.1 [41]", "<a b=='c'/>", Syntax),
    ("XML 3.1 [41]", "<a ='c'/>", Syntax),
    ("XML 3.1 [41]", "<a 'c'/>", Syntax),
    ("XML 3.1 [41]", "<a b='1', c='2'/>", Syntax),
    ("XML 3.1 WFC Unique Att Spec", "<a b='1' b='2'/>", Syntax),
    ("XML 3.1 WFC Unique Att Spec", "<a b='1' c='2' b='1'/>", Syntax),
    ("XML 3.1 WFC Unique Att Spec", "<a xmlns:p='u' p:b='1' p:b='2'/>", Syntax),
    ("XML 3.1 WFC Unique Att Spec", "<a xmlns:p='u' xmlns:p='u'/>", Syntax),
    ("XML 3.1 WFC Unique Att Spec", "<a xmlns='u' xmlns='v'/>", Syntax),
    ("XML 3.1 WFC Unique Att Spec", "<a xml:lang='en' xml:lang='de'/>", Syntax),
    // Characters.
    ("XML 2.2 [2]", "<a>\u{0}</a>", Syntax),
    ("XML 2.2 [2]", "<a>\u{FFFE}</a>", Syntax),
    ("XML 2.2 [2]", "<a>\u{FFFF}</a>", Syntax),
    ("XML 2.2 [2]", "<a b='\u{1}'/>", Syntax),
    ("XML 2.2 [2]", "<a b='\u{FFFE}'/>", Syntax),
    ("XML 2.2 [2]", "<a><!--\u{1}--></a>", Syntax),
    ("XML 2.2 [2]", "<a><!--\u{FFFF}--></a>", Syntax),
    ("XML 2.2 [2]", "<a><![CDATA[\u{1}]]></a>", Syntax),
    ("XML 2.2 [2]", "<a><![CDATA[\u{FFFE}]]></a>", Syntax),
    ("XML 2.2 [2]", "<a><?b \u{1}?></a>", Syntax),
    ("XML 2.2 [2]", "<a\u{1}/>", Syntax),
    ("XML 2.2 [2]", "<a\u{C}b='1'/>", Syntax),
    ("XML 2.3 [3], not white space", "<a\u{A0}b='1'/>", Syntax),
    ("XML 2.3 [3], not white space", "<a\u{85}b='1'/>", Syntax),
    ("XML 2.3 [3], not white space", "<a\u{2028}/>", Syntax),
    // References.
    ("XML 4.1 [68]", "<a>&</a>", Syntax),
    ("XML 4.1 [68]", "<a>& b</a>", Syntax),
    ("XML 4.1 [68]", "<a>&;</a>", Syntax),
    ("XML 4.1 [68]", "<a>&lt</a>", Syntax),
    ("XML 4.1 [68]", "<a>&lt ;</a>", Syntax),
    ("XML 4.1 [68]", "<a>& lt;</a>", Syntax),
    ("XML 4.1 [68]", "<a b='&'/>", Syntax),
    ("XML 4.1 [68]", "<a b='&lt'/>", Syntax),
    ("XML 4.1 WFC Entity Declared", "<a>&nbsp;</a>", Syntax),
    ("XML 4.1 WFC Entity Declared", "<a>&LT;</a>", Syntax),
    ("XML 4.1 WFC Entity Declared", "<a b='&nbsp;'/>", Syntax),
    ("XML 4.1 WFC Entity Declared", "<a>&xml;</a>", Syntax),
    ("XML 4.1 [69]", "<a>%lt;&%;</a>", Syntax),
    ("XML 4.1 [66]", "<a>&#;</a>", Syntax),
    ("XML 4.1 [66]", "<a>&#x;</a>", Syntax),
    ("XML 4.1 [66]", "<a>&#X41;</a>", Syntax),
    ("XML 4.1 [66]", "<a>&#4G;</a>", Syntax),
    ("XML 4.1 [66]", "<a>&#xG;</a>", Syntax),
    ("XML 4.1 [66]", "<a>&#41</a>", Syntax),
    ("XML 4.1 [66]", "<a>&#+65;</a>", Syntax),
    ("XML 4.1 [66]", "<a>&#-1;</a>", Syntax),
    ("XML 4.1 [66]", "<a>&#\u{0661};</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#0;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#x1;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#x1A;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#11;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#xD800;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#xDFFF;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#xD83D;&#xDE00;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#xFFFE;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#xFFFF;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#x110000;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#x100000041;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a>&#99999999999999999999;</a>", Syntax),
    ("XML 4.1 WFC Legal Character", "<a b='&#0;'/>", Syntax),
    // Text.
    ("XML 2.4 [14]", "<a>]]></a>", Syntax),
    ("XML 2.4 [14]", "<a>x]]]></a>", Syntax),
    ("XML 2.4 [14]", "<a><![CDATA[]]>]]></a>", Syntax),
    ("XML 2.4 [14], behind a long run", "<a>0123456789abcdef0123456789abcde]]></a>", Syntax),
    // Comments.
    ("XML 2.5 [15]", "<a><!-- -- --></a>", Syntax),
    ("XML 2.5 [15]", "<a><!-- ---></a>", Syntax),
    ("XML 2.5 [15]", "<a><!----->b--></a>", Syntax),
    ("XML 2.5 [15]", "<a><!--></a>", End),
    ("XML 2.5 [15]", "<a><!-x--></a>", Syntax),
    ("XML 2.5 [15]", "<a><! --x--></a>", Syntax),
    ("XML 2.5 [15]", "<a><!--x-- ></a>", Syntax),
    // CDATA sections.
    ("XML 2.7 [19]", "<a><![cdata[]]></a>", Syntax),
    ("XML 2.7 [19]", "<a><![CDATA []]></a>", Syntax),
    ("XML 2.7 [19]", "<a><! [CDATA[]]></a>", Syntax),
    ("XML 2.7 [21]", "<a><![CDATA[]] ></a>", End),
    ("XML 2.7, they do not nest", "<a><![CDATA[<![CDATA[]]>]]></a>", Syntax),
    ("XML 3.1 [40]", "<a <![CDATA[]]>/>", Syntax),
    // Processing instructions.
    ("XML 2.6 [16]", "<a><??></a>", Syntax),
    ("XML 2.6 [16]", "<a><? b?></a>", Syntax),
    ("XML 2.6 [16]", "<a><?b?c?></a>", Syntax),
    ("XML 2.6 [16]", "<a><?b></a>", End),
    ("XML 2.6 [17]", "<a><?xml?></a>", Syntax),
    ("XML 2.6 [17]", "<a><?XML x?></a>", Syntax),
    ("XML 2.6 [17]", "<a><?xMl x?></a>", Syntax),
    ("XML 2.6 [17]", "<?XML version='1.0'?><a/>", Syntax),
    ("XML 2.6 [17]", "<a/><?Xml x?>", Syntax),
    ("XML 2.6 [17]", "<a><?1?></a>", Syntax),
    ("NS 7, no colon in a target", "<a><?p:b c?></a>", Syntax),
    // The XML declaration.
    ("XML 2.8 [22], at the beginning", " <?xml version='1.0'?><a/>", Syntax),
    ("XML 2.8 [22], at the beginning", "<!----><?xml version='1.0'?><a/>", Syntax),
    ("XML 2.8 [22], at the beginning", "<a><?xml version='1.0'?></a>", Syntax),
    ("XML 2.8 [22], at the beginning", "<a/><?xml version='1.0'?>", Syntax),
    ("XML 2.8 [22], once", "<?xml version='1.0'?><?xml version='1.0'?><a/>", Syntax),
    ("XML 2.8 [23]", "<?xml?><a/>", Syntax),
    ("XML 2.8 [23]", "<?xml ?><a/>", Syntax),
    ("XML 2.8 [23]", "<?xml encoding='utf-8'?><a/>", Syntax),
    ("XML 2.8 [23]", "<?xml standalone='yes'?><a/>", Syntax),
    ("XML 2.8 [23], order", "<?xml encoding='utf-8' version='1.0'?><a/>", Syntax),
    ("XML 2.8 [23], order", "<?xml version='1.0' standalone='yes' encoding='utf-8'?><a/>", Syntax),
    ("XML 2.8 [23], once", "<?xml version='1.0' version='1.0'?><a/>", Syntax),
    ("XML 2.8 [23]", "<?xml version='1.0' x='y'?><a/>", Syntax),
    ("XML 2.8 [23]", "<?xml VERSION='1.0'?><a/>", Syntax),
    ("XML 2.8 [23]", "<?xml version='1.0' encoding='utf-8' x?><a/>", Syntax),
    ("XML 2.8 [24]", "<?xml version=1.0?><a/>", Syntax),
    ("XML 2.8 [24]", "<?xml version='1.0\"?><a/>", Syntax),
    ("XML 2.8 [24]", "<?xml version='1.0'encoding='utf-8'?><a/>", Syntax),
    ("XML 2.8 [24]", "<?xmlversion='1.0'?><a/>", Syntax),
    ("XML 2.8 [26]", "<?xml version='2.0'?><a/>", Syntax),
    ("XML 2.8 [26]", "<?xml version='1.'?><a/>", Syntax),
    ("XML 2.8 [26]", "<?xml version='1'?><a/>", Syntax),
    ("XML 2.8 [26]", "<?xml version=' 1.0'?><a/>", Syntax),
    ("XML 2.8 [26]", "<?xml version=''?><a/>", Syntax),
    ("XML 2.9 [32]", "<?xml version='1.0' standalone='YES'?><a/>", Syntax),
    ("XML 2.9 [32]", "<?xml version='1.0' standalone=''?><a/>", Syntax),
    ("XML 4.3.3 [81]", "<?xml version='1.0' encoding=''?><a/>", Syntax),
    ("XML 4.3.3 [81]", "<?xml version='1.0' encoding='-utf-8'?><a/>", Syntax),
    ("XML 4.3.3 [81]", "<?xml version='1.0' encoding='utf 8'?><a/>", Syntax),
    ("XML 2.8 [23]", "<?xml version='1.0'><a/>", End),
    // Document types: SOAP forbids them.
    ("SOAP 1.1, 3", "<!DOCTYPE a><a/>", DocumentType),
    ("SOAP 1.1, 3", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", DocumentType),
    ("SOAP 1.1, 3", "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>", DocumentType),
    ("SOAP 1.2 part 1, 5", "<?xml version='1.0'?>\n<!--x--><!DOCTYPE a><a/>", DocumentType),
    ("XML 2.8 [28], before the element", "<a/><!DOCTYPE a>", DocumentType),
    ("XML 2.8 [28], before the element", "<a><!DOCTYPE a></a>", DocumentType),
    ("XML 2.8 [28], case", "<!doctype a><a/>", Syntax),
    ("XML 3.2 [45], no declarations in content", "<a><!ELEMENT a ANY></a>", Syntax),
    ("XML 3.4 [61], no sections in content", "<a><![INCLUDE[]]></a>", Syntax),
    // Namespaces.
    ("NS 5 NSC Prefix Declared", "<p:a/>", Namespace),
    ("NS 5 NSC Prefix Declared", "<a p:b='c'/>", Namespace),
    ("NS 5 NSC Prefix Declared, in scope", "<a><b xmlns:p='u'/><p:b/></a>", Namespace),
    ("NS 5 NSC Prefix Declared, in scope", "<a><b xmlns:p='u'></b><c p:d='1'/></a>", Namespace),
    ("NS 5 NSC Prefix Declared, case", "<P:a xmlns:p='u'/>", Namespace),
    ("NS 5 NSC No Prefix Undeclaring", "<a xmlns:p=''/>", Namespace),
    ("NS 5 NSC No Prefix Undeclaring", "<a xmlns:p='u'><b xmlns:p=''/></a>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<a xmlns:xml='u'/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<a xmlns:xml=''/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<a xmlns='http://www.w3.org/XML/1998/namespace'/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<a xmlns:xmlns='http://www.w3.org/2000/xmlns/'/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<a xmlns:xmlns='u'/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<a xmlns='http://www.w3.org/2000/xmlns/'/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<a xmlns:p='http://www.w3.org/2000/xmlns&#47;'/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<xmlns:a/>", Namespace),
    ("NS 3 NSC Reserved Prefixes", "<xmlns:a xmlns:xmlns='http://www.w3.org/2000/xmlns/'/>", Namespace),
    ("NS 4 [7]", "<:a/>", Namespace),
    ("NS 4 [7]", "<a:/>", Syntax),
    ("NS 4 [7]", "<:/>", Namespace),
    ("NS 4 [7]", "<p:q:a xmlns:p='u'/>", Namespace),
    ("NS 4 [7]", "<p::a xmlns:p='u'/>", Namespace),
    ("NS 4 [7]", "<p:1 xmlns:p='u'/>", Syntax),
    ("NS 4 [7]", "<a xmlns:p='u' p:q:b='c'/>", Namespace),
    ("NS 4 [7]", "<a :b='c'/>", Namespace),
    ("NS 3 [2]", "<a xmlns:='u'/>", Syntax),
    ("NS 3 [2]", "<a xmlns:1='u'/>", Syntax),
    ("NS 3 [2]", "<a xmlns:p:q='u'/>", Namespace),
    ("NS 6.3", "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", Syntax),
    ("NS 6.3, declared further out", "<a xmlns:p='u'><b xmlns:q='u' p:b='1' q:b='2'/></a>", Syntax),
];

#[test]
fn other_documents_are_refused() {
    assert!(NOT_WELL_FORMED.len() >= 120);
    let problems = NOT_WELL_FORMED
        .iter()
        .filter_map(|&(clause, document, expected)| {
            row(clause, document, || match both(document) {
                Ok(element) => Some(format!("read as {element:?}")),
                Err(error) => (kind(&error) != expected)
                    .then(|| format!("{:?} instead of {expected:?}: {error}", kind(&error))),
            })
        });
    check(&problems.collect::<Vec<_>>());
}

/// The list of exceptions stays closed and true: each of its documents still shows the difference.
#[test]
fn every_exception_is_one() {
    for exception in EXCEPTIONS {
        assert!(
            exception.example.contains(exception.mark),
            "{}",
            exception.example
        );
        let (tokenizer, stream) = sources(exception.example, &ReadOptions::new(), &|reader| {
            tree(reader)
        });
        let differs = match (&tokenizer, &stream) {
            (Ok(ours), Ok(theirs)) => ours != theirs,
            (ours, theirs) => ours.is_ok() != theirs.is_ok(),
        };
        assert!(differs, "no longer an exception: {}", exception.example);
        let reads = exception.right == Right::TokenizerReads;
        assert_eq!(
            tokenizer.is_ok(),
            reads,
            "{}: {}",
            exception.clause,
            exception.example
        );
    }
}

// Characters and names, all of them.

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

// Values.

/// The clause, the document, and the text of its element.
#[rustfmt::skip]
const TEXTS: &[(&str, &str, &str)] = &[
    ("XML 2.11", "<a>1\r\n2\r3\n4\r\r\n5\n\r6</a>", "1\n2\n3\n4\n\n5\n\n6"),
    ("XML 2.11", "<a>\r</a>", "\n"),
    ("XML 2.11", "<a>\r\n</a>", "\n"),
    ("XML 2.11", "<a><![CDATA[1\r\n2\r3]]></a>", "1\n2\n3"),
    ("XML 2.11, a reference is no line end", "<a>&#13;\n&#xD;&#xA;</a>", "\r\n\r\n"),
    ("XML 2.11, a CR before a reference", "<a>\r&#10;</a>", "\n\n"),
    ("XML 2.11, a CR before CDATA", "<a>\r<![CDATA[\n]]></a>", "\n\n"),
    ("XML 2.11, in long runs", "<a>0123456789abcdef\r\n0123456789abcdef\r</a>", "0123456789abcdef\n0123456789abcdef\n"),
    ("XML 2.5", "<a>Tom<!-- and --> Jerry</a>", "Tom Jerry"),
    ("XML 2.7", "<a>Tom <![CDATA[&]]> Jerry</a>", "Tom & Jerry"),
    ("XML 4.1", "<a>Tom &amp; Jerry</a>", "Tom & Jerry"),
    ("XML 2.6", "<a>Tom<?and?> Jerry</a>", "Tom Jerry"),
    ("XML 2.7", "<a><![CDATA[&amp;]]>&amp;<!--&amp;--><![CDATA[<]]></a>", "&amp;&<"),
    ("XML 2.7", "<a><![CDATA[ ]]> <![CDATA[ ]]></a>", "   "),
    ("XML 2.10", "<a>\n  x\t </a>", "\n  x\t "),
    ("XML 4.1", "<a>&#x1F600;\u{1F600}</a>", "\u{1F600}\u{1F600}"),
];

#[test]
fn text_is_read_whole_and_with_line_ends_normalized() {
    let problems = TEXTS.iter().filter_map(|&(clause, document, text)| {
        row(clause, document, || {
            let found = both(document).unwrap().text();
            (found != text).then(|| format!("read as {found:?}, not {text:?}"))
        })
    });
    check(&problems.collect::<Vec<_>>());
}

/// The clause, the attribute as it stands in its tag, and its value.
#[rustfmt::skip]
const VALUES: &[(&str, &str, &str)] = &[
    ("XML 3.3.3", "b=' 1\t2\n3 '", " 1 2 3 "),
    ("XML 2.11, then 3.3.3", "b='1\r\n2\r3\r\n\r\n4'", "1 2 3  4"),
    ("XML 3.3.3, not for references", "b='&#9;&#10;&#13;&#32;'", "\t\n\r "),
    ("XML 3.3.3", "b='1\r&#10;2'", "1 \n2"),
    ("XML 3.3.3, not collapsed", "b='1    2'", "1    2"),
    ("XML 4.1", "b='Tom &amp; Jerry'", "Tom & Jerry"),
    ("XML 2.5, no comment", "b='1<!---->2'", ""),
    ("XML 3.1", "b='\"'", "\""),
    ("XML 3.1", "b=\"'\"", "'"),
    ("XML 4.1", "b='&quot;&apos;&lt;'", "\"'<"),
];

#[test]
fn attribute_values_are_normalized() {
    let problems = VALUES.iter().filter_map(|&(clause, attribute, value)| {
        let document = format!("<a {attribute}/>");
        row(clause, &document, || match both(&document) {
            Ok(element) => {
                let found = element.attribute("", "b").unwrap().to_owned();
                (found != value).then(|| format!("read as {found:?}, not {value:?}"))
            }
            Err(error) => (!value.is_empty()).then(|| error.to_string()),
        })
    });
    check(&problems.collect::<Vec<_>>());
}

#[test]
fn what_is_written_reads_back_equal() {
    let awkward = "\r\n\t \r \"'&<>]]> &amp; \u{7F}\u{85}\u{2028}\u{FEFF}\u{FFFD}\u{1F600} ";
    let element = Element::new("urn:a", "a")
        .with_attribute("", "b", awkward)
        .with_attribute("urn:c", "d", awkward)
        .with_text(awkward);
    let read = both(&element.to_xml().unwrap()).unwrap();
    assert_eq!(read, element);
    assert_eq!(read.text(), awkward);
    assert_eq!(read.attribute("urn:c", "d"), Some(awkward));
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

// Many attributes.

fn attributes(count: usize, more: &str) -> String {
    let mut tag = String::from("<a xmlns:p='u' xmlns:q='u'");
    for number in 0..count {
        write!(tag, " b{number}='{number}'").unwrap();
    }
    write!(tag, "{more}/>").unwrap();
    tag
}

/// XML 3.1 WFC Unique Att Spec and NS 6.3, with few attributes and with many.
#[test]
fn one_twin_among_many_attributes_is_found() {
    for count in [1, 11, 12, 13, 14, 50, 200] {
        let distinct = both(&attributes(count, " p:b0='x' c='y'")).unwrap();
        assert_eq!(distinct.attributes().len(), count + 2);
        let last = format!(" b{}='x'", count - 1);
        for twin in [" b0='x'", last.as_str(), " p:b0='x' q:b0='y'"] {
            let error = both(&attributes(count, twin)).unwrap_err();
            assert_eq!(
                kind(&error),
                Syntax,
                "{count} attributes and {twin}: {error}"
            );
            assert!(error.to_string().contains("twice"), "{error}");
        }
    }
}

// Truncation.

const RICH: &str = "\u{FEFF}<?xml version=\"1.0\" encoding='utf-8' standalone=\"no\" ?>\r\n\
    <!-- before --> <?target data?>\n\
    <p:root xmlns:p = 'urn:p' xmlns=\"urn:d\" p:a=\"1 &lt; 2\" b='\"'>\n\
    text &amp; more &#x1F600;<!-- a - comment -->\n\
    <child xmlns=''/><![CDATA[ <raw> ]] & ]]>ünïcödé 名前\n\
    <p:child p:c='d' ><?pi?>\t<e></e ></p:child\n>\n\
    </p:root>";

/// XML 2.1: a document that is cut off is not well-formed, wherever it is cut.
#[test]
fn no_prefix_of_a_document_is_read() {
    both(RICH).unwrap();
    for end in (0..RICH.len()).filter(|&end| RICH.is_char_boundary(end)) {
        let error = both(&RICH[..end]).unwrap_err();
        assert_eq!(kind(&error), End, "cut at byte {end}: {error}");
    }
}

/// The same of bytes, which can be cut inside a character.
#[test]
fn no_prefix_of_bytes_is_read() {
    let utf16: Vec<u8> = RICH.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let read = |bytes: &[u8]| tree(&mut Reader::from_slice_with(bytes, &ReadOptions::new())?);
    for bytes in [RICH.as_bytes(), utf16.as_slice()] {
        assert_eq!(read(bytes).unwrap(), RICH.parse().unwrap());
        for end in 0..bytes.len() {
            assert!(read(&bytes[..end]).is_err(), "cut at byte {end}");
        }
    }
}

// Where an error is.

/// The document, and the line, column, byte and path of its error.
#[rustfmt::skip]
const PLACES_OF_ERRORS: &[(&str, usize, usize, usize, Option<&str>)] = &[
    ("", 1, 1, 0, None),
    ("<a>\n<b>\n</a>", 3, 1, 8, Some("a/b")),
    ("<a>\r\n<b>\r\n</a>", 3, 1, 10, Some("a/b")),
    ("<a>\r<b>\r</a>", 3, 1, 8, Some("a/b")),
    ("<a>äö&x;</a>", 1, 6, 7, Some("a")),
    ("<a>\u{1F600}\u{1F600}]]></a>", 1, 6, 11, Some("a")),
    ("\u{FEFF}<a b='<'/>", 1, 8, 9, None),
    ("<a>\n  <b c='1' c='2'/>\n</a>", 2, 12, 15, Some("a")),
    ("<a>\n  <p:b/>\n</a>", 2, 4, 7, Some("a")),
    ("<a>\n  <b xmlns:p=''/>\n</a>", 2, 6, 9, Some("a")),
    ("<a/>\n<b/>", 2, 1, 5, None),
    ("<a/>\n\n  text", 3, 3, 8, None),
    ("<a>\n<!-- -- -->\n</a>", 2, 6, 9, Some("a")),
    ("<p:a xmlns:p='u'><p:b>text", 1, 27, 26, Some("a/b")),
    ("<a>\n<!DOCTYPE b></a>", 2, 1, 4, Some("a")),
    ("<a>\tx\u{1}</a>", 1, 6, 5, Some("a")),
    ("<?xml version='1.0'\nencoding=''?><a/>", 2, 1, 20, None),
];

#[test]
fn errors_say_where() {
    let problems = PLACES_OF_ERRORS
        .iter()
        .filter_map(|&(document, line, column, byte, path)| {
            let error = document.parse::<Element>().unwrap_err();
            let place = error.position().unwrap();
            let found = (place.line, place.column, place.byte, error.path());
            (found != (line, column, byte, path)).then(|| {
                format!(
                    "{document:?}: {found:?} instead of {:?}: {error}",
                    (line, column, byte, path)
                )
            })
        });
    check(&problems.collect::<Vec<_>>());
}

// Encodings.

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

// Options.

/// The limit that both sources name.
fn limit_of(document: &str, options: &ReadOptions) -> Option<(&'static str, usize)> {
    let named = |result: Result<Element, Error>| match result.unwrap_err().kind() {
        ErrorKind::Limit { limit, max } => Some((*limit, *max)),
        _ => None,
    };
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

fn document_of(document: &str, options: &ReadOptions) -> Result<Element, Error> {
    tree(&mut Reader::from_str_with(document, options))
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
    for document in ["<a>x&#x1A;y</a>", "<a b='&#0;'/>"] {
        both_with(document, &options).unwrap();
    }
    // xml-rs has no switch for those that stand there as they are, as `from_stream` says.
    for document in ["<a>x\u{1}y</a>", "<a b='\u{1}'/>"] {
        let mut tokenizer = Reader::from_str_with(document, &options);
        tree(&mut tokenizer).unwrap();
        let mut stream = Reader::from_stream_with(document.as_bytes(), &options);
        tree(&mut stream).unwrap_err();
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:point")]
struct Point {
    #[soap(attribute)]
    id: Option<u8>,
    x: i32,
}

#[test]
fn unknown_fields_are_skipped_or_denied() {
    let unknown = "<Point xmlns='urn:point'><X>1</X><Y><X>2</X></Y></Point>";
    assert_eq!(both_as::<Point>(unknown).unwrap(), Point { id: None, x: 1 });
    let deny = ReadOptions::new().deny_unknown_fields(true);
    let error = xml::from_str_with::<Point>(unknown, &deny).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::UnknownElement(name) if name.is("urn:point", "Y")),
        "{error}"
    );
    assert_eq!(error.path(), Some("Point/Y"));

    let attribute = "<Point xmlns='urn:point' Id='7' Name='x'><X>1</X></Point>";
    assert_eq!(
        both_as::<Point>(attribute).unwrap(),
        Point { id: Some(7), x: 1 }
    );
    let error = xml::from_str_with::<Point>(attribute, &deny).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::UnknownAttribute(name) if name.is("", "Name")),
        "{error}"
    );

    let universal = "<Point xmlns='urn:point' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' \
        xml:lang='en' i:schemaLocation='urn:x y' i:nil='false'><X>1</X></Point>";
    xml::from_str_with::<Point>(universal, &deny).unwrap();
}

// Pretty printing.

/// The document, and how it is printed.
#[rustfmt::skip]
const PRETTY: &[(&str, &str)] = &[
    ("<a/>", "<a/>"),
    ("<a></a>", "<a/>"),
    ("<a><b/></a>", "<a>\n  <b/>\n</a>"),
    ("<a><b>text</b><c/></a>", "<a>\n  <b>text</b>\n  <c/>\n</a>"),
    ("<a>\n\n<b>\n<c/></b></a>", "<a>\n  <b>\n    <c/>\n  </b>\n</a>"),
    ("<a>  </a>", "<a>  </a>"),
    ("<a> text </a>", "<a> text </a>"),
    ("<a>line\nline</a>", "<a>line\nline</a>"),
    ("<a>&amp;&#13;&#x41;&quot;</a>", "<a>&amp;&#13;&#x41;&quot;</a>"),
    ("<a>&#32;</a>", "<a>&#32;</a>"),
    ("<a b='\"' c=\"'\"/>", "<a b=\"&quot;\" c=\"'\"/>"),
    ("<a b='&#10;&lt;'/>", "<a b=\"&#10;&lt;\"/>"),
    ("<a xmlns:z='u' xmlns='v' xmlns:b='w' z:c='1' a='2'/>", "<a xmlns:z=\"u\" xmlns=\"v\" xmlns:b=\"w\" z:c=\"1\" a=\"2\"/>"),
    ("<a><![CDATA[<x> & ]] ]]></a>", "<a><![CDATA[<x> & ]] ]]></a>"),
    ("<a><!-- c --><b/></a>", "<a>\n  <!-- c -->\n  <b/>\n</a>"),
    ("<a><?p  d?><b/></a>", "<a>\n  <?p d?>\n  <b/>\n</a>"),
    ("<?xml version='1.0' encoding='utf-8'?><a/>", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a/>"),
    ("<?xml version='1.0' encoding='utf-8' standalone='yes'?><a/>", "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\n<a/>"),
    ("<p:a xmlns:p='u'><p:b/></p:a>", "<p:a xmlns:p=\"u\">\n  <p:b/>\n</p:a>"),
    ("<a><b xmlns='u'><c xmlns=''/></b></a>", "<a>\n  <b xmlns=\"u\">\n    <c xmlns=\"\"/>\n  </b>\n</a>"),
];

#[test]
fn documents_are_printed_pretty() {
    let problems = PRETTY.iter().filter_map(|&(document, expected)| {
        let found = pretty(document).unwrap();
        (found != expected).then(|| format!("{document:?} as {found:?}, not {expected:?}"))
    });
    check(&problems.collect::<Vec<_>>());
}

#[test]
fn printing_again_changes_nothing() {
    let documents = PRETTY
        .iter()
        .map(|row| row.0)
        .chain(WELL_FORMED.iter().map(|row| row.1));
    let problems = documents.chain([RICH]).filter_map(|document| {
        row("idempotent", document, || {
            let once = pretty(document).unwrap();
            let twice = pretty(&once).unwrap();
            (once != twice).then(|| format!("{once:?}, then {twice:?}"))
        })
    });
    check(&problems.collect::<Vec<_>>());
}

/// The text of elements without children is a value, and no value changes.
#[test]
fn printing_changes_no_value() {
    let leaves = [
        "<a>x<!-- c --></a>",
        "<a><!-- c -->x</a>",
        "<a>x<!-- c -->y</a>",
        "<a> <!-- c -->x</a>",
        "<a>x<!-- c --> </a>",
        "<a>x<![CDATA[ ]]></a>",
        "<a> <![CDATA[x]]></a>",
        "<a>x <![CDATA[y]]> </a>",
        "<a>&#32;<![CDATA[x]]></a>",
        "<a><?p d?>x</a>",
        "<a>x<?p d?>y</a>",
        "<a xml:space='preserve'> x </a>",
    ];
    let documents = leaves.into_iter().map(|leaf| format!("<r>{leaf}<b/></r>"));
    let problems = documents.filter_map(|document| {
        let printed = pretty(&document).unwrap();
        let text = |document: &str| {
            let tree: Element = document.parse().unwrap();
            tree.child("", "a").unwrap().text()
        };
        let (before, after) = (text(&document), text(&printed));
        (before != after).then(|| format!("{document}: {before:?} is {after:?} in {printed:?}"))
    });
    check(&problems.collect::<Vec<_>>());
}

/// In mixed content white space alone between two elements may be replaced; words stay as they are.
#[test]
fn printing_joins_and_splits_no_words() {
    for document in [
        "<p>un<b>believ</b>able</p>",
        "<p>Hello <b>big</b>, <i>big</i> world!</p>",
    ] {
        assert_eq!(pretty(document).unwrap(), document);
    }
}

#[test]
fn what_is_not_well_formed_is_not_printed() {
    for &(clause, document, expected) in NOT_WELL_FORMED {
        let error = pretty(document).unwrap_err();
        assert_eq!(kind(&error), expected, "{clause}: {document}");
    }
}

// Trees.

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Holder {
    detail: Element,
    after: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:d", rename_all = "camelCase")]
struct Detail {
    kind: QName,
}

/// The prefixes in scope come along, because values may use them (NS 6.1, XSD 2 3.2.18).
#[test]
fn trees_keep_what_their_values_mean() {
    let document = "<m:Holder xmlns:m='urn:a' xmlns:q='urn:q' xmlns='urn:d'>\
        <m:Detail><kind xmlns:r='urn:r'>q:name</kind></m:Detail></m:Holder>";
    let holder = both_as::<Holder>(document).unwrap();
    let kind = holder.detail.child("urn:d", "kind").unwrap();
    assert_eq!(kind.text(), "q:name");
    let alone = holder.detail.to_xml().unwrap();
    let reread: Element = alone.parse().unwrap();
    assert_eq!(reread, holder.detail);
    assert!(alone.contains("xmlns:q=\"urn:q\""), "{alone}");
    assert!(alone.contains("xmlns=\"urn:d\""), "{alone}");
    let detail = holder.detail.read::<Detail>().unwrap();
    assert_eq!(detail.kind, QName::new("urn:q", "name"));
}

/// A tree as a field is written under the field's name, whatever is declared in the tree.
#[test]
fn trees_are_written_where_they_stand() {
    for document in [
        "<Holder xmlns='urn:a'><Detail><x xmlns='urn:b'/></Detail><After>y</After></Holder>",
        "<m:Holder xmlns:m='urn:a'><m:Detail><x/></m:Detail><m:After>y</m:After></m:Holder>",
        "<m:Holder xmlns:m='urn:a' xmlns='urn:b'><m:Detail><x/></m:Detail><m:After>y</m:After></m:Holder>",
        "<m:Holder xmlns:m='urn:a'><m:Detail xmlns='urn:b' m:c='d'><x y='z'/>t</m:Detail></m:Holder>",
    ] {
        let holder = both_as::<Holder>(document).unwrap();
        let written = xml::to_string(&holder).unwrap();
        match xml::from_str::<Holder>(&written) {
            Ok(reread) => assert_eq!(reread, holder, "{written}"),
            Err(error) => panic!("{document} is written as {written}: {error}"),
        }
    }
}

/// A name that is none is no way to write markup: it is an error.
#[test]
fn what_is_no_name_is_not_written() {
    let elements = [
        Element::new("", "a b"),
        Element::new("", ""),
        Element::new("", "1"),
        Element::new("", "p:a"),
        Element::new("", "a><evil/"),
        Element::new("u", "a").with_prefix("1"),
        Element::new("u", "a").with_prefix("xmlns"),
        Element::new("u", "a").with_prefix("p q"),
        Element::new("", "a").with_prefix("p"),
        Element::new("", "a").with_attribute("", "b c", ""),
        Element::new("", "a").with_attribute("", "xmlns", "u"),
        Element::new("", "a").with_attribute("", "b='' c", ""),
        Element::new("", "a")
            .with_attribute("", "b", "1")
            .with_attribute("", "b", "2"),
        Element::new("http://www.w3.org/XML/1998/namespace", "a").with_prefix("p"),
        Element::new("http://www.w3.org/2000/xmlns/", "a"),
    ];
    let problems = elements.iter().filter_map(|element| {
        let written = element.to_xml().ok()?;
        match written.parse::<Element>() {
            Ok(read) if read == *element => None,
            read => Some(format!(
                "{element:?} is written as {written}, read as {read:?}"
            )),
        }
    });
    check(&problems.collect::<Vec<_>>());
}

#[test]
fn deep_trees_are_read_written_and_dropped() {
    const LEVELS: usize = 100_000;
    let document = format!("{}text{}", "<a>".repeat(LEVELS), "</a>".repeat(LEVELS));
    let options = ReadOptions::new().max_depth(LEVELS);
    let element = document_of(&document, &options).unwrap();
    assert_eq!(element.to_xml().unwrap(), document);
    let built = (0..LEVELS).fold(Element::new("", "a"), |inner, _| {
        Element::new("", "a").with_child(inner)
    });
    assert_eq!(built.to_xml().unwrap().len(), LEVELS * 7 + 4);
    drop((element, built));
}

#[test]
fn neighbours_of_text_are_joined() {
    let element = both("<a>x<!--y-->&amp;<![CDATA[z]]><b/>w</a>").unwrap();
    let expected = [
        Node::Text("x&z".into()),
        Node::Element(Element::new("", "b")),
        Node::Text("w".into()),
    ];
    assert_eq!(element.nodes(), expected);
}

/// XML 4.3.3: text that is not in the declared encoding is refused, not guessed at.
#[test]
fn ascii_that_is_declared_is_ascii() {
    let document = "<?xml version='1.0' encoding='US-ASCII'?><a>e</a>";
    read_bytes(document.as_bytes()).unwrap();
    let error = read_bytes(document.replace(">e<", ">é<").as_bytes()).unwrap_err();
    assert_eq!(kind(&error), Kind::Encoding, "{error}");
}

/// A tree holds whatever stands there, an element that is nil as well (XML Schema part 1, 2.6.2).
#[test]
fn trees_may_be_nil() {
    let document = "<Holder xmlns='urn:a' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>\
        <Detail i:nil='true'/></Holder>";
    let holder = both_as::<Holder>(document).unwrap();
    let nil = holder.detail.attribute(xml::XSI_NAMESPACE, "nil");
    assert_eq!(nil, Some("true"));
    assert_eq!(
        both_as::<Holder>(&xml::to_string(&holder).unwrap()).unwrap(),
        holder
    );
}
