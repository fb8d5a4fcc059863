use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Disconnect {
    #[soap(action = "urn:example/Disconnect")]
    call_id: String,
}

fn main() {}
