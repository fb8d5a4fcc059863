use um_messages::SoapType;

#[derive(SoapType)]
#[soap(namespace = "urn:example", prefix = "xmlm")]
struct Item {
    id: String,
}

fn main() {}
