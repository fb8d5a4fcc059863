//! Faults of both versions of SOAP, in one type.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;
use std::fmt;

use super::message::{ReadBody, SoapMessage, WriteBody};
use super::version::SoapVersion;
use crate::error::{Error, ErrorKind, Result};
use crate::name::QName;
use crate::xml::{
    Element, Node, ReadElement, Reader, Root, WriteElement, Writer, XML_NAMESPACE, to_string, trim,
};

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
        let entry = to_string(entry)?.parse()?;
        Ok(self.with_detail(entry))
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

    /// Whose fault it is. A dotted code is classified by its first part (WS-I R1031).
    #[must_use]
    pub fn class(&self) -> FaultClass {
        let Some(version) = SoapVersion::from_namespace(self.code.namespace()) else {
            return FaultClass::Other;
        };
        let first = self.code.local().split('.').next().unwrap_or_default();
        let name_in =
            |&(class, v1_1, v1_2): &(FaultClass, &'static str, &'static str)| match version {
                SoapVersion::V1_1 if class == FaultClass::DataEncodingUnknown => "",
                SoapVersion::V1_1 => v1_1,
                SoapVersion::V1_2 => v1_2,
            };
        let found = CODES.iter().find(|code| name_in(code) == first);
        found.map_or(FaultClass::Other, |&(class, ..)| class)
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

/// The code and the first reason.
impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.reason())
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

// Reading.

impl Fault {
    /// Reads the fault that the reader stands in.
    pub(super) fn read(reader: &mut Reader<'_>) -> Result<Self> {
        let mut element = Element::read_element(reader)?;
        let mut fault = Self::default();
        for node in element.take_nodes() {
            match node {
                Node::Element(child) if is_soap(&child) => fault.read_child(child, &element),
                _ => {}
            }
        }
        Ok(fault)
    }

    fn read_child(&mut self, child: Element, element: &Element) {
        let text = |child: &Element| Some(trim(&child.text()).to_owned());
        match child.name().local() {
            "faultcode" => self.set_code(&child, &[element]),
            "Code" => self.read_code(&child, &[element]),
            "faultstring" => self.reasons.push(reason(&child)),
            "Reason" => {
                let texts = child.children().filter(|text| is_soap(text));
                self.reasons.extend(texts.map(reason));
            }
            "faultactor" | "Role" => self.role = text(&child),
            "Node" => self.node = text(&child),
            "detail" | "Detail" => self.read_detail(child, element),
            _ => {}
        }
    }

    fn set_code(&mut self, value: &Element, around: &[&Element]) {
        let text = value.text();
        trim(&text).clone_into(&mut self.code_text);
        self.code = resolve(&self.code_text, value, around);
    }

    /// `Code` of SOAP 1.2: a `Value`, and a `Subcode` that is built alike, to any depth.
    fn read_code(&mut self, code: &Element, around: &[&Element]) {
        let mut around = around.to_vec();
        let mut level = Some(code);
        while let Some(element) = level {
            around.push(element);
            let child = |local| {
                element
                    .children()
                    .find(|child| is_soap(child) && child.name().local() == local)
            };
            if let Some(value) = child("Value") {
                if around.len() == 2 {
                    self.set_code(value, &around);
                } else {
                    self.subcodes
                        .push(resolve(trim(&value.text()), value, &around));
                }
            }
            level = child("Subcode");
        }
    }

    fn read_detail(&mut self, mut detail: Element, fault: &Element) {
        self.entries.extend(detail.take_children(fault));
        self.detail = Some(detail);
    }
}

/// Whether a child of a fault is SOAP's: in a namespace of SOAP, or in none, as SOAP 1.1 wants it.
fn is_soap(element: &Element) -> bool {
    let namespace = element.name().namespace();
    namespace.is_empty() || SoapVersion::from_namespace(namespace).is_some()
}

fn reason(element: &Element) -> Reason {
    let lang = element.attribute(XML_NAMESPACE, "lang").map(str::to_owned);
    Reason {
        lang,
        text: element.text(),
    }
}

/// A code, its prefix resolved where it stands: on the element itself first, then around it.
fn resolve(text: &str, element: &Element, around: &[&Element]) -> QName {
    let (prefix, local) = text.split_once(':').unwrap_or(("", text));
    let mut inside_out = std::iter::once(element).chain(around.iter().rev().copied());
    let uri = inside_out
        .find_map(|scope| scope.lookup(prefix))
        .unwrap_or_default();
    QName::new(uri.to_owned(), local.to_owned())
}

impl ReadBody<'_> for Fault {
    fn aliases(_: &mut dyn FnMut(&'static str, &'static str)) {}

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

// Writing.

impl SoapMessage for Fault {
    fn action(&self) -> Option<&'static str> {
        None
    }
}

const NONE: Cow<'static, str> = Cow::Borrowed("");

impl WriteBody for Fault {
    fn write_body(&self, writer: &mut Writer) {
        let version = SoapVersion::from_namespace(writer.document_namespace());
        let version = version.unwrap_or_default();
        let uri = Cow::Borrowed(version.namespace());
        let prefix = writer.document_prefix();
        writer.element(&prefix, &uri, "Fault", |writer| {
            writer.content();
            match version {
                SoapVersion::V1_1 => self.write_1_1(writer),
                SoapVersion::V1_2 => self.write_1_2(writer, &prefix, &uri),
            }
        });
    }
}

impl Fault {
    /// The code for a version: a standard one goes by that version's name, and subcodes, which only
    /// SOAP 1.2 has, say more than the code above them.
    fn code_in(&self, version: SoapVersion) -> QName {
        if let (SoapVersion::V1_1, Some(subcode)) = (version, self.subcodes.first()) {
            return subcode.clone();
        }
        match self.class() {
            FaultClass::Other if version == SoapVersion::V1_2 => {
                standard_code(FaultClass::Receiver, version)
            }
            FaultClass::Other => self.code.clone(),
            // A dotted code says more than its class.
            _ if self.code.namespace() == version.namespace() => self.code.clone(),
            class => standard_code(class, version),
        }
    }

    /// Children without a namespace, in this order (SOAP 1.1 section 4.4, WS-I R1000).
    fn write_1_1(&self, writer: &mut Writer) {
        let code = self.code_in(SoapVersion::V1_1);
        writer.element(&NONE, &NONE, "faultcode", |writer| {
            writer.qname_content(&code);
        });
        let reason = self.reasons.first();
        writer.element(&NONE, &NONE, "faultstring", |writer| {
            write_reason(reason, writer);
        });
        if let Some(role) = &self.role {
            writer.element(&NONE, &NONE, "faultactor", |writer| {
                writer.text_content(role);
            });
        }
        self.write_detail(writer, &NONE, &NONE, "detail");
    }

    /// SOAP 1.2 part 1 section 5.4.
    fn write_1_2(&self, writer: &mut Writer, prefix: &Cow<'static, str>, uri: &Cow<'static, str>) {
        let mut codes = vec![self.code_in(SoapVersion::V1_2)];
        if self.class() == FaultClass::Other {
            codes.push(self.code.clone());
        }
        codes.extend_from_slice(&self.subcodes);
        write_codes(&codes, "Code", writer, prefix, uri);
        writer.element(prefix, uri, "Reason", |writer| {
            writer.content();
            for reason in &self.reasons {
                writer.element(prefix, uri, "Text", |writer| {
                    write_reason(Some(reason), writer);
                });
            }
        });
        for (local, text) in [("Node", &self.node), ("Role", &self.role)] {
            if let Some(text) = text {
                writer.element(prefix, uri, local, |writer| writer.text_content(text));
            }
        }
        self.write_detail(writer, prefix, uri, "Detail");
    }

    fn write_detail(
        &self,
        writer: &mut Writer,
        prefix: &Cow<'static, str>,
        uri: &Cow<'static, str>,
        local: &str,
    ) {
        if self.entries.is_empty() && self.detail.is_none() {
            return;
        }
        writer.element(prefix, uri, local, |writer| {
            match &self.detail {
                Some(detail) => detail.write_head(writer),
                None => writer.content(),
            }
            // White space between entries means nothing.
            let text = self.detail.as_ref().map(Element::text).unwrap_or_default();
            writer.push_content(if self.entries.is_empty() {
                &text
            } else {
                text.trim()
            });
            self.entries.iter().for_each(|entry| entry.write(writer));
        });
    }
}

/// Codes, each inside the one before.
fn write_codes(
    codes: &[QName],
    local: &str,
    writer: &mut Writer,
    prefix: &Cow<'static, str>,
    uri: &Cow<'static, str>,
) {
    let Some((code, below)) = codes.split_first() else {
        return;
    };
    writer.element(prefix, uri, local, |writer| {
        writer.content();
        writer.element(prefix, uri, "Value", |writer| writer.qname_content(code));
        write_codes(below, "Subcode", writer, prefix, uri);
    });
}

fn write_reason(reason: Option<&Reason>, writer: &mut Writer) {
    if let Some(lang) = reason.and_then(Reason::lang) {
        writer.named_attribute("xml", &Cow::Borrowed(XML_NAMESPACE), "lang", lang);
    }
    writer.text_content(reason.map_or("", Reason::text));
}
