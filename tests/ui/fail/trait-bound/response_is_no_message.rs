use um_messages::{SoapMessage, SoapType};

#[derive(SoapType)]
struct DisconnectResponse;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", response = DisconnectResponse)]
struct Disconnect;

fn main() {}
