use um_messages::SoapType;

const NAME: &str = "Call Id";

#[derive(SoapType)]
struct Call {
    #[soap(rename = NAME)]
    id: u8,
}

fn main() {}
