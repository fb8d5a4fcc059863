use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(nmespace = "urn:example")]
struct Disconnect {
    call_id: String,
}

fn is_still_a_message() -> impl SoapMessage {
    Disconnect {
        call_id: String::new(),
    }
}

fn main() {}
