use um_messages::{SoapType, xml::Element};

#[derive(SoapType)]
struct Call {
    #[soap(text)]
    text: String,
    #[soap(any)]
    others: Vec<Element>,
}

fn main() {}
