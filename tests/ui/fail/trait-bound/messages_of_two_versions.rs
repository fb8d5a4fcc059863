use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Connect;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", version = "1.2")]
struct Disconnect;

#[derive(SoapMessage)]
#[allow(dead_code)]
enum Request {
    Connect(Connect),
    Disconnect(Disconnect),
}

fn main() {}
