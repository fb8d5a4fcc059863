//! The operation that turns bytes round.

use um_messages::SoapMessage;

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:um-messages:interop:bytes")]
#[soap(action = "urn:um-messages:interop:bytes/Turn", response = TurnResponse)]
pub(crate) struct Turn {
    #[soap(base64)]
    pub(crate) content: Vec<Vec<u8>>,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:um-messages:interop:bytes")]
pub(crate) struct TurnResponse {
    pub(crate) came_in_package: bool,
    #[soap(base64)]
    pub(crate) content: Vec<Vec<u8>>,
}

/// The same, each turned round.
pub(crate) fn turned(mut content: Vec<Vec<u8>>) -> Vec<Vec<u8>> {
    for bytes in &mut content {
        bytes.reverse();
    }
    content
}
