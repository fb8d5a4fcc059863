use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(wrapper = "All Ids")]
    id: Vec<u8>,
}

fn main() {}
