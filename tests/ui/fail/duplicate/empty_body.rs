use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Disconnect {}

#[derive(SoapMessage)]
enum Request {
    Nothing,
    Disconnect(Disconnect),
    Empty,
}

fn main() {}
