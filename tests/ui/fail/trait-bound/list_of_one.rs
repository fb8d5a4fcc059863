use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(list)]
    id: u8,
}

fn main() {}
