use um_messages::SoapType;
use um_messages::xml::Element;

#[derive(SoapType)]
struct Call {
    #[soap(wrapper = "Others", any)]
    others: Vec<Element>,
}

fn main() {}
