use um_messages::SoapType;

#[derive(SoapType)]
#[soap(namespace = "urn:example")]
struct Item {
    id: String,
    #[soap(namespace = "urn:example", rename = "Id")]
    identity: String,
}

fn main() {}
