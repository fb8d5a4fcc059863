use um_messages::{SoapType, xml::Element};

#[derive(SoapType)]
struct Call {
    #[soap(any)]
    some: Vec<Element>,
    #[soap(any)]
    others: Vec<Element>,
}

fn main() {}
