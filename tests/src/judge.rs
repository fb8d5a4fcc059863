//! What xml-rs reads of a document, as a tree.

use um_messages::xml::Element;
use xml_rs::reader::{EventReader, ParserConfig, XmlEvent};

/// The tree, or what xml-rs says is wrong with the document.
pub fn judged(document: &str) -> Result<Element, String> {
    let config = ParserConfig::new()
        .whitespace_to_characters(true)
        .cdata_to_characters(true)
        .ignore_comments(true)
        .allow_multiple_root_elements(false);
    let mut open: Vec<Element> = Vec::new();
    let mut text = String::new();
    let mut root = None;
    for event in EventReader::new_with_config(document.as_bytes(), config) {
        let event = event.map_err(|error| error.msg().clone())?;
        // Texts side by side are one.
        let is_tag = matches!(
            event,
            XmlEvent::StartElement { .. } | XmlEvent::EndElement { .. }
        );
        if is_tag && !text.is_empty() {
            let parent = open.pop().ok_or("text outside of an element")?;
            open.push(parent.with_text(std::mem::take(&mut text)));
        }
        match event {
            XmlEvent::StartElement {
                name, attributes, ..
            } => {
                let uri = name.namespace.unwrap_or_default();
                let element = Element::new(uri, name.local_name);
                open.push(attributes.into_iter().fold(element, |element, it| {
                    let uri = it.name.namespace.unwrap_or_default();
                    element.with_attribute(uri, it.name.local_name, it.value)
                }));
            }
            XmlEvent::EndElement { .. } => {
                let element = open.pop().ok_or("an end without a start")?;
                match open.pop() {
                    Some(parent) => open.push(parent.with_child(element)),
                    None => root = Some(element),
                }
            }
            XmlEvent::Characters(piece) if !open.is_empty() => text.push_str(&piece),
            XmlEvent::Doctype { .. } => return Err("a document type".to_owned()),
            _ => {}
        }
    }
    root.ok_or_else(|| "no element".to_owned())
}
