use um_messages::SoapType;
use um_messages::xml::Element;

#[derive(SoapType)]
#[soap(ordered)]
struct Call {
    #[soap(any)]
    before: Vec<Element>,
    id: Option<u8>,
    #[soap(any)]
    behind: Vec<Element>,
}

#[derive(SoapType)]
struct Split {
    #[soap(any, namespace = "urn:x")]
    one: Vec<Element>,
    #[soap(any, namespace = "urn:x")]
    two: Vec<Element>,
}

fn main() {}
