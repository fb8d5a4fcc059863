//! The answer to a message that cannot be read.

use super::envelope::Envelope;
use super::fault::{Fault, FaultHeaders, NotUnderstood, Upgrade};
use super::version::SoapVersion;
use crate::error::{Error, ErrorKind};

impl Error {
    /// The answer to a message that could not be read: the [fault](Self::to_fault) in an envelope of the version that was
    /// [asked in](Self::soap_version), with the header blocks that belong beside it. A version that is not
    /// [accepted](crate::ReadOptions::versions) is refused in SOAP 1.1, unless SOAP 1.2 alone is accepted and it is another one (SOAP 1.2
    /// part 1 appendix A).
    ///
    /// | code | header block |
    /// |---|---|
    /// | `VersionMismatch` | [`Upgrade`]: the versions that are spoken (SOAP 1.2 part 1 section 5.4.7) |
    /// | `MustUnderstand` | in SOAP 1.2 a [`NotUnderstood`] for each block (section 5.4.8) |
    ///
    /// ```
    /// use um_messages::{SoapMessage, um};
    ///
    /// fn answer(request: &str) -> um_messages::Result<String> {
    ///     match um::IsUMEnabled::from_envelope(request) {
    ///         Ok(_) => um::IsUMEnabledResponse { is_enabled: true }.to_envelope(),
    ///         Err(error) => error.to_fault_envelope().to_xml(),
    ///     }
    /// }
    ///
    /// let refused = answer("<Envelope xmlns='http://www.w3.org/2003/05/soap-envelope'><Body/></Envelope>")?;
    /// assert!(refused.contains("<soap:Code><soap:Value>soap:Sender</soap:Value></soap:Code>"));
    /// # Ok::<(), um_messages::Error>(())
    /// ```
    #[must_use]
    pub fn to_fault_envelope(&self) -> Envelope<Fault, FaultHeaders> {
        let version = self.version_to_answer_in();
        let header = match self.kind() {
            _ if self.is_of_answer() => FaultHeaders::default(),
            ErrorKind::VersionMismatch(_) => FaultHeaders {
                upgrade: Some(Upgrade::to(self.accepted_versions())),
                ..FaultHeaders::default()
            },
            ErrorKind::NotUnderstood(names) if version == SoapVersion::V1_2 => FaultHeaders {
                not_understood: names.iter().cloned().map(NotUnderstood::new).collect(),
                ..FaultHeaders::default()
            },
            _ => FaultHeaders::default(),
        };
        Envelope::new(self.to_fault())
            .with_version(version)
            .with_header(header)
    }

    fn version_to_answer_in(&self) -> SoapVersion {
        let asked = self.soap_version();
        let is_refused = matches!(self.kind(), ErrorKind::VersionMismatch(_));
        match asked {
            _ if self.is_of_answer() => SoapVersion::default(),
            Some(version) if !is_refused => version,
            None if self.accepted_versions() == [SoapVersion::V1_2] => SoapVersion::V1_2,
            _ => SoapVersion::V1_1,
        }
    }
}
