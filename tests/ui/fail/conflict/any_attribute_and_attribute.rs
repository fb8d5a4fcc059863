use um_messages::{SoapType, xml::Attribute};

#[derive(SoapType)]
struct Call {
    #[soap(attribute, any_attribute)]
    others: Vec<Attribute>,
}

fn main() {}
