//! `xml::first_difference` and `xml::assert_same!`: documents that say the same, and what is different first.

use proptest::prelude::*;
use um_messages::xml::{
    self, CompareOptions, Element, assert_same, first_difference, first_difference_with,
};
use um_tests::documents::MANY;
use um_tests::generated::config;
use um_tests::generated::spelling::{Speller, choices};
use um_tests::generated::trees::tree_of;

use crate::not_well_formed::{NOT_WELL_FORMED, RICH};
use crate::rows::check;
use crate::well_formed::WELL_FORMED;

const XSI: &str = "xmlns:i='http://www.w3.org/2001/XMLSchema-instance'";

#[rustfmt::skip]
const SAME: &[(&str, &str)] = &[
    ("<a/>", "<a></a>"),
    ("<a b='1' c='2'/>", "<a  c = \"2\"\n b=\"1\" />"),
    ("<p:a xmlns:p='u'><p:b/></p:a>", "<a xmlns='u'><q:b xmlns:q='u'/></a>"),
    ("<a xmlns:p='u' xmlns:q='u' p:b='1'/>", "<a xmlns:q='u' q:b='1'/>"),
    ("<a xmlns:unused='u'/>", "<a/>"),
    ("<a xmlns='&#117;'/>", "<a xmlns='u'/>"),
    ("<a>1 &lt; &#x32;</a>", "<a><![CDATA[1 < 2]]></a>"),
    ("<a>1<!-- c -->2<?p?>3</a>", "<a>123</a>"),
    ("<a b='&#49;&quot;'/>", "<a b='1\"'/>"),
    ("<a b='1\n2'/>", "<a b='1 2'/>"),
    ("<a>1\r\n2</a>", "<a>1\n2</a>"),
    ("\u{feff}<?xml version='1.0'?>\n<!-- c --><a/>", "<a/>\n<?p d?>"),
    ("<a>\n  <b>1</b>\n  <c/>\n</a>", "<a><b>1</b><c/></a>"),
    ("<a> <!-- c --> <b/></a>", "<a><b/></a>"),
    // Qualified names in values.
    ("<a xmlns:p='u' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type='p:b'/>", "<a xmlns:q='u' xmlns:j='http://www.w3.org/2001/XMLSchema-instance' j:type='q:b'/>"),
    ("<p:a xmlns:p='u' xmlns:i='http://www.w3.org/2001/XMLSchema-instance' i:type=' p:b '/>", "<a xmlns='u' xmlns:j='http://www.w3.org/2001/XMLSchema-instance' j:type='b'/>"),
    ("<a xmlns:p='u'>p:b</a>", "<a xmlns:q='u'> q:b </a>"),
    ("<a xmlns:p='u' b='p:b'/>", "<a xmlns:q='u' b='q:b'/>"),
    ("<p:a xmlns:p='u'>p:b</p:a>", "<a xmlns='u'>b</a>"),
    ("<a><b xmlns:p='u'>p:b</b></a>", "<a xmlns:q='u'><b>q:b</b></a>"),
    ("<a>p:b</a>", "<a>p:b</a>"),
];

#[test]
fn documents_that_say_the_same_are_the_same() {
    let problems = SAME.iter().filter_map(|&(left, right)| {
        let found = [(left, right), (right, left), (left, left), (right, right)]
            .map(|(left, right)| first_difference(left, right).unwrap());
        let problem = found.into_iter().flatten().next();
        problem.map(|problem| format!("{left:?} and {right:?}: {problem}"))
    });
    check(&problems.collect::<Vec<_>>());
}

/// Two documents, and the difference: its path, and what stands there in each.
type Row = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

#[rustfmt::skip]
const DIFFERENT: &[Row] = &[
    ("<a/>", "<b/>", "", "element `a`, line 1, column 1", "element `b`, line 1, column 1"),
    ("<a/>", "<a xmlns='u'/>", "", "element `a`, line 1, column 1", "element `{u}a`, line 1, column 1"),
    ("<a><b/></a>", "<a><c/></a>", "a", "element `b`, line 1, column 4", "element `c`, line 1, column 4"),
    ("<a><b/></a>", "<a/>", "a", "element `b`, line 1, column 4", "nothing, line 1, column 1"),
    ("<a>\n<b/></a>", "<a>\n<b/><c/></a>", "a", "nothing, line 2, column 5", "element `c`, line 2, column 5"),
    ("<a><b/><c/></a>", "<a><c/><b/></a>", "a", "element `b`, line 1, column 4", "element `c`, line 1, column 4"),
    ("<a><b>1</b></a>", "<a>\n<b>2</b></a>", "a/b", "`1`, line 1, column 7", "`2`, line 2, column 4"),
    ("<a>1</a>", "<a/>", "a", "`1`, line 1, column 4", "nothing, line 1, column 5"),
    ("<a>1</a>", "<a>1 </a>", "a", "`1`, line 1, column 4", "`1 `, line 1, column 4"),
    ("<a> </a>", "<a></a>", "a", "` `, line 1, column 4", "nothing, line 1, column 4"),
    ("<a>1<b/></a>", "<a>2<b/></a>", "a", "`1`, line 1, column 4", "`2`, line 1, column 4"),
    ("<a><b/>1</a>", "<a>1<b/></a>", "a", "nothing, line 1, column 4", "`1`, line 1, column 4"),
    ("<a><b><c/></b><d>1</d></a>", "<a><b><c/></b><d>2</d></a>", "a/d", "`1`, line 1, column 18", "`2`, line 1, column 18"),
    ("<a b='1'/>", "<a  b='2'/>", "a/@b", "`1`, line 1, column 7", "`2`, line 1, column 8"),
    ("<a b='1'/>", "<a/>", "a/@b", "`1`, line 1, column 7", "nothing, line 1, column 1"),
    ("<a/>", "<a c='1' b='2'/>", "a/@c", "nothing, line 1, column 1", "`1`, line 1, column 7"),
    ("<a b=''/>", "<a/>", "a/@b", "``, line 1, column 7", "nothing, line 1, column 1"),
    ("<a xmlns:p='u' p:b='1'/>", "<a b='1'/>", "a/@b", "`1`, line 1, column 21", "nothing, line 1, column 1"),
    ("<a b='1' c='2'/>", "<a c='3' b='4'/>", "a/@b", "`1`, line 1, column 7", "`4`, line 1, column 13"),
    // Qualified names in values: the same letters, and another name.
    ("<a xmlns:p='u'>p:b</a>", "<a xmlns:p='v'>p:b</a>", "a", "`p:b`, line 1, column 16", "`p:b`, line 1, column 16"),
    ("<a xmlns:p='u' b='p:b'/>", "<a xmlns:p='v' b='p:b'/>", "a/@b", "`p:b`, line 1, column 19", "`p:b`, line 1, column 19"),
    ("<a xmlns:p='u'>p:b</a>", "<a xmlns:q='u'>q:c</a>", "a", "`p:b`, line 1, column 16", "`q:c`, line 1, column 16"),
    ("<a>p:b</a>", "<a>q:b</a>", "a", "`p:b`, line 1, column 4", "`q:b`, line 1, column 4"),
    ("<a>b</a>", "<a xmlns:p='u'>p:b</a>", "a", "`b`, line 1, column 4", "`p:b`, line 1, column 16"),
    // Long values, and such as cannot be seen.
    ("<a>\u{7f}\n</a>", "<a>\u{7f}</a>", "a", "`\\u{7f}\\n`, line 1, column 4", "`\\u{7f}`, line 1, column 4"),
];

#[test]
fn the_first_difference_is_said() {
    let problems = DIFFERENT
        .iter()
        .filter_map(|&(left, right, path, one, other)| {
            let found = first_difference(left, right).unwrap();
            let found = found.map(|found| found.to_string()).unwrap_or_default();
            let expected = format!("in `{path}`\n  left: {one}\n right: {other}");
            (found != expected).then(|| format!("{left:?} and {right:?}: {found}, not {expected}"))
        });
    check(&problems.collect::<Vec<_>>());
}

/// A name of a type in no namespace is not that in the default one.
#[test]
fn a_type_is_a_name() {
    let of =
        |around: &str, name: &str| format!("<p:a xmlns:p='u' {around} {XSI} i:type='{name}'/>");
    assert_same!(of("xmlns='u'", "b"), of("", "p:b"));
    let difference = first_difference(of("xmlns='u'", "b"), of("", "b")).unwrap();
    assert_eq!(difference.unwrap().path(), "a/@type");
}

#[test]
fn the_parts_of_a_difference_can_be_asked_for() {
    let difference = first_difference("<a>\n<b c='1'/></a>", "<a><b/></a>").unwrap();
    let difference = difference.unwrap();
    assert_eq!(difference.path(), "a/b/@c");
    assert_eq!((difference.left(), difference.right()), (Some("`1`"), None));
    assert_eq!(difference.left_position().line, 2);
    assert_eq!(difference.left_position().column, 7);
    assert_eq!(difference.right_position().byte, 3);
}

/// Of a long value is shown where it differs.
#[test]
fn long_values_are_shown_from_their_difference_on() {
    let of = |end: &str| format!("<a>{}{end}{}</a>", "x".repeat(5000), "y".repeat(5000));
    let difference = first_difference(of("1"), of("2")).unwrap().unwrap();
    let expected = |end: &str| format!("`…{}{end}{}…`", "x".repeat(20), "y".repeat(59));
    assert_eq!(difference.left(), Some(expected("1").as_str()));
    assert_eq!(difference.right(), Some(expected("2").as_str()));
    let of = |end: &str| format!("<a b='{}{end}'/>", "ä".repeat(30));
    let difference = first_difference(of(""), of("2")).unwrap().unwrap();
    assert_eq!(
        difference.left(),
        Some(format!("`…{}`", "ä".repeat(20)).as_str())
    );
    assert_eq!(
        difference.right(),
        Some(format!("`…{}2`", "ä".repeat(20)).as_str())
    );
}

/// Layout is compared where that is asked.
#[test]
fn white_space_can_be_compared() {
    let exact = CompareOptions::new().keep_white_space(true);
    let difference = |left, right| first_difference_with(left, right, &exact).unwrap();
    assert_eq!(difference("<a> <b/>\n</a>", "<a> <b></b>\n</a>"), None);
    for other in ["<a><b/>\n</a>", "<a> <b/></a>", "<a> <b/> </a>"] {
        let found = difference("<a> <b/>\n</a>", other).unwrap();
        assert_eq!(found.path(), "a", "{other}");
    }
}

/// Which of the two it is, and where, also behind the first difference.
#[test]
fn what_is_not_well_formed_is_an_error() {
    for &(clause, document, _) in NOT_WELL_FORMED {
        for (left, right, side) in [
            (document, document, "left"),
            (RICH, document, "right"),
            (document, "<a/>", "left"),
        ] {
            let error = first_difference(left, right).unwrap_err();
            let hint = format!("this is the document on the {side}");
            assert_eq!(error.hint(), Some(hint.as_str()), "{clause}: {document}");
        }
    }
}

#[test]
fn a_document_is_the_same_as_itself() {
    let exact = CompareOptions::new().keep_white_space(true);
    for document in WELL_FORMED.iter().map(|row| row.1).chain([RICH]) {
        assert_eq!(
            first_difference_with(document, document, &exact).unwrap(),
            None
        );
    }
}

proptest! {
    #![proptest_config(config(192))]

    /// However a tree is spelled; and two trees are the same if and only if they are equal.
    #[test]
    fn trees_are_the_same_as_they_are_equal(one in tree_of(3), other in tree_of(1), mut choices in choices()) {
        let written = one.to_xml().unwrap();
        let respelled = Speller::document(&written, 'Z', &mut choices);
        prop_assert_eq!(first_difference(&written, &respelled).unwrap(), None, "{}", respelled);
        let pretty = xml::pretty(&written).unwrap();
        prop_assert_eq!(first_difference(&written, &pretty).unwrap(), None);
        let exact = CompareOptions::new().keep_white_space(true);
        let found = first_difference_with(&written, other.to_xml().unwrap(), &exact).unwrap();
        prop_assert_eq!(found.is_none(), one == other, "{} {}", written, other.to_xml().unwrap());
        let moved = Element::new("urn:around", "a").with_child(one);
        let around = moved.to_xml().unwrap();
        prop_assert!(first_difference(around, written).unwrap().is_some());
    }
}

/// No recursion: what is deep does not overflow the stack.
#[test]
fn documents_of_any_depth_are_compared() {
    let deep = |text: &str| format!("{}{text}{}", "<a>".repeat(MANY), "</a>".repeat(MANY));
    assert_same!(deep("1"), deep("1"));
    let difference = first_difference(deep("1"), deep("2")).unwrap().unwrap();
    assert_eq!(difference.path().len(), 2 * MANY - 1);
}

#[test]
fn what_is_the_same_passes() {
    let written = String::from("<a b='1'/>");
    assert_same!(written, "<a b=\"1\"></a>");
    assert_same!(&written, written.clone(), "a message of {}", 1);
}

#[test]
#[should_panic = "the documents are different in `a/b`\n  left: `1`, line 1, column 7\n right: `2`, line 1, column 7"]
fn what_is_different_panics() {
    assert_same!("<a><b>1</b></a>", "<a><b>2</b></a>");
}

#[test]
#[should_panic = "call 7 in ``\n  left: element `a`, line 1, column 1\n right: element `b`, line 1, column 1"]
fn a_message_stands_in_front() {
    assert_same!("<a/>", "<b/>", "call {}", 7);
}

#[test]
#[should_panic = "the documents are different: the text ends before the document is complete, in `a`, line 1, column 4; this is the document on the left"]
fn what_is_not_well_formed_panics() {
    assert_same!("<a>", "<a/>");
}
