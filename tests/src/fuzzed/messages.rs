//! Messages: what is read is written, and read again as the same.

use std::fmt::Debug;

use um_messages::soap::ReadBody;
use um_messages::{ErrorKind, SoapMessage, ews, um};

use crate::generated::messages::{Plain, Prefixed};

/// The bytes are an envelope. What is read of it is written, read back as the same, and written as the same text again.
pub fn messages(bytes: &[u8]) {
    survives::<Plain>(bytes);
    survives::<Prefixed>(bytes);
    survives::<um::UmRequest>(bytes);
    survives::<um::GetUMPropertiesResponse>(bytes);
    survives::<um::GetCallInfoResponse>(bytes);
    survives::<um::ResetPINResponse>(bytes);
    survives::<ews::PlayOnPhone>(bytes);
    survives::<ews::PlayOnPhoneResponse>(bytes);
    survives::<ews::GetPhoneCallInformationResponse>(bytes);
}

fn survives<B>(bytes: &[u8])
where
    B: SoapMessage + for<'de> ReadBody<'de> + Debug + PartialEq,
{
    if let Ok(message) = B::from_envelope_slice(bytes) {
        is_read_back(&message);
    }
}

/// The message is written and read back, unless it cannot be written.
pub(super) fn is_read_back<B>(message: &B)
where
    B: SoapMessage + for<'de> ReadBody<'de> + Debug + PartialEq,
{
    let written = match message.to_envelope() {
        Ok(written) => written,
        Err(error) => {
            let unwritable = matches!(error.kind(), ErrorKind::Unwritable(_));
            assert!(unwritable, "{error}: {message:?}");
            return;
        }
    };
    let again = match B::from_envelope(&written) {
        Ok(again) => again,
        Err(error) => panic!("{error}: {written}"),
    };
    assert_same(&again, message, &written);
    assert_eq!(again.to_envelope().unwrap(), written);
    let pretty = message.to_envelope_pretty().unwrap();
    let again = B::from_envelope(&pretty).unwrap();
    assert_same(&again, message, &pretty);
}

/// The values are equal, or are printed alike, for not-a-number is not equal to itself. Alone, the second would not do: where the prefixes of
/// a kept element were declared, is printed and is not a part of its value.
fn assert_same<B: Debug + PartialEq>(again: &B, message: &B, document: &str) {
    if again != message {
        assert_eq!(format!("{again:?}"), format!("{message:?}"), "{document}");
    }
}
