use um_messages::{SoapType, xml::Element};

#[derive(SoapType)]
#[soap(deny_unknown_fields)]
struct Call {
    #[soap(any)]
    others: Vec<Element>,
}

fn main() {}
