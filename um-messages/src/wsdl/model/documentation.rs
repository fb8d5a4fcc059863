//! What the author of a schema or a WSDL says to people.

use crate::wsdl::read::xsd::Annotation;
use crate::xml::{Element, Node};

/// How many characters of a documentation are kept.
const MAX_LENGTH: usize = 2_000;

/// The text of annotations, its paragraphs apart.
pub(super) fn text_of(annotations: &[Annotation]) -> Option<String> {
    let elements = annotations
        .iter()
        .flat_map(|annotation| &annotation.documentation);
    joined(elements.map(text))
}

/// The text of a WSDL's `documentation`.
pub(crate) fn text_of_element(element: Option<&Element>) -> Option<String> {
    joined(element.into_iter().map(text))
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let paragraphs: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

/// The text of an element and of those in it: a line for a line, a paragraph for a paragraph.
fn text(element: &Element) -> String {
    let mut text = String::new();
    add(element, &mut text);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines().chain([""]) {
        let words: Vec<&str> = line.split_whitespace().collect();
        if !words.is_empty() {
            lines.push(words.join(" "));
        } else if !lines.is_empty() {
            paragraphs.push(std::mem::take(&mut lines).join("\n"));
        }
    }
    let text = paragraphs.join("\n\n");
    match text.char_indices().nth(MAX_LENGTH) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

/// All text of an element. A loop, for a document may be as deep as it likes.
fn add(element: &Element, text: &mut String) {
    let mut open = vec![element.nodes().iter()];
    while let Some(nodes) = open.last_mut() {
        match nodes.next() {
            Some(Node::Text(piece)) => text.push_str(piece),
            Some(Node::Element(element)) => open.push(element.nodes().iter()),
            None => {
                open.pop();
            }
        }
    }
}
