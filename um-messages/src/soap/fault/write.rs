//! Writing faults, in the shape that each version of SOAP wants, or that they came in.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;

use super::{Fault, FaultClass, Reason, class_of, first_part, split_code, standard_code};
use crate::error::Shown;
use crate::qname::{QName, SharedText};
use crate::soap::SoapVersion;
use crate::xml::namespace::Tags;
use crate::xml::{Element, Writer, XML_NAMESPACE, trim};

const NO_PREFIX: Cow<'static, str> = Cow::Borrowed("");
const NO_NAMESPACE: SharedText = SharedText::Static("");

static DETAIL_1_1: Tags = Tags::of_element("<detail></detail>", "detail");
static DETAIL_1_2: Tags = Tags::of_element("<Detail></Detail>", "Detail");

/// A code, and how it was sent if that is known.
struct Code {
    name: QName,
    text: String,
}

impl Code {
    fn of(name: &QName) -> Self {
        Self {
            name: name.clone(),
            text: String::new(),
        }
    }
}

impl Fault {
    /// Writes the fault in the shape of the version that the envelope has.
    pub(crate) fn write(&self, writer: &mut Writer) {
        let version = SoapVersion::from_namespace(writer.document_namespace());
        let version = version.unwrap_or_default();
        let uri = SharedText::Static(version.namespace());
        let prefix = writer.document_prefix();
        writer.element(&prefix, &uri, "Fault", |writer| {
            writer.end_start_tag();
            match self.shape_in(version) {
                SoapVersion::V1_1 => self.write_1_1(writer),
                SoapVersion::V1_2 => self.write_1_2(writer, version, &prefix, &uri),
            }
        });
    }

    /// Whether it is written as it was read: this is the version that it came in.
    fn is_passed_on(&self, version: SoapVersion) -> bool {
        self.read_in == Some(version)
    }

    /// The version whose shape it is written in. A fault with the children of SOAP 1.2 can come in an
    /// envelope of SOAP 1.1, and say what other children cannot.
    fn shape_in(&self, version: SoapVersion) -> SoapVersion {
        let says_more = self.node.is_some() || !self.subcodes.is_empty();
        if self.is_passed_on(version) && says_more {
            SoapVersion::V1_2
        } else {
            version
        }
    }

    fn code_as_sent(&self) -> Code {
        Code {
            name: self.code.clone(),
            text: self.code_text.clone(),
        }
    }

    /// The code for SOAP 1.1: a standard one goes by its name there, and subcodes, which only SOAP 1.2 has, say more
    /// than the code above them.
    fn code_1_1(&self) -> Code {
        if self.is_passed_on(SoapVersion::V1_1) {
            return self.code_as_sent();
        }
        let code = self.subcodes.first().unwrap_or(&self.code);
        let class = class_of(code.namespace(), code.local());
        let is_of_1_2 = code.namespace() == SoapVersion::V1_2.namespace();
        match (is_of_1_2, class) {
            (true, class) if class != FaultClass::Other => {
                Code::of(&standard_code(class, SoapVersion::V1_1))
            }
            _ if self.subcodes.is_empty() => self.code_as_sent(),
            _ => Code::of(code),
        }
    }

    /// The codes for SOAP 1.2, the outermost first: a standard one.
    fn codes_1_2(&self, version: SoapVersion) -> Vec<Code> {
        let subcodes = self.subcodes.iter().zip(&self.subcode_texts);
        let subcodes = subcodes.map(|(name, text)| Code {
            name: name.clone(),
            text: text.clone(),
        });
        if self.is_passed_on(version) {
            return std::iter::once(self.code_as_sent())
                .chain(subcodes)
                .collect();
        }
        let class = self.class();
        let standard = match class {
            FaultClass::Other => FaultClass::Receiver,
            class => class,
        };
        let standard = standard_code(standard, SoapVersion::V1_2);
        // A code that is not one of SOAP's own, and a dotted one, says more than what stands for it.
        let local = self.code.local();
        let says_more = class == FaultClass::Other || local != first_part(local);
        let own = (says_more && self.code != QName::default()).then(|| self.code_as_sent());
        let standard = std::iter::once(Code::of(&standard));
        standard.chain(own).chain(subcodes).collect()
    }

    /// Children without a namespace, in this order (SOAP 1.1 section 4.4, WS-I R1000).
    fn write_1_1(&self, writer: &mut Writer) {
        let code = self.code_1_1();
        writer.element(&NO_PREFIX, &NO_NAMESPACE, "faultcode", |writer| {
            write_code(&code, writer);
        });
        let unsaid = Reason::default();
        let (first, others) = self.reasons.split_first().unwrap_or((&unsaid, &[]));
        let has_room = self.is_passed_on(SoapVersion::V1_1);
        let others = others.iter().filter(|_| has_room);
        for reason in std::iter::once(first).chain(others) {
            writer.element(&NO_PREFIX, &NO_NAMESPACE, "faultstring", |writer| {
                write_reason(reason.lang(), reason.text(), writer);
            });
        }
        if let Some(role) = &self.role {
            writer.element(&NO_PREFIX, &NO_NAMESPACE, "faultactor", |writer| {
                writer.text_content(role);
            });
        }
        if let Some(detail) = &self.detail {
            let naming = writer.naming("", "");
            let name = naming.name(&DETAIL_1_1);
            let detail = detail.without_default_namespace();
            detail.write_as(writer, name, |writer| self.write_detail(&detail, writer));
        }
    }

    /// SOAP 1.2 part 1 section 5.4.
    fn write_1_2(
        &self,
        writer: &mut Writer,
        version: SoapVersion,
        prefix: &Cow<'static, str>,
        uri: &SharedText,
    ) {
        write_codes(&self.codes_1_2(version), writer, prefix, uri);
        writer.element(prefix, uri, "Reason", |writer| {
            writer.end_start_tag();
            // At least one reason, and each in a language of its own (SOAP 1.2 part 1 section 5.4.2).
            let unsaid = [Reason::default()];
            let reasons = match self.reasons.as_slice() {
                [] => &unsaid,
                reasons => reasons,
            };
            // One that is not said stays so where the fault is passed on, and where English is taken.
            let is_unsaid = self.is_passed_on(version) || self.reason_in("en").is_some();
            let default = if is_unsaid { "" } else { "en" };
            for reason in reasons {
                writer.element(prefix, uri, "Text", |writer| {
                    write_reason(reason.lang().or(Some(default)), reason.text(), writer);
                });
            }
        });
        for (local, text) in [("Node", &self.node), ("Role", &self.role)] {
            if let Some(text) = text {
                writer.element(prefix, uri, local, |writer| writer.text_content(text));
            }
        }
        if let Some(detail) = &self.detail {
            let naming = writer.element_naming();
            let name = naming.name(&DETAIL_1_2);
            detail.write_as(writer, name, |writer| self.write_detail(detail, writer));
        }
    }

    fn write_detail(&self, detail: &Element, writer: &mut Writer) {
        writer.push_content(&detail.text());
        self.entries.iter().for_each(|entry| entry.write(writer));
    }
}

/// Codes, each inside the one before. A loop, because there can be many.
fn write_codes(codes: &[Code], writer: &mut Writer, prefix: &Cow<'static, str>, uri: &SharedText) {
    let mut open = Vec::new();
    for (index, code) in codes.iter().enumerate() {
        let local = if index == 0 { "Code" } else { "Subcode" };
        open.push((writer.start_element(prefix, uri, local), local));
        writer.end_start_tag();
        writer.element(prefix, uri, "Value", |writer| write_code(code, writer));
    }
    while let Some((opened, local)) = open.pop() {
        writer.end_element(opened, prefix, local);
    }
}

/// A code: its namespace's prefix, and then its local name, which may be any text.
fn write_code(code: &Code, writer: &mut Writer) {
    let local = code.name.local();
    let text = if code.name.namespace().is_empty() {
        text_without_namespace(code, writer)
    } else {
        let prefix = writer.prefix_of_qname(&code.name);
        format!("{prefix}:{local}")
    };
    if trim(&text) != text {
        let local = Shown(local);
        writer.fail(format!("white space around the fault code `{local}`"));
    }
    writer.text_content(&text);
}

/// A code in no namespace, as it was sent if that means the same here. `soap:Busy`, whose prefix was not declared, does
/// not where it is.
fn text_without_namespace(code: &Code, writer: &mut Writer) -> String {
    let local = code.name.local();
    let (prefix, rest) = split_code(&code.text);
    let can_be_unprefixed = writer.undeclare_default_if_prefixed();
    let is_unbound = |prefix: &str, writer: &Writer| match prefix {
        "" => can_be_unprefixed,
        prefix => !writer.is_prefix_bound(prefix),
    };
    if rest == local && is_unbound(prefix, writer) {
        code.text.clone()
    } else if local.is_empty() || (can_be_unprefixed && is_unprefixed(local)) {
        local.to_owned()
    } else {
        let unbound = writer.prefix_beside(|_| false);
        format!("{unbound}:{local}")
    }
}

/// Whether a local name that stands alone is read as it is.
fn is_unprefixed(local: &str) -> bool {
    !local.contains(':') && trim(local) == local
}

fn write_reason(lang: Option<&str>, text: &str, writer: &mut Writer) {
    if let Some(lang) = lang {
        writer.named_attribute("xml", &SharedText::Static(XML_NAMESPACE), "lang", lang);
    }
    writer.text_content(text);
}
