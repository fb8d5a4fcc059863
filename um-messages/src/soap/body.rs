//! What stands in the Body of an envelope: what can be read from it, and written into it.

use super::entries::BodyEntries;
use super::fault::Fault;
use super::version::SoapVersion;
use crate::error::{Result, ShownName};
use crate::qname::QName;
use crate::xml::namespace::TypeInfo;
use crate::xml::{Element, ReadElement, Reader, Root, WriteElement, Writer};

/// What can be read from a Body. Derived with `#[derive(SoapMessage)]`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be read from a SOAP Body",
    note = "add `#[derive(SoapMessage)]` to `{Self}`"
)]
pub trait ReadBody<'de>: Sized {
    /// Tells `visit` of other spellings of namespaces, beside those that constants say: the alias, and the namespace it stands for.
    fn aliases(_visit: &mut dyn FnMut(&'static str, &'static str)) {}

    /// Reads what is the message's own of the Body's child elements, from the next one on; `None` if the next one is not, or
    /// there is none and the message has one.
    ///
    /// # Errors
    ///
    /// If it is, and cannot be read.
    fn claim_body(entries: &mut BodyEntries<'_, 'de>) -> Result<Option<Self>>;

    /// Reads the message ahead, if it stands next and is as expected, and nothing but one: else it is claimed.
    #[doc(hidden)]
    #[must_use]
    fn read_body_ahead(_reader: &mut Reader<'de>) -> Option<Self> {
        None
    }

    /// Tells `visit` the names that `claim_body` would take: namespace and local name.
    fn expected(visit: &mut dyn FnMut(&'static str, &'static str));

    /// The message that no envelope at all is, if one is: the answer to a one-way message has nothing in it (WS-I R2714), or an
    /// envelope whose Body is empty.
    #[must_use]
    fn from_nothing() -> Option<Self> {
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
    /// Writes the Body's child elements.
    fn write_body(&self, writer: &mut Writer);

    /// The fault that it is, if it is one; the counterpart of [`ReadBody::from_fault`].
    fn as_fault(&self) -> Option<&Fault> {
        None
    }

    /// Whether it need not be sent at all; the counterpart of [`ReadBody::from_nothing`].
    #[must_use]
    fn is_nothing(&self) -> bool {
        false
    }
}

/// Reads a message of one name, if it comes next.
///
/// # Errors
///
/// If it does, and cannot be read.
pub fn claim_message<'de, T: Root + ReadBody<'de> + ReadElement<'de>>(
    entries: &mut BodyEntries<'_, 'de>,
) -> Result<Option<T>> {
    entries.claim(
        |reader| is_message(reader, T::INFO, T::aliases),
        |reader| {
            know_message(reader, T::INFO, T::aliases);
            reader.read()
        },
    )
}

/// What tells of names, of a type: for what is compiled once for all types.
pub(super) type VisitNames = fn(&mut dyn FnMut(&'static str, &'static str));

/// Whether the reader stands in a message of the type that has this table.
fn is_message(reader: &Reader<'_>, info: &TypeInfo, aliases: VisitNames) -> bool {
    let (namespace, local) = (info.namespace.unwrap_or_default(), info.name);
    if reader.local() != local {
        return false;
    }
    let sent = reader.namespace_uri();
    // The reader may have aliases already, of who found them when the program ran.
    let mut is_ours =
        sent == namespace || info.aliases.contains(&sent) || reader.is_in(namespace, local);
    if !is_ours {
        aliases(&mut |alias, canonical| is_ours |= alias == sent && canonical == namespace);
    }
    is_ours
}

/// Lets the reader know other spellings of the message that it stands in. Another message may mean something else by the same
/// URI, and so may header blocks.
fn know_message(reader: &mut Reader<'_>, info: &'static TypeInfo, aliases: VisitNames) {
    reader.know_aliases(info);
    aliases(&mut |alias, canonical| reader.alias_own(alias, canonical));
}

/// Writes a message of one name.
pub fn write_message<T: Root + WriteElement>(message: &T, writer: &mut Writer) {
    writer.write_root(message);
}

/// The type of a variant with the key `other`, in an enum of messages.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep a message of any name",
    note = "the type of a variant with `other` is `um_messages::xml::Element`"
)]
pub trait OtherMessage: Sized {
    /// Reads a message of any name, if one comes next.
    ///
    /// # Errors
    ///
    /// If it does, and cannot be read.
    fn claim_other(entries: &mut BodyEntries<'_, '_>) -> Result<Option<Self>>;

    /// Writes the message. One that has a name which is `known` would be read as something else.
    fn write_other(&self, known: &[(&str, &str)], writer: &mut Writer);
}

impl OtherMessage for Element {
    fn claim_other(entries: &mut BodyEntries<'_, '_>) -> Result<Option<Self>> {
        Self::claim_body(entries)
    }

    fn write_other(&self, known: &[(&str, &str)], writer: &mut Writer) {
        let name = self.name();
        let is_known = |(namespace, local): &(&str, &str)| name.is(namespace, local);
        if known.iter().any(is_known) {
            let name = ShownName(name);
            writer.fail(format!(
                "`{name}` as an other message, which has a variant of its own"
            ));
        }
        self.write_body(writer);
    }
}

/// The names that a type takes.
pub(super) fn expected<'de, B: ReadBody<'de>>() -> Vec<QName> {
    names_of(B::expected)
}

fn names_of(expected: VisitNames) -> Vec<QName> {
    let mut names = Vec::new();
    expected(&mut |namespace, local| names.push(QName::new(namespace, local)));
    names
}

// A large variant of an enum of messages may be in a box.

impl<'de, B: ReadBody<'de>> ReadBody<'de> for Box<B> {
    fn aliases(visit: &mut dyn FnMut(&'static str, &'static str)) {
        B::aliases(visit);
    }

    fn claim_body(entries: &mut BodyEntries<'_, 'de>) -> Result<Option<Self>> {
        Ok(B::claim_body(entries)?.map(Self::new))
    }

    fn expected(visit: &mut dyn FnMut(&'static str, &'static str)) {
        B::expected(visit);
    }

    fn from_nothing() -> Option<Self> {
        B::from_nothing().map(Self::new)
    }

    fn from_fault(fault: Fault) -> Result<Self, Box<Fault>> {
        B::from_fault(fault).map(Self::new)
    }
}

impl<B: WriteBody> WriteBody for Box<B> {
    fn write_body(&self, writer: &mut Writer) {
        B::write_body(self, writer);
    }
}

// By reference, so that who sends a message need not give it away.

impl<B: WriteBody> WriteBody for &B {
    fn write_body(&self, writer: &mut Writer) {
        B::write_body(self, writer);
    }

    fn as_fault(&self) -> Option<&Fault> {
        B::as_fault(self)
    }

    fn is_nothing(&self) -> bool {
        B::is_nothing(self)
    }
}

// An empty Body.

impl ReadBody<'_> for () {
    fn claim_body(entries: &mut BodyEntries<'_, '_>) -> Result<Option<Self>> {
        Ok(entries.is_empty().then_some(()))
    }

    fn expected(_: &mut dyn FnMut(&'static str, &'static str)) {}

    fn from_nothing() -> Option<Self> {
        Some(())
    }
}

impl WriteBody for () {
    fn write_body(&self, _: &mut Writer) {}

    fn is_nothing(&self) -> bool {
        true
    }
}

// A fault as a value.

impl ReadBody<'_> for Fault {
    fn claim_body(_: &mut BodyEntries<'_, '_>) -> Result<Option<Self>> {
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

    fn as_fault(&self) -> Option<&Fault> {
        Some(self)
    }
}

// A message that no type describes.

impl<'de> ReadBody<'de> for Element {
    fn claim_body(entries: &mut BodyEntries<'_, 'de>) -> Result<Option<Self>> {
        entries.claim(|_| true, Self::read_element)
    }

    fn expected(visit: &mut dyn FnMut(&'static str, &'static str)) {
        visit("", "*");
    }
}

impl WriteBody for Element {
    fn write_body(&self, writer: &mut Writer) {
        writer.begin_document();
        self.write(writer);
    }
}

// A message that may be missing.

impl<'de, B: ReadBody<'de>> ReadBody<'de> for Option<B> {
    fn claim_body(entries: &mut BodyEntries<'_, 'de>) -> Result<Option<Self>> {
        B::claim_body(entries).map(Some)
    }

    fn expected(visit: &mut dyn FnMut(&'static str, &'static str)) {
        B::expected(visit);
    }

    fn from_fault(fault: Fault) -> Result<Self, Box<Fault>> {
        B::from_fault(fault).map(Some)
    }
}

impl<B: WriteBody> WriteBody for Option<B> {
    fn write_body(&self, writer: &mut Writer) {
        if let Some(message) = self {
            message.write_body(writer);
        }
    }

    fn as_fault(&self) -> Option<&Fault> {
        self.as_ref().and_then(B::as_fault)
    }
}

// Any number of messages.

impl<'de, B: ReadBody<'de>> ReadBody<'de> for Vec<B> {
    fn claim_body(entries: &mut BodyEntries<'_, 'de>) -> Result<Option<Self>> {
        let mut messages = Self::new();
        while !entries.is_empty() {
            let before = entries.count();
            match B::claim_body(entries)? {
                Some(message) if entries.count() > before => messages.push(message),
                _ => break,
            }
        }
        Ok(Some(messages))
    }

    fn expected(visit: &mut dyn FnMut(&'static str, &'static str)) {
        B::expected(visit);
    }

    fn from_fault(fault: Fault) -> Result<Self, Box<Fault>> {
        B::from_fault(fault).map(|fault| vec![fault])
    }
}

impl<B: WriteBody> WriteBody for Vec<B> {
    fn write_body(&self, writer: &mut Writer) {
        for message in self {
            message.write_body(writer);
        }
    }

    fn as_fault(&self) -> Option<&Fault> {
        match self.as_slice() {
            [message] => message.as_fault(),
            _ => None,
        }
    }
}

// Messages one behind the other.

macro_rules! one_behind_the_other {
    ($first:ident $(, $other:ident $number:tt)*) => {
        impl<'de, $first: ReadBody<'de>, $($other: ReadBody<'de>),*> ReadBody<'de> for ($first, $($other),*) {
            fn claim_body(entries: &mut BodyEntries<'_, 'de>) -> Result<Option<Self>> {
                let Some(first) = $first::claim_body(entries)? else {
                    return Ok(None);
                };
                Ok(Some((first, $(claim_next::<$other>(entries)?),*)))
            }

            fn expected(visit: &mut dyn FnMut(&'static str, &'static str)) {
                $first::expected(visit);
            }
        }

        impl<$first: WriteBody, $($other: WriteBody),*> WriteBody for ($first, $($other),*) {
            fn write_body(&self, writer: &mut Writer) {
                self.0.write_body(writer);
                $(self.$number.write_body(writer);)*
            }
        }
    };
}

one_behind_the_other!(A, B 1);
one_behind_the_other!(A, B 1, C 2);
one_behind_the_other!(A, B 1, C 2, D 3);

/// What has to come next.
fn claim_next<'de, B: ReadBody<'de>>(entries: &mut BodyEntries<'_, 'de>) -> Result<B> {
    let claimed = B::claim_body(entries)?;
    claimed.ok_or_else(|| entries.unclaimed(expected::<B>()))
}
