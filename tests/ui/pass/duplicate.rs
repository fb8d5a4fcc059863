use um_messages::{SoapMessage, SoapType};

// One name as an element and as an attribute, and one name in two namespaces, are different names.
#[derive(SoapType)]
#[soap(namespace = "urn:example")]
#[allow(dead_code)]
struct Item {
    #[soap(attribute, alias = "Identity", alias = "Key")]
    id: String,
    #[soap(rename = "Id")]
    element: String,
    #[soap(rename = "Id", namespace = "urn:types")]
    other: String,
    #[soap(rename = "Id", unqualified)]
    unqualified: String,
    #[soap(skip, default = "String::new")]
    key: String,
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", rename = "Disconnect")]
struct Disconnect;

#[derive(SoapMessage)]
#[soap(namespace = "urn:types", rename = "Disconnect")]
struct HangUp;

#[derive(SoapMessage)]
#[allow(dead_code)]
enum Request {
    Disconnect(Disconnect),
    HangUp(HangUp),
}

// The same names in other namespaces, as an attribute, inside a wrapper, and one level further in.
#[derive(SoapType)]
#[soap(namespace = "urn:f")]
#[allow(dead_code)]
struct Flattened {
    item: u8,
    other: u8,
}

#[derive(SoapType)]
#[allow(dead_code)]
struct Flattening {
    #[soap(attribute, namespace = "urn:f")]
    item: u8,
    other: u8,
    #[soap(flatten)]
    flattened: Flattened,
    inside: Flattened,
    #[soap(wrapper = "Wrapped", flatten)]
    wrapped: Vec<Flattened>,
}

// Names that differ in case are two, and an alias of the namespace is another namespace.
#[derive(um_messages::SoapMessage)]
#[soap(namespace = "urn:a", namespace_alias = "urn:A", namespace_alias = "urn:b", rename_all = "verbatim")]
#[allow(dead_code)]
struct Cases {
    id: u8,
    #[soap(rename = "Id")]
    second: u8,
    #[soap(rename = "ID")]
    third: u8,
}

#[derive(um_messages::SoapType)]
#[allow(dead_code)]
enum State {
    Idle,
    #[soap(rename = "idle", alias = "IDLE")]
    Waiting,
}

fn main() {}
