//! The envelope: Header and Body, in both versions of SOAP, in both directions.

use std::borrow::Cow;
use std::io;

use super::ahead;
use super::attributes::{self, Attributes};
use super::body::{ReadBody, WriteBody, expected};
use super::header::{self, Header, ReadHeaders, WriteHeaders};
#[cfg(feature = "mtom")]
use super::mtom::MtomOptions;
use super::parts::{
    Body, Content, Found, Start, by_precedence, enter_envelope, first_of, read_trailer,
};
use super::version::SoapVersion;
use crate::error::{Error, ErrorKind, Result, Shown};
use crate::qname::SharedText;
use crate::xml::bind::write_fields_content;
use crate::xml::{self, Attribute, Chunks, ReadOptions, Reader, Writer};

/// A message in its envelope, with header blocks.
///
/// `B` is what stands in the Body: a message, an enum of messages, or [what else can](super::SoapMessage#what-a-body-may-have),
/// as [`Fault`](super::Fault) for a fault as a value. `H` is a struct with `#[derive(SoapType)]` whose fields are the header
/// blocks, or `()` for none. Without headers, the methods of [`SoapMessage`] are shorter.
///
/// ```
/// use um_messages::{Envelope, SoapType, SoapVersion, um};
///
/// #[derive(Debug, PartialEq, SoapType)]
/// #[soap(namespace = "urn:trace", prefix = "t")]
/// struct Headers {
///     trace_id: Option<String>,
/// }
///
/// let request = um::GetCallInfo { call_id: "MDlk".into() };
/// let xml = Envelope::new(request)
///     .with_header(Headers { trace_id: Some("42".into()) })
///     .with_version(SoapVersion::V1_2)
///     .with_prefix("s")
///     .to_xml()?;
/// assert!(xml.contains("<s:Header><t:TraceId xmlns:t=\"urn:trace\">42</t:TraceId></s:Header>"));
///
/// let envelope = Envelope::<um::GetCallInfo, Headers>::from_xml(&xml)?;
/// assert_eq!(envelope.header.trace_id.as_deref(), Some("42"));
/// assert_eq!(envelope.body.call_id, "MDlk");
/// # Ok::<(), um_messages::Error>(())
/// ```
///
/// [`SoapMessage`]: super::SoapMessage
#[derive(Clone, Debug)]
pub struct Envelope<B, H = ()> {
    /// What stands in the Body.
    pub body: B,
    /// The header blocks.
    pub header: H,
    settings: Settings,
}

/// How an envelope is written.
#[derive(Clone, Debug)]
struct Settings {
    version: SoapVersion,
    prefix: Cow<'static, str>,
    declarations: Vec<(Cow<'static, str>, Cow<'static, str>)>,
    mapped: Vec<(String, String)>,
    /// Apart, for few envelopes have some.
    attributes: Option<Box<Attributes>>,
    has_xml_declaration: bool,
    has_empty_header: bool,
    /// How the parts of a package are made beside it, if it is sent in one.
    #[cfg(feature = "mtom")]
    mtom: Option<Box<MtomOptions>>,
}

const PREFIX: Cow<'static, str> = Cow::Borrowed("soap");

impl Settings {
    const fn new(version: SoapVersion) -> Self {
        Self {
            version,
            prefix: PREFIX,
            declarations: Vec::new(),
            mapped: Vec::new(),
            attributes: None,
            has_xml_declaration: true,
            has_empty_header: false,
            #[cfg(feature = "mtom")]
            mtom: None,
        }
    }

    fn attributes(&self) -> &Attributes {
        static NONE: Attributes = Attributes::NONE;
        self.attributes.as_deref().unwrap_or(&NONE)
    }

    fn attributes_mut(&mut self) -> &mut Attributes {
        self.attributes.get_or_insert_default()
    }
}

/// Envelopes are equal that say the same in the same version, however they are written.
impl<B: PartialEq, H: PartialEq> PartialEq for Envelope<B, H> {
    fn eq(&self, other: &Self) -> bool {
        self.settings.version == other.settings.version
            && self.settings.attributes() == other.settings.attributes()
            && self.header == other.header
            && self.body == other.body
    }
}

impl<B: Eq, H: Eq> Eq for Envelope<B, H> {}

impl<B> Envelope<B> {
    /// An envelope without headers.
    pub(super) fn in_version(body: B, version: SoapVersion) -> Self {
        Self {
            body,
            header: (),
            settings: Settings::new(version),
        }
    }
}

impl<B, H> Envelope<B, H> {
    /// The same envelope with other header blocks.
    #[must_use]
    pub fn with_header<T: WriteHeaders>(self, header: T) -> Envelope<B, T> {
        Envelope {
            body: self.body,
            header,
            settings: self.settings,
        }
    }

    /// The same envelope in a version of SOAP. Default: the message's.
    #[must_use]
    pub fn with_version(mut self, version: SoapVersion) -> Self {
        self.settings.version = version;
        self
    }

    /// The same envelope with a prefix for its own elements. Default: `soap`.
    #[must_use]
    pub fn with_prefix(mut self, prefix: impl Into<Cow<'static, str>>) -> Self {
        self.settings.prefix = prefix.into();
        self
    }

    /// The version of SOAP that the envelope was read in, or is written in.
    #[must_use]
    pub fn version(&self) -> SoapVersion {
        self.settings.version
    }

    /// The prefix that the envelope's own elements are written with. That of an envelope that was read is the default
    /// again.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.settings.prefix
    }

    /// Declares a prefix on the Envelope.
    #[must_use]
    pub fn declare(
        mut self,
        prefix: impl Into<Cow<'static, str>>,
        uri: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.settings.declarations.push((prefix.into(), uri.into()));
        self
    }

    /// The same envelope with an attribute more on the Envelope.
    ///
    /// ```
    /// use um_messages::{Envelope, SoapVersion, um, xml::Attribute};
    ///
    /// const ENCODING: &str = "http://schemas.xmlsoap.org/soap/encoding/";
    ///
    /// let soap = SoapVersion::V1_1.namespace();
    /// let xml = Envelope::new(um::IsUMEnabled {})
    ///     .with_envelope_attribute(Attribute::new(soap, "encodingStyle", ENCODING))
    ///     .to_xml()?;
    /// assert!(xml.contains(r#" soap:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/""#));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn with_envelope_attribute(mut self, attribute: Attribute) -> Self {
        self.settings.attributes_mut().envelope.push(attribute);
        self
    }

    /// The same envelope with an attribute more on the Header, which is written then, whether there are blocks or not.
    #[must_use]
    pub fn with_header_attribute(mut self, attribute: Attribute) -> Self {
        self.settings.attributes_mut().header.push(attribute);
        self
    }

    /// The same envelope with an attribute more on the Body, as the signatures of WS-Security refer to.
    ///
    /// ```
    /// use um_messages::{Envelope, um, xml::Attribute};
    ///
    /// const WSU: &str =
    ///     "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
    ///
    /// let xml = Envelope::new(um::IsUMEnabled {})
    ///     .declare("wsu", WSU)
    ///     .with_body_attribute(Attribute::new(WSU, "Id", "body-1"))
    ///     .to_xml()?;
    /// assert!(xml.contains(r#"<soap:Body wsu:Id="body-1">"#));
    ///
    /// let envelope = Envelope::<um::IsUMEnabled>::from_xml(&xml)?;
    /// assert_eq!(envelope.body_attributes()[0].value(), "body-1");
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn with_body_attribute(mut self, attribute: Attribute) -> Self {
        self.settings.attributes_mut().body.push(attribute);
        self
    }

    /// The attributes of the Envelope, namespace declarations aside.
    #[must_use]
    pub fn envelope_attributes(&self) -> &[Attribute] {
        &self.settings.attributes().envelope
    }

    /// The attributes of the Header.
    #[must_use]
    pub fn header_attributes(&self) -> &[Attribute] {
        &self.settings.attributes().header
    }

    /// The attributes of the Body.
    #[must_use]
    pub fn body_attributes(&self) -> &[Attribute] {
        &self.settings.attributes().body
    }

    /// The same envelope with a Header even if there are no blocks, as some servers want it, or without. Default: `false`.
    #[must_use]
    pub fn with_empty_header(mut self, has_empty_header: bool) -> Self {
        self.settings.has_empty_header = has_empty_header;
        self
    }

    /// The same envelope with an XML declaration, or without, as some servers want it. Default: `true`.
    ///
    /// ```
    /// use um_messages::{Envelope, um};
    ///
    /// let envelope = Envelope::new(um::IsUMEnabled {}).with_xml_declaration(false).with_empty_header(true);
    /// let xml = envelope.to_xml()?;
    /// assert!(xml.starts_with("<soap:Envelope "));
    /// assert!(xml.contains("<soap:Header/><soap:Body>"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn with_xml_declaration(mut self, has_xml_declaration: bool) -> Self {
        self.settings.has_xml_declaration = has_xml_declaration;
        self
    }

    /// Writes the namespace `from` as `to`, in every declaration, and so in qualified names in
    /// content; never in the action. SOAP's own namespace cannot be mapped.
    ///
    /// ```
    /// use um_messages::{Envelope, um};
    ///
    /// let xml = Envelope::new(um::GetCallInfo { call_id: "MDlk".into() })
    ///     .map_namespace(um::NAMESPACE, um::NAMESPACE_HTTPS)
    ///     .to_xml()?;
    /// assert!(xml.contains("<GetCallInfo xmlns=\"https://schemas.microsoft.com/"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn map_namespace(mut self, from: impl Into<String>, to: impl Into<String>) -> Self {
        self.settings.mapped.push((from.into(), to.into()));
        self
    }

    /// The same envelope, which goes over HTTP in a package: bytes of `xs:base64Binary` become [parts](crate::mtom) beside it, and are
    /// not written as base64. An envelope that came in one, and the [reply](Self::reply) to it, is sent so as well.
    #[cfg(feature = "mtom")]
    #[must_use]
    pub fn with_mtom(mut self, options: MtomOptions) -> Self {
        self.settings.mtom = Some(Box::new(options));
        self
    }

    /// The same envelope, which goes over HTTP as it is, with bytes as base64.
    #[cfg(feature = "mtom")]
    #[must_use]
    pub fn without_mtom(mut self) -> Self {
        self.settings.mtom = None;
        self
    }

    /// How the parts beside the envelope are made, if it goes over HTTP in a package.
    #[cfg(feature = "mtom")]
    #[must_use]
    pub fn mtom(&self) -> Option<&MtomOptions> {
        self.settings.mtom.as_deref()
    }

    /// An envelope for an answer to this one, without headers: in its version, and in a package if it is.
    pub(super) fn in_same_way<R>(&self, body: R) -> Envelope<R> {
        Envelope {
            body,
            header: (),
            settings: Settings {
                #[cfg(feature = "mtom")]
                mtom: self.settings.mtom.clone(),
                ..Settings::new(self.settings.version)
            },
        }
    }

    /// What stands in the Body.
    #[must_use]
    pub fn into_body(self) -> B {
        self.body
    }
}

// Writing.

impl<B: WriteBody, H: WriteHeaders> Envelope<B, H> {
    /// The envelope as a text: the XML declaration and everything, without white space between the
    /// elements.
    ///
    /// # Errors
    ///
    /// If a value cannot be written as XML, or a prefix or a mapping is not possible.
    pub fn to_xml(&self) -> Result<String> {
        self.write(Writer::new())
    }

    /// As [`to_xml`](Self::to_xml), into a text that is kept: what it held is replaced, and the room that it has is used again, so that
    /// a program that writes one envelope after the other need not allocate for each. Where there is an error, the text is empty.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`.
    ///
    /// ```
    /// use um_messages::{Envelope, um};
    ///
    /// let mut xml = String::new();
    /// for call_id in ["MDlk", "MDlm"] {
    ///     let request = um::GetCallInfo { call_id: call_id.into() };
    ///     Envelope::new(&request).to_xml_into(&mut xml)?;
    ///     assert!(xml.contains(call_id));
    /// }
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn to_xml_into(&self, xml: &mut String) -> Result<()> {
        *xml = self.write(Writer::reusing(std::mem::take(xml)))?;
        Ok(())
    }

    pub(super) fn write(&self, mut writer: Writer) -> Result<String> {
        self.write_into(&mut writer)?;
        writer.finish()
    }

    pub(super) fn write_into(&self, writer: &mut Writer) -> Result<()> {
        const { header::assert_blocks_alone::<H>() };
        if const { H::INFO.fields.is_empty() } && self.settings.are_usual() {
            write_alone(&self.body, self.settings.version, writer);
            return Ok(());
        }
        self.settings.check()?;
        for (from, to) in &self.settings.mapped {
            writer.map_namespace(from, to);
        }
        write_envelope(writer, &self.settings, &self.header, &self.body);
        Ok(())
    }

    /// As [`to_xml`](Self::to_xml), indented by two spaces.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`.
    pub fn to_xml_pretty(&self) -> Result<String> {
        xml::pretty(&self.to_xml()?)
    }

    /// As [`to_xml`](Self::to_xml), as bytes in UTF-8.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`.
    pub fn to_vec(&self) -> Result<Vec<u8>> {
        self.to_xml().map(String::into_bytes)
    }

    /// Writes the envelope to a stream, in UTF-8.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`, before anything is written, and those of the stream.
    pub fn write_to(&self, mut out: impl io::Write) -> Result<()> {
        Ok(out.write_all(self.to_xml()?.as_bytes())?)
    }

    /// As [`write_to`](Self::write_to), chunk by chunk, so that neither the text is held nor the items of an
    /// [`Iter`](crate::xml::Iter). The chunks together are what [`to_xml`](Self::to_xml) writes, but that a prefix which several elements of
    /// no type or qualified names need is declared on each.
    ///
    /// # Errors
    ///
    /// Those of `to_xml`, and those of the stream. An error of what stands in no `Iter` comes before anything is written. Behind another one
    /// nothing is written, so that the document lacks its end, and is none.
    ///
    /// ```
    /// use um_messages::{Envelope, SoapMessage, xml::Iter};
    ///
    /// #[derive(SoapMessage)]
    /// #[soap(namespace = "urn:log")]
    /// struct Log<'a> {
    ///     line: Iter<'a, String>,
    /// }
    ///
    /// let line = Iter::new((1..=100_000).map(|n| format!("line {n}")));
    /// let mut out = Vec::new(); // or a file, or a connection
    /// Envelope::new(Log { line }).stream_to(&mut out)?;
    /// assert!(out.ends_with(b"<Line>line 100000</Line></Log></soap:Body></soap:Envelope>"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    pub fn stream_to(&self, mut out: impl io::Write) -> Result<()> {
        let mut chunks = Chunks::new(|writer: &mut Writer| self.write_into(writer));
        chunks.try_for_each(|chunk| Ok(out.write_all(&chunk?)?))
    }

    /// As [`stream_to`](Self::stream_to), as chunks of some ten thousand bytes, each made when it is asked for: for a body of HTTP that is
    /// sent on the way. Behind an error there is none.
    ///
    /// It is the envelope alone, with its bytes as base64, whatever `with_mtom` says. A package (feature `mtom`) is sent on the way by `mtom::PackageBody`;
    /// references to parts of one (`mtom::Attachment::Part`) are written here as well, for who makes the package.
    pub fn into_chunks(self) -> impl Iterator<Item = Result<Vec<u8>>> {
        Chunks::new(move |writer: &mut Writer| self.write_into(writer))
    }
}

/// A message alone in an envelope, as a text.
pub(super) fn write<B: WriteBody>(
    body: &B,
    version: SoapVersion,
    mut writer: Writer,
) -> Result<String> {
    write_alone(body, version, &mut writer);
    writer.finish()
}

/// A message alone in an envelope. What stands around it is known beforehand: that is a quarter of writing a small one.
fn write_alone<B: WriteBody>(body: &B, version: SoapVersion, writer: &mut Writer) {
    let (start, ends) = version.envelope_with_body();
    writer.enclosed(PREFIX, version.namespace(), (start, ends), |writer| {
        body.write_body(writer);
    });
}

fn write_envelope<B: WriteBody, H: WriteHeaders>(
    writer: &mut Writer,
    settings: &Settings,
    header: &H,
    body: &B,
) {
    let uri = SharedText::Static(settings.version.namespace());
    let prefix = &settings.prefix;
    let Attributes {
        envelope: of_envelope,
        header: of_header,
        body: of_body,
    } = settings.attributes();
    if settings.has_xml_declaration {
        writer.push_raw(SoapVersion::XML_DECLARATION);
    }
    writer.element(prefix, &uri, "Envelope", |writer| {
        for (prefix, uri) in &settings.declarations {
            writer.declare_prefix(prefix, uri);
        }
        attributes::write(of_envelope, writer);
        let write_header = |writer: &mut Writer| {
            attributes::write(of_header, writer);
            write_fields_content(header, writer);
        };
        if settings.has_empty_header || !of_header.is_empty() {
            writer.element(prefix, &uri, "Header", write_header);
        } else {
            writer.element_with_content(prefix, &uri, "Header", write_header);
        }
        writer.element(prefix, &uri, "Body", |writer| {
            attributes::write(of_body, writer);
            body.write_body(writer);
        });
    });
}

impl Settings {
    /// Whether nothing is set that changes how an envelope is written.
    fn are_usual(&self) -> bool {
        self.prefix == PREFIX
            && self.declarations.is_empty()
            && self.mapped.is_empty()
            && self.attributes.is_none()
            && self.has_xml_declaration
            && !self.has_empty_header
    }

    /// What the caller has set must be possible.
    fn check(&self) -> Result<()> {
        let is_default = self.declarations.is_empty() && self.mapped.is_empty();
        if is_default && self.prefix == PREFIX {
            return Ok(());
        }
        let mut bound = vec![(self.prefix.as_ref(), self.version.namespace())];
        for (prefix, uri) in self
            .declarations
            .iter()
            .map(|(prefix, uri)| (prefix.as_ref(), uri))
        {
            if bound
                .iter()
                .any(|&(known, bound_to)| known == prefix && bound_to != uri.as_ref())
            {
                return Err(unwritable(format!(
                    "the prefix `{}` is bound to two namespaces",
                    Shown(prefix)
                )));
            }
            if xml::is_reserved_namespace(uri) {
                return Err(unwritable(format!(
                    "the namespace `{}` cannot be declared",
                    Shown(uri)
                )));
            }
            if uri.is_empty() {
                return Err(unwritable(format!(
                    "the prefix `{}` has no namespace",
                    Shown(prefix)
                )));
            }
            bound.push((prefix, uri));
        }
        for (prefix, _) in bound.iter().filter(|(prefix, _)| !prefix.is_empty()) {
            let reserved = prefix
                .get(..3)
                .is_some_and(|start| start.eq_ignore_ascii_case("xml"));
            if !xml::is_ncname(prefix) || reserved {
                return Err(unwritable(format!(
                    "`{}` is not a namespace prefix",
                    Shown(prefix)
                )));
            }
        }
        for uri in self.mapped.iter().flat_map(|(from, to)| [from, to]) {
            let soap = SoapVersion::from_namespace(uri).is_some();
            if soap || uri.is_empty() || xml::is_reserved_namespace(uri) {
                return Err(unwritable(format!(
                    "the namespace `{}` cannot be mapped",
                    Shown(uri)
                )));
            }
        }
        Ok(())
    }
}

fn unwritable(problem: String) -> Error {
    Error::new(ErrorKind::Unwritable(problem))
}

// Reading.

impl<'de, B: ReadBody<'de>, H: ReadHeaders<'de>> Envelope<B, H> {
    /// Reads an envelope of either version of SOAP.
    ///
    /// # Errors
    ///
    /// In this order: if the text is not well-formed; if it is no envelope of a known version; if a
    /// header block must be understood and is not; if the Body has a fault (and `B` is not [`Fault`](super::Fault));
    /// if the Body or a header block is not what its type expects.
    pub fn from_xml(xml: &'de str) -> Result<Self> {
        Self::from_xml_with(xml, &ReadOptions::new())
    }

    /// As [`from_xml`](Self::from_xml), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_xml`, and if a limit is exceeded.
    pub fn from_xml_with(xml: &'de str, options: &ReadOptions) -> Result<Self> {
        Self::read(&mut Reader::from_str_with(xml, options))
    }

    /// As [`from_xml`](Self::from_xml), from bytes in UTF-8, UTF-16 or ISO-8859-1.
    ///
    /// # Errors
    ///
    /// Those of `from_xml`, and if the bytes are not text in one of these encodings.
    pub fn from_slice(xml: &'de [u8]) -> Result<Self> {
        Self::from_slice_with(xml, &ReadOptions::new())
    }

    /// As [`from_slice`](Self::from_slice), with options.
    ///
    /// # Errors
    ///
    /// Those of `from_slice`, and if a limit is exceeded.
    pub fn from_slice_with(xml: &'de [u8], options: &ReadOptions) -> Result<Self> {
        Self::read(&mut Reader::from_slice_with(xml, options)?)
    }

    /// Reads a stream to its end, and an envelope from that.
    ///
    /// # Errors
    ///
    /// Those of `from_slice`, those of the stream, and if it is longer than
    /// [`ReadOptions::max_bytes`].
    pub fn read_from(source: impl io::Read) -> Result<Self> {
        Self::read_from_with(source, &ReadOptions::new())
    }

    /// As [`read_from`](Self::read_from), with options.
    ///
    /// # Errors
    ///
    /// Those of `read_from`, and if a limit is exceeded.
    pub fn read_from_with(source: impl io::Read, options: &ReadOptions) -> Result<Self> {
        Self::read(&mut Reader::read_from_with(source, options)?)
    }

    /// Reads an envelope from a reader that stands before the document element, whatever its source.
    ///
    /// # Errors
    ///
    /// Those of `from_xml`.
    pub fn read(reader: &mut Reader<'de>) -> Result<Self> {
        const { header::assert_blocks_alone::<H>() };
        match Self::read_ahead(reader) {
            Some(read) => Ok(read),
            None => Self::read_tokens(reader),
        }
    }

    /// As [`read`](Self::read), token by token.
    #[inline(never)]
    fn read_tokens(reader: &mut Reader<'de>) -> Result<Self> {
        let read = match enter_envelope(reader) {
            Ok(version) => Self::read_parts(reader, version),
            Err(error) if is_of_nothing(&error, reader) => {
                Self::from_nothing(reader).unwrap_or(Err(error))
            }
            Err(error) => Err(error),
        };
        read.map_err(|error| first_of(error, reader))
    }

    /// An envelope without a Header, if it can be read ahead.
    fn read_ahead(reader: &mut Reader<'de>) -> Option<Self> {
        let (body, header, version) = ahead::read_envelope(reader)?;
        Some(Self {
            body,
            header,
            settings: Settings::new(version),
        })
    }

    /// What the empty answer to a one-way message is, if `B` can be that.
    fn from_nothing(reader: &Reader<'de>) -> Option<Result<Self>> {
        let body = B::from_nothing()?;
        let header = Header::absent(reader).blocks;
        Some(header.map(|header| Self {
            body,
            header,
            settings: Settings::new(SoapVersion::default()),
        }))
    }

    fn read_parts(reader: &mut Reader<'de>, version: SoapVersion) -> Result<Self> {
        let start = Start::<H>::read(reader, version)?;
        let body = start.body.and_then(|()| read_body(reader));
        let trailer = if body.is_ok() {
            read_trailer(reader)
        } else {
            Ok(())
        };
        let trailer = start.denied.and(trailer);
        if reader.is_broken() {
            body?;
            trailer?;
            return Err(reader.error(ErrorKind::UnexpectedEnd));
        }
        reader.finish()?;
        let (body, header) = by_precedence(start.header, body, trailer)?;
        Ok(Self {
            body,
            header,
            settings: Settings {
                attributes: start.attributes,
                ..Settings::new(version)
            },
        })
    }
}

/// Reads the message of an envelope, whatever its source.
pub(super) fn read_message<'de, B: ReadBody<'de>>(reader: &mut Reader<'de>) -> Result<B> {
    match ahead::read_envelope::<B, ()>(reader) {
        Some((body, (), _)) => Ok(body),
        None => Envelope::<B>::read_tokens(reader).map(Envelope::into_body),
    }
}

/// Whether it is the error that there is nothing to read.
#[cold]
fn is_of_nothing(error: &Error, reader: &Reader<'_>) -> bool {
    matches!(error.kind(), ErrorKind::UnexpectedEnd) && reader.is_blank()
}

fn read_body<'de, B: ReadBody<'de>>(reader: &mut Reader<'de>) -> Result<Body<B>> {
    let Content {
        mut entries,
        fault,
        denied,
    } = Content::enter(reader)?;
    let found = match fault {
        Some((fault, place)) => Found::Fault(fault, place),
        None => match B::claim_body(&mut entries)? {
            Some(message) => Found::Message(message),
            None => return Err(entries.unclaimed(expected::<B>())),
        },
    };
    let excess = entries.skip(expected::<B>)?;
    Ok(Body {
        found,
        excess: denied.or(excess),
    })
}
