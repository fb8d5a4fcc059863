//! What a service does: a request, its answer, the blocks of their headers, and the faults.

use crate::soap::{NamedMessage, SoapOperation, SoapVersion};
use crate::xml::bind::WriteFields;
use crate::xml::description::Describe;
use crate::xml::{Root, WriteElement};

/// An operation of a [`Service`](super::Service): a request with its answer, and what the types of the two do not say.
///
/// ```
/// use um_messages::schema::{Operation, Service};
/// use um_messages::{SoapMessage, SoapType};
///
/// #[derive(SoapMessage)]
/// #[soap(namespace = "urn:bank", action = "urn:bank/Hold", response = HoldResponse)]
/// struct Hold {
///     account: String,
/// }
///
/// #[derive(SoapMessage)]
/// #[soap(namespace = "urn:bank")]
/// struct HoldResponse {
///     id: u32,
/// }
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:bank")]
/// struct Session {
///     key: String,
/// }
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:bank")]
/// struct Headers {
///     session: Session,
/// }
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:bank")]
/// struct NoSuchAccount {
///     account: String,
/// }
///
/// let hold = Operation::of::<Hold>().header::<Headers>().fault::<NoSuchAccount>();
/// let wsdl = Service::new("Bank", "urn:bank").operation(hold).wsdl("https://bank.example/soap")?;
/// assert!(wsdl.contains(r#"<soap:operation soapAction="urn:bank/Hold"/>"#));
/// assert!(wsdl.contains(r#"<wsdl:part name="Session" element="tns:Session"/>"#));
/// assert!(wsdl.contains(r#"<soap:fault name="NoSuchAccount" use="literal"/>"#));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Operation {
    pub(super) name: String,
    pub(super) action: Option<&'static str>,
    pub(super) version: SoapVersion,
    pub(super) request: Describe,
    /// None if nobody answers.
    pub(super) response: Option<Describe>,
    pub(super) headers: Vec<Describe>,
    pub(super) response_headers: Vec<Describe>,
    pub(super) faults: Vec<Describe>,
}

/// What answers an operation: a message, or `()` where nobody answers.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no one message that a WSDL can name",
    note = "the answer of an operation in a WSDL is a struct with `#[derive(SoapMessage)]`, or `()`"
)]
pub trait Answer {
    /// What the message is.
    #[doc(hidden)]
    fn describe() -> Option<Describe>;
}

impl<M: NamedMessage + WriteElement> Answer for M {
    fn describe() -> Option<Describe> {
        Some(M::description)
    }
}

impl Answer for () {
    fn describe() -> Option<Describe> {
        None
    }
}

impl Operation {
    /// The operation of a request, under the name of the request's element.
    #[must_use]
    pub fn of<R>() -> Self
    where
        R: SoapOperation<Response: Answer> + Root + WriteElement,
    {
        Self {
            name: <R as NamedMessage>::NAME.to_owned(),
            action: R::ACTION,
            version: R::VERSION,
            request: R::description,
            response: R::Response::describe(),
            headers: Vec::new(),
            response_headers: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// Under another name.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = name.into();
        self
    }

    /// The struct of the header blocks of the request: each of its fields is one.
    #[must_use]
    pub fn header<H: WriteFields>(mut self) -> Self {
        self.headers.push(H::description);
        self
    }

    /// The struct of the header blocks of the answer.
    #[must_use]
    pub fn response_header<H: WriteFields>(mut self) -> Self {
        self.response_headers.push(H::description);
        self
    }

    /// What may stand in the detail of a fault: an entry, or a choice of several.
    #[must_use]
    pub fn fault<F: Root + WriteElement>(mut self) -> Self {
        self.faults.push(F::description);
        self
    }
}
