use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Disconnect;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", rename = "Disconnect")]
struct HangUp;

#[derive(SoapMessage)]
enum Request {
    Disconnect(Disconnect),
    HangUp(HangUp),
}

fn main() {}
