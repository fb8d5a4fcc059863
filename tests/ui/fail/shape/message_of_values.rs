use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
enum CallState {
    Idle,
}

fn main() {}
