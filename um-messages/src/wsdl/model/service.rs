//! Services: which operations there are (sections 2 and 3 of the note on WSDL).

use std::borrow::Cow;
use std::collections::HashMap;

use super::bound::Bound;
use super::documentation::text_of_element;
use super::types::Builder;
use super::{Body, Message, Operation, Service, Standing};
use crate::soap::SoapVersion;
use crate::wsdl::diagnostic::Diagnostic;
use crate::wsdl::options::Selection;
use crate::wsdl::read::wsdl::{self, Binding, BoundOperation, SoapBinding, Style};
use crate::wsdl::resolve::{Defined, Documents, Scope, nearest_of};

/// A port that can be spoken with over SOAP.
struct SoapPort<'a> {
    /// The name of the service.
    name: &'a str,
    address: Option<&'a str>,
    binding: Defined<'a, &'a Binding>,
    version: SoapVersion,
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
                    .help("types are not written, and references (`href`) are followed with `ReadOptions::resolve_references`; where nil is sent that \
                           the schema knows nothing of, as PHP does: `--nil everywhere`"),
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
        let faults = faults
            .flat_map(|fault| self.fault(fault, scope, bound))
            .collect();
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
