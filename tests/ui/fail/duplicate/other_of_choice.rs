use um_messages::{SoapType, xml::Element};

#[derive(SoapType)]
enum Call {
    Known(u8),
    #[soap(other)]
    Some(Element),
    #[soap(other)]
    Others(Element),
}

fn main() {}
