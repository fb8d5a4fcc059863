//! Messages: what stands in the Body, the Header and the detail of a fault (sections 2.3 and 3 of the note on WSDL).

use std::borrow::Cow;
use std::rc::Rc;

use super::bound::{Bound, BoundParts};
use super::types::Builder;
use super::{Body, Element, ElementId, HeaderBlock, Message, Standing, TypeRef};
use crate::wsdl::diagnostic::{At, Diagnostic};
use crate::wsdl::read::wsdl::{self, BoundMessage, Direction, Part, SoapHeader, Style};
use crate::wsdl::resolve::{BuiltIn, Defined, Scope, shown};
use crate::xml::QName;

impl<'a> Builder<'a, '_> {
    pub(super) fn message(
        &mut self,
        direction: &'a Direction,
        scope: Scope<'a>,
        (bound, bound_message, element): (Bound<'a>, Option<&'a BoundMessage>, Cow<'a, str>),
    ) -> Message<'a> {
        let Some(message) = self.message_named(&direction.message, scope, direction.at) else {
            return Message::default();
        };
        let parts = bound_message.map(|message| BoundParts::of(message, bound.version));
        let parts = parts.unwrap_or_default();
        let in_body: Vec<&'a Part> = message
            .item
            .parts
            .iter()
            .filter(|part| parts.has_in_body(part, message.key))
            .collect();
        let headers = parts.headers.iter();
        let headers = headers
            .filter_map(|header| self.header(header, bound.scope))
            .collect();
        let body = match bound.style {
            Style::Document => {
                let is_answer = *element != bound.operation.name;
                self.document_body(&in_body, message.scope, is_answer)
            }
            Style::Rpc => Body::Rpc {
                key: (
                    parts
                        .body
                        .and_then(|body| body.namespace.as_deref())
                        .unwrap_or_default(),
                    element,
                ),
                parts: self.rpc_parts(&in_body, message.scope),
            },
        };
        Message { body, headers }
    }

    fn message_named(
        &mut self,
        name: &'a QName,
        scope: Scope<'a>,
        at: At,
    ) -> Option<Defined<'a, &'a wsdl::Message>> {
        let symbols = self.symbols;
        self.found(symbols.named(&symbols.messages, name, scope, at))
    }

    fn document_body(&mut self, parts: &[&'a Part], scope: Scope<'a>, is_answer: bool) -> Body<'a> {
        if let [_, second, ..] = parts {
            let problem = "a message has several parts in the Body, and is a tuple of them";
            let said = Diagnostic::warning(problem).at(scope.place(second.at));
            self.report
                .add(said.help("the WS-I Basic Profile allows one (R2201)"));
        }
        let elements: Vec<Standing> = parts
            .iter()
            .filter_map(|part| {
                self.check_message_of_type(part, scope, is_answer);
                self.element_of(part, scope, "")
            })
            .collect();
        if elements.is_empty() {
            Body::Empty
        } else {
            Body::Elements(elements)
        }
    }

    /// Refuses a message that has the name of another one and another type, where both have no element: nothing tells two requests or two
    /// answers apart.
    fn check_message_of_type(&mut self, part: &'a Part, scope: Scope<'a>, is_answer: bool) {
        if part.element.is_some() {
            return;
        }
        let value = self.element_of_type(part, scope).value;
        let known = self.messages_of_types.entry((&part.name, is_answer));
        let known = *known.or_insert(value);
        if known != value {
            let problem = format!(
                "the part `{}` has another type than one of this name in another message",
                part.name
            );
            self.report.add(
                Diagnostic::error(problem)
                    .at(scope.place(part.at))
                    .help("without elements nothing tells the messages apart; `--operation` takes those that can be"),
            );
        }
    }

    /// The element that a part is, or one of those that may stand in its place. One that only has a type is taken for an element of the part's
    /// name, in this namespace.
    fn element_of(
        &mut self,
        part: &'a Part,
        scope: Scope<'a>,
        namespace: &'a str,
    ) -> Option<Standing> {
        let symbols = self.symbols;
        if let Some(name) = &part.element {
            let found = symbols.named(&symbols.elements, name, scope, part.at);
            if let Some(element) = self.found(found) {
                return Some(self.standing(element));
            }
            let element = self.missing_element(scope.key(name), scope.place(part.at))?;
            return Some(Standing::Element(self.add_element(element)));
        }
        if self.is_nothing(part, scope) {
            return None;
        }
        self.report.add(
            Diagnostic::warning(format!(
                "the part `{}` has a type and no element",
                part.name
            ))
            .at(scope.place(part.at))
            .help(format!(
                "it is taken for the element {}",
                shown((namespace, &part.name))
            )),
        );
        let element = Element {
            key: (namespace, &part.name),
            ..self.element_of_type(part, scope)
        };
        let known = (element.key, element.value);
        let id = self.elements_of_types.get(&known).copied();
        let id = id.unwrap_or_else(|| self.add_element(element));
        self.elements_of_types.insert(known, id);
        Some(Standing::Element(id))
    }

    fn rpc_parts(&mut self, parts: &[&'a Part], scope: Scope<'a>) -> Vec<Element<'a>> {
        let mut elements = Vec::new();
        for part in parts {
            if !self.is_nothing(part, scope) {
                elements.push(self.element_of_type(part, scope));
            }
        }
        elements
    }

    /// Whether nothing says what a part is called, which is reported.
    fn is_nothing(&mut self, part: &'a Part, scope: Scope<'a>) -> bool {
        let is_nothing = part.element.is_none() && part.name.is_empty();
        if is_nothing {
            let problem = "a part that has no `element` has no `name` either";
            self.refuse(problem, scope, part.at);
        }
        is_nothing
    }

    /// The element of a part that has a type: named as the part, in no namespace (WS-I Basic Profile R2735).
    fn element_of_type(&mut self, part: &'a Part, scope: Scope<'a>) -> Element<'a> {
        let symbols = self.symbols;
        if let (None, Some(name)) = (&part.type_name, &part.element) {
            let found = symbols.named(&symbols.elements, name, scope, part.at);
            if let Some(element) = self.found(found) {
                return self.declared(element.item, element.key, element.scope, None);
            }
        }
        let value = match &part.type_name {
            Some(name) => self.named(name, scope, part.at),
            None => TypeRef::BuiltIn(BuiltIn::AnyType),
        };
        Element {
            key: ("", &part.name),
            value,
            is_nillable: false,
            default: None,
            documentation: None::<Rc<str>>,
            place: scope.place(part.at),
        }
    }

    fn header(&mut self, header: &'a SoapHeader, scope: Scope<'a>) -> Option<HeaderBlock> {
        let namespace = header.namespace.as_deref();
        let part = (&header.message, header.part.as_str(), namespace);
        let element = self.header_part(part, scope, header.at)?;
        Some(HeaderBlock {
            element,
            is_required: header.is_required,
        })
    }

    /// The blocks that say what is wrong with others (section 3.7 of the note).
    pub(super) fn fault_headers(&mut self, bound: Bound<'a>) -> Vec<HeaderBlock> {
        let messages = [&bound.operation.input, &bound.operation.output];
        let headers = messages
            .into_iter()
            .flatten()
            .flat_map(|message| BoundParts::of(message, bound.version).headers);
        let mut blocks = Vec::new();
        for fault in headers.flat_map(|header| &header.faults) {
            let namespace = fault.namespace.as_deref();
            let part = (&fault.message, fault.part.as_str(), namespace);
            let block = self
                .header_part(part, bound.scope, fault.at)
                .map(|element| HeaderBlock {
                    element,
                    is_required: false,
                });
            blocks.extend(block.filter(|block| !blocks.contains(block)));
        }
        blocks
    }

    /// The element of a part of a message. Header blocks have a namespace (SOAP 1.1 section 4.2): if the binding says none, that of the WSDL.
    fn header_part(
        &mut self,
        (message, part, namespace): (&'a QName, &'a str, Option<&'a str>),
        scope: Scope<'a>,
        at: At,
    ) -> Option<Standing> {
        let message = self.message_named(message, scope, at)?;
        let found = message.item.parts.iter().find(|known| known.name == part);
        if let Some(found) = found {
            let namespace = namespace.unwrap_or(message.key.0);
            return self.element_of(found, message.scope, namespace);
        }
        let problem = format!("the message `{}` has no part `{part}`", message.item.name);
        self.refuse(problem, scope, at);
        None
    }

    pub(super) fn fault(
        &mut self,
        fault: &'a Direction,
        scope: Scope<'a>,
        bound: Bound<'a>,
    ) -> Vec<ElementId> {
        let namespace = bound.fault_namespace(fault.name.as_deref());
        let namespace = namespace.unwrap_or_default();
        let Some(message) = self.message_named(&fault.message, scope, fault.at) else {
            return Vec::new();
        };
        let mut elements = Vec::new();
        for part in &message.item.parts {
            let standing = self.element_of(part, message.scope, namespace);
            let standing = standing.iter();
            elements.extend(standing.flat_map(|standing| self.model.elements_of(standing)));
        }
        elements
    }
}
