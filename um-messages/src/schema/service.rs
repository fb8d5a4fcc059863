//! A service, and its WSDL 1.1: document/literal, with bindings for the versions of SOAP that it speaks.

use std::collections::HashSet;

use super::collect::{Collector, problem};
use super::components::Schemas;
use super::documents::{self, Documents};
use super::operation::{Answer, Operation};
use super::options::Options;
use super::wsdl::{BoundOperation, Part, Wsdl};
use crate::error::{Result, Shown};
use crate::soap::{SoapOperation, SoapVersion};
use crate::xml::description::Describe;
use crate::xml::{Root, WriteElement, is_ncname};

/// What a service does, to be described by a WSDL.
///
/// ```
/// use um_messages::schema::{Operation, Service};
/// use um_messages::um;
///
/// let service = Service::new("Calls", um::NAMESPACE)
///     .operation(Operation::of::<um::GetCallInfo>())
///     .operation(Operation::of::<um::Disconnect>());
/// let wsdl = service.wsdl("https://example.com/EWS/UM2007Legacy.asmx")?;
/// assert!(wsdl.contains(r#"<wsdl:operation name="GetCallInfo">"#));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Service {
    name: String,
    namespace: String,
    versions: Vec<SoapVersion>,
    operations: Vec<Operation>,
    /// What stands in no message, and in the schemas all the same.
    others: Vec<Describe>,
    options: Options,
}

impl Service {
    /// A service of this name, without operations. The namespace is that of the WSDL, `targetNamespace`: messages have their own.
    #[must_use]
    pub fn new(name: impl Into<String>, namespace: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            namespace: namespace.into(),
            versions: Vec::new(),
            operations: Vec::new(),
            others: Vec::new(),
            options: Options::default(),
        }
    }

    /// With an operation more.
    #[must_use]
    pub fn operation(mut self, operation: Operation) -> Self {
        self.operations.push(operation);
        self
    }

    /// With an operation more that has no header blocks and no faults of its own.
    #[must_use]
    pub fn message<R>(self) -> Self
    where
        R: SoapOperation<Response: Answer> + Root + WriteElement,
    {
        self.operation(Operation::of::<R>())
    }

    /// With an element more in the schemas that no operation names: what stands where a message takes any element, for instance.
    #[must_use]
    pub fn element<T: Root + WriteElement>(mut self) -> Self {
        self.others.push(T::description);
        self
    }

    /// The versions of SOAP that the service speaks, a binding and a port for each. Without this, those in which its messages are written.
    #[must_use]
    pub fn versions(mut self, versions: impl IntoIterator<Item = SoapVersion>) -> Self {
        self.versions = versions.into_iter().collect();
        self
    }

    /// Enums with the key `other` are described by the values that they know alone, so that other stacks make enums of them. Otherwise
    /// any text is legal.
    #[must_use]
    pub fn closed_enums(mut self, are_closed: bool) -> Self {
        self.options.are_enums_closed = are_closed;
        self
    }

    /// The schemas of the messages.
    ///
    /// # Errors
    ///
    /// If there is something that no schema can say.
    pub fn xsd(&self) -> Result<Documents> {
        self.collect()
            .and_then(|(schemas, _)| Documents::new(&schemas))
    }

    /// The WSDL, with the schemas in it. `location` is the address of the service.
    ///
    /// # Errors
    ///
    /// If there is something that no schema can say, if a name is none, or two operations have one name.
    pub fn wsdl(&self, location: &str) -> Result<String> {
        self.check_names()?;
        let (schemas, operations) = self.collect()?;
        let wsdl = Wsdl {
            name: &self.name,
            namespace: &self.namespace,
            location,
            versions: &self.spoken(),
            operations: &operations,
            schemas: &schemas,
        };
        documents::printed(&wsdl.to_element())
    }

    #[cfg(feature = "wsdl")]
    pub(super) fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// Names of a WSDL are those of XML, and what is named in it is told apart by its name.
    fn check_names(&self) -> Result<()> {
        let operations = self.operations.iter().map(|operation| &operation.name);
        for name in std::iter::once(&self.name).chain(operations.clone()) {
            if !is_ncname(name) {
                return Err(problem(format!("`{}` as a name in a WSDL", Shown(name))));
            }
        }
        if self.namespace.is_empty() {
            return Err(problem(
                "a WSDL without a namespace, which has no names for others to refer to",
            ));
        }
        let mut known = HashSet::new();
        match operations.into_iter().find(|name| !known.insert(*name)) {
            Some(twice) => Err(problem(format!(
                "two operations of the name `{}`",
                Shown(twice)
            ))),
            None => Ok(()),
        }
    }

    fn spoken(&self) -> Vec<SoapVersion> {
        if !self.versions.is_empty() {
            return self.versions.clone();
        }
        let mut spoken = Vec::new();
        for operation in &self.operations {
            if !spoken.contains(&operation.version) {
                spoken.push(operation.version);
            }
        }
        spoken
    }

    fn collect(&self) -> Result<(Schemas, Vec<BoundOperation<'_>>)> {
        let roots = self.operations.iter().flat_map(Operation::roots);
        let roots = roots.chain(self.others.iter().copied());
        let mut collector = Collector::of(&self.options, roots);
        let operations = self.operations.iter();
        let operations = operations.map(|operation| operation.bound(&mut collector));
        let operations = operations.collect::<Result<_>>()?;
        for other in &self.others {
            collector.root(*other)?;
        }
        Ok((collector.schemas, operations))
    }
}

impl Operation {
    fn roots(&self) -> impl Iterator<Item = Describe> {
        let messages = std::iter::once(self.request).chain(self.response);
        let others = [&self.headers, &self.response_headers, &self.faults];
        messages.chain(others.into_iter().flatten().copied())
    }

    fn bound(&self, collector: &mut Collector<'_>) -> Result<BoundOperation<'_>> {
        let request = collector.root(self.request)?;
        let response = self.response.map(|response| collector.root(response));
        let (mut headers, mut response_headers, mut faults) = (vec![], vec![], vec![]);
        for header in &self.headers {
            headers.extend(
                collector
                    .header_blocks(*header)?
                    .into_iter()
                    .map(Part::block),
            );
        }
        for header in &self.response_headers {
            response_headers.extend(
                collector
                    .header_blocks(*header)?
                    .into_iter()
                    .map(Part::block),
            );
        }
        for fault in &self.faults {
            faults.extend(collector.entries(*fault)?.into_iter().map(Part::of_element));
        }
        Ok(BoundOperation {
            name: &self.name,
            action: self.action.unwrap_or_default(),
            request,
            response: response.transpose()?,
            headers,
            response_headers,
            faults,
        })
    }
}
