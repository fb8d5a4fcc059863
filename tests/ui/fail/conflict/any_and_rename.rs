use um_messages::{SoapType, xml::Element};

#[derive(SoapType)]
struct Call {
    #[soap(any, rename = "Others")]
    others: Vec<Element>,
}

fn main() {}
