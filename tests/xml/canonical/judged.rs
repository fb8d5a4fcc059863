//! Generated documents, and two judges: the recommendations to the letter over the tree of another parser, which asks for each
//! namespace of each element all that is around it; and xmllint, which `judge` runs.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use roxmltree::{Document, Namespace, Node, NodeType};
use um_messages::xml::canonical::{Canonicalization, Subset};
use um_tests::generated::config;

use super::generated::document;
use super::{exclusive, inclusive, inclusive_1_1};

const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// What is canonicalized, and how.
struct Judge<'t> {
    text: &'t str,
    /// The element, or the document.
    apex: Node<'t, 't>,
    is_exclusive: bool,
    is_1_1: bool,
    has_comments: bool,
    inclusive_prefixes: &'t [&'t str],
}

impl<'t> Judge<'t> {
    fn form(&self) -> String {
        match self.apex.node_type() {
            NodeType::Root => {
                let mut lines = Vec::new();
                for child in self.apex.children() {
                    let form = self.node(child);
                    if child.is_element()
                        || child.is_pi()
                        || (child.is_comment() && self.has_comments)
                    {
                        lines.push(form);
                    }
                }
                lines.join("\n")
            }
            _ => self.node(self.apex),
        }
    }

    fn node(&self, node: Node<'t, 't>) -> String {
        match node.node_type() {
            NodeType::Element => self.element(node),
            NodeType::Text => node
                .text()
                .unwrap()
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;")
                .replace('\r', "&#xD;"),
            NodeType::Comment if self.has_comments => {
                format!("<!--{}-->", node.text().unwrap())
            }
            NodeType::PI => {
                let pi = node.pi().unwrap();
                let data = pi.value.unwrap_or_default();
                let space = if data.is_empty() { "" } else { " " };
                format!("<?{}{space}{data}?>", pi.target)
            }
            _ => String::new(),
        }
    }

    fn element(&self, node: Node<'t, 't>) -> String {
        let name = self.spelled(node);
        let mut out = format!("<{name}");
        let mut prefixes: Vec<String> = node
            .namespaces()
            .filter_map(Namespace::name)
            .map(str::to_owned)
            .collect();
        prefixes.push(String::new());
        prefixes.sort();
        prefixes.dedup();
        for prefix in prefixes.iter().filter(|it| *it != "xml") {
            if self.is_rendered(node, prefix) {
                let colon = if prefix.is_empty() { "" } else { ":" };
                let uri = escaped(namespace(node, prefix));
                let _ = write!(out, " xmlns{colon}{prefix}=\"{uri}\"");
            }
        }
        for (_, _, name, value) in self.attributes(node) {
            let _ = write!(out, " {name}=\"{}\"", escaped(&value));
        }
        out.push('>');
        for child in node.children() {
            out += &self.node(child);
        }
        out + &format!("</{name}>")
    }

    /// The name as it is spelled.
    fn spelled(&self, node: Node<'t, 't>) -> &'t str {
        let name = &self.text[node.range().start + 1..];
        &name[..name.find([' ', '\t', '\r', '\n', '/', '>']).unwrap()]
    }

    /// The ancestors of an element that are canonicalized with it, nearest first.
    fn outer(&self, node: Node<'t, 't>) -> Vec<Node<'t, 't>> {
        let mut outer = Vec::new();
        let mut inner = node;
        while inner != self.apex {
            match inner.parent().filter(Node::is_element) {
                Some(parent) => outer.push(parent),
                None => break,
            }
            inner = *outer.last().unwrap();
        }
        outer
    }

    fn is_rendered(&self, node: Node<'t, 't>, prefix: &str) -> bool {
        let own = namespace(node, prefix);
        let outer = self.outer(node);
        let listed = if prefix.is_empty() {
            "#default"
        } else {
            prefix
        };
        if !self.is_exclusive || self.inclusive_prefixes.contains(&listed) {
            return own
                != outer
                    .first()
                    .map_or("", |parent| namespace(*parent, prefix));
        }
        let is_used = |node: Node<'t, 't>| self.prefixes(node).iter().any(|used| used == prefix);
        let known = outer.iter().find(|outer| is_used(**outer));
        is_used(node) && own != known.map_or("", |outer| namespace(*outer, prefix))
    }

    /// The prefixes that a tag uses.
    fn prefixes(&self, node: Node<'t, 't>) -> Vec<String> {
        let prefix = |name: &str| {
            name.split_once(':')
                .map_or(String::new(), |(prefix, _)| prefix.to_owned())
        };
        let mut prefixes = vec![prefix(self.spelled(node))];
        for attribute in node.attributes() {
            let name = &self.text[attribute.range_qname()];
            if name.contains(':') {
                prefixes.push(prefix(name));
            }
        }
        prefixes
    }

    /// By namespace and local name: with the name as it is spelled, and the value.
    fn attributes(&self, node: Node<'t, 't>) -> Vec<(String, String, String, String)> {
        let all = node.attributes();
        let mut all: Vec<_> = all
            .map(|it| {
                let name = self.text[it.range_qname()].to_owned();
                (
                    it.namespace().unwrap_or_default().to_owned(),
                    it.name().to_owned(),
                    name,
                    it.value().to_owned(),
                )
            })
            .collect();
        if node == self.apex && !self.is_exclusive {
            for name in ["lang", "space", "id"] {
                let is_inherited = name != "id" || !self.is_1_1;
                let nearest = node
                    .ancestors()
                    .find_map(|outer| outer.attribute((XML, name)));
                if let Some(value) =
                    nearest.filter(|_| is_inherited && !node.has_attribute((XML, name)))
                {
                    all.push((XML.into(), name.into(), format!("xml:{name}"), value.into()));
                }
            }
            let outer_base = || {
                node.ancestors()
                    .find_map(|outer| outer.attribute((XML, "base")))
            };
            let is_inherited = !self.is_1_1 && !node.has_attribute((XML, "base"));
            if let Some(value) = outer_base().filter(|_| is_inherited) {
                all.push((XML.into(), "base".into(), "xml:base".into(), value.into()));
            }
        }
        all.sort();
        all
    }
}

fn namespace<'t>(node: Node<'t, 't>, prefix: &str) -> &'t str {
    let prefix = Some(prefix).filter(|prefix| !prefix.is_empty());
    node.lookup_namespace_uri(prefix).unwrap_or_default()
}

/// A document as it is before it is parsed (XML 2.11): the judge's parser leaves some line ends as they are.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn escaped(value: &str) -> String {
    value
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
        .replace('\t', "&#x9;")
        .replace('\n', "&#xA;")
        .replace('\r', "&#xD;")
}

/// Whether the base of an element depends on that of one around it, which the tables of the recommendation try.
fn has_outer_base(node: Node<'_, '_>) -> bool {
    node.ancestors()
        .skip(1)
        .any(|outer| outer.has_attribute((XML, "base")))
}

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn forms_are_those_of_the_recommendations(
        text in document(),
        element in proptest::option::of(any::<Index>()),
        inclusive_prefixes in subsequence(vec!["#default", "a", "b", "none"], 0..=4),
        has_comments in any::<bool>(),
    ) {
        let normalized = lines(&text);
        let (tree, sent) = (Document::parse(&normalized).unwrap(), Document::parse(&text).unwrap());
        let elements: Vec<_> = tree.descendants().filter(Node::is_element).collect();
        let number = element.map(|index| index.index(elements.len()));
        let apex = number.map_or(tree.root(), |number| elements[number]);
        let start = number.and_then(|number| sent.descendants().filter(Node::is_element).nth(number));
        let subset = match start {
            Some(element) => Subset::of(&text).element_at(element.range().start),
            None => Subset::of(&text),
        };
        for canonicalization in [exclusive(), inclusive(), inclusive_1_1()] {
            let is_exclusive = canonicalization == exclusive();
            let is_1_1 = canonicalization == inclusive_1_1();
            if is_1_1 && has_outer_base(apex) {
                continue;
            }
            let canonicalization = canonicalization
                .with_comments(has_comments)
                .with_inclusive_prefixes(inclusive_prefixes.iter().copied());
            let judge = Judge { text: &normalized, apex, is_exclusive, is_1_1, has_comments, inclusive_prefixes: &inclusive_prefixes };
            let form = canonicalization.canonicalize_subset(&subset).unwrap();
            prop_assert_eq!(&form, &judge.form(), "{} by {:?}", text, canonicalization);
        }
    }

    /// What is canonical is read as what was sent, and has itself as its form.
    #[test]
    fn forms_say_the_same(text in document()) {
        let form = inclusive().with_comments(true).canonicalize(&text).unwrap();
        prop_assert_eq!(um_messages::xml::first_difference(&text, &form).unwrap(), None);
        prop_assert_eq!(&inclusive().with_comments(true).canonicalize(&form).unwrap(), &form);
        let form = exclusive().with_comments(true).canonicalize(&text).unwrap();
        prop_assert_eq!(&exclusive().with_comments(true).canonicalize(&form).unwrap(), &form);
    }
}

/// With `UM_CANONICAL_WRITTEN=FOLDER`, documents and their forms for another one to judge.
#[test]
fn are_written_for_another_judge() {
    let Some(folder) = std::env::var_os("UM_CANONICAL_WRITTEN") else {
        return;
    };
    let mut runner = TestRunner::deterministic();
    let write = |number: usize, text: &str, way: &str, canonicalization: Canonicalization| {
        let form = canonicalization
            .with_comments(true)
            .canonicalize(text)
            .unwrap();
        fs::write(Path::new(&folder).join(format!("{number}.{way}")), form).unwrap();
    };
    for number in 0..300 {
        let text = document().new_tree(&mut runner).unwrap().current();
        fs::write(Path::new(&folder).join(format!("{number}.xml")), &text).unwrap();
        write(number, &text, "exc-c14n", exclusive());
        write(number, &text, "c14n", inclusive());
        write(number, &text, "c14n11", inclusive_1_1());
    }
}
