use um_messages::{SoapType, xml::Element};

#[derive(SoapType)]
enum Call {
    Known(u8),
    #[soap(other, alias = "X")]
    Unknown(Element),
}

fn main() {}
