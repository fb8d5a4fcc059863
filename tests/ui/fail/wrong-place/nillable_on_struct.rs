use um_messages::SoapType;

#[derive(SoapType)]
#[soap(nillable)]
struct Call {
    id: Option<u8>,
}

fn main() {}
