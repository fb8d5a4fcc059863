//! The key `version`.

use um_messages::{Envelope, SoapMessage, SoapVersion};
use um_tests::documents::{V1_1, V1_2};

use crate::namespace_alias::{Second, Several};

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", version = "1.2")]
struct New;

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", version = "1.2")]
struct Newer;

#[derive(Debug, PartialEq, SoapMessage)]
enum AllNew {
    New(New),
    Newer(Newer),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(version = "1.1")]
enum SaidToBeOld {
    New(New),
    Second(Second),
}

/// An enum of messages has their version, unless it says another.
/// It was broken once.
#[test]
fn an_enum_of_messages_has_their_version() {
    assert_eq!(AllNew::VERSION, SoapVersion::V1_2);
    let written = AllNew::Newer(Newer).to_envelope().unwrap();
    assert!(written.contains(V1_2), "{written}");
    assert_eq!(
        Envelope::<AllNew>::from_xml(&written).unwrap().version(),
        SoapVersion::V1_2
    );
    assert_eq!(Several::VERSION, SoapVersion::V1_1);
    assert_eq!(SaidToBeOld::VERSION, SoapVersion::V1_1);
    let written = SaidToBeOld::New(New).to_envelope().unwrap();
    assert!(written.contains(V1_1), "{written}");
}
