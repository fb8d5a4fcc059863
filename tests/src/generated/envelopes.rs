//! How an envelope is written, and what is written is read back.

use std::collections::BTreeMap;
use std::fmt::Debug;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use um_messages::soap::ReadBody;
use um_messages::xml::{Reader, pretty};
use um_messages::{Envelope, ReadOptions, SoapMessage, SoapVersion};

use super::texts::URIS;
use crate::sources::sources;

/// What an envelope says of how it is written.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its version of SOAP.
    pub version: SoapVersion,
    /// The prefix of its own elements.
    pub prefix: &'static str,
    /// What it declares for its content.
    pub declared: Vec<(&'static str, &'static str)>,
    /// Whether the namespace of messages is written as another.
    pub mapped: bool,
}

/// Settings in which a prefix stands for one namespace.
pub fn settings() -> impl Strategy<Value = Settings> {
    let version = select(&[SoapVersion::V1_1, SoapVersion::V1_2][..]);
    let prefix = select(&["soap", "s", "SOAP-ENV", "p", "x", "pre", "ns1", ""][..]);
    let declared = vec(
        (
            select(&["p", "x", "pre", "ns1", "ns2", "q", "", "s"][..]),
            select(&URIS[..6]),
        ),
        0..4,
    );
    (version, prefix, declared, any::<bool>()).prop_map(|(version, prefix, declared, mapped)| {
        // A prefix stands for one namespace.
        let mut unique: BTreeMap<&str, &str> = declared.into_iter().collect();
        unique.remove(prefix);
        Settings {
            version,
            prefix,
            declared: unique.into_iter().collect(),
            mapped,
        }
    })
}

impl Settings {
    /// The envelope of a body.
    pub fn envelope<B: SoapMessage>(&self, body: B) -> Envelope<B> {
        let envelope = Envelope::new(body)
            .with_version(self.version)
            .with_prefix(self.prefix);
        let envelope = self
            .declared
            .iter()
            .fold(envelope, |envelope, &(prefix, uri)| {
                envelope.declare(prefix, uri)
            });
        if self.mapped {
            envelope.map_namespace("urn:home", "urn:alias")
        } else {
            envelope
        }
    }

    /// Whether there is a default namespace around the message.
    pub fn has_default(&self) -> bool {
        self.prefix.is_empty() || self.declared.iter().any(|(prefix, _)| prefix.is_empty())
    }
}

/// Both sources read the document as the value.
pub fn reads<B>(document: &str, expected: &B) -> Result<(), TestCaseError>
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let read = |reader: &mut Reader<'_>| Envelope::<B>::read(reader).map(Envelope::into_body);
    let (tokenizer, stream) = sources(document, &ReadOptions::new(), &read);
    for (source, read) in [("tokenizer", tokenizer), ("stream", stream)] {
        match read {
            Ok(read) => prop_assert_eq!(&read, expected, "{} of {}", source, document),
            Err(error) => prop_assert!(false, "{source}: {error}\n{document}"),
        }
    }
    Ok(())
}

/// Written, however that is, and read back: the same.
pub fn round_trip<B>(message: &B, settings: &Settings) -> Result<(), TestCaseError>
where
    B: SoapMessage + for<'de> ReadBody<'de> + PartialEq + Debug + Clone,
{
    let envelope = settings.envelope(message.clone());
    let written = match envelope.to_xml() {
        Ok(written) => written,
        Err(error) => return Err(TestCaseError::fail(format!("{error}\n{message:?}"))),
    };
    reads(&written, message)?;
    let printed = pretty(&written).map_err(|error| TestCaseError::fail(format!("{error}")))?;
    reads(&printed, message)?;
    // Printing what is printed changes nothing.
    prop_assert_eq!(&pretty(&printed).unwrap(), &printed);
    prop_assert_eq!(&envelope.to_vec().unwrap(), written.as_bytes());
    let again = Envelope::<B>::from_slice(written.as_bytes()).unwrap();
    prop_assert_eq!(again.version(), settings.version);
    let utf_16: Vec<u8> = format!("\u{feff}{}", written.replacen("utf-8", "utf-16", 1))
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    prop_assert_eq!(&B::from_envelope_slice(&utf_16).unwrap(), message);
    Ok(())
}
