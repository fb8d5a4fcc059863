use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(attribute, wrapper = "Ids")]
    id: Vec<u8>,
}

fn main() {}
