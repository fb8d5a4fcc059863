use um_messages::SoapType;

#[derive(SoapType)]
#[soap(namespace = "urn:example", prefix = "m")]
struct Item {
    #[soap(namespace = "urn:types", prefix = "m")]
    id: String,
}

fn main() {}
