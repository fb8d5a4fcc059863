use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(nillable)]
    id: u8,
}

fn main() {}
