use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(attribute, nillable)]
    id: Option<u8>,
}

fn main() {}
