//! Reading faults, in every shape found in the field.

use super::{Fault, Reason};
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
        let mut fault = Self::default();
        let mut read: Vec<Part> = Vec::new();
        for (part, child) in ours.into_iter().chain(strangers) {
            // Of parts that may stand once the first one counts.
            if !read.contains(&part) || (part == Part::Reason && is_soap(&child)) {
                fault.read_part(part, child, &element);
                read.push(part);
            }
        }
        Ok(fault)
    }

    fn read_part(&mut self, part: Part, child: Element, element: &Element) {
        let text = |child: &Element| Some(trim(&child.text()).to_owned());
        match (part, child.name().local()) {
            (Part::Code, "faultcode") => self.set_code(&child, &[element]),
            (Part::Code, _) => self.read_code(&child, &[element]),
            (Part::Reason, "faultstring") => self.push_reason(&child),
            (Part::Reason, _) => {
                child
                    .children()
                    .filter(|text| is_soap(text))
                    .for_each(|text| self.push_reason(text));
            }
            (Part::Role, _) => self.role = text(&child),
            (Part::Node, _) => self.node = text(&child),
            (Part::Detail, _) => self.read_detail(child, element),
        }
    }

    /// One reason for each language: the first one.
    fn push_reason(&mut self, element: &Element) {
        let lang = element.attribute(XML_NAMESPACE, "lang").map(str::to_owned);
        if self.reasons.iter().all(|reason| reason.lang != lang) {
            self.reasons.push(Reason {
                lang,
                text: element.text(),
            });
        }
    }

    fn set_code(&mut self, value: &Element, around: &[&Element]) {
        let text = value.text();
        trim(&text).clone_into(&mut self.code_text);
        self.code = resolve(&self.code_text, value, around);
    }

    /// `Code` of SOAP 1.2: a `Value`, and a `Subcode` that is built alike, to any depth.
    fn read_code(&mut self, code: &Element, around: &[&Element]) {
        let mut around = around.to_vec();
        let mut level = Some(code);
        while let Some(element) = level {
            around.push(element);
            let child = |local| {
                element
                    .children()
                    .find(|child| is_soap(child) && child.name().local() == local)
            };
            if let Some(value) = child("Value") {
                if around.len() == 2 {
                    self.set_code(value, &around);
                } else {
                    self.subcodes
                        .push(resolve(trim(&value.text()), value, &around));
                }
            }
            level = child("Subcode");
        }
    }

    fn read_detail(&mut self, mut detail: Element, fault: &Element) {
        self.entries.extend(detail.take_children(fault));
        self.detail = Some(detail);
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

/// A code, its prefix resolved where it stands: on the element itself first, then around it.
fn resolve(text: &str, element: &Element, around: &[&Element]) -> QName {
    let (prefix, local) = text.split_once(':').unwrap_or(("", text));
    let mut inside_out = std::iter::once(element).chain(around.iter().rev().copied());
    let uri = inside_out
        .find_map(|scope| scope.lookup(prefix))
        .unwrap_or_default();
    QName::new(uri.to_owned(), local.to_owned())
}
