use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(wrapper)]
    id: Vec<u8>,
}

fn main() {}
