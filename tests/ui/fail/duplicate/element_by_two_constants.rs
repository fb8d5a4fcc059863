use um_messages::SoapType;

const ONE: &str = "Id";
const NAMESPACE: &str = "urn:example";

#[derive(SoapType)]
#[soap(namespace = "urn:example")]
struct Call {
    #[soap(rename = ONE)]
    id: u8,
    #[soap(namespace = NAMESPACE, rename = "Id")]
    other: u8,
    #[soap(attribute, rename = ONE)]
    attribute: u8,
}

fn main() {}
