//! Pretty printing.

use um_messages::ErrorKind;
use um_messages::xml::{Element, pretty};
use um_tests::documents::MANY;

use crate::not_well_formed::{NOT_WELL_FORMED, RICH};
use crate::rows::{check, kind, row};
use crate::well_formed::WELL_FORMED;

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

/// Indentation grows with the depth, so the depth is limited, whatever the document is, and what is inside many
/// elements is printed as it stands.
#[test]
fn what_is_printed_pretty_is_limited() {
    let deep = format!("{}{}", "<x>".repeat(MANY), "</x>".repeat(MANY));
    let error = pretty(&deep).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_depth",
                ..
            }
        ),
        "{:?}",
        error.kind()
    );
    let levels = |count| format!("{}{}", "<x>".repeat(count), "</x>".repeat(count));
    assert_eq!(pretty(&levels(32)).unwrap().lines().count(), 63);
    let deeper = pretty(&levels(64)).unwrap();
    assert_eq!(deeper.lines().count(), 63);
    assert!(deeper.contains(&format!("\n{}{}\n", " ".repeat(62), levels(33))));
}

/// What stands behind an element that ends with an empty tag is printed.
/// It was broken once.
#[test]
fn pretty_keeps_what_stands_behind_an_empty_tag() {
    for document in [
        "<a><b>x<c/></b><d>y</d></a>",
        "<a><b>x<c/></b><d>y</d><e>z</e></a>",
        "<a><b>x<c><d/></c></b><e><f>y</f></e></a>",
        "<a><b>x<c/><d/></b><e/><f>y<g/></f><h>z</h></a>",
    ] {
        let printed = pretty(document).unwrap();
        let without_layout: String = printed.lines().map(str::trim).collect();
        assert_eq!(without_layout, document);
        assert_eq!(pretty(&printed).unwrap(), printed);
    }
}
