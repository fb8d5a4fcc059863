use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", acton = "urn:example/PlayOnPhone")]
struct PlayOnPhone {
    #[soap(attribute, text)]
    entry_id: String,
    #[soap(rename = "Dial String")]
    dial_string: String,
}

fn is_still_a_message() -> impl SoapMessage {
    PlayOnPhone {
        entry_id: String::new(),
        dial_string: String::new(),
    }
}

fn main() {}
