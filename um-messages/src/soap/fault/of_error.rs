//! What an error of reading an envelope knows of it, and the fault that refuses the message: what a stranger is told of an error.

use super::{Fault, FaultClass, standard_code};
use crate::error::{Category, Error, ErrorKind, Result};
use crate::qname::QName;
use crate::soap::SoapVersion;
#[cfg(feature = "http")]
use crate::xml::ReadOptions;

/// What an error carries of the envelope that was read.
#[derive(Default)]
struct Carried {
    /// The version, if it is a known one.
    version: Option<SoapVersion>,
    /// The versions that are read.
    accepted: Vec<SoapVersion>,
    /// The fault in the Body.
    fault: Option<Fault>,
    /// The header block that it is an error of.
    block: Option<QName>,
}

impl Error {
    /// The same error, beside this fault.
    pub(in crate::soap) fn carrying(self, fault: Fault) -> Self {
        self.with_payload(|carried: &mut Carried| carried.fault = Some(fault))
    }

    /// The same error, in a header block.
    #[cold]
    pub(in crate::soap) fn in_block(self, block: QName) -> Self {
        self.with_payload(|carried: &mut Carried| carried.block = Some(block))
    }

    /// The same error, of an envelope of this version, where these are accepted.
    pub(in crate::soap) fn of_envelope(
        self,
        version: Option<SoapVersion>,
        accepted: Vec<SoapVersion>,
    ) -> Self {
        self.with_payload(|carried: &mut Carried| {
            carried.version = version;
            carried.accepted = accepted;
        })
    }

    /// The same error, where it has no version yet: of a request whose media type is that of this one.
    #[cfg(feature = "http")]
    pub(in crate::soap) fn asked_in(
        self,
        version: Option<SoapVersion>,
        options: &ReadOptions,
    ) -> Self {
        let is_known = matches!(self.kind(), ErrorKind::VersionMismatch(_));
        if is_known || self.soap_version().is_some() {
            return self;
        }
        let version = version.filter(|version| version.is_accepted(options));
        self.of_envelope(version, SoapVersion::accepted(options))
    }

    /// The versions of SOAP in which the envelope might have been.
    pub(in crate::soap) fn accepted_versions(&self) -> &[SoapVersion] {
        let carried = self.payload::<Carried>();
        carried.map_or(&SoapVersion::ALL, |carried| &carried.accepted)
    }

    /// The fault that was read instead of the message, or beside an error in the headers.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        self.payload::<Carried>()?.fault.as_ref()
    }

    /// The fault, or the error itself if it carries none.
    ///
    /// # Errors
    ///
    /// The error, if it carries no fault.
    pub fn into_fault(mut self) -> Result<Fault> {
        let carried = self.payload_mut::<Carried>();
        let fault = carried.and_then(|carried| carried.fault.take());
        fault.ok_or(self)
    }

    /// The header block that could not be read, or that stands twice. `None` if it is an error of something else, as that there is no such block.
    ///
    /// ```
    /// use um_messages::{Envelope, SoapType, um};
    ///
    /// #[derive(Debug, SoapType)]
    /// #[soap(namespace = "urn:tx")]
    /// struct Headers {
    ///     transaction: u32,
    /// }
    ///
    /// let request = "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Header>\
    ///     <Transaction xmlns='urn:tx'>five</Transaction></e:Header><e:Body><IsUMEnabled \
    ///     xmlns='http://schemas.microsoft.com/exchange/services/2006/messages'/></e:Body></e:Envelope>";
    /// let error = Envelope::<um::IsUMEnabled, Headers>::from_xml(request).unwrap_err();
    /// assert!(error.header_block().is_some_and(|block| block.is("urn:tx", "Transaction")));
    /// ```
    #[must_use]
    pub fn header_block(&self) -> Option<&QName> {
        self.payload::<Carried>()?.block.as_ref()
    }

    /// The version of SOAP of the envelope that could not be read; of what is no envelope, that of its media type. `None` if that is not
    /// known: it is no envelope, or one of no known version.
    #[must_use]
    pub fn soap_version(&self) -> Option<SoapVersion> {
        self.payload::<Carried>()?.version
    }

    /// The fault with which a service refuses the message that it could not read, or says that it failed.
    /// [`to_fault_envelope`](Self::to_fault_envelope) has it in the envelope that it belongs in.
    ///
    /// Its code says whose fault it is: `VersionMismatch`, `MustUnderstand`, the sender's, or the receiver's for errors of writing and
    /// of input and output. Its reason is [`redacted`](Self::redacted): what is wrong, where, and what was expected, without a
    /// text of the message. The whole error, by its `Display`, is for the log of whoever runs the service. It has a detail, an empty one,
    /// where what could not be read stands in the Body: without one, SOAP 1.1 section 4.4 says, it does not.
    ///
    /// ```
    /// use um_messages::{SoapMessage, SoapType, soap::FaultClass};
    ///
    /// #[derive(Debug, SoapMessage)]
    /// #[soap(namespace = "urn:door")]
    /// struct Open {
    ///     pin: u32,
    /// }
    ///
    /// let request = "<Envelope xmlns='http://schemas.xmlsoap.org/soap/envelope/'>\
    ///     <Body><Open xmlns='urn:door'><Pin>hunter2</Pin></Open></Body></Envelope>";
    /// let error = Open::from_envelope(request).unwrap_err();
    /// eprintln!("refused: {error}");
    ///
    /// let fault = error.to_fault();
    /// assert_eq!(fault.class(), FaultClass::Sender);
    /// assert!(fault.reason().starts_with("not an integer from 0 to 4294967295, in `Envelope/Body/Open/Pin`, line 1"));
    /// ```
    #[must_use]
    pub fn to_fault(&self) -> Fault {
        #[cfg(feature = "signature")]
        if let (ErrorKind::Signature(problem), Category::Security, false) =
            (self.kind(), self.category(), self.is_of_answer())
        {
            return problem.fault().to_fault();
        }
        let class = match (self.kind(), self.category()) {
            // Whoever asks the program has not made the answer that the program got.
            _ if self.is_of_answer() => FaultClass::Receiver,
            (ErrorKind::VersionMismatch(_), _) => FaultClass::VersionMismatch,
            (ErrorKind::NotUnderstood(_), _) => FaultClass::MustUnderstand,
            (_, Category::Io | Category::Write) => FaultClass::Receiver,
            _ => FaultClass::Sender,
        };
        let code = standard_code(class, SoapVersion::V1_2);
        let fault = Fault::new(code, self.redacted().to_string());
        if self.is_of_body() && !self.is_of_answer() {
            fault.with_empty_detail()
        } else {
            fault
        }
    }

    /// Whether it is what stands in the Body that could not be read.
    fn is_of_body(&self) -> bool {
        let inside = self
            .path()
            .and_then(|path| path.strip_prefix("Envelope/Body"));
        inside.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}
