use um_messages::{SoapMessage, xml::Element};

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Disconnect {}

#[derive(SoapMessage)]
enum Request {
    Disconnect(Disconnect),
    #[soap(other)]
    Some(Element),
    #[soap(other)]
    Others(Element),
}

fn main() {}
