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

// Items have the name of the field, where that is another one than the wrapper's.
#[derive(SoapType)]
#[allow(dead_code)]
enum Part {
    Number(u32),
}

#[derive(SoapType)]
#[allow(dead_code)]
struct Order {
    #[soap(wrapper = "Items")]
    item: Vec<u8>,
    #[soap(wrapper = "Parts", rename = "Part")]
    parts: Vec<Part>,
    #[soap(wrapper = "Choice", flatten)]
    choice: Vec<Part>,
    #[soap(wrapper = "Same", rename = "Same")]
    same: Vec<u32>,
}

#[derive(SoapMessage)]
#[soap(namespace = "", inner = "Result", inner_optional)]
#[allow(dead_code)]
struct CallState {
    state: String,
}

fn main() {}
