use um_messages::{SoapType, xml::Element};

#[derive(SoapType)]
struct Base {
    #[soap(any)]
    others: Vec<Element>,
}

#[derive(SoapType)]
struct Call {
    #[soap(flatten)]
    base: Base,
    #[soap(any)]
    others: Vec<Element>,
}

fn main() {}
