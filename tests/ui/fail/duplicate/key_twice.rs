use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", action = "urn:a", action = "urn:b")]
struct Disconnect {
    call_id: String,
}

fn main() {}
