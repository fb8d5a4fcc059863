//! A document that is made: elements with prefixes, all of which its root declares.

use std::fmt::Write as _;

use um_messages::xml::{XML_NAMESPACE, XSI_NAMESPACE};

use crate::schema::{Globals, XS};

/// The namespace of what stands for anything.
pub(crate) const ANYTHING: &str = "urn:example:anything";

/// The prefix of namespaces that no schema is of: that one, unless something else is said.
pub(crate) const UNKNOWN: &str = "any:";

/// An element of a document.
#[derive(Debug, Default)]
pub(crate) struct Made {
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Vec<Child>,
}

#[derive(Debug)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) value: String,
    /// Whether it is there for its default alone.
    pub(crate) is_default: bool,
}

#[derive(Debug)]
pub(crate) enum Child {
    Element(Made),
    Text(String),
}

/// What stands before a name of this namespace.
pub(crate) fn prefix(globals: &Globals<'_>, namespace: &str) -> String {
    let known = globals
        .namespaces
        .iter()
        .position(|known| *known == namespace);
    match (namespace, known) {
        ("", _) => String::new(),
        (XML_NAMESPACE, _) => "xml:".to_owned(),
        (XSI_NAMESPACE, _) => "xsi:".to_owned(),
        (XS, _) => "xs:".to_owned(),
        (_, Some(index)) => format!("n{index}:"),
        (_, None) => UNKNOWN.to_owned(),
    }
}

impl Made {
    pub(crate) fn add_attribute(&mut self, name: String, value: String) {
        self.attributes.push(Attribute {
            name,
            value,
            is_default: false,
        });
    }

    /// The document that this is the element of.
    pub(crate) fn document(&self, globals: &Globals<'_>, has_defaults: bool) -> String {
        let namespaces = globals.namespaces.iter();
        let namespaces =
            namespaces.filter(|namespace| !namespace.is_empty() && **namespace != XML_NAMESPACE);
        let own = namespaces.map(|namespace| (prefix(globals, namespace), *namespace));
        let others = [("xsi:", XSI_NAMESPACE), ("xs:", XS), (UNKNOWN, ANYTHING)];
        let others = others.map(|(prefix, namespace)| (prefix.to_owned(), namespace));
        let mut declarations = String::new();
        for (prefix, namespace) in own.chain(others) {
            let prefix = prefix.trim_end_matches(':');
            let _ = write!(declarations, " xmlns:{prefix}=\"{}\"", escaped(namespace));
        }
        let mut text = String::new();
        self.write(&mut text, &declarations, has_defaults);
        text.push('\n');
        text
    }

    fn write(&self, text: &mut String, declarations: &str, has_defaults: bool) {
        let _ = write!(text, "<{}{declarations}", self.name);
        for attribute in &self.attributes {
            if has_defaults || !attribute.is_default {
                let _ = write!(
                    text,
                    " {}=\"{}\"",
                    attribute.name,
                    escaped(&attribute.value)
                );
            }
        }
        text.push('>');
        for child in &self.children {
            match child {
                Child::Text(piece) => text.push_str(&escaped(piece)),
                Child::Element(element) => element.write(text, "", has_defaults),
            }
        }
        let _ = write!(text, "</{}>", self.name);
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
