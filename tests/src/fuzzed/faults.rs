//! Faults: read from any shape, and written in both versions of SOAP.

use um_messages::{Envelope, Fault, SoapVersion};

/// The bytes are an envelope with a fault. It is written in each version, and what that is read as is written as the same text.
pub fn faults(bytes: &[u8]) {
    let Ok(envelope) = Envelope::<Fault>::from_slice(bytes) else {
        return;
    };
    let fault = envelope.into_body();
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let written = write(&fault, version);
        let again = match Envelope::<Fault>::from_xml(&written) {
            Ok(again) => again.into_body(),
            Err(error) => panic!("{error}: {written}"),
        };
        assert_eq!(again.reason(), fault.reason(), "{written}");
        assert_eq!(again.detail(), fault.detail(), "{written}");
        assert_eq!(again.role(), fault.role(), "{written}");
        assert_eq!(write(&again, version), written);
    }
}

fn write(fault: &Fault, version: SoapVersion) -> String {
    let envelope = Envelope::new(fault.clone()).with_version(version);
    match envelope.to_xml() {
        Ok(written) => written,
        Err(error) => panic!("{error}: {fault:?}"),
    }
}
