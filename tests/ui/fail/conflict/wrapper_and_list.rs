use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(wrapper = "Ids", list)]
    id: Vec<u8>,
}

fn main() {}
