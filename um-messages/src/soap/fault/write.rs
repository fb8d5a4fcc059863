//! Writing faults, in the shape that each version of SOAP wants.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;

use super::{Fault, FaultClass, Reason, standard_code};
use crate::qname::{QName, SharedText};
use crate::soap::SoapVersion;
use crate::xml::{Element, Writer, XML_NAMESPACE, trim};

const NO_PREFIX: Cow<'static, str> = Cow::Borrowed("");
const NO_NAMESPACE: SharedText = SharedText::Static("");

impl Fault {
    /// Writes the fault in the shape of the version that the envelope has.
    pub(crate) fn write(&self, writer: &mut Writer) {
        let version = SoapVersion::from_namespace(writer.document_namespace());
        let version = version.unwrap_or_default();
        let uri = SharedText::Static(version.namespace());
        let prefix = writer.document_prefix();
        writer.element(&prefix, &uri, "Fault", |writer| {
            writer.end_start_tag();
            match version {
                SoapVersion::V1_1 => self.write_1_1(writer),
                SoapVersion::V1_2 => self.write_1_2(writer, &prefix, &uri),
            }
        });
    }

    /// The code for a version: a standard one goes by that version's name, and subcodes, which only
    /// SOAP 1.2 has, say more than the code above them.
    fn code_in(&self, version: SoapVersion) -> QName {
        match (version, self.class(), self.subcodes.first()) {
            (SoapVersion::V1_1, _, Some(subcode)) => subcode.clone(),
            (SoapVersion::V1_1, FaultClass::Other, None) => self.code.clone(),
            (SoapVersion::V1_1, class, None) => {
                match SoapVersion::from_namespace(self.code.namespace()) {
                    Some(SoapVersion::V1_2) => standard_code(class, version),
                    // As it was sent, dotted or without a namespace.
                    _ => self.code.clone(),
                }
            }
            (SoapVersion::V1_2, FaultClass::Other, _) => {
                standard_code(FaultClass::Receiver, version)
            }
            (SoapVersion::V1_2, class, _) => standard_code(class, version),
        }
    }

    /// Children without a namespace, in this order (SOAP 1.1 section 4.4, WS-I R1000).
    fn write_1_1(&self, writer: &mut Writer) {
        let code = self.code_in(SoapVersion::V1_1);
        writer.element(&NO_PREFIX, &NO_NAMESPACE, "faultcode", |writer| {
            write_code(&code, writer);
        });
        let lang = self.reasons.first().and_then(Reason::lang);
        writer.element(&NO_PREFIX, &NO_NAMESPACE, "faultstring", |writer| {
            write_reason(lang, self.reason(), writer);
        });
        if let Some(role) = &self.role {
            writer.element(&NO_PREFIX, &NO_NAMESPACE, "faultactor", |writer| {
                writer.text_content(role);
            });
        }
        self.write_detail(writer, &NO_PREFIX, &NO_NAMESPACE, "detail");
    }

    /// SOAP 1.2 part 1 section 5.4.
    fn write_1_2(&self, writer: &mut Writer, prefix: &Cow<'static, str>, uri: &SharedText) {
        let mut codes = vec![self.code_in(SoapVersion::V1_2)];
        // A code that is not one of SOAP's own, and a dotted one, says more than what stands for it.
        let says_more = self.class() == FaultClass::Other || self.code.local().contains('.');
        if says_more && self.code != QName::default() {
            codes.push(self.code.clone());
        }
        codes.extend_from_slice(&self.subcodes);
        write_codes(&codes, writer, prefix, uri);
        writer.element(prefix, uri, "Reason", |writer| {
            writer.end_start_tag();
            // At least one reason, and each in a language (SOAP 1.2 part 1 section 5.4.2).
            let none = Reason {
                lang: None,
                text: String::new(),
            };
            let reasons = if self.reasons.is_empty() {
                std::slice::from_ref(&none)
            } else {
                &self.reasons
            };
            for reason in reasons {
                writer.element(prefix, uri, "Text", |writer| {
                    write_reason(reason.lang().or(Some("en")), reason.text(), writer);
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
        uri: &SharedText,
        local: &str,
    ) {
        if self.entries.is_empty() && self.detail.is_none() {
            return;
        }
        writer.element(prefix, uri, local, |writer| {
            match &self.detail {
                Some(detail) => detail.write_head(writer),
                None => writer.end_start_tag(),
            }
            // White space between entries means nothing.
            let text = self.detail.as_ref().map(Element::text).unwrap_or_default();
            writer.push_content(if self.entries.is_empty() {
                &text
            } else {
                trim(&text)
            });
            self.entries.iter().for_each(|entry| entry.write(writer));
        });
    }
}

/// Codes, each inside the one before. A loop, because there can be many.
fn write_codes(codes: &[QName], writer: &mut Writer, prefix: &Cow<'static, str>, uri: &SharedText) {
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

/// A code; a fault without one is passed on without one.
fn write_code(code: &QName, writer: &mut Writer) {
    if *code == QName::default() {
        writer.end_start_tag();
    } else {
        writer.qname_content(code);
    }
}

fn write_reason(lang: Option<&str>, text: &str, writer: &mut Writer) {
    if let Some(lang) = lang {
        writer.named_attribute("xml", &SharedText::Static(XML_NAMESPACE), "lang", lang);
    }
    writer.text_content(text);
}
