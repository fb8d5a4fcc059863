use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", inner_optional)]
struct CallState {
    state: String,
}

fn main() {}
