use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(text, nillable)]
    id: Option<u8>,
}

fn main() {}
