use um_messages::{SoapMessage, xml::Element};

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Disconnect {}

#[derive(SoapMessage)]
enum Request {
    Disconnect(Disconnect),
    Other(Element),
}

fn main() {}
