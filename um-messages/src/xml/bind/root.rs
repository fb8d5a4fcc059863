//! A value as a document of its own.

use crate::error::{ErrorKind, Result};
use crate::qname::QName;
use crate::xml::namespace::{ElementName, Tags, TypeInfo};
use crate::xml::read::{ReadElement, ReadOptions, Reader};
use crate::xml::tree::Element;
use crate::xml::write::{OnNext, WriteElement, Writer};

/// A type that has an element name of its own: the root of a document, or an entry of a fault's
/// detail. Derived with `SoapType` and `SoapMessage`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no element name of its own",
    note = "add `#[derive(SoapType)]` to `{Self}`"
)]
pub trait Root {
    /// What is known of the type before the program runs.
    #[doc(hidden)]
    const INFO: &'static TypeInfo;
    /// The local name.
    const NAME: &'static str = Self::INFO.name;
    /// The namespace, empty for none.
    const NAMESPACE: &'static str = match Self::INFO.namespace {
        Some(uri) => uri,
        None => "",
    };
    /// The prefix to write, empty for the default namespace.
    const PREFIX: &'static str = Self::INFO.prefix;
}

impl<T: Root> Root for Box<T> {
    const INFO: &'static TypeInfo = T::INFO;
}

/// Writes a value as an element of its own name, without an XML declaration.
///
/// # Errors
///
/// If a value cannot be written as XML.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:calls", prefix = "c")]
/// struct Call {
///     state: String,
/// }
///
/// let call = Call { state: "Connected".into() };
/// assert_eq!(
///     xml::to_string(&call)?,
///     r#"<c:Call xmlns:c="urn:calls"><c:State>Connected</c:State></c:Call>"#,
/// );
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn to_string<T: Root + WriteElement>(value: &T) -> Result<String> {
    let mut writer = Writer::new();
    write_root(value, &mut writer);
    writer.finish()
}

/// Reads a value from a document whose document element has the type's own name.
///
/// # Errors
///
/// If the text is not well-formed, or not a value of the type.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(SoapType)]
/// struct Call<'a> {
///     #[soap(attribute)]
///     id: u32,
///     state: &'a str,
/// }
///
/// let call: Call = xml::from_str("<Call Id='7'><State>Connected</State></Call>")?;
/// assert_eq!((call.id, call.state), (7, "Connected"));
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn from_str<'de, T: Root + ReadElement<'de>>(xml: &'de str) -> Result<T> {
    from_reader(&mut Reader::from_str(xml))
}

/// As [`from_str`], with options.
///
/// # Errors
///
/// If the text is not well-formed, exceeds a limit, or is not a value of the type.
pub fn from_str_with<'de, T: Root + ReadElement<'de>>(
    xml: &'de str,
    options: &ReadOptions,
) -> Result<T> {
    from_reader(&mut Reader::from_str_with(xml, options))
}

/// Reads a value from a reader that stands before the document element.
///
/// # Errors
///
/// If the text is not well-formed, or not a value of the type.
pub fn from_reader<'de, T: Root + ReadElement<'de>>(reader: &mut Reader<'de>) -> Result<T> {
    reader.next_child()?;
    let namespace = reader.namespace(T::NAMESPACE);
    if !reader.is(namespace, T::NAME) {
        return Err(reader.error(ErrorKind::WrongElement {
            found: reader.name(),
            expected: vec![QName::new(T::NAMESPACE, T::NAME)],
        }));
    }
    let value = reader.read()?;
    reader.finish()?;
    Ok(value)
}

/// Writes a value under its own name, with the prefixes that its type and its fields ask for.
pub(crate) fn write_root<T: Root + WriteElement>(value: &T, writer: &mut Writer) {
    let name = Tags::named(T::NAME);
    writer.on_next(OnNext {
        type_info: Some(T::info()),
        ..OnNext::default()
    });
    let scope = writer.root_scope(T::NAMESPACE, T::PREFIX);
    value.write_element(writer, ElementName { name: &name, scope });
}

impl Element {
    /// The element that a value is under its own name.
    pub(crate) fn from_value<T: Root + WriteElement>(value: &T) -> Result<Self> {
        let xml = to_string(value)?;
        let mut reader = Reader::from_str_with(&xml, &ReadOptions::unlimited());
        reader.next_child()?;
        Self::read_element(&mut reader)
    }
}
