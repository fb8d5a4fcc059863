//! Faults of both versions of SOAP, in one type.

mod of_error;
mod read;
mod write;

use std::fmt;

use super::version::SoapVersion;
use crate::error::{Error, ErrorKind, Result, Shown, ShownName};
use crate::qname::QName;
use crate::xml::{Element, ReadElement, Root, WriteElement};

/// A fault of SOAP 1.1 or SOAP 1.2.
///
/// It is read from every shape found in the field: children unqualified, qualified or under
/// `xmlns=""`, in any order, with strangers between; codes without a prefix, dotted, empty, or with
/// a prefix that is not declared; detail of any content. And it is written in the shape that the
/// specification of each version wants.
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    code: QName,
    code_text: String,
    subcodes: Vec<QName>,
    reasons: Vec<Reason>,
    node: Option<String>,
    role: Option<String>,
    detail: Option<Element>,
    entries: Vec<Element>,
}

/// A reason in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// The same fault with a reason more; one in the same language is replaced.
    #[must_use]
    pub fn with_reason(mut self, lang: impl Into<String>, text: impl Into<String>) -> Self {
        let lang = Some(lang.into());
        self.reasons.retain(|reason| reason.lang != lang);
        self.reasons.push(Reason {
            lang,
            text: text.into(),
        });
        self
    }

    /// The same fault with reasons in this language alone.
    #[must_use]
    pub fn in_language(mut self, lang: impl Into<String>) -> Self {
        let lang = lang.into();
        self.reasons.truncate(1);
        self.reasons
            .iter_mut()
            .for_each(|reason| reason.lang = Some(lang.clone()));
        self
    }

    /// The same fault with its first reason alone, whose language is not said. SOAP 1.2 wants a language
    /// (part 1 section 5.4.2), and gets English.
    #[must_use]
    pub fn without_language(mut self) -> Self {
        self.reasons.truncate(1);
        self.reasons
            .iter_mut()
            .for_each(|reason| reason.lang = None);
        self
    }

    /// The same fault with a code below those that it has (SOAP 1.2).
    #[must_use]
    pub fn with_subcode(mut self, subcode: QName) -> Self {
        self.subcodes.push(subcode);
        self
    }

    /// The same fault with the role of the node that failed: `faultactor` in SOAP 1.1.
    #[must_use]
    pub fn with_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// The same fault with the node that failed (SOAP 1.2).
    #[must_use]
    pub fn with_node(mut self, node: impl Into<String>) -> Self {
        self.node = Some(node.into());
        self
    }

    /// The same fault with an entry of detail more.
    #[must_use]
    pub fn with_detail(mut self, entry: Element) -> Self {
        self.entries.push(entry);
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
    #[must_use]
    pub fn code(&self) -> &QName {
        &self.code
    }

    /// The fault code as it was sent.
    #[must_use]
    pub fn code_text(&self) -> &str {
        &self.code_text
    }

    /// The codes below the fault code, outermost first (SOAP 1.2).
    #[must_use]
    pub fn subcodes(&self) -> &[QName] {
        &self.subcodes
    }

    /// Whose fault it is. A dotted code is classified by its first part (WS-I R1031), a code without
    /// a namespace by its name: there are services that forget the prefix, or to declare it.
    #[must_use]
    pub fn class(&self) -> FaultClass {
        let version = SoapVersion::from_namespace(self.code.namespace());
        if version.is_none() && !self.code.namespace().is_empty() {
            return FaultClass::Other;
        }
        let first = self.code.local().split('.').next().unwrap_or_default();
        let is_found = |&&(class, v1_1, v1_2): &&(FaultClass, &str, &str)| {
            let in_1_1 = version != Some(SoapVersion::V1_2);
            let in_1_2 = version != Some(SoapVersion::V1_1);
            let borrowed = class == FaultClass::DataEncodingUnknown;
            (in_1_1 && !borrowed && v1_1 == first) || (in_1_2 && v1_2 == first)
        };
        CODES
            .iter()
            .find(is_found)
            .map_or(FaultClass::Other, |&(class, ..)| class)
    }

    /// The reasons, one for each language.
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

    /// The `detail` itself, with its attributes and text, without its entries; if it was read.
    #[must_use]
    pub fn detail_element(&self) -> Option<&Element> {
        self.detail.as_ref()
    }

    /// The entry of detail that has the type's own name.
    ///
    /// # Errors
    ///
    /// If there is one, and it is not a value of the type.
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
            .with_payload(self)
    }
}

impl Error {
    /// The fault that was read instead of the message, or beside an error in the headers.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        self.payload()
    }

    /// The fault, or the error itself if it carries none.
    ///
    /// # Errors
    ///
    /// The error, if it carries no fault.
    pub fn into_fault(self) -> Result<Fault> {
        self.into_payload()
    }
}

/// The code and the first reason, for people and logs: each cut and escaped, as in errors.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (code, reason) = (ShownName(&self.code), Shown(self.reason()));
        write!(f, "{code}: {reason}")
    }
}

fn standard_code(class: FaultClass, version: SoapVersion) -> QName {
    let found = CODES.iter().find(|&&(known, ..)| known == class);
    let local = match (found, version) {
        (Some(&(_, v1_1, _)), SoapVersion::V1_1) => v1_1,
        (Some(&(.., v1_2)), SoapVersion::V1_2) => v1_2,
        (None, _) => "",
    };
    QName::new(version.namespace(), local)
}
