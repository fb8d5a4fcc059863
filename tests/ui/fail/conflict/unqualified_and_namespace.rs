use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(unqualified, namespace = "urn:example")]
    id: String,
}

fn main() {}
