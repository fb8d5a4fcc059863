//! Messages: what stands in the Body of an envelope.

use super::envelope::Envelope;
use super::fault::Fault;
use super::version::SoapVersion;
use crate::error::Result;
use crate::qname::QName;
use crate::xml::{ReadElement, Reader, Root, WriteElement, Writer, write_root};

/// What stands in the Body of an envelope. Derived with `#[derive(SoapMessage)]`.
///
/// [`Fault`] is one as well, for who wants the fault as a value, and so is `()`, an empty Body.
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
    fn action(&self) -> Option<&'static str>;

    /// The message in an envelope: the XML declaration and everything, without white space
    /// between the elements.
    ///
    /// # Errors
    ///
    /// If a value cannot be written as XML.
    fn to_envelope(&self) -> Result<String> {
        super::envelope::write(self, Self::VERSION)
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
        Envelope::<Self>::from_xml(xml).map(Envelope::into_body)
    }

    /// As [`from_envelope`](Self::from_envelope), from bytes in UTF-8, UTF-16 or ISO-8859-1.
    ///
    /// # Errors
    ///
    /// Those of `from_envelope`, and if the bytes are not text in one of these encodings.
    fn from_envelope_slice<'de>(xml: &'de [u8]) -> Result<Self>
    where
        Self: ReadBody<'de>,
    {
        Envelope::<Self>::from_slice(xml).map(Envelope::into_body)
    }
}

/// A message of one name: a struct, where an enum of messages has several.
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
}

/// What can be read from a Body. Derived with `#[derive(SoapMessage)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a SOAP Body",
    note = "add `#[derive(SoapMessage)]` to `{Self}`"
)]
pub trait ReadBody<'de>: Sized {
    /// Tells `visit` of other spellings of namespaces: the alias, and the namespace it stands for.
    fn aliases(visit: &mut dyn FnMut(&'static str, &'static str));

    /// Reads the element that the reader stands in if it is the message's; `None` if not.
    ///
    /// # Errors
    ///
    /// If it is, and cannot be read.
    fn claim_body(reader: &mut Reader<'de>) -> Result<Option<Self>>;

    /// Tells `visit` the names that `claim_body` would take: namespace and local name.
    fn expected(visit: &mut dyn FnMut(&'static str, &'static str));

    /// The message that an empty Body is.
    #[must_use]
    fn from_empty() -> Option<Self> {
        None
    }

    /// The message that a fault is.
    ///
    /// # Errors
    ///
    /// The fault, if it is none.
    fn from_fault(fault: Fault) -> Result<Self, Box<Fault>> {
        Err(Box::new(fault))
    }
}

/// What can be written into a Body. Derived with `#[derive(SoapMessage)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be written into a SOAP Body",
    note = "add `#[derive(SoapMessage)]` to `{Self}`"
)]
pub trait WriteBody {
    /// Writes the Body's child.
    fn write_body(&self, writer: &mut Writer);
}

/// Reads a message of one name, if the reader stands in it.
///
/// # Errors
///
/// If it does, and the message cannot be read.
#[doc(hidden)]
pub fn claim_message<'de, T: NamedMessage + ReadBody<'de> + ReadElement<'de>>(
    reader: &mut Reader<'de>,
) -> Result<Option<T>> {
    if reader.local() != T::NAME {
        return Ok(None);
    }
    let sent = reader.namespace_uri();
    let mut is_ours = sent == T::NAMESPACE;
    T::aliases(&mut |alias, canonical| is_ours |= alias == sent && canonical == T::NAMESPACE);
    if !is_ours {
        return Ok(None);
    }
    // Another message may mean something else by the same URI, and so may header blocks.
    T::aliases(&mut |alias, canonical| reader.alias(alias, canonical));
    reader.read().map(Some)
}

/// Writes a message of one name.
#[doc(hidden)]
pub fn write_message<T: Root + WriteElement>(message: &T, writer: &mut Writer) {
    write_root(message, writer);
}

/// The names that a type takes.
pub(super) fn expected<'de, B: ReadBody<'de>>() -> Vec<QName> {
    let mut names = Vec::new();
    B::expected(&mut |namespace, local| names.push(QName::new(namespace, local)));
    names
}

/// An empty Body.
impl SoapMessage for () {
    fn action(&self) -> Option<&'static str> {
        None
    }
}

impl ReadBody<'_> for () {
    fn aliases(_: &mut dyn FnMut(&'static str, &'static str)) {}

    fn claim_body(_: &mut Reader<'_>) -> Result<Option<Self>> {
        Ok(None)
    }

    fn expected(_: &mut dyn FnMut(&'static str, &'static str)) {}

    fn from_empty() -> Option<Self> {
        Some(())
    }
}

impl WriteBody for () {
    fn write_body(&self, _: &mut Writer) {}
}
