//! Services: which operations there are, and what stands in their messages (sections 2 and 3 of the note on WSDL).

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use super::documentation::text_of_element;
use super::types::Builder;
use super::{
    Body, Element, ElementId, HeaderBlock, Message, Operation, Service, Standing, TypeRef,
};
use crate::soap::SoapVersion;
use crate::wsdl::diagnostic::{At, Diagnostic};
use crate::wsdl::options::Selection;
use crate::wsdl::read::wsdl::{
    self, Binding, BoundMessage, BoundOperation, Direction, Encoding, Part, SoapBinding, SoapBody,
    SoapHeader, Style,
};
use crate::wsdl::resolve::{BuiltIn, Defined, Documents, Key, Scope, nearest_of};
use crate::xml::QName;

/// A port that can be spoken with over SOAP.
struct SoapPort<'a> {
    /// The name of the service.
    name: &'a str,
    address: Option<&'a str>,
    binding: Defined<'a, &'a Binding>,
    version: SoapVersion,
}

/// The binding of an operation, and what it inherits.
#[derive(Clone, Copy)]
struct Bound<'a> {
    operation: &'a BoundOperation,
    scope: Scope<'a>,
    version: SoapVersion,
    style: Style,
}

impl<'a> Builder<'a, '_> {
    /// Adds the port that is asked for, or the first that speaks SOAP: in version 1.1 if there is one. Where there is no
    /// port, a binding will do, and without one the elements of the schemas.
    pub(crate) fn add_services(&mut self, documents: &'a Documents, selection: &Selection) {
        let mut ports = self.ports(documents, selection);
        if ports.is_empty() && selection.service.is_none() && selection.port.is_none() {
            ports = self.bindings();
        }
        let chosen = ports
            .iter()
            .find(|port| port.version == SoapVersion::V1_1)
            .or(ports.first());
        match chosen {
            Some(port) => {
                let service = self.service(port, selection);
                self.model.services.push(service);
            }
            None if selection.is_everything() => {
                self.report.add(
                    Diagnostic::warning("there is no port and no binding that speaks SOAP")
                        .help("the elements of its schemas are generated, and no operations"),
                );
                self.add_all_elements();
            }
            None => self.report.add(no_port(documents, selection)),
        }
    }

    /// Adds the first port that speaks this version of SOAP or, where there is no port, the first such binding.
    #[cfg(feature = "schema")]
    pub(crate) fn add_service_in(&mut self, documents: &'a Documents, version: SoapVersion) {
        let selection = Selection::default();
        let mut ports = self.ports(documents, &selection);
        if ports.is_empty() {
            ports = self.bindings();
        }
        if let Some(port) = ports.iter().find(|port| port.version == version) {
            let service = self.service(port, &selection);
            self.model.services.push(service);
        }
    }

    /// All elements at the top of the schemas that may stand somewhere, or all types if there are none.
    pub(crate) fn add_all_elements(&mut self) {
        let symbols = self.symbols;
        for element in symbols.elements.all() {
            if !element.scope.is_well_known && !element.item.is_abstract {
                self.global_element(element);
            }
        }
        if self.model.elements.is_empty() {
            let types = symbols.types.all();
            for defined in types.filter(|defined| !defined.scope.is_well_known) {
                self.defined(defined);
            }
        }
    }

    fn ports(&mut self, documents: &'a Documents, selection: &Selection) -> Vec<SoapPort<'a>> {
        let mut ports = Vec::new();
        for document in &documents.definitions {
            let scope = Scope::of_definitions(document);
            for service in &document.definitions.service {
                let asked_for = service
                    .ports
                    .iter()
                    .filter(|port| selection.has_port(service, port));
                for port in asked_for {
                    ports.extend(self.soap_port(service, port, scope));
                }
            }
        }
        ports
    }

    /// A port, if its binding is there and to SOAP.
    fn soap_port(
        &mut self,
        service: &'a wsdl::Service,
        port: &'a wsdl::Port,
        scope: Scope<'a>,
    ) -> Option<SoapPort<'a>> {
        let symbols = self.symbols;
        let found = symbols.named(&symbols.bindings, &port.binding, scope, port.at);
        let binding = self.found(found.map_err(Diagnostic::weakened))?;
        let address = port.soap_1_1.as_ref().or(port.soap_1_2.as_ref());
        Some(SoapPort {
            name: &service.name,
            address: address.map(|address| address.location.as_str()),
            binding,
            version: version_of(binding.item)?,
        })
    }

    /// The bindings to SOAP, as ports that have no address.
    fn bindings(&self) -> Vec<SoapPort<'a>> {
        let bindings = self.symbols.bindings.all();
        bindings
            .filter_map(|binding| {
                Some(SoapPort {
                    name: binding.key.1,
                    address: None,
                    binding,
                    version: version_of(binding.item)?,
                })
            })
            .collect()
    }

    fn service(&mut self, port: &SoapPort<'a>, selection: &Selection) -> Service<'a> {
        Service {
            name: port.name,
            version: port.version,
            address: port.address,
            operations: self.operations(port, selection),
        }
    }

    fn operations(&mut self, port: &SoapPort<'a>, selection: &Selection) -> Vec<Operation<'a>> {
        let symbols = self.symbols;
        let binding = port.binding;
        let name = &binding.item.port_type;
        let found = symbols.named(&symbols.port_types, name, binding.scope, binding.item.at);
        let Some(port_type) = self.found(found) else {
            return Vec::new();
        };
        let mut operations = Vec::new();
        let mut is_encoded = false;
        for operation in &binding.item.operations {
            if !selection.has_operation(&operation.name) {
                continue;
            }
            let bound = Bound {
                operation,
                scope: binding.scope,
                version: port.version,
                style: style(binding.item, operation, port.version),
            };
            is_encoded |= bound.is_encoded();
            operations.extend(self.operation(bound, port_type));
        }
        if is_encoded {
            self.report.add(
                Diagnostic::warning("the messages are in SOAP's encoding; they are generated as literal ones")
                    .at(binding.scope.place(binding.item.at))
                    .help("types are not written, and references (`href`) are followed with `ReadOptions::resolve_references`"),
            );
        }
        self.report_shared_requests(&operations, binding);
        let names = binding.item.operations.iter();
        for pattern in selection.unmet(names.map(|operation| operation.name.as_str())) {
            self.report.add(no_operation(binding, pattern));
        }
        operations
    }

    /// An element has one action and one answer: as the request of several operations it has those of the first.
    fn report_shared_requests(
        &mut self,
        operations: &[Operation<'a>],
        binding: Defined<'a, &'a Binding>,
    ) {
        let mut first_of: HashMap<Standing, &Operation<'a>> = HashMap::new();
        for operation in operations {
            let Body::Elements(elements) = &operation.request.body else {
                continue;
            };
            let Some(element) = elements.first() else {
                continue;
            };
            let first = *first_of.entry(*element).or_insert(operation);
            let is_other = first.action != operation.action
                || first.response.as_ref().map(|response| &response.body)
                    != operation.response.as_ref().map(|response| &response.body);
            if is_other {
                self.report.add(
                    Diagnostic::warning(format!(
                        "the request of `{}` is that of `{}`, whose action and answer it has",
                        operation.name, first.name
                    ))
                    .at(binding.scope.place(binding.item.at))
                    .help("`SoapMessage::with_action` says another action"),
                );
            }
        }
    }

    fn operation(
        &mut self,
        bound: Bound<'a>,
        port_type: Defined<'a, &'a wsdl::PortType>,
    ) -> Option<Operation<'a>> {
        let Some(described) = described(bound.operation, port_type.item) else {
            let names = port_type.item.operations.iter();
            let near = nearest_of(
                names.map(|known| known.name.as_str()),
                &bound.operation.name,
            );
            self.report.add(
                Diagnostic::error(format!(
                    "the port type `{}` has no operation `{}`",
                    port_type.item.name, bound.operation.name
                ))
                .at(bound.scope.place(bound.operation.at))
                .optional_help(near.map(|near| format!("did you mean `{near}`?"))),
            );
            return None;
        };
        let scope = port_type.scope;
        let soap = bound.soap_operation();
        let action = soap.and_then(|soap| soap.soap_action.as_deref());
        let input = described.input.as_ref();
        let addressing = input.and_then(|input| input.addressing_action.as_deref());
        let name = &bound.operation.name;
        let request = input.map(|input| {
            self.message(
                input,
                scope,
                (bound, bound.operation.input.as_ref(), name.into()),
            )
        });
        let response = described.output.as_ref().map(|output| {
            let element = Cow::Owned(format!("{name}Response"));
            self.message(
                output,
                scope,
                (bound, bound.operation.output.as_ref(), element),
            )
        });
        let faults = described.faults.iter();
        let faults = faults.flat_map(|fault| self.fault(fault, scope)).collect();
        let action = action.or(addressing).filter(|action| !action.is_empty());
        // Where a part was not found, that is said already.
        if request.as_ref().is_none_or(Message::is_empty) && !self.report.has_errors() {
            self.report_no_request(bound, request.is_some(), action);
        }
        Some(Operation {
            name,
            documentation: text_of_element(described.documentation.as_ref()),
            action,
            request: request.unwrap_or_default(),
            response,
            faults,
            fault_headers: self.fault_headers(bound),
        })
    }

    /// Of an operation whose request is no element, nothing in the code says its name and its action.
    fn report_no_request(&mut self, bound: Bound<'a>, has_input: bool, action: Option<&'a str>) {
        let name = &bound.operation.name;
        let diagnostic = if has_input {
            let request = action.map_or_else(
                || "`()`".to_owned(),
                |action| format!("`().with_action(\"{action}\")`"),
            );
            Diagnostic::note(format!("the request of `{name}` has an empty Body"))
                .help(format!("{request} is that request"))
        } else {
            Diagnostic::warning(format!(
                "the operation `{name}` has no input: it is the service that sends it"
            ))
        };
        let place = bound.scope.place(bound.operation.at);
        self.report.add(diagnostic.at(place));
    }

    fn message(
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
            Style::Document => self.document_body(&in_body, message.scope),
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

    fn document_body(&mut self, parts: &[&'a Part], scope: Scope<'a>) -> Body<'a> {
        let elements: Vec<Standing> = parts
            .iter()
            .filter_map(|part| self.element_of(part, scope))
            .collect();
        if elements.is_empty() {
            Body::Empty
        } else {
            Body::Elements(elements)
        }
    }

    /// The element that a part is, or one of those that may stand in its place. One that only has a type is taken for an element of the part's name.
    fn element_of(&mut self, part: &'a Part, scope: Scope<'a>) -> Option<Standing> {
        let symbols = self.symbols;
        if let Some(name) = &part.element {
            let found = symbols.named(&symbols.elements, name, scope, part.at);
            if let Some(element) = self.found(found) {
                return Some(self.standing(element));
            }
            let element = self.missing_element(scope.key(name), scope.place(part.at))?;
            return Some(Standing::Element(self.add_element(element)));
        }
        self.report.add(
            Diagnostic::warning(format!(
                "the part `{}` has a type and no element",
                part.name
            ))
            .at(scope.place(part.at))
            .help("it is taken for an element of the part's name, in no namespace"),
        );
        let element = self.element_of_type(part, scope);
        Some(Standing::Element(self.add_element(element)))
    }

    fn rpc_parts(&mut self, parts: &[&'a Part], scope: Scope<'a>) -> Vec<Element<'a>> {
        parts
            .iter()
            .map(|part| self.element_of_type(part, scope))
            .collect()
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
        let element = self.header_part((&header.message, &header.part), scope, header.at)?;
        Some(HeaderBlock {
            element,
            is_required: header.is_required,
        })
    }

    /// The blocks that say what is wrong with others (section 3.7 of the note).
    fn fault_headers(&mut self, bound: Bound<'a>) -> Vec<HeaderBlock> {
        let messages = [&bound.operation.input, &bound.operation.output];
        let headers = messages
            .into_iter()
            .flatten()
            .flat_map(|message| BoundParts::of(message, bound.version).headers);
        let mut blocks = Vec::new();
        for fault in headers.flat_map(|header| &header.faults) {
            let part = (&fault.message, fault.part.as_str());
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

    /// The element of a part of a message.
    fn header_part(
        &mut self,
        (message, part): (&'a QName, &'a str),
        scope: Scope<'a>,
        at: At,
    ) -> Option<Standing> {
        let message = self.message_named(message, scope, at)?;
        let found = message.item.parts.iter().find(|known| known.name == part);
        if let Some(found) = found {
            return self.element_of(found, message.scope);
        }
        let problem = format!("the message `{}` has no part `{part}`", message.item.name);
        self.refuse(problem, scope, at);
        None
    }

    fn fault(&mut self, fault: &'a Direction, scope: Scope<'a>) -> Vec<ElementId> {
        let Some(message) = self.message_named(&fault.message, scope, fault.at) else {
            return Vec::new();
        };
        let mut elements = Vec::new();
        for part in &message.item.parts {
            let standing = self.element_of(part, message.scope);
            let standing = standing.iter();
            elements.extend(standing.flat_map(|standing| self.model.elements_of(standing)));
        }
        elements
    }
}

impl<'a> Bound<'a> {
    fn soap_operation(self) -> Option<&'a wsdl::SoapOperation> {
        match self.version {
            SoapVersion::V1_2 => self.operation.soap_1_2.as_ref(),
            SoapVersion::V1_1 => self.operation.soap_1_1.as_ref(),
        }
    }

    fn is_encoded(self) -> bool {
        let messages = [&self.operation.input, &self.operation.output];
        messages.into_iter().flatten().any(|message| {
            let body = BoundParts::of(message, self.version).body;
            body.and_then(|body| body.encoding) == Some(Encoding::Encoded)
        })
    }
}

/// What the binding says of the parts of a message.
#[derive(Default)]
struct BoundParts<'a> {
    body: Option<&'a SoapBody>,
    headers: Vec<&'a SoapHeader>,
    /// The parts that travel beside the envelope.
    attached: Vec<&'a str>,
}

impl<'a> BoundParts<'a> {
    fn of(message: &'a BoundMessage, version: SoapVersion) -> Self {
        let mime = message
            .multipart
            .iter()
            .flat_map(|multipart| &multipart.parts);
        let mut parts = Self::default();
        let own = std::iter::once((&message.soap_1_1, &message.soap_1_2));
        let inner = mime.clone().map(|part| (&part.soap_1_1, &part.soap_1_2));
        for (soap_1_1, soap_1_2) in own.chain(inner) {
            let (body, headers) = match version {
                SoapVersion::V1_2 => (&soap_1_2.body, &soap_1_2.headers),
                SoapVersion::V1_1 => (&soap_1_1.body, &soap_1_1.headers),
            };
            parts.body = parts.body.or(body.as_ref());
            parts.headers.extend(headers);
        }
        let contents = mime.flat_map(|part| &part.contents);
        parts.attached = contents
            .filter_map(|content| content.part.as_deref())
            .collect();
        parts
    }

    /// Whether a part stands in the Body: it is listed there, or nothing is and it stands nowhere else.
    fn has_in_body(&self, part: &Part, message: Key<'_>) -> bool {
        if let Some(parts) = self.body.and_then(|body| body.parts.as_ref()) {
            return parts.contains(&part.name);
        }
        let is_header = self
            .headers
            .iter()
            .any(|header| header.part == part.name && names(&header.message, message));
        !is_header && !self.attached.contains(&part.name.as_str())
    }
}

/// Whether a name is this one. A WSDL is never included by one of another namespace.
fn names(name: &QName, key: Key<'_>) -> bool {
    name.is(key.0, key.1)
}

fn version_of(binding: &Binding) -> Option<SoapVersion> {
    match (&binding.soap_1_1, &binding.soap_1_2) {
        (Some(_), _) => Some(SoapVersion::V1_1),
        (None, Some(_)) => Some(SoapVersion::V1_2),
        (None, None) => None,
    }
}

fn style(binding: &Binding, operation: &BoundOperation, version: SoapVersion) -> Style {
    let (of_binding, of_operation): (&Option<SoapBinding>, _) = match version {
        SoapVersion::V1_2 => (&binding.soap_1_2, &operation.soap_1_2),
        SoapVersion::V1_1 => (&binding.soap_1_1, &operation.soap_1_1),
    };
    let own = of_operation.as_ref().and_then(|operation| operation.style);
    let inherited = of_binding.as_ref().and_then(|binding| binding.style);
    own.or(inherited).unwrap_or_default()
}

/// The operation of the port type that this one binds. Of several of one name, the names of the messages tell which.
fn described<'a>(
    bound: &BoundOperation,
    port_type: &'a wsdl::PortType,
) -> Option<&'a wsdl::Operation> {
    let input = bound.input.as_ref().and_then(|input| input.name.as_deref());
    let mut same_name = port_type
        .operations
        .iter()
        .filter(|operation| operation.name == bound.name);
    let is_meant = |operation: &&wsdl::Operation| {
        let own = operation.input.as_ref().and_then(|own| own.name.as_deref());
        input.is_some() && own == input
    };
    same_name
        .clone()
        .find(is_meant)
        .or_else(|| same_name.next())
}

fn no_port(documents: &Documents, selection: &Selection) -> Diagnostic {
    let services = documents
        .definitions
        .iter()
        .flat_map(|document| &document.definitions.service);
    let ports: Vec<String> = services
        .flat_map(|service| service.ports.iter().map(move |port| (service, port)))
        .map(|(service, port)| format!("`{}` of `{}`", port.name, service.name))
        .collect();
    let problem = match (&selection.service, &selection.port) {
        (None, None) => "there is no port that speaks SOAP".to_owned(),
        (Some(service), None) => format!("there is no service `{service}` that speaks SOAP"),
        (None, Some(port)) => format!("there is no port `{port}` that speaks SOAP"),
        (Some(service), Some(port)) => {
            format!("the service `{service}` has no port `{port}` that speaks SOAP")
        }
    };
    let diagnostic = Diagnostic::error(problem);
    if ports.is_empty() {
        diagnostic.help(
            "a WSDL without a `service` describes no port; its schemas can be generated alone",
        )
    } else {
        diagnostic.help(format!("the ports are {}", ports.join(", ")))
    }
}

fn no_operation(binding: Defined<'_, &Binding>, asked: &str) -> Diagnostic {
    let names = binding
        .item
        .operations
        .iter()
        .map(|operation| operation.name.as_str());
    let help = match nearest_of(names.clone(), asked) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!(
            "the operations are {}",
            names
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ")
        ),
    };
    Diagnostic::error(format!("there is no operation `{asked}`"))
        .at(binding.scope.place(binding.item.at))
        .help(help)
}
