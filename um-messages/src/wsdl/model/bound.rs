//! What a binding says of an operation, and of the parts of its messages (section 3 of the note on WSDL).

use crate::soap::SoapVersion;
use crate::wsdl::read::wsdl::{
    self, BoundMessage, BoundOperation, Encoding, Part, SoapBody, SoapHeader, Style,
};
use crate::wsdl::resolve::{Key, Scope};
use crate::xml::QName;

/// The binding of an operation, and what it inherits.
#[derive(Clone, Copy)]
pub(super) struct Bound<'a> {
    pub(super) operation: &'a BoundOperation,
    pub(super) scope: Scope<'a>,
    pub(super) version: SoapVersion,
    pub(super) style: Style,
}

impl<'a> Bound<'a> {
    pub(super) fn soap_operation(self) -> Option<&'a wsdl::SoapOperation> {
        match self.version {
            SoapVersion::V1_2 => self.operation.soap_1_2.as_ref(),
            SoapVersion::V1_1 => self.operation.soap_1_1.as_ref(),
        }
    }

    /// The namespace of the parts of a fault that have a type.
    pub(super) fn fault_namespace(self, name: Option<&str>) -> Option<&'a str> {
        let mut faults = self.operation.faults.iter();
        let fault = faults.find(|fault| fault.name.as_deref() == name)?;
        let said = match self.version {
            SoapVersion::V1_2 => fault.soap_1_2.as_ref(),
            SoapVersion::V1_1 => fault.soap_1_1.as_ref(),
        };
        said?.namespace.as_deref()
    }

    pub(super) fn is_encoded(self) -> bool {
        let messages = [&self.operation.input, &self.operation.output];
        messages.into_iter().flatten().any(|message| {
            let body = BoundParts::of(message, self.version).body;
            body.and_then(|body| body.encoding) == Some(Encoding::Encoded)
        })
    }
}

/// What the binding says of the parts of a message.
#[derive(Default)]
pub(super) struct BoundParts<'a> {
    pub(super) body: Option<&'a SoapBody>,
    pub(super) headers: Vec<&'a SoapHeader>,
    /// The parts that travel beside the envelope.
    attached: Vec<&'a str>,
}

impl<'a> BoundParts<'a> {
    pub(super) fn of(message: &'a BoundMessage, version: SoapVersion) -> Self {
        let mime = message
            .multipart
            .iter()
            .flat_map(|multipart| &multipart.parts);
        let mut parts = Self::default();
        let own = std::iter::once((&message.soap_1_1, &message.soap_1_2));
        let inner = mime.clone().map(|part| (&part.soap_1_1, &part.soap_1_2));
        for (soap_1_1, soap_1_2) in own.chain(inner) {
            let (body, headers) = match version {
                SoapVersion::V1_2 => (&soap_1_2.body, &soap_1_2.headers),
                SoapVersion::V1_1 => (&soap_1_1.body, &soap_1_1.headers),
            };
            parts.body = parts.body.or(body.as_ref());
            parts.headers.extend(headers);
        }
        let contents = mime.flat_map(|part| &part.contents);
        parts.attached = contents
            .filter_map(|content| content.part.as_deref())
            .collect();
        parts
    }

    /// Whether a part stands in the Body: it is listed there, or nothing is and it stands nowhere else.
    pub(super) fn has_in_body(&self, part: &Part, message: Key<'_>) -> bool {
        if let Some(parts) = self.body.and_then(|body| body.parts.as_ref()) {
            return parts.contains(&part.name);
        }
        let is_header = self
            .headers
            .iter()
            .any(|header| header.part == part.name && names(&header.message, message));
        !is_header && !self.attached.contains(&part.name.as_str())
    }
}

/// Whether a name is this one. A WSDL is never included by one of another namespace.
fn names(name: &QName, key: Key<'_>) -> bool {
    name.is(key.0, key.1)
}
