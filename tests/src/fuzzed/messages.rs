//! Messages: what is read is written, and read again as the same.

use std::fmt::Debug;
use std::time::SystemTime;

use um_messages::soap::addressing::{self, august_2004};
use um_messages::soap::security::{self, Freshness, Security, UsernameVerifier};
use um_messages::soap::{Block, ReadBody};
use um_messages::{Envelope, ErrorKind, SoapMessage, SoapType, ews, um};

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
    blocks(bytes);
}

/// The header blocks of WS-Addressing, of both namespaces, and of WS-Security.
#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:fuzzed")]
struct Blocks {
    #[soap(flatten)]
    addressing: Option<addressing::Addressing>,
    #[soap(flatten)]
    august_2004: Option<august_2004::Addressing>,
    #[soap(namespace = security::WSSE)]
    security: Vec<Block<Security>>,
}

/// What is read of the blocks is written, and read back as the same; and whatever it is, it is looked at.
fn blocks(bytes: &[u8]) {
    let Ok(envelope) = Envelope::<um::UmRequest, Blocks>::from_slice(bytes) else {
        return;
    };
    let written = envelope.to_xml().unwrap();
    let again = Envelope::<um::UmRequest, Blocks>::from_xml(&written).unwrap();
    assert_eq!(again.header, envelope.header, "{written}");

    let Blocks {
        addressing,
        august_2004,
        security,
    } = envelope.header;
    let old = august_2004.map(addressing::Addressing::from);
    for asked in addressing.into_iter().chain(old) {
        let refused = asked.check_request().and_then(|()| asked.check_anonymous());
        let answer = match refused {
            Ok(()) => Envelope::new(())
                .with_header(asked.reply("urn:answer"))
                .to_xml(),
            Err(fault) => fault.to_envelope(again.version(), Some(&asked)).to_xml(),
        };
        answer.unwrap();
    }
    for block in &security {
        // A moment at which a seed is fresh.
        let now = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_795_969_291);
        let verified = UsernameVerifier::default().verify(block, now, |_| Some("hunter2"));
        let in_time = block.check_timestamp(now, &Freshness::default());
        for refused in verified.map(|_| ()).err().into_iter().chain(in_time.err()) {
            Envelope::new(refused.to_fault()).to_xml().unwrap();
        }
    }
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
