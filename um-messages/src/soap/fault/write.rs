//! Writing faults, in the shape that each version of SOAP wants.

#![allow(
    clippy::ptr_arg,
    reason = "a text that is borrowed for ever stays so where it is kept, and is not copied"
)]

use std::borrow::Cow;

use super::super::message::{SoapMessage, WriteBody};
use super::super::version::SoapVersion;
use super::{Fault, FaultClass, Reason, standard_code};
use crate::name::QName;
use crate::xml::{Element, Writer, XML_NAMESPACE};

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
            // A code without a namespace is passed on as it is, where that is possible.
            _ if self.code.namespace().is_empty() && version == SoapVersion::V1_1 => {
                self.code.clone()
            }
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
