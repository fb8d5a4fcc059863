use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(namespace = "urn:example", prefix = "xml")]
    id: String,
    #[soap(attribute, namespace = "urn:example", prefix = "xmlns")]
    language: String,
}

fn main() {}
