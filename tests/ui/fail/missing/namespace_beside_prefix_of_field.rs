use um_messages::SoapType;

#[derive(SoapType)]
#[soap(namespace = "urn:example")]
struct Item {
    #[soap(prefix = "m")]
    id: String,
}

fn main() {}
