//! A value as a document of its own.

use std::io;
use std::marker::PhantomData;

use crate::error::Result;
use crate::qname::QName;
use crate::xml::namespace::{Table, Tags, TypeInfo};
use crate::xml::read::{ReadElement, ReadOptions, Reader};
use crate::xml::tree::Element;
use crate::xml::write::{Chunks, KnownMarkup, StartTagExtras, WriteElement, Writer};

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

impl<T: Root> Root for &T {
    const INFO: &'static TypeInfo = T::INFO;
}

/// The table of a type, as a function: a closure in each type would be a body more that the compiler checks.
#[must_use]
pub fn info_of<T: Root>() -> &'static TypeInfo {
    T::INFO
}

/// Writes a value as an element of its own name, without an XML declaration.
///
/// # Errors
///
/// If a value cannot be written as XML: [`ErrorKind::Unwritable`](crate::ErrorKind::Unwritable).
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
    writer.write_root(value);
    writer.finish()
}

/// As [`to_string`], as bytes in UTF-8.
///
/// # Errors
///
/// Those of `to_string`.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(SoapType)]
/// struct Call {
///     id: u32,
/// }
///
/// assert_eq!(xml::to_vec(&Call { id: 7 })?, b"<Call><Id>7</Id></Call>");
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn to_vec<T: Root + WriteElement>(value: &T) -> Result<Vec<u8>> {
    to_string(value).map(String::into_bytes)
}

/// As [`to_string`], to a stream, in UTF-8.
///
/// # Errors
///
/// Those of `to_string`, before anything is written, and those of the stream: [`ErrorKind::Io`](crate::ErrorKind::Io).
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(SoapType)]
/// struct Call {
///     id: u32,
/// }
///
/// let mut out = Vec::new();
/// xml::to_writer(&mut out, &Call { id: 7 })?;
/// assert_eq!(out, b"<Call><Id>7</Id></Call>");
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn to_writer<T: Root + WriteElement>(mut out: impl io::Write, value: &T) -> Result<()> {
    Ok(out.write_all(to_string(value)?.as_bytes())?)
}

/// As [`to_writer`], chunk by chunk, so that neither the text is held nor the items of an [`Iter`](crate::xml::Iter). The chunks together are
/// what [`to_string`] writes, but that a prefix which several elements of no type or qualified names need is declared on each.
///
/// # Errors
///
/// Those of `to_string`, and those of the stream. An error of what stands in no `Iter` comes before anything is written. Behind another
/// one nothing is written, so that the document lacks its end, and is none.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(SoapType)]
/// struct Squares<'a> {
///     n: xml::Iter<'a, u64>,
/// }
///
/// let n = xml::Iter::new((1..=100_000).map(|n| n * n));
/// let mut out = Vec::new();
/// xml::stream_to(&mut out, &Squares { n })?;
/// assert!(out.ends_with(b"<N>10000000000</N></Squares>"));
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn stream_to<T: Root + WriteElement>(mut out: impl io::Write, value: &T) -> Result<()> {
    into_chunks(value).try_for_each(|chunk| Ok(out.write_all(&chunk?)?))
}

/// As [`stream_to`], as chunks of some ten thousand bytes, each made when it is asked for: for a body of HTTP that is sent on the way.
/// Behind an error there is none.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(SoapType)]
/// struct Squares<'a> {
///     n: xml::Iter<'a, u64>,
/// }
///
/// let n = xml::Iter::new((1..=100_000).map(|n| n * n));
/// for chunk in xml::into_chunks(Squares { n }) {
///     assert!(chunk?.len() < 40_000);
/// }
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn into_chunks<T: Root + WriteElement>(value: T) -> impl Iterator<Item = Result<Vec<u8>>> {
    Chunks::new(move |writer: &mut Writer| {
        writer.write_root(&value);
        Ok(())
    })
}

/// Reads a value from a document whose document element has the type's own name.
///
/// # Errors
///
/// If the text is not well-formed, exceeds one of the default limits of [`ReadOptions`], or is not a value of the type. That it
/// is not well-formed comes first, wherever it is.
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
    from_str_with(xml, ReadOptions::DEFAULT)
}

/// As [`from_str`], with options.
///
/// # Errors
///
/// Those of `from_str`, with the limits of the options.
///
/// ```
/// use um_messages::{ErrorKind, ReadOptions, SoapType, xml};
///
/// #[derive(Debug, SoapType)]
/// struct Call {
///     id: u32,
/// }
///
/// let options = ReadOptions::new().max_depth(1);
/// let error = xml::from_str_with::<Call>("<Call><Id>7</Id></Call>", &options).unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::Limit { limit: "max_depth", .. }));
/// ```
pub fn from_str_with<'de, T: Root + ReadElement<'de>>(
    xml: &'de str,
    options: &ReadOptions,
) -> Result<T> {
    Reader::from_str_with(xml, options).read_root()
}

/// As [`from_str`], from bytes in UTF-8, UTF-16, ISO-8859-1 or windows-1252. Only from UTF-8 can values be borrowed.
///
/// # Errors
///
/// Those of `from_str`, and if the bytes are not text in one of these encodings.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(SoapType)]
/// struct Call {
///     to: String,
/// }
///
/// let latin1 = b"<?xml version='1.0' encoding='ISO-8859-1'?><Call><To>M\xFCller</To></Call>";
/// assert_eq!(xml::from_slice::<Call>(latin1)?.to, "Müller");
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn from_slice<'de, T: Root + ReadElement<'de>>(xml: &'de [u8]) -> Result<T> {
    from_slice_with(xml, ReadOptions::DEFAULT)
}

/// As [`from_slice`], with options.
///
/// # Errors
///
/// Those of `from_slice`, with the limits of the options.
///
/// ```
/// use um_messages::{ReadOptions, SoapType, xml};
///
/// #[derive(Debug, SoapType)]
/// struct Call {
///     id: u32,
/// }
///
/// let options = ReadOptions::new().deny_unknown_fields(true);
/// let document = b"<Call><Id>7</Id><Other/></Call>";
/// assert!(xml::from_slice_with::<Call>(document, &options).is_err());
/// assert_eq!(xml::from_slice::<Call>(document)?.id, 7);
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn from_slice_with<'de, T: Root + ReadElement<'de>>(
    xml: &'de [u8],
    options: &ReadOptions,
) -> Result<T> {
    Reader::from_slice_with(xml, options)?.read_root()
}

/// Reads a stream to its end, at most [`ReadOptions::max_bytes`], and then as [`from_slice`] does. The value owns
/// its texts.
///
/// # Errors
///
/// Those of `from_slice`, those of the stream ([`ErrorKind::Io`](crate::ErrorKind::Io)), and if it is longer than 64 MiB, the default of
/// `max_bytes`.
///
/// ```
/// use um_messages::{SoapType, xml};
///
/// #[derive(SoapType)]
/// struct Call {
///     id: u32,
/// }
///
/// let stream: &[u8] = b"<Call><Id>7</Id></Call>";
/// assert_eq!(xml::from_reader::<Call>(stream)?.id, 7);
/// # Ok::<(), um_messages::Error>(())
/// ```
///
/// A document that is too large to hold is read with [`Reader::from_stream`].
pub fn from_reader<T: Root + for<'de> ReadElement<'de>>(source: impl io::Read) -> Result<T> {
    from_reader_with(source, ReadOptions::DEFAULT)
}

/// As [`from_reader`], with options.
///
/// # Errors
///
/// Those of `from_reader`, with the limits of the options.
///
/// ```
/// use um_messages::{ErrorKind, ReadOptions, SoapType, xml};
///
/// #[derive(Debug, SoapType)]
/// struct Call {
///     id: u32,
/// }
///
/// let options = ReadOptions::new().max_bytes(8);
/// let stream: &[u8] = b"<Call><Id>7</Id></Call>";
/// let error = xml::from_reader_with::<Call>(stream, &options).unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::Limit { limit: "max_bytes", .. }));
/// ```
pub fn from_reader_with<T: Root + for<'de> ReadElement<'de>>(
    source: impl io::Read,
    options: &ReadOptions,
) -> Result<T> {
    Reader::read_from_with(source, options)?.read_root()
}

impl<'de> Reader<'de> {
    /// Reads a value from the document element, which must have the type's own name, and the document to its end. The
    /// reader stands before the document element.
    ///
    /// # Errors
    ///
    /// If the text is not well-formed, exceeds a limit, or is not a value of the type, in this order: where it is not a
    /// value, the rest of it is read to see that it is well-formed.
    ///
    /// ```
    /// use um_messages::{SoapType, xml::Reader};
    ///
    /// #[derive(SoapType)]
    /// struct Call {
    ///     id: u32,
    /// }
    ///
    /// let stream: &[u8] = b"<Call><Id>7</Id></Call>";
    /// let call: Call = Reader::from_stream(stream).read_root()?;
    /// assert_eq!(call.id, 7);
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[inline]
    pub fn read_root<T: Root + ReadElement<'de>>(&mut self) -> Result<T> {
        let value = match self.enter_root(T::INFO, T::NAMESPACE, T::NAME) {
            Ok(()) => self.read(),
            Err(error) => Err(error),
        };
        match value {
            Ok(value) => self.finish().map(|()| value),
            Err(error) => Err(self.well_formed_first(error)),
        }
    }

    /// Goes to the document element, which must have this name, and be of the type that has this table.
    #[inline(never)]
    fn enter_root(
        &mut self,
        info: &'static TypeInfo,
        namespace: &'static str,
        local: &'static str,
    ) -> Result<()> {
        self.know_aliases(info);
        self.next_child()?;
        let id = self.namespace(namespace);
        self.expect(id, &QName::new(namespace, local))
    }
}

/// The markup of the element of a type, made when the program is compiled.
struct OwnMarkup<T>(PhantomData<T>);

impl<T: Root> OwnMarkup<T> {
    const MADE_DECLARATION: KnownMarkup = KnownMarkup::declaration(T::PREFIX, T::NAMESPACE);
    const DECLARATION: &'static str = Self::MADE_DECLARATION.as_str();
    const MADE_ELEMENT: KnownMarkup = KnownMarkup::element(T::PREFIX, T::NAME);
    const ELEMENT: &'static str = Self::MADE_ELEMENT.as_str();
    /// Whether the name is joined with the prefix.
    const IS_JOINED: bool = !Self::ELEMENT.is_empty();
    const TAGS: Tags = if Self::IS_JOINED {
        Tags::of_element(Self::ELEMENT, T::NAME)
    } else {
        Tags::named(T::NAME)
    };
}

impl Writer {
    /// Writes a value as an element of its own name, with the prefixes that its type and its fields ask for.
    ///
    /// ```
    /// use um_messages::{SoapType, xml::Writer};
    ///
    /// #[derive(SoapType)]
    /// struct Call {
    ///     id: u32,
    /// }
    ///
    /// let mut writer = Writer::new();
    /// writer.write_root(&Call { id: 7 });
    /// assert_eq!(writer.finish()?, "<Call><Id>7</Id></Call>");
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn write_root<T: Root + WriteElement>(&mut self, value: &T) {
        self.prepare_root(T::TABLE, T::PREFIX);
        let naming = if const { OwnMarkup::<T>::IS_JOINED } {
            self.naming(T::NAMESPACE, T::PREFIX)
        } else {
            self.root_naming(T::NAMESPACE, T::PREFIX)
        };
        self.declare_next(naming, T::NAMESPACE, OwnMarkup::<T>::DECLARATION);
        value.write_element(self, naming.name(&const { OwnMarkup::<T>::TAGS }));
    }

    /// Begins a document, whose type has this table and this prefix.
    #[inline(never)]
    fn prepare_root(&mut self, table: Table, prefix: &'static str) {
        self.begin_document();
        let has_own_alone =
            |table: fn() -> &'static TypeInfo| table().asks_for_prefix_alone(prefix);
        if !table.is_none_or(has_own_alone) {
            self.on_next(StartTagExtras {
                table,
                ..StartTagExtras::default()
            });
        }
    }
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
