use um_messages::{
    SoapType,
    xml::{Attribute, Element},
};

#[derive(SoapType)]
#[soap(deny_unknown_fields)]
struct Call {
    #[soap(any)]
    others: Vec<Element>,
    #[soap(any_attribute)]
    marks: Vec<Attribute>,
}

fn main() {}
