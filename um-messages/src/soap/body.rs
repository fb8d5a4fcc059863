//! What stands in the Body of an envelope: what can be read from it, and written into it.

use super::fault::Fault;
use super::version::SoapVersion;
use crate::error::Result;
use crate::qname::QName;
use crate::xml::{ReadElement, Reader, Root, WriteElement, Writer};

/// What can be read from a Body. Derived with `#[derive(SoapMessage)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a SOAP Body",
    note = "add `#[derive(SoapMessage)]` to `{Self}`"
)]
pub trait ReadBody<'de>: Sized {
    /// Tells `visit` of other spellings of namespaces: the alias, and the namespace it stands for.
    fn aliases(_visit: &mut dyn FnMut(&'static str, &'static str)) {}

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
pub fn claim_message<'de, T: Root + ReadBody<'de> + ReadElement<'de>>(
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
pub fn write_message<T: Root + WriteElement>(message: &T, writer: &mut Writer) {
    writer.write_root(message);
}

/// The names that a type takes.
pub(super) fn expected<'de, B: ReadBody<'de>>() -> Vec<QName> {
    let mut names = Vec::new();
    B::expected(&mut |namespace, local| names.push(QName::new(namespace, local)));
    names
}

// By reference, so that who sends a message need not give it away.

impl<B: WriteBody> WriteBody for &B {
    fn write_body(&self, writer: &mut Writer) {
        B::write_body(self, writer);
    }
}

// An empty Body.

impl ReadBody<'_> for () {
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

// A fault as a value.

impl ReadBody<'_> for Fault {
    fn claim_body(_: &mut Reader<'_>) -> Result<Option<Self>> {
        Ok(None)
    }

    fn expected(visit: &mut dyn FnMut(&'static str, &'static str)) {
        for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
            visit(version.namespace(), "Fault");
        }
    }

    fn from_fault(fault: Self) -> Result<Self, Box<Self>> {
        Ok(fault)
    }
}

impl WriteBody for Fault {
    fn write_body(&self, writer: &mut Writer) {
        self.write(writer);
    }
}
