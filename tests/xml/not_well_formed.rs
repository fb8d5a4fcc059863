//! Documents that are not well-formed: each gets an error that says what is wrong with it.

use um_messages::um::GetCallInfo;
use um_messages::xml::Reader;
use um_messages::{ErrorKind, ReadOptions, SoapMessage};
use um_tests::documents::body;
use um_tests::errors::{request_error, say};
use um_tests::loan::{Loan, body as loan_body, read};
use um_tests::sources::{Grains, both, both_messages, tree};

use crate::encodings::utf16;
use crate::limits::attributes;
use crate::rows::Kind::{self, DocumentType, End, Namespace, Syntax};
use crate::rows::{check, kind, row};

/// The clause, the document, and the kind of the error.
#[rustfmt::skip]
pub(crate) const NOT_WELL_FORMED: &[(&str, &str, Kind)] = &[
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
    ("XML 2.6 [16]", "<a><?p:b?c?></a>", Syntax),
    ("NS 7, no colon in a target", "<a><?p:b c?></a>", Namespace),
    ("NS 7, no colon in a target", "<?p:b c?><a/>", Namespace),
    ("NS 7, no colon in a target", "<a><?p:b:?></a>", Namespace),
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
    ("NS 4 [7]", "<a:/>", Namespace),
    ("NS 4 [7]", "<foo:/>", Namespace),
    ("NS 4 [7]", "<a b:='c'/>", Namespace),
    ("NS 4 [7]", "<a: b='c'/>", Namespace),
    ("NS 4 [7]", "<p:1\u{B7} xmlns:p='u'/>", Namespace),
    ("XML 3.1 [40], no name of XML", "<a:?/>", Syntax),
    ("XML 3.1 [40], no name of XML", "<p:&#97;/>", Syntax),
    ("XML 3 WFC Element Type Match, not a QName", "<a></a:>", Syntax),
    ("NS 4 [7]", "<:/>", Namespace),
    ("NS 4 [7]", "<p:q:a xmlns:p='u'/>", Namespace),
    ("NS 4 [7]", "<p::a xmlns:p='u'/>", Namespace),
    ("NS 4 [7]", "<p:1 xmlns:p='u'/>", Namespace),
    ("NS 4 [7]", "<a xmlns:p='u' p:q:b='c'/>", Namespace),
    ("NS 4 [7]", "<a :b='c'/>", Namespace),
    ("NS 3 [2]", "<a xmlns:='u'/>", Namespace),
    ("NS 3 [2]", "<a xmlns:1='u'/>", Namespace),
    ("NS 3 [2]", "<a xmlns:p:q='u'/>", Namespace),
    ("NS 6.3", "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", Namespace),
    ("XML 3.1 WFC Unique Att Spec, one name", "<a xmlns:p='u' p:b='1' p:b='2'/>", Syntax),
    ("NS 6.3, declared further out", "<a xmlns:p='u'><b xmlns:q='u' p:b='1' q:b='2'/></a>", Namespace),
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

/// XML 3.1 WFC Unique Att Spec and NS 6.3, with few attributes and with many.
#[test]
fn one_twin_among_many_attributes_is_found() {
    for count in [1, 11, 12, 13, 14, 50, 200] {
        let distinct = both(&attributes(count, " p:b0='x' c='y'")).unwrap();
        assert_eq!(distinct.attributes().len(), count + 2);
        let last = format!(" b{}='x'", count - 1);
        for twin in [" b0='x'", last.as_str(), " p:b0='x' q:b0='y'"] {
            let error = both(&attributes(count, twin)).unwrap_err();
            let expected = if twin.contains(':') {
                Namespace
            } else {
                Syntax
            };
            assert_eq!(
                kind(&error),
                expected,
                "{count} attributes and {twin}: {error}"
            );
            assert!(error.to_string().contains("twice"), "{error}");
        }
    }
}

pub(crate) const RICH: &str = "\u{FEFF}<?xml version=\"1.0\" encoding='utf-8' standalone=\"no\" ?>\r\n\
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

/// The same of bytes, which can be cut inside a character, in each encoding and from each source.
#[test]
fn no_prefix_of_bytes_is_read() {
    let declared = RICH.replacen("utf-8", "utf-16", 1);
    let unmarked = declared.trim_start_matches('\u{FEFF}');
    let utf_16 = [u16::to_le_bytes, u16::to_be_bytes].map(|unit| utf16(&declared, unit));
    let no_mark = [u16::to_le_bytes, u16::to_be_bytes].map(|unit| utf16(unmarked, unit));
    let utf_8 = [RICH.as_bytes().to_vec()];
    for bytes in utf_8.into_iter().chain(utf_16).chain(no_mark) {
        let whole = bytes.len();
        for end in 0..=whole {
            let bytes = &bytes[..end];
            let options = ReadOptions::new();
            let slice = Reader::from_slice_with(bytes, &options).and_then(|mut it| tree(&mut it));
            let owned = Reader::read_from_with(bytes, &options).and_then(|mut it| tree(&mut it));
            let stream = tree(&mut Reader::from_stream_with(
                Grains::new(bytes, &[1]),
                &options,
            ));
            for read in [slice, owned, stream] {
                match read {
                    Ok(read) if end == whole => assert_eq!(read, RICH.parse().unwrap()),
                    Ok(_) => panic!("cut at byte {end}"),
                    Err(error) => assert_eq!(kind(&error), End, "cut at byte {end}: {error}"),
                }
            }
        }
    }
}

#[test]
fn a_reserved_target_is_no_misplaced_declaration() {
    for document in ["<?XML?><a/>", "<a><?xMl x?></a>"] {
        let error = both(document).unwrap_err();
        assert!(error.to_string().contains("is reserved"), "{error}");
    }
    let error = both("<a><?xml version='1.0'?></a>").unwrap_err();
    assert!(
        error.to_string().contains("at the very beginning"),
        "{error}"
    );
}

#[test]
fn an_empty_string() {
    insta::assert_snapshot!(say(&request_error("")), @r#"
UnexpectedEnd None Some((1, 1))
the text ends before the document is complete, line 1, column 1
"#);
    insta::assert_snapshot!(say(&request_error(" \n ")), @r#"
UnexpectedEnd None Some((2, 2))
the text ends before the document is complete, line 2, column 2
"#);
}

#[test]
fn a_page_of_html() {
    let page = "<!DOCTYPE html>\n<html><head><title>502</title></head><body><br></body></html>";
    let error = GetCallInfo::from_envelope(page).unwrap_err();
    insta::assert_snapshot!(say(&error), @r#"
Envelope None Some((1, 1))
an HTML page, where a SOAP envelope is expected, line 1, column 1
"#);
    for page in [
        "<html><body>Unauthorized</body></html>",
        "<HTML>\n<BODY>",
        "\u{FEFF}\r\n<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<html>",
        "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
    ] {
        let error = GetCallInfo::from_envelope(page).unwrap_err();
        assert!(
            error
                .to_string()
                .starts_with("an HTML page, where a SOAP envelope is expected"),
            "{error}"
        );
    }
}

#[test]
fn a_text_that_is_no_xml() {
    insta::assert_snapshot!(say(&request_error("Service Unavailable")), @r#"
Syntax None Some((1, 1))
not well-formed XML: text `Service Unavailable` before the document element, line 1, column 1
"#);
    insta::assert_snapshot!(say(&request_error("{\"error\": 401}")), @r#"
Syntax None Some((1, 1))
not well-formed XML: text `{"error": 401}` before the document element; it looks like JSON, line 1, column 1
"#);
}

#[test]
fn truncated_text() {
    let document = body("<m:GetCallInfo>\n<m:CallId>MDlk</m:CallId></m:GetCallInfo>");
    both_messages::<GetCallInfo>(&document).unwrap();
    for end in (0..document.len()).filter(|&end| document.is_char_boundary(end)) {
        let error = request_error(&document[..end]);
        assert!(
            matches!(error.kind(), ErrorKind::UnexpectedEnd),
            "cut at {end}: {error}"
        );
    }
    let inside_the_id = document.find("lk</m").unwrap();
    insta::assert_snapshot!(say(&request_error(&document[..inside_the_id])), @r#"
UnexpectedEnd Some("Envelope/Body/GetCallInfo/CallId") Some((4, 13))
the text ends before the document is complete, in `Envelope/Body/GetCallInfo/CallId`, line 4, column 13
"#);
}

#[test]
fn mis_nested_end_tags() {
    let error = request_error(&body(
        "<m:GetCallInfo><m:CallId>x</m:GetCallInfo></m:CallId>",
    ));
    insta::assert_snapshot!(say(&error), @r#"
Syntax Some("Envelope/Body/GetCallInfo/CallId") Some((3, 27))
not well-formed XML: `</m:GetCallInfo>` stands where `<m:CallId>` must be closed, in `Envelope/Body/GetCallInfo/CallId`, line 3, column 27
"#);
}

#[test]
fn a_document_type() {
    let document = format!(
        "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}",
        body("<m:GetCallInfo><m:CallId>&x;</m:CallId></m:GetCallInfo>")
    );
    insta::assert_snapshot!(say(&request_error(&document)), @r#"
DocumentType None Some((1, 1))
document type declarations are not allowed in SOAP, line 1, column 1
"#);
    let bomb = format!(
        "<!DOCTYPE e [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>{}",
        body("")
    );
    assert!(matches!(
        request_error(&bomb).kind(),
        ErrorKind::DocumentType
    ));
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn a_document_cut_off_inside_a_leaf_is_refused() {
    let document = loan_body("<Loan xmlns='urn:library'><Title>Emma</Title></Loan>");
    let leaf = document.find("Emma").unwrap();
    for end in leaf..leaf + "Emma</Title>".len() {
        let error = both_messages::<Loan>(&document[..end]).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::UnexpectedEnd), "{error}");
        assert!(error.path().unwrap().ends_with("Loan/Title"), "{error}");
    }
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn what_is_not_well_formed_is_refused() {
    for content in [
        "<Loan xmlns='urn:library'><Title>Emma</Loan></Title>",
        "<Loan xmlns='urn:library' Id='1' Id='1'><Title>Emma</Title></Loan>",
        "<Loan xmlns='urn:library'>stray<Title>Emma</Title></Loan>",
        "<Loan xmlns='urn:library'><Title>Emma</Title>stray</Loan>",
    ] {
        read(content).unwrap_err();
    }
}
