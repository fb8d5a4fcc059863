use um_messages::{SoapMessage, SoapType};

// A message may say that it has no namespace, a type may say nothing.
#[derive(SoapMessage)]
#[soap(namespace = "")]
struct Disconnect;

const NAMESPACE: &str = "urn:example";

#[derive(SoapMessage)]
#[soap(namespace = NAMESPACE, prefix = "m", action = self::NAMESPACE)]
struct Connect {}

#[derive(SoapMessage)]
#[allow(dead_code)]
enum Request {
    Disconnect(Disconnect),
    Connect(Connect),
}

#[derive(SoapType)]
#[allow(dead_code)]
struct Item {
    #[soap(default)]
    id: String,
}

#[derive(SoapMessage)]
#[soap(namespace = "", inner = "Result", inner_optional)]
#[allow(dead_code)]
struct CallState {
    state: String,
}

fn main() {}
