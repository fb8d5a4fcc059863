//! Documents at random that declare, hide, repeat and take back prefixes, with all else that is spelled in more than one way.

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const PREFIXES: [&str; 4] = ["", "a", "b", "cc"];
const URIS: [&str; 4] = ["urn:1", "urn:2", "urn:3", "urn:4"];

const TEXTS: &[&str] = &[
    "t",
    "&lt;",
    "&#13;",
    "&amp;",
    "]]&gt;",
    "\r\n",
    "\r",
    "\u{E9}\u{10000}",
    "&#x9;",
    "\"'",
    "&quot;&apos;",
    "<![CDATA[<&>]]>",
    "<![CDATA[]]>",
    "<!-- c\r\n&amp; -->",
    "<!---->",
    "<?pi  d \r ?>",
    "<?p?>",
    "<?p \t?>",
];

const VALUES: &[&str] = &[
    "",
    "v",
    "&lt;&gt;>",
    "&#13;&#10;&#9;",
    "\t\n\r",
    "&quot;",
    "a:b",
    "\u{E9}",
];

const XML_ATTRIBUTES: &[&str] = &[
    " xml:lang='de'",
    " xml:lang=''",
    " xml:space='preserve'",
    " xml:id='i'",
    " xml:base='../x/'",
    " xml:base='y'",
    " xml:base='http://h/p/q'",
];

/// An element, of which nothing is settled that depends on what is around it.
#[derive(Clone, Debug)]
struct Plan {
    prefix: &'static str,
    /// The prefixes that are declared on it, each with a URI; none takes the default namespace back.
    declarations: Vec<(&'static str, Option<&'static str>)>,
    attributes: Vec<(&'static str, &'static str, &'static str)>,
    of_xml: Vec<&'static str>,
    content: Vec<Item>,
    is_compact: bool,
}

#[derive(Clone, Debug)]
enum Item {
    Text(&'static str),
    Element(Plan),
}

fn declarations() -> impl Strategy<Value = Vec<(&'static str, Option<&'static str>)>> {
    (
        subsequence(PREFIXES.to_vec(), 0..=4),
        vec(proptest::option::weighted(0.8, select(URIS.to_vec())), 4),
    )
        .prop_map(|(prefixes, uris)| {
            let pairs = prefixes.into_iter().zip(uris);
            let bound = pairs.filter(|(prefix, uri)| prefix.is_empty() || uri.is_some());
            bound.collect()
        })
}

fn attributes() -> impl Strategy<Value = Vec<(&'static str, &'static str, &'static str)>> {
    let names = subsequence(vec!["x", "y", "Z", "\u{E9}"], 0..=4).prop_shuffle();
    (names, vec((select(PREFIXES.to_vec()), select(VALUES)), 4)).prop_map(|(names, rest)| {
        let all = names.into_iter().zip(rest);
        all.map(|(name, (prefix, value))| (prefix, name, value))
            .collect()
    })
}

fn plan() -> impl Strategy<Value = Plan> {
    let content = vec(select(TEXTS).prop_map(Item::Text), 0..3).boxed();
    let of = |content: BoxedStrategy<Vec<Item>>| {
        let of_xml = subsequence(XML_ATTRIBUTES.to_vec(), 0..=2).prop_map(|mut of_xml| {
            let name = |it: &&'static str| it.split('=').next();
            of_xml.dedup_by_key(|it| name(it).map(str::to_owned));
            of_xml
        });
        (
            select(PREFIXES.to_vec()),
            declarations(),
            attributes(),
            of_xml,
            content,
            any::<bool>(),
        )
            .prop_map(
                |(prefix, declarations, attributes, of_xml, content, is_compact)| Plan {
                    prefix,
                    declarations,
                    attributes,
                    of_xml,
                    content,
                    is_compact,
                },
            )
    };
    of(content).prop_recursive(5, 24, 4, move |inner| {
        let item = prop_oneof![
            select(TEXTS).prop_map(Item::Text),
            inner.prop_map(Item::Element)
        ];
        of(vec(item, 0..5).boxed())
    })
}

/// A document in which all prefixes are declared on the document element.
pub(super) fn document() -> impl Strategy<Value = String> {
    let outside = || {
        vec(
            select(&["<!-- o -->", "<?o p?>", "\r\n", "<?o?>"][..]),
            0..3,
        )
    };
    (outside(), plan(), outside()).prop_map(|(before, mut plan, behind)| {
        for prefix in &PREFIXES[1..] {
            if !plan.declarations.iter().any(|(known, _)| known == prefix) {
                plan.declarations.push((prefix, Some("urn:1")));
            }
        }
        let mut out = before.concat();
        write(&plan, &mut out);
        out + &behind.concat()
    })
}

fn name(prefix: &str, local: &str) -> String {
    if prefix.is_empty() {
        local.to_owned()
    } else {
        format!("{prefix}:{local}")
    }
}

fn write(plan: &Plan, out: &mut String) {
    let element = name(plan.prefix, "e");
    let _ = write!(out, "<{element}");
    for (prefix, local, value) in &plan.attributes {
        let _ = write!(out, " {}  =\n\"{value}\"", name(prefix, local));
    }
    for (prefix, uri) in &plan.declarations {
        let declared = if prefix.is_empty() {
            "xmlns".to_owned()
        } else {
            format!("xmlns:{prefix}")
        };
        let _ = write!(out, " {declared}='{}'", uri.unwrap_or_default());
    }
    for attribute in &plan.of_xml {
        // An identifier stands once.
        let unique = format!("'i{}'", out.len());
        out.push_str(&attribute.replace("'i'", &unique));
    }
    if plan.content.is_empty() && plan.is_compact {
        out.push_str(" />");
        return;
    }
    out.push('>');
    for item in &plan.content {
        match item {
            Item::Text(text) => out.push_str(text),
            Item::Element(inner) => write(inner, out),
        }
    }
    let _ = write!(out, "</{element} >");
}
