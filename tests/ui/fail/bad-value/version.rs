use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", version = "1.3")]
struct Disconnect {
    call_id: String,
}

fn main() {}
