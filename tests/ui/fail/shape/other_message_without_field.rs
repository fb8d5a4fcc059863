use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Disconnect {}

#[derive(SoapMessage)]
enum Request {
    Disconnect(Disconnect),
    #[soap(other)]
    Other,
}

fn main() {}
