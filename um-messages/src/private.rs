//! What generated code may use. The name of the module carries the version: the two crates are
//! released together, and nothing else may lean on it.

pub use core;
#[cfg(feature = "schema")]
pub use core::any::type_name;
pub use core::default::Default;
pub use core::option::Option::{self, None, Some};
pub use core::primitive::{bool, str, u8, usize};
pub use core::result::Result::{Err, Ok};
pub use std::string::String;

pub use crate::error::Result;
pub use crate::soap::ahead::read_message_ahead;
pub use crate::soap::body::{OtherMessage, claim_message, write_message};
pub use crate::soap::{
    BodyEntries, NamedMessage, ReadBody, SoapMessage, SoapOperation, SoapVersion, WriteBody,
};
pub use crate::xml::bind::place::any_attribute::AnyAttribute;
pub use crate::xml::bind::place::flattened::{Flattened, ReadFlattened};
pub use crate::xml::bind::place::{any_element, attribute, element, flattened, text};
pub use crate::xml::bind::{
    AsNillable, AsNillableType, AsText, Binary, BytesField, CData, CDataField, Children,
    ElementField, End, FlatWrapper, FlattenField, InOrder, List, ListField, NillableField,
    NillableTypeField, No, Occurrence, Offer, Plain, PlainText, PositionField, ReadElementField,
    ReadFields, ReadTextAs, ReadTextField, Root, TextField, With, Wrapper, WriteElementField,
    WriteFields, WriteTextAs, WriteTextField, Yes, info_of, own_namespace, read_fields,
    read_fields_ahead, repeated_fault, same, write_fields,
};
pub use crate::xml::bind::{default_text, empty, occurrence, secret};
#[cfg(feature = "schema")]
pub use crate::xml::description::{
    Describe, Description, FieldDescription, MessageDescription, VisitNames, XsiVariant,
};
pub use crate::xml::namespace::{
    ElementName, FieldExtras, FieldInfo, Items, KnownName, Namespace, Table, Tags, TypeInfo,
};
pub use crate::xml::read::{Held, ReadElement, ReadText, Reader, TextIn, TypeName, read_as};
pub use crate::xml::value::{
    OtherText, ValueSpace, read_restricted, read_simple_type, read_text_ahead, read_text_element,
    write_member, write_restricted, write_text_element,
};
pub use crate::xml::write::{TextOut, WriteElement, WriteText, Writer};

/// What a bound mentions beside a trait, so that it need not hold where it is written. The compiler asks at once of a
/// bound on a type without parameters, unless there is a lifetime in it that is bound there.
pub trait PutOff<'x> {}

impl<T: ?Sized> PutOff<'_> for T {}

/// The body of an implementation beside which there is an error at compile time: it never runs.
pub fn diverge() -> ! {
    loop {
        std::thread::park();
    }
}

/// A name that a constant has, at compile time.
///
/// # Panics
///
/// At compile time, if it is no name.
#[must_use]
pub const fn checked_name(name: &'static str) -> &'static str {
    assert!(
        crate::xml::is_constant_ncname(name),
        "a constant is not an XML name\nhelp: letters, digits, `_`, `-` and `.` can stand in a name, and it begins with a letter or `_`"
    );
    name
}

/// A prefix that a constant has, at compile time.
///
/// # Panics
///
/// At compile time, if it is none, or begins with `xml`, which is reserved (Namespaces in XML, section 3).
#[must_use]
pub const fn checked_prefix(prefix: &'static str) -> &'static str {
    let is_reserved = matches!(
        prefix.as_bytes(),
        [b'x' | b'X', b'm' | b'M', b'l' | b'L', ..]
    );
    assert!(
        !is_reserved,
        "a constant is no prefix: those that begin with `xml` are reserved\nhelp: choose another prefix"
    );
    checked_name(prefix)
}

/// The value of the key `namespace` where it is a constant: the URI alone, or a [`Namespace`].
#[derive(Clone, Copy, Debug)]
pub struct NamespaceKey<T>(pub T);

impl NamespaceKey<&'static str> {
    /// The namespace, at compile time.
    #[must_use]
    pub const fn namespace(self) -> Namespace {
        Namespace::new(self.0)
    }
}

impl NamespaceKey<Namespace> {
    /// The namespace, at compile time.
    ///
    /// # Panics
    ///
    /// At compile time, if the prefix is none, or stands for no namespace.
    #[must_use]
    pub const fn namespace(self) -> Namespace {
        let (prefix, uri) = (self.0.prefix(), self.0.uri());
        assert!(
            prefix.is_empty() || !uri.is_empty(),
            "a prefix cannot stand for no namespace\nhelp: take it from the constant, or name the namespace"
        );
        if prefix.is_empty() {
            return self.0;
        }
        self.0.with_prefix(checked_prefix(prefix))
    }
}

/// What separates a prefix from a local name: nothing, where there is no prefix.
#[must_use]
pub const fn colon(prefix: &str) -> &'static str {
    if prefix.is_empty() { "" } else { ":" }
}

/// A message of pieces that only the compiler knows, at compile time. What is longer than it can be is cut.
pub struct Message {
    bytes: [u8; 512],
    length: usize,
}

impl Message {
    /// The pieces as one.
    #[must_use]
    pub const fn new(pieces: &[&str]) -> Self {
        let (mut bytes, mut length, mut piece) = ([0; 512], 0, 0);
        while piece < pieces.len() {
            let text = pieces[piece].as_bytes();
            let mut index = 0;
            while index < text.len() && length < bytes.len() {
                bytes[length] = text[index];
                length += 1;
                index += 1;
            }
            piece += 1;
        }
        Self { bytes, length }
    }

    /// The message.
    #[must_use]
    pub const fn text(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "two fields claim one name",
        }
    }
}

/// How long texts are together, at compile time.
#[must_use]
pub const fn length(parts: &[&str]) -> usize {
    let (mut length, mut part) = (0, 0);
    while part < parts.len() {
        length += parts[part].len();
        part += 1;
    }
    length
}

/// Texts as one, at compile time.
#[must_use]
pub const fn join<const LENGTH: usize>(parts: &[&str]) -> [u8; LENGTH] {
    let mut joined = [0; LENGTH];
    let (mut at, mut part) = (0, 0);
    while part < parts.len() {
        let bytes = parts[part].as_bytes();
        let mut index = 0;
        while index < bytes.len() {
            joined[at] = bytes[index];
            index += 1;
            at += 1;
        }
        part += 1;
    }
    joined
}

/// Joined texts as a text, at compile time.
#[must_use]
pub const fn utf8(bytes: &'static [u8]) -> &'static str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Whether two versions of SOAP are the same, at compile time.
#[must_use]
pub const fn same_version(a: SoapVersion, b: SoapVersion) -> bool {
    matches!(
        (a, b),
        (SoapVersion::V1_1, SoapVersion::V1_1) | (SoapVersion::V1_2, SoapVersion::V1_2)
    )
}

/// Whether none of the qualified names before the one at `index` is the same, at compile time.
#[must_use]
pub const fn is_new(names: &[(&str, &str)], index: usize) -> bool {
    let (namespace, name) = names[index];
    let mut earlier = 0;
    while earlier < index {
        if same(name, names[earlier].1) && same(namespace, names[earlier].0) {
            return false;
        }
        earlier += 1;
    }
    true
}
