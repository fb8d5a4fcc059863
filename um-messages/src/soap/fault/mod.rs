//! Faults of both versions of SOAP, in one type.

mod headers;
mod of_error;
mod read;
mod write;

pub use self::headers::{FaultHeaders, NotUnderstood, SupportedEnvelope, Upgrade};

use std::fmt;

use super::version::SoapVersion;
use crate::error::{Error, ErrorKind, Result, Shown, ShownName};
use crate::qname::QName;
use crate::xml::{Element, ReadElement, Root, WriteElement, trim};

/// What SOAP 1.1 calls the detail.
const DETAIL: &str = "detail";

/// A fault of SOAP 1.1 or SOAP 1.2.
///
/// It is read from every shape found in the field: children unqualified, qualified or under
/// `xmlns=""`, in any order, with strangers between; codes without a prefix, dotted, empty, with
/// a prefix that is not declared, or that are no names at all; detail of any content.
///
/// A fault that was read can be passed on. In an envelope of the version that it came in, it is written
/// as it was, and is read back equal. Otherwise, and if it was made by the program, it is written in
/// the shape that the specification of the version wants:
///
/// | | written in SOAP 1.1 | written in SOAP 1.2 |
/// |---|---|---|
/// | a standard code | by its name in SOAP 1.1; `DataEncodingUnknown` is `Client` | by its name in SOAP 1.2 |
/// | any other code, also one that is dotted or no name | as it is | the standard code of its [class](Self::class), `Receiver` for [`FaultClass::Other`]; the code itself is the first subcode, as it is |
/// | no code | none | `Receiver` |
/// | subcodes | the first one instead of the code, by its name in SOAP 1.1 if it is a standard one; the others are not written | all |
/// | reasons | the first one | all; one whose language is not said gets English |
/// | no reason | an empty `faultstring` | an empty one in English |
/// | the node | not written | `Node` |
/// | the role | `faultactor` | `Role` |
/// | the detail | all of it; a value of its own attributes or text that is a name without a prefix is in no namespace | all of it |
///
/// Two faults are equal that say the same, whatever prefixes they said it with and whatever version they
/// came in: one that is read back equals the one that was written, where its version can say all of it.
///
/// ```
/// use um_messages::{SoapMessage, soap::{Fault, FaultClass}, xml::{Element, QName}};
///
/// let fault = Fault::new(QName::new("urn:bank", "Overdrawn"), "no money left")
///     .with_detail(Element::new("urn:bank", "Missing").with_text("12.50"));
/// let xml = fault.to_envelope()?;
///
/// let fault = Fault::from_envelope(&xml)?;
/// assert!(fault.code().is("urn:bank", "Overdrawn"));
/// assert_eq!(fault.class(), FaultClass::Other);
/// assert_eq!(fault.reason(), "no money left");
/// assert_eq!(fault.detail()[0].text(), "12.50");
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Fault {
    code: QName,
    code_text: String,
    subcodes: Vec<QName>,
    /// How each subcode was sent; empty if the program made it.
    subcode_texts: Vec<String>,
    reasons: Vec<Reason>,
    node: Option<String>,
    role: Option<String>,
    /// `detail` itself, without its entries; there is one if there are entries.
    detail: Option<Element>,
    entries: Vec<Element>,
    /// The version that it was read in, unless something was added since that the version may not have.
    read_in: Option<SoapVersion>,
}

/// A reason in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    lang: Option<String>,
    text: String,
}

/// Whose fault it is: the standard codes of both versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FaultClass {
    /// The envelope's version is not understood.
    VersionMismatch,
    /// A header block must be understood, and is not.
    MustUnderstand,
    /// An encoding style is not understood (SOAP 1.2).
    DataEncodingUnknown,
    /// The message is wrong: `Client` in SOAP 1.1, `Sender` in SOAP 1.2.
    Sender,
    /// The receiver failed: `Server` in SOAP 1.1, `Receiver` in SOAP 1.2.
    Receiver,
    /// A code of the service's own.
    Other,
}

/// The standard codes: the class, its name in SOAP 1.1 and in SOAP 1.2.
const CODES: [(FaultClass, &str, &str); 5] = [
    (
        FaultClass::VersionMismatch,
        "VersionMismatch",
        "VersionMismatch",
    ),
    (
        FaultClass::MustUnderstand,
        "MustUnderstand",
        "MustUnderstand",
    ),
    // SOAP 1.1 has no code for it; the message was wrong for its receiver.
    (
        FaultClass::DataEncodingUnknown,
        "Client",
        "DataEncodingUnknown",
    ),
    (FaultClass::Sender, "Client", "Sender"),
    (FaultClass::Receiver, "Server", "Receiver"),
];

impl Reason {
    /// A language that is empty is one that is not said (XML 1.0 section 2.12).
    fn new(lang: String, text: String) -> Self {
        let lang = (!lang.is_empty()).then_some(lang);
        Self { lang, text }
    }

    /// Whether it is more than `<faultstring/>`, which is there because it must be.
    fn is_said(&self) -> bool {
        self.lang.is_some() || !self.text.is_empty()
    }

    /// The language (`xml:lang`), if it is said.
    #[must_use]
    pub fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl Fault {
    /// A fault with a code of the service's own, and a reason in English.
    #[must_use]
    pub fn new(code: QName, reason: impl Into<String>) -> Self {
        let fault = Self {
            code_text: code.local().to_owned(),
            code,
            ..Self::default()
        };
        fault.with_reason("en", reason)
    }

    /// A fault with a standard code: the message is to blame.
    #[must_use]
    pub fn sender(reason: impl Into<String>) -> Self {
        Self::new(standard_code(FaultClass::Sender, SoapVersion::V1_2), reason)
    }

    /// A fault with a standard code: the receiver is to blame.
    #[must_use]
    pub fn receiver(reason: impl Into<String>) -> Self {
        Self::new(
            standard_code(FaultClass::Receiver, SoapVersion::V1_2),
            reason,
        )
    }

    /// A fault with a standard code: header blocks must be understood, and are not. SOAP 1.2 names them beside the fault
    /// ([`NotUnderstood`]).
    #[must_use]
    pub fn must_understand(reason: impl Into<String>) -> Self {
        let code = standard_code(FaultClass::MustUnderstand, SoapVersion::V1_2);
        Self::new(code, reason)
    }

    /// A fault with a standard code: the envelope is of no version of SOAP that is spoken here. Which are, [`Upgrade`] says beside the
    /// fault.
    #[must_use]
    pub fn version_mismatch(reason: impl Into<String>) -> Self {
        let code = standard_code(FaultClass::VersionMismatch, SoapVersion::V1_2);
        Self::new(code, reason)
    }

    /// The same fault with a reason more; one in the same language is replaced. An empty language
    /// is one that is not said.
    #[must_use]
    pub fn with_reason(mut self, lang: impl Into<String>, text: impl Into<String>) -> Self {
        let reason = Reason::new(lang.into(), text.into());
        self.reasons.retain(|known| known.lang != reason.lang);
        self.reasons.extend(reason.is_said().then_some(reason));
        self.read_in = None;
        self
    }

    /// The same fault with reasons in this language alone.
    #[must_use]
    pub fn in_language(mut self, lang: impl Into<String>) -> Self {
        let lang = lang.into();
        self.reasons.truncate(1);
        for reason in &mut self.reasons {
            *reason = Reason::new(lang.clone(), std::mem::take(&mut reason.text));
        }
        self.reasons.retain(Reason::is_said);
        self
    }

    /// The same fault with its first reason alone, whose language is not said. SOAP 1.2 wants a language
    /// (part 1 section 5.4.2), and gets English.
    #[must_use]
    pub fn without_language(self) -> Self {
        self.in_language("")
    }

    /// The same fault with a code below those that it has (SOAP 1.2).
    #[must_use]
    pub fn with_subcode(mut self, subcode: QName) -> Self {
        self.subcodes.push(subcode);
        self.subcode_texts.push(String::new());
        self.read_in = None;
        self
    }

    /// The same fault with the role of the node that failed: `faultactor` in SOAP 1.1. White space around
    /// a URI is none of it.
    #[must_use]
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(trim(&role.into()).to_owned());
        self
    }

    /// The same fault with the node that failed (SOAP 1.2). White space around a URI is none of it.
    #[must_use]
    pub fn with_node(mut self, node: impl Into<String>) -> Self {
        self.node = Some(trim(&node.into()).to_owned());
        self.read_in = None;
        self
    }

    /// The same fault with an entry of detail more.
    #[must_use]
    pub fn with_detail(self, entry: Element) -> Self {
        let mut fault = self.with_empty_detail();
        fault.entries.push(entry);
        fault
    }

    /// The same fault with a detail, if it has none.
    fn with_empty_detail(mut self) -> Self {
        self.detail.get_or_insert_with(|| Element::new("", DETAIL));
        self
    }

    /// The same fault with a value as an entry of detail more.
    ///
    /// # Errors
    ///
    /// If the value cannot be written as XML.
    pub fn with_detail_of<T: Root + WriteElement>(self, entry: &T) -> Result<Self> {
        Ok(self.with_detail(Element::from_value(entry)?))
    }

    /// The fault code: `faultcode` in SOAP 1.1, the outermost `Value` in SOAP 1.2. Its prefix is
    /// resolved where the code stands; if it is not declared, the name is in no namespace.
    ///
    /// Services send codes that are no names. Nothing is lost of them: what stands behind the prefix is the local
    /// name, whatever it is. `500` and `Server Error` are local names in no namespace, `s:Client:1` is
    /// `Client:1` in the namespace of `s`, and a code that is empty or missing is the empty name.
    ///
    /// ```
    /// use um_messages::{SoapMessage, soap::{Fault, FaultClass}};
    ///
    /// let soap = "http://schemas.xmlsoap.org/soap/envelope/";
    /// let fault = Fault::from_envelope(&format!(
    ///     "<s:Envelope xmlns:s='{soap}'><s:Body><s:Fault><faultcode>Server Error</faultcode>\
    ///      <faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>"
    /// ))?;
    /// assert_eq!((fault.code().local(), fault.class()), ("Server Error", FaultClass::Receiver));
    ///
    /// let passed_on = fault.to_envelope()?;
    /// assert!(passed_on.contains("<faultcode>Server Error</faultcode>"));
    /// assert_eq!(Fault::from_envelope(&passed_on)?, fault);
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn code(&self) -> &QName {
        &self.code
    }

    /// The fault code as it was sent, without white space around it. A code in no namespace is written so again
    /// where its prefix, if it has one, is not declared either.
    #[must_use]
    pub fn code_text(&self) -> &str {
        &self.code_text
    }

    /// The codes below the fault code, outermost first (SOAP 1.2).
    #[must_use]
    pub fn subcodes(&self) -> &[QName] {
        &self.subcodes
    }

    /// Whose fault it is. A dotted code is classified by its first part (WS-I R1031), and so is one whose first
    /// part ends at a colon or a space, as of `Client:1` or `Server Error`; a code without a namespace by its
    /// name: there are services that forget the prefix, or to declare it.
    #[must_use]
    pub fn class(&self) -> FaultClass {
        class_of(self.code.namespace(), first_part(self.code.local()))
    }

    /// The reasons, one for each language: the first one.
    #[must_use]
    pub fn reasons(&self) -> &[Reason] {
        &self.reasons
    }

    /// The first reason: `faultstring` in SOAP 1.1.
    #[must_use]
    pub fn reason(&self) -> &str {
        self.reasons.first().map_or("", Reason::text)
    }

    /// The reason in a language, as `xml:lang` has it.
    #[must_use]
    pub fn reason_in(&self, lang: &str) -> Option<&str> {
        let found = self.reasons.iter().find(|reason| {
            reason
                .lang()
                .is_some_and(|known| known.eq_ignore_ascii_case(lang))
        });
        found.map(Reason::text)
    }

    /// The node that failed (SOAP 1.2).
    #[must_use]
    pub fn node(&self) -> Option<&str> {
        self.node.as_deref()
    }

    /// The role of the node that failed: `faultactor` in SOAP 1.1.
    #[must_use]
    pub fn role(&self) -> Option<&str> {
        self.role.as_deref()
    }

    /// The entries of detail.
    #[must_use]
    pub fn detail(&self) -> &[Element] {
        &self.entries
    }

    /// The `detail` itself, with its attributes and text, without its entries, if there is one. It is called
    /// `detail` in no namespace, as in SOAP 1.1, whatever it was called. Beside entries, white space
    /// around its text means nothing.
    #[must_use]
    pub fn detail_element(&self) -> Option<&Element> {
        self.detail.as_ref()
    }

    /// The entry of detail that has the type's own name, as [`Element::read`] reads it.
    ///
    /// # Errors
    ///
    /// If there is one, and it is not a value of the type, or too deep.
    pub fn detail_as<T: Root + for<'de> ReadElement<'de>>(&self) -> Result<Option<T>> {
        let found = self
            .entries
            .iter()
            .find(|entry| entry.name().is(T::NAMESPACE, T::NAME));
        found.map(Element::read).transpose()
    }

    /// The error that the fault is where a message is expected; `place` is one that has its place.
    pub(super) fn into_error(self, place: Error) -> Error {
        let code = self.code.to_string();
        let reason = self.reason().to_owned();
        place
            .with_kind(ErrorKind::Fault { code, reason })
            .carrying(self)
    }

    /// The codes, the outermost first, as both versions of SOAP say them: a standard one goes by its name in SOAP 1.2, and
    /// another one is below that of its class.
    fn said_codes(&self) -> Vec<QName> {
        let (class, local) = (self.class(), self.code.local());
        let is_plain = class != FaultClass::Other && local == first_part(local);
        let is_of_soap = SoapVersion::from_namespace(self.code.namespace()).is_some();
        let standard = match class {
            FaultClass::Other => standard_code(FaultClass::Receiver, SoapVersion::V1_2),
            class => standard_code(class, SoapVersion::V1_2),
        };
        let mut codes = if is_plain && is_of_soap {
            vec![standard]
        } else if is_plain || self.code == QName::default() {
            vec![self.code.clone()]
        } else {
            vec![standard, self.code.clone()]
        };
        codes.extend_from_slice(&self.subcodes);
        codes
    }
}

impl PartialEq for Fault {
    fn eq(&self, other: &Self) -> bool {
        self.said_codes() == other.said_codes()
            && self.reasons == other.reasons
            && self.node == other.node
            && self.role == other.role
            && self.detail == other.detail
            && self.entries == other.entries
    }
}

impl Eq for Fault {}

/// The code and the first reason, for people and logs: each cut and escaped, as in errors.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, reason) = (ShownName(&self.code), Shown(self.reason()));
        write!(f, "{code}: {reason}")
    }
}

/// So that a function can return it as it returns other errors.
impl std::error::Error for Fault {}

fn standard_code(class: FaultClass, version: SoapVersion) -> QName {
    let found = CODES.iter().find(|&&(known, ..)| known == class);
    let local = match (found, version) {
        (Some(&(_, v1_1, _)), SoapVersion::V1_1) => v1_1,
        (Some(&(.., v1_2)), SoapVersion::V1_2) => v1_2,
        (None, _) => "",
    };
    QName::new(version.namespace(), local)
}

/// The class whose standard code has this name in a version's namespace; without a namespace, in either version.
fn class_of(namespace: &str, local: &str) -> FaultClass {
    let version = SoapVersion::from_namespace(namespace);
    if version.is_none() && !namespace.is_empty() {
        return FaultClass::Other;
    }
    let is_found = |&&(class, v1_1, v1_2): &&(FaultClass, &str, &str)| {
        let in_1_1 = version != Some(SoapVersion::V1_2);
        let in_1_2 = version != Some(SoapVersion::V1_1);
        let borrowed = class == FaultClass::DataEncodingUnknown;
        (in_1_1 && !borrowed && v1_1 == local) || (in_1_2 && v1_2 == local)
    };
    CODES
        .iter()
        .find(is_found)
        .map_or(FaultClass::Other, |&(class, ..)| class)
}

/// `Client` of `Client.Authentication`, of `Client:1` and of `Client Error`.
fn first_part(local: &str) -> &str {
    let ends = |character: char| character == '.' || character == ':' || character.is_whitespace();
    local.split(ends).next().unwrap_or_default()
}

/// A code's prefix, empty for none, and what stands behind it.
fn split_code(text: &str) -> (&str, &str) {
    text.split_once(':').unwrap_or(("", text))
}
