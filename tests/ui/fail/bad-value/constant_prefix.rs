use um_messages::SoapType;

const XML: &str = "xml";

#[derive(SoapType)]
#[soap(namespace = "urn:example", prefix = XML)]
struct Item {
    id: u8,
}

fn main() {}
