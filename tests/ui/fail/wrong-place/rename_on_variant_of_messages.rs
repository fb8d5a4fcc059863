use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Disconnect;

#[derive(SoapMessage)]
enum Request {
    #[soap(rename = "HangUp")]
    Disconnect(Disconnect),
}

fn main() {}
