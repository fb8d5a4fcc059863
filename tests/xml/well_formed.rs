//! Well-formed documents, by the clauses of XML 1.0 and Namespaces in XML 1.0.

use um_messages::xml::Element;
use um_tests::documents::V1_1;
use um_tests::loan::{Loan, loan};
use um_tests::sources::{both, both_messages};

use crate::rows::{check, row};

/// The clause, the document, and the tree that is read, as it is written.
#[rustfmt::skip]
pub(crate) const WELL_FORMED: &[(&str, &str, &str)] = &[
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

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn a_mark_an_instruction_and_foreign_attributes_are_fine() {
    let document = format!(
        "\u{FEFF}<?xml version='1.0'?><?pi?><s:Envelope xmlns:s='{V1_1}' xmlns:x='urn:x' x:a='1'>\
         <s:Body x:b='2' id='3'><?pi?><Loan xmlns='urn:library' x:c='4'><?pi d?><Title x:d='5'>Emma</Title></Loan></s:Body></s:Envelope>"
    );
    assert_eq!(both_messages::<Loan>(&document).unwrap(), loan("Emma"));
}
