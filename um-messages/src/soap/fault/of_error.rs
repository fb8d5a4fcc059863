//! The fault that refuses a message: what a stranger is told of an error.

use super::{Fault, FaultClass, standard_code};
use crate::error::{Category, Error, ErrorKind};
use crate::soap::SoapVersion;

impl Error {
    /// The fault with which a service refuses the message that it could not read, or says that it failed.
    ///
    /// Its code says whose fault it is: `VersionMismatch`, `MustUnderstand`, the sender's, or the receiver's for errors of writing and
    /// of input and output. Its reason is [`redacted`](Self::redacted): what is wrong, where, and what was expected, without a
    /// text of the message. The whole error, by its `Display`, is for the log of whoever runs the service.
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
        let class = match (self.kind(), self.category()) {
            (ErrorKind::VersionMismatch(_), _) => FaultClass::VersionMismatch,
            (ErrorKind::NotUnderstood(_), _) => FaultClass::MustUnderstand,
            (_, Category::Io | Category::Write) => FaultClass::Receiver,
            _ => FaultClass::Sender,
        };
        let code = standard_code(class, SoapVersion::V1_2);
        Fault::new(code, self.redacted().to_string())
    }
}
