use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Disconnect;

#[derive(SoapMessage)]
#[soap(namespace_alias = "urn:another")]
enum Request {
    Disconnect(Disconnect),
}

fn main() {}
