use um_messages::{SoapMessage, SoapType};

// `rename`, `namespace` and `prefix` belong on structs and fields alike, `rename` on variants too.
#[derive(SoapType)]
#[soap(rename = "item", namespace = "urn:example", prefix = "m")]
#[allow(dead_code)]
struct Item {
    #[soap(rename = "id", namespace = "urn:types", prefix = "t")]
    id: CallId,
    state: CallState,
}

#[derive(SoapType)]
#[soap(rename = "call-id", namespace = "urn:example", prefix = "m")]
struct CallId(#[allow(dead_code)] String);

#[derive(SoapType)]
#[soap(rename = "state", rename_all = "lowercase")]
#[allow(dead_code)]
enum CallState {
    #[soap(rename = "IDLE", alias = "waiting")]
    Idle,
    Connected,
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", namespace_alias = "urn:alias", response = Connection, version = "1.2")]
struct Connect(#[allow(dead_code)] Item);

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", version = "1.2")]
#[allow(dead_code)]
enum Connection {
    Connect(Connect),
}

fn main() {}
