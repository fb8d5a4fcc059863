//! The envelope: Header and Body, in both versions of SOAP, in both directions.

mod read;
mod settings;
mod write;

use std::borrow::Cow;

pub(super) use self::read::read_message;
use self::settings::Settings;
pub(super) use self::write::write;
use super::header::WriteHeaders;
#[cfg(feature = "mtom")]
use super::mtom::MtomOptions;
use super::version::SoapVersion;
use crate::xml::Attribute;

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
