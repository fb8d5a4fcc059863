//! A service as a WSDL 1.1 document (sections 2 and 3 of the note): one port type, and a binding for each version of SOAP.

use super::components::Schemas;
use super::prefixes::Prefixes;
use super::print::with;
use crate::qname::QName;
use crate::soap::SoapVersion;
use crate::xml::Element;

const WSDL: &str = "http://schemas.xmlsoap.org/wsdl/";
const TRANSPORT: &str = "http://schemas.xmlsoap.org/soap/http";

/// All that the document says.
pub(super) struct Wsdl<'a> {
    pub(super) name: &'a str,
    pub(super) namespace: &'a str,
    pub(super) location: &'a str,
    pub(super) versions: &'a [SoapVersion],
    pub(super) operations: &'a [BoundOperation<'a>],
    pub(super) schemas: &'a Schemas,
}

/// An operation, with the elements of its messages.
pub(super) struct BoundOperation<'a> {
    pub(super) name: &'a str,
    pub(super) action: &'a str,
    pub(super) request: QName,
    pub(super) response: Option<QName>,
    pub(super) headers: Vec<Part>,
    pub(super) response_headers: Vec<Part>,
    pub(super) faults: Vec<Part>,
}

/// A part of a message.
#[derive(Clone)]
pub(super) struct Part {
    name: String,
    element: QName,
    /// Whether it is a header block that has to stand.
    is_required: bool,
}

impl Part {
    /// One that is named as its element is.
    pub(super) fn of_element(element: QName) -> Self {
        Self {
            name: element.local().to_owned(),
            element,
            is_required: false,
        }
    }

    /// A header block.
    pub(super) fn block((element, is_required): (QName, bool)) -> Self {
        Self {
            is_required,
            ..Self::of_element(element)
        }
    }
}

/// An element of WSDL.
fn wsdl(local: &'static str) -> Element {
    Element::new(WSDL, local).with_prefix("wsdl")
}

fn named(local: &'static str, name: &str) -> Element {
    wsdl(local).with_attribute("", "name", name)
}

/// An element of the binding to a version of SOAP.
fn soap(version: SoapVersion, local: &'static str) -> Element {
    let (namespace, prefix) = extension(version);
    Element::new(namespace, local).with_prefix(prefix)
}

const fn extension(version: SoapVersion) -> (&'static str, &'static str) {
    match version {
        SoapVersion::V1_1 => ("http://schemas.xmlsoap.org/wsdl/soap/", "soap"),
        SoapVersion::V1_2 => ("http://schemas.xmlsoap.org/wsdl/soap12/", "soap12"),
    }
}

fn with_all(element: Element, children: impl IntoIterator<Item = Element>) -> Element {
    children.into_iter().fold(element, Element::with_child)
}

impl Wsdl<'_> {
    pub(super) fn to_element(&self) -> Element {
        let prefixes = self.prefixes();
        let definitions = named("definitions", self.name);
        let definitions = definitions.with_attribute("", "targetNamespace", self.namespace);
        let definitions = prefixes.declared_on(definitions).with_child(self.types());
        let definitions = with_all(definitions, self.messages(&prefixes));
        let definitions = definitions.with_child(self.port_type());
        let bindings = self.versions.iter().map(|version| self.binding(*version));
        with_all(definitions, bindings).with_child(self.service())
    }

    fn prefixes(&self) -> Prefixes {
        let namespaces = self.schemas.all.iter().map(|schema| schema.namespace);
        let others = namespaces.filter(|namespace| *namespace != self.namespace);
        let mut prefixes = Prefixes::new(self.namespace, others);
        prefixes.bind(WSDL, "wsdl");
        for version in self.versions {
            let (namespace, prefix) = extension(*version);
            prefixes.bind(namespace, prefix);
        }
        prefixes
    }

    fn types(&self) -> Element {
        let schemas = self.schemas.all.iter();
        let schemas =
            schemas.map(|schema| schema.to_element(&self.schemas.imports(schema), |_| None));
        with_all(wsdl("types"), schemas)
    }

    /// The messages, each once: several operations may have the same fault.
    fn messages(&self, prefixes: &Prefixes) -> Vec<Element> {
        let mut messages = Vec::new();
        let mut faults: Vec<&QName> = Vec::new();
        let mut add = |name: String, parts: &[Part]| {
            if !parts.is_empty() {
                messages.push(message(&name, parts, prefixes));
            }
        };
        for operation in self.operations {
            add(input(operation), &[Part::parameters(&operation.request)]);
            add(headers_of(input(operation)), &operation.headers);
            if let Some(response) = &operation.response {
                add(output(operation), &[Part::parameters(response)]);
                add(headers_of(output(operation)), &operation.response_headers);
            }
            for fault in &operation.faults {
                if !faults.contains(&&fault.element) {
                    faults.push(&fault.element);
                    add(fault_message(fault), std::slice::from_ref(fault));
                }
            }
        }
        messages
    }

    fn port_type(&self) -> Element {
        let operations = self.operations.iter().map(|operation| {
            let described = named("operation", operation.name);
            let described = described.with_child(of_message(wsdl("input"), &input(operation)));
            let response = operation.response.iter();
            let outputs = response.map(|_| of_message(wsdl("output"), &output(operation)));
            let faults = operation.faults.iter();
            let faults =
                faults.map(|fault| of_message(named("fault", &fault.name), &fault_message(fault)));
            with_all(with_all(described, outputs), faults)
        });
        with_all(named("portType", &self.port_type_name()), operations)
    }

    fn port_type_name(&self) -> String {
        format!("{}PortType", self.name)
    }

    fn binding(&self, version: SoapVersion) -> Element {
        let binding = named("binding", &self.name_in(version, "Binding"));
        let binding = binding.with_attribute("", "type", format!("tns:{}", self.port_type_name()));
        let style = soap(version, "binding")
            .with_attribute("", "style", "document")
            .with_attribute("", "transport", TRANSPORT);
        let operations = self.operations.iter();
        let operations = operations.map(|operation| bound(operation, version));
        with_all(binding.with_child(style), operations)
    }

    /// A name for this version, if there are several.
    fn name_in(&self, version: SoapVersion, what: &str) -> String {
        let suffix = match version {
            SoapVersion::V1_2 if self.versions.len() > 1 => "12",
            _ => "",
        };
        format!("{}{what}{suffix}", self.name)
    }

    fn service(&self) -> Element {
        let ports = self.versions.iter().map(|version| {
            let binding = format!("tns:{}", self.name_in(*version, "Binding"));
            let port = named("port", &self.name_in(*version, "Port"));
            let address = soap(*version, "address").with_attribute("", "location", self.location);
            port.with_attribute("", "binding", binding)
                .with_child(address)
        });
        with_all(named("service", self.name), ports)
    }
}

impl Part {
    /// The part of a Body, under the name that other stacks unwrap.
    fn parameters(element: &QName) -> Self {
        Self {
            name: "parameters".to_owned(),
            ..Self::of_element(element.clone())
        }
    }
}

fn input(operation: &BoundOperation<'_>) -> String {
    format!("{}Input", operation.name)
}

fn output(operation: &BoundOperation<'_>) -> String {
    format!("{}Output", operation.name)
}

fn headers_of(message: String) -> String {
    message + "Headers"
}

fn fault_message(fault: &Part) -> String {
    format!("{}Fault", fault.name)
}

fn message(name: &str, parts: &[Part], prefixes: &Prefixes) -> Element {
    let parts = parts.iter().map(|part| {
        let element = prefixes.name(&part.element);
        named("part", &part.name).with_attribute("", "element", element)
    });
    with_all(named("message", name), parts)
}

fn of_message(element: Element, message: &str) -> Element {
    element.with_attribute("", "message", format!("tns:{message}"))
}

fn bound(operation: &BoundOperation<'_>, version: SoapVersion) -> Element {
    let action = soap(version, "operation").with_attribute("", "soapAction", operation.action);
    let input = bound_message("input", &operation.headers, &input(operation), version);
    let bound = named("operation", operation.name)
        .with_child(action)
        .with_child(input);
    let outputs = operation.response.iter();
    let outputs = outputs.map(|_| {
        bound_message(
            "output",
            &operation.response_headers,
            &output(operation),
            version,
        )
    });
    let faults = operation.faults.iter().map(|fault| {
        let detail = literal(soap(version, "fault").with_attribute("", "name", fault.name.clone()));
        named("fault", &fault.name).with_child(detail)
    });
    with_all(with_all(bound, outputs), faults)
}

fn bound_message(
    local: &'static str,
    headers: &[Part],
    message: &str,
    version: SoapVersion,
) -> Element {
    let headers = headers.iter().map(|part| {
        let header = of_message(soap(version, "header"), &headers_of(message.to_owned()));
        let header = literal(header.with_attribute("", "part", part.name.clone()));
        // That one has to understand what is said here (section 2.1.3) is as much as a WSDL has to say that a block has to stand.
        if part.is_required {
            header.with_attribute(WSDL, "required", "true")
        } else {
            header
        }
    });
    let body = literal(soap(version, "body"));
    with_all(wsdl(local), headers.chain([body]))
}

fn literal(element: Element) -> Element {
    with(element, "use", Some("literal"))
}
