use um_messages::SoapMessage;

// A key may stand in either of two attributes, and an attribute may be empty.
#[derive(SoapMessage)]
#[soap()]
#[soap(namespace = "urn:example",)]
#[soap(action = "urn:example/Disconnect", crate = um_messages)]
#[allow(dead_code)]
struct Disconnect {
    #[soap()]
    call_id: String,
}

fn main() {}
