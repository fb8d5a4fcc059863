use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example ")]
struct Disconnect {
    call_id: String,
}

fn main() {}
