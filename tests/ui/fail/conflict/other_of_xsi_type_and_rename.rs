use um_messages::{SoapType, xml::Element};

#[derive(SoapType)]
#[soap(xsi_type)]
enum Size {
    Points(u8),
    #[soap(other, rename = "X")]
    Other(Element),
}

fn main() {}
