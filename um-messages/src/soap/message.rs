//! Messages: what stands in the Body of an envelope.

use super::body::{ReadBody, WriteBody};
use super::envelope::{self, Envelope};
use super::fault::Fault;
use super::version::SoapVersion;
use crate::error::Result;
use crate::xml::{Element, ReadOptions, Reader, Writer};

/// What stands in the Body of an envelope. Derived with `#[derive(SoapMessage)]`.
///
/// # What a Body may have
///
/// | type | read from | written as |
/// |---|---|---|
/// | a struct | the element of its name | that element |
/// | an enum of messages | one of these, or anything else by the key `other`; a unit variant is the empty Body | the variant's |
/// | [`Element`], for a gateway, or a message that is known at run time only | any element, but a fault | the element |
/// | `()` | an empty Body, or nothing at all: the answer to a one-way message | nothing |
/// | `Option<M>` | `M`, or an empty Body | `M`, or nothing |
/// | `Vec<M>` | any number of elements | all of them |
/// | `(A, B)`, up to four | `A`, and then `B` (SOAP 1.1 section 4.3) | one behind the other |
/// | [`Fault`] | a fault, as a value | the fault |
///
/// A fault is the error that carries it for all but [`Fault`], and what else stands in the Body is an error: `(M, Vec<Element>)` is a
/// message with what follows it, such as the `multiRef`s of rpc/encoded services. The version and the action of several messages are
/// those of the first one.
///
/// ```
/// use um_messages::{SoapMessage, um};
///
/// let request = um::GetCallInfo { call_id: "MDlk".into() };
/// let xml = request.to_envelope()?;
/// assert_eq!(um::GetCallInfo::from_envelope(&xml)?, request);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a SOAP message",
    label = "not a message",
    note = "add `#[derive(SoapMessage)]` to `{Self}`"
)]
pub trait SoapMessage: WriteBody + Sized {
    /// The version of SOAP that the message is written in, unless an [`Envelope`] says another.
    const VERSION: SoapVersion = SoapVersion::V1_1;

    /// The SOAPAction (SOAP 1.1 section 6.1.1) or action parameter (SOAP 1.2 part 2 section 6.5).
    fn action(&self) -> Option<&str>;

    /// The message with another action, as where it is known only at run time.
    ///
    /// ```
    /// use um_messages::{Envelope, SoapMessage, xml::Element};
    ///
    /// fn body_and_header(request: &impl SoapMessage) -> um_messages::Result<(String, String)> {
    ///     Ok((request.to_envelope()?, format!("\"{}\"", request.action().unwrap_or_default())))
    /// }
    ///
    /// let service = String::from("urn:schemas-upnp-org:service:WANIPConnection:1"); // found in the network
    /// let action = format!("{service}#GetExternalIPAddress");
    /// let request = Element::new(service, "GetExternalIPAddress").with_action(action);
    /// let (_, header) = body_and_header(&request)?;
    /// assert_eq!(header, "\"urn:schemas-upnp-org:service:WANIPConnection:1#GetExternalIPAddress\"");
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    fn with_action(self, action: impl Into<String>) -> WithAction<Self> {
        WithAction {
            message: self,
            action: action.into(),
        }
    }

    /// The message in an envelope: the XML declaration and everything, without white space
    /// between the elements.
    ///
    /// # Errors
    ///
    /// If a value cannot be written as XML.
    fn to_envelope(&self) -> Result<String> {
        envelope::write(self, Self::VERSION, Writer::new())
    }

    /// As [`to_envelope`](Self::to_envelope), into a text that is kept: what it held is replaced, and the room that it has is used
    /// again. Where there is an error, the text is empty.
    ///
    /// # Errors
    ///
    /// If a value cannot be written as XML.
    ///
    /// ```
    /// use um_messages::{SoapMessage, um};
    ///
    /// let mut xml = String::from("what was sent before");
    /// um::Disconnect { call_id: "MDlk".into() }.to_envelope_into(&mut xml)?;
    /// assert!(xml.starts_with("<?xml"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    fn to_envelope_into(&self, xml: &mut String) -> Result<()> {
        *xml = envelope::write(self, Self::VERSION, Writer::reusing(std::mem::take(xml)))?;
        Ok(())
    }

    /// As [`to_envelope`](Self::to_envelope), indented by two spaces.
    ///
    /// # Errors
    ///
    /// If a value cannot be written as XML.
    fn to_envelope_pretty(&self) -> Result<String> {
        crate::xml::pretty(&self.to_envelope()?)
    }

    /// Reads the message from an envelope of either version of SOAP.
    ///
    /// # Errors
    ///
    /// If the text is not an envelope with this message in it. If there is a fault instead, the
    /// error carries it: [`Error::fault`](crate::Error::fault).
    fn from_envelope<'de>(xml: &'de str) -> Result<Self>
    where
        Self: ReadBody<'de>,
    {
        Self::from_envelope_with(xml, ReadOptions::DEFAULT)
    }

    /// As [`from_envelope`](Self::from_envelope), with options.
    ///
    /// ```
    /// use um_messages::xml::QName;
    /// use um_messages::{ReadOptions, SoapMessage, um};
    ///
    /// // The answer of a service of WCF.
    /// let answer = format!(
    ///     "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope' xmlns:a='http://www.w3.org/2005/08/addressing'>\
    ///      <s:Header><a:Action s:mustUnderstand='1'>urn:answer</a:Action></s:Header>\
    ///      <s:Body><DisconnectResponse xmlns='{}'/></s:Body></s:Envelope>",
    ///     um::NAMESPACE,
    /// );
    /// assert!(um::DisconnectResponse::from_envelope(&answer).is_err());
    ///
    /// let action = QName::new("http://www.w3.org/2005/08/addressing", "Action");
    /// let options = ReadOptions::new().understand(&[action]);
    /// um::DisconnectResponse::from_envelope_with(&answer, &options)?;
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of `from_envelope`, and if a limit is exceeded.
    fn from_envelope_with<'de>(xml: &'de str, options: &ReadOptions) -> Result<Self>
    where
        Self: ReadBody<'de>,
    {
        envelope::read_message(&mut Reader::from_str_with(xml, options))
    }

    /// As [`from_envelope`](Self::from_envelope), from bytes in UTF-8, UTF-16, ISO-8859-1 or windows-1252.
    ///
    /// # Errors
    ///
    /// Those of `from_envelope`, and if the bytes are not text in one of these encodings.
    fn from_envelope_slice<'de>(xml: &'de [u8]) -> Result<Self>
    where
        Self: ReadBody<'de>,
    {
        Self::from_envelope_slice_with(xml, ReadOptions::DEFAULT)
    }

    /// As [`from_envelope_slice`](Self::from_envelope_slice), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_envelope_slice`, and if a limit is exceeded.
    fn from_envelope_slice_with<'de>(xml: &'de [u8], options: &ReadOptions) -> Result<Self>
    where
        Self: ReadBody<'de>,
    {
        envelope::read_message(&mut Reader::from_slice_with(xml, options)?)
    }

    /// The HTTP request that sends the message, as [`Envelope::to_request`].
    ///
    /// # Errors
    ///
    /// If a value cannot be written as XML, if the URI is none, and if the action cannot stand in a header field.
    #[cfg(feature = "http")]
    fn to_request<U>(&self, uri: U) -> Result<http::Request<Vec<u8>>>
    where
        U: TryInto<http::Uri>,
        U::Error: Into<http::Error>,
    {
        Envelope::new(self).to_request(uri)
    }

    /// Reads the message from an HTTP request, as [`Envelope::from_request`].
    ///
    /// # Errors
    ///
    /// Those of `from_envelope_slice`, and if HTTP itself refuses the request.
    #[cfg(feature = "http")]
    fn from_request<'de>(
        method: &http::Method,
        headers: &http::HeaderMap,
        body: &'de [u8],
    ) -> Result<Self>
    where
        Self: ReadBody<'de>,
    {
        Self::from_request_with(method, headers, body, ReadOptions::DEFAULT)
    }

    /// As [`from_request`](Self::from_request), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_request`, and if a limit is exceeded.
    #[cfg(feature = "http")]
    fn from_request_with<'de>(
        method: &http::Method,
        headers: &http::HeaderMap,
        body: &'de [u8],
        options: &ReadOptions,
    ) -> Result<Self>
    where
        Self: ReadBody<'de>,
    {
        let envelope = Envelope::<Self>::from_request_with(method, headers, body, options);
        envelope.map(Envelope::into_body)
    }

    /// The HTTP answer that sends the message, as [`Envelope::to_response`], in the message's own version of SOAP; in that of the
    /// request it is `request.reply(answer).to_response()`.
    ///
    /// # Errors
    ///
    /// If a value cannot be written as XML, and if the action cannot stand in a header field.
    #[cfg(feature = "http")]
    fn to_response(&self) -> Result<http::Response<Vec<u8>>> {
        Envelope::new(self).to_response()
    }

    /// Reads the message from the answer to a request, as [`Envelope::from_response`]. What answers an operation,
    /// [`SoapOperation::read_response`] knows.
    ///
    /// # Errors
    ///
    /// Those of `from_envelope_slice`, and if the answer is no message.
    #[cfg(feature = "http")]
    fn from_response<'de>(
        status: http::StatusCode,
        headers: &http::HeaderMap,
        body: &'de [u8],
    ) -> Result<Self>
    where
        Self: ReadBody<'de>,
    {
        Self::from_response_with(status, headers, body, ReadOptions::DEFAULT)
    }

    /// As [`from_response`](Self::from_response), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_response`, and if a limit is exceeded.
    #[cfg(feature = "http")]
    fn from_response_with<'de>(
        status: http::StatusCode,
        headers: &http::HeaderMap,
        body: &'de [u8],
        options: &ReadOptions,
    ) -> Result<Self>
    where
        Self: ReadBody<'de>,
    {
        let envelope = Envelope::<Self>::from_response_with(status, headers, body, options);
        envelope.map(Envelope::into_body)
    }
}

/// A message of one name: a struct, where an enum of messages has several.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no one name that a message is told by",
    note = "a variant of an enum of messages holds a struct with `#[derive(SoapMessage)]`; one for any other message is `#[soap(other)] Other(xml::Element)`, and one for the empty Body has no field"
)]
pub trait NamedMessage: SoapMessage {
    /// The namespace of the Body's child.
    const NAMESPACE: &'static str;
    /// Its local name.
    const NAME: &'static str;
    /// The SOAPAction, or action parameter.
    const ACTION: Option<&'static str>;
}

/// A request, and the answer that belongs to it: the key `response`.
///
/// ```
/// use um_messages::{NamedMessage, SoapOperation, um};
///
/// fn answer_of<T: SoapOperation>() -> &'static str
/// where
///     T::Response: NamedMessage,
/// {
///     T::Response::NAME
/// }
///
/// assert_eq!(answer_of::<um::GetCallInfo>(), "GetCallInfoResponse");
/// ```
pub trait SoapOperation: NamedMessage {
    /// The answer. It owns its data, for the text that it was read from is gone with the connection.
    type Response: SoapMessage + for<'de> ReadBody<'de>;

    /// Reads the answer to the request, as [`Envelope::from_response`]. The page of [`http`](super::http) has an example.
    ///
    /// # Errors
    ///
    /// Those of `from_envelope_slice`, and if it is no answer.
    #[cfg(feature = "http")]
    fn read_response(
        &self,
        status: http::StatusCode,
        headers: &http::HeaderMap,
        body: &[u8],
    ) -> Result<Self::Response> {
        Self::Response::from_response(status, headers, body)
    }

    /// As [`read_response`](Self::read_response), with options.
    ///
    /// # Errors
    ///
    /// Those of `read_response`, and if a limit is exceeded.
    #[cfg(feature = "http")]
    fn read_response_with(
        &self,
        status: http::StatusCode,
        headers: &http::HeaderMap,
        body: &[u8],
        options: &ReadOptions,
    ) -> Result<Self::Response> {
        Self::Response::from_response_with(status, headers, body, options)
    }
}

impl<B: SoapMessage> Envelope<B> {
    /// An envelope without headers, in the message's version of SOAP.
    #[must_use]
    pub fn new(body: B) -> Self {
        Self::in_version(body, B::VERSION)
    }
}

impl<B, H> Envelope<B, H> {
    /// An envelope for the answer, or for the fault that is one: in the version of SOAP that was asked in, and without headers. With the
    /// feature `mtom`, it goes over HTTP in a package if the request came in one.
    ///
    /// ```
    /// use um_messages::{Envelope, SoapVersion, um};
    ///
    /// let request = Envelope::new(um::ResetPIN {}).with_version(SoapVersion::V1_2);
    /// assert_eq!(request.reply(um::ResetPINResponse {}).version(), SoapVersion::V1_2);
    /// ```
    #[must_use]
    pub fn reply<R: SoapMessage>(&self, body: R) -> Envelope<R> {
        self.in_same_way(body)
    }
}

// By reference, so that who sends a message need not give it away.

impl<M: SoapMessage> SoapMessage for &M {
    const VERSION: SoapVersion = M::VERSION;

    fn action(&self) -> Option<&str> {
        M::action(self)
    }
}

impl<M: NamedMessage> NamedMessage for &M {
    const NAMESPACE: &'static str = M::NAMESPACE;
    const NAME: &'static str = M::NAME;
    const ACTION: Option<&'static str> = M::ACTION;
}

impl<M: SoapOperation> SoapOperation for &M {
    type Response = M::Response;
}

// In a box, as a large variant of an enum of messages is.

impl<M: SoapMessage> SoapMessage for Box<M> {
    const VERSION: SoapVersion = M::VERSION;

    fn action(&self) -> Option<&str> {
        M::action(self)
    }
}

impl<M: NamedMessage> NamedMessage for Box<M> {
    const NAMESPACE: &'static str = M::NAMESPACE;
    const NAME: &'static str = M::NAME;
    const ACTION: Option<&'static str> = M::ACTION;
}

impl<M: SoapOperation> SoapOperation for Box<M> {
    type Response = M::Response;
}

/// A message with an action of its own: [`SoapMessage::with_action`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithAction<M> {
    message: M,
    action: String,
}

impl<M> WithAction<M> {
    /// The message.
    #[must_use]
    pub fn into_message(self) -> M {
        self.message
    }
}

impl<M: WriteBody> WriteBody for WithAction<M> {
    fn write_body(&self, writer: &mut Writer) {
        self.message.write_body(writer);
    }

    fn as_fault(&self) -> Option<&Fault> {
        self.message.as_fault()
    }

    fn is_nothing(&self) -> bool {
        self.message.is_nothing()
    }
}

impl<M: SoapMessage> SoapMessage for WithAction<M> {
    const VERSION: SoapVersion = M::VERSION;

    fn action(&self) -> Option<&str> {
        Some(&self.action)
    }
}

impl<M: NamedMessage> NamedMessage for WithAction<M> {
    const NAMESPACE: &'static str = M::NAMESPACE;
    const NAME: &'static str = M::NAME;
    const ACTION: Option<&'static str> = M::ACTION;
}

impl<M: SoapOperation> SoapOperation for WithAction<M> {
    type Response = M::Response;
}

/// An empty Body.
impl SoapMessage for () {
    fn action(&self) -> Option<&str> {
        None
    }
}

/// A fault as a value.
impl SoapMessage for Fault {
    fn action(&self) -> Option<&str> {
        None
    }
}

/// A message that no type describes.
impl SoapMessage for Element {
    fn action(&self) -> Option<&str> {
        None
    }
}

/// A message that may be missing.
impl<M: SoapMessage> SoapMessage for Option<M> {
    const VERSION: SoapVersion = M::VERSION;

    fn action(&self) -> Option<&str> {
        self.as_ref().and_then(M::action)
    }
}

/// Any number of messages.
impl<M: SoapMessage> SoapMessage for Vec<M> {
    const VERSION: SoapVersion = M::VERSION;

    fn action(&self) -> Option<&str> {
        self.first().and_then(M::action)
    }
}

macro_rules! one_behind_the_other {
    ($first:ident $(, $other:ident)*) => {
        /// Messages one behind the other.
        impl<$first: SoapMessage, $($other: SoapMessage),*> SoapMessage for ($first, $($other),*) {
            const VERSION: SoapVersion = $first::VERSION;

            fn action(&self) -> Option<&str> {
                self.0.action()
            }
        }
    };
}

one_behind_the_other!(A, B);
one_behind_the_other!(A, B, C);
one_behind_the_other!(A, B, C, D);
