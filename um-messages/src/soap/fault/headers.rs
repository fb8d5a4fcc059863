//! What SOAP says beside a fault, in the Header of its envelope.

use crate::SoapType;
use crate::qname::QName;
use crate::soap::SoapVersion;

const NAMESPACE: &str = SoapVersion::V1_2.namespace();

/// The header blocks that SOAP defines, which stand beside a fault: [`Error::to_fault_envelope`](crate::Error::to_fault_envelope)
/// writes them, and a client may read them.
///
/// ```
/// use um_messages::{Envelope, Fault, soap::FaultHeaders, um};
///
/// let soap = "http://www.w3.org/2003/05/soap-envelope";
/// let request = format!(
///     "<s:Envelope xmlns:s='{soap}'><s:Header><t:Token xmlns:t='urn:t' s:mustUnderstand='1'/>\
///      </s:Header><s:Body/></s:Envelope>"
/// );
/// let error = Envelope::<um::IsUMEnabled>::from_xml(&request).unwrap_err();
/// let answer = error.to_fault_envelope().to_xml()?;
///
/// let answer = Envelope::<Fault, FaultHeaders>::from_xml(&answer)?;
/// assert!(answer.header.not_understood[0].qname.is("urn:t", "Token"));
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = NAMESPACE, prefix = "env")]
pub struct FaultHeaders {
    /// Which versions of SOAP are spoken, beside `VersionMismatch`.
    pub upgrade: Option<Upgrade>,
    /// Which blocks are not understood, beside `MustUnderstand`; SOAP 1.2 alone.
    pub not_understood: Vec<NotUnderstood>,
}

/// The envelopes that a node understands, the best one first (SOAP 1.2 part 1 section 5.4.7). It stands in envelopes of both versions
/// (appendix A).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = NAMESPACE, prefix = "env")]
pub struct Upgrade {
    /// The envelopes.
    pub supported_envelope: Vec<SupportedEnvelope>,
}

/// An envelope that a node understands (SOAP 1.2 part 1 section 5.4.7).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = NAMESPACE, prefix = "env")]
pub struct SupportedEnvelope {
    /// The name of its document element.
    #[soap(attribute, rename = "qname")]
    pub qname: QName,
}

/// A header block that must be understood and is not (SOAP 1.2 part 1 section 5.4.8).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, SoapType)]
#[soap(crate = crate, namespace = NAMESPACE, prefix = "env")]
pub struct NotUnderstood {
    /// The name of the block.
    #[soap(attribute, rename = "qname")]
    pub qname: QName,
}

impl Upgrade {
    /// That of a node which speaks these versions.
    #[must_use]
    pub fn to(versions: &[SoapVersion]) -> Self {
        let envelope = |version: &SoapVersion| SupportedEnvelope {
            qname: QName::new(version.namespace(), "Envelope"),
        };
        Self {
            supported_envelope: versions.iter().map(envelope).collect(),
        }
    }
}

impl NotUnderstood {
    /// That of a block of this name.
    #[must_use]
    pub const fn new(qname: QName) -> Self {
        Self { qname }
    }
}
