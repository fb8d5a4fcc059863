use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(wrapper = "Ids")]
    id: u8,
}

fn main() {}
