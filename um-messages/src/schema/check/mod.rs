//! Structs held against a WSDL or a schema: where they differ.
//!
//! The struct is described by a schema that says where in Rust everything is; both are read as `um-wsdl` reads them, and
//! compared.

mod compare;
mod content;
mod contract;
mod difference;
mod element;
mod operation;
mod services;
mod values;

pub use self::contract::Wsdl;
pub use self::difference::{Difference, Differences};
use self::element::check_element;
use self::operation::message_of;
use super::operation::Operation;
use super::service::Service;
use crate::xml::{Root, WriteElement};

/// Where a type differs from the element, or the type, of its name: what is missing and what is superfluous, names, namespaces and
/// whether they are qualified, order, how often something stands, nil, the types of values and their defaults; of a message also its action, the
/// version of SOAP and its answer. Header blocks and faults are held against a WSDL by [`Operation::check`].
///
/// It is for a test. A text may be any of the types that have no type in Rust (`xs:decimal`, `xs:anyURI`, `xs:gYear`), `i64` is an `xs:integer`, an
/// enum may keep other values, and what has a default may be absent. So what `um-wsdl` generates has no differences, but where it is wider and says so: elements whose names alone do not tell where they
/// belong. Facets are not compared, nor is the order of `xs:all` taken for none.
///
/// # Errors
///
/// The differences, each with its places. [`Wsdl`] has an example.
pub fn check<T: Root + WriteElement>(wsdl: &Wsdl) -> Result<(), Differences> {
    let description = T::description();
    let mut found = check_element(wsdl, T::description, (T::NAMESPACE, T::NAME))?;
    if let Some(message) = message_of(&description) {
        let name = (T::NAMESPACE, T::NAME);
        operation::check_message(wsdl, name, message, &mut found);
    }
    Differences::unless_none(found)
}

impl Operation {
    /// Where the operation differs from that of the WSDL: its messages, as [`check`] says of each, the header blocks of both, and the entries of
    /// its faults' detail.
    ///
    /// # Errors
    ///
    /// The differences, each with its places.
    ///
    /// ```
    /// use um_messages::schema::{Operation, Service, Wsdl};
    /// use um_messages::um;
    ///
    /// let text = um::service().wsdl("http://localhost/")?;
    /// let wsdl = Wsdl::from_text("um.wsdl", text)?;
    /// let differences = Operation::of::<um::Disconnect>().check(&wsdl).unwrap_err();
    /// assert!(differences.to_string().contains("the fault `ExceptionType` is in the description alone"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self, wsdl: &Wsdl) -> Result<(), Differences> {
        Differences::unless_none(operation::check_operation(wsdl, self)?)
    }
}

impl Service {
    /// Where the service differs from that of the WSDL: its operations, as [`Operation::check`] says of each, and operations that one of the two has
    /// alone.
    ///
    /// # Errors
    ///
    /// The differences, each with its places.
    pub fn check(&self, wsdl: &Wsdl) -> Result<(), Differences> {
        let mut found = Vec::new();
        for operation in self.operations() {
            found.extend(operation::check_operation(wsdl, operation)?);
        }
        operation::check_missing(wsdl, self.operations(), &mut found);
        Differences::unless_none(found)
    }
}
