//! Reading faults, in every shape found in the field.

use std::collections::{BTreeMap, HashSet};

use super::{DETAIL, Fault, Reason, split_code};
use crate::error::Result;
use crate::qname::QName;
use crate::soap::SoapVersion;
use crate::xml::{Element, Node, ReadElement, Reader, XML_NAMESPACE, trim};

impl Fault {
    /// Reads the fault that the reader stands in.
    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self> {
        let mut element = Element::read_element(reader)?;
        let children = element
            .take_nodes()
            .into_iter()
            .filter_map(|node| match node {
                Node::Element(child) => Part::of(&child).map(|part| (part, child)),
                Node::Text(_) => None,
            });
        // A part in a namespace that is not SOAP's counts where there is no other: that is how it
        // looks under a default namespace.
        let (ours, strangers): (Vec<_>, Vec<_>) = children.partition(|(_, child)| is_soap(child));
        let mut fault = Self {
            read_in: SoapVersion::from_namespace(element.name().namespace()),
            ..Self::default()
        };
        let mut read: Vec<Part> = Vec::new();
        for (part, child) in ours.into_iter().chain(strangers) {
            // Of parts that may stand once the first one counts.
            if !read.contains(&part) || (part == Part::Reason && is_soap(&child)) {
                fault.read_part(part, child, &element);
                read.push(part);
            }
        }
        fault.keep_one_reason_for_each_language();
        Ok(fault)
    }

    fn read_part(&mut self, part: Part, child: Element, element: &Element) {
        let text = |child: &Element| Some(trim(&child.text()).to_owned());
        match (part, child.name().local()) {
            (Part::Code, "faultcode") => self.set_code(&child, &Scope::of(element)),
            (Part::Code, _) => self.read_code(&child, Scope::of(element)),
            (Part::Reason, "faultstring") => self.reasons.push(reason(&child)),
            (Part::Reason, _) => {
                let texts = child.children().filter(|text| is_soap(text));
                self.reasons.extend(texts.map(reason));
            }
            (Part::Role, _) => self.role = text(&child),
            (Part::Node, _) => self.node = text(&child),
            (Part::Detail, _) => self.read_detail(child, element),
        }
    }

    /// The first one. There can be as many as the message has room for.
    fn keep_one_reason_for_each_language(&mut self) {
        let mut languages = HashSet::new();
        self.reasons
            .retain(|reason| reason.is_said() && languages.insert(reason.lang.clone()));
    }

    fn set_code(&mut self, value: &Element, around: &Scope<'_>) {
        let text = value.text();
        trim(&text).clone_into(&mut self.code_text);
        self.code = around.resolve(&self.code_text, value);
    }

    /// `Code` of SOAP 1.2: a `Value`, and a `Subcode` that is built alike, to any depth.
    fn read_code<'a>(&mut self, code: &'a Element, mut scope: Scope<'a>) {
        let mut level = Some(code);
        while let Some(element) = level {
            scope.enter(element);
            let child = |local| {
                element
                    .children()
                    .find(|child| is_soap(child) && child.name().local() == local)
            };
            if let Some(value) = child("Value") {
                if std::ptr::eq(element, code) {
                    self.set_code(value, &scope);
                } else {
                    let text = trim(&value.text()).to_owned();
                    self.subcodes.push(scope.resolve(&text, value));
                    self.subcode_texts.push(text);
                }
            }
            level = child("Subcode");
        }
    }

    fn read_detail(&mut self, mut detail: Element, fault: &Element) {
        detail.keep_around(fault);
        self.entries = detail.take_children();
        let text = detail.text();
        let text = if self.entries.is_empty() {
            &text
        } else {
            trim(&text)
        };
        detail.take_nodes();
        let detail = detail.renamed(QName::local_only(DETAIL));
        self.detail = Some(detail.with_text(text));
    }
}

fn reason(element: &Element) -> Reason {
    let lang = element.attribute(XML_NAMESPACE, "lang").unwrap_or_default();
    Reason::new(lang.to_owned(), element.text())
}

/// What prefixes are bound to where a code stands.
struct Scope<'a> {
    fault: &'a Element,
    /// On the elements inside the fault; an inner one covers those around it.
    inside: BTreeMap<&'a str, &'a str>,
}

impl<'a> Scope<'a> {
    fn of(element: &'a Element) -> Self {
        Self {
            fault: element,
            inside: BTreeMap::new(),
        }
    }

    fn enter(&mut self, element: &'a Element) {
        let own = element.declarations().iter();
        self.inside
            .extend(own.map(|own| (own.prefix.as_ref(), own.uri.as_ref())));
    }

    /// A code, its prefix resolved where it stands: on the element itself first, then around it.
    fn resolve(&self, text: &str, element: &Element) -> QName {
        if text.is_empty() {
            return QName::default();
        }
        let (prefix, local) = split_code(text);
        let bound = element
            .lookup(prefix)
            .or_else(|| self.inside.get(prefix).copied())
            .or_else(|| self.fault.lookup(prefix));
        QName::new(bound.unwrap_or_default().to_owned(), local.to_owned())
    }
}

/// A part of a fault, by what the versions call it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Code,
    Reason,
    Role,
    Node,
    Detail,
}

impl Part {
    fn of(child: &Element) -> Option<Self> {
        match child.name().local() {
            "faultcode" | "Code" => Some(Self::Code),
            "faultstring" | "Reason" => Some(Self::Reason),
            "faultactor" | "Role" => Some(Self::Role),
            "Node" => Some(Self::Node),
            "detail" | "Detail" => Some(Self::Detail),
            _ => None,
        }
    }
}

/// Whether a child of a fault is SOAP's: in a namespace of SOAP, or in none, as SOAP 1.1 wants it.
fn is_soap(element: &Element) -> bool {
    let namespace = element.name().namespace();
    namespace.is_empty() || SoapVersion::from_namespace(namespace).is_some()
}
