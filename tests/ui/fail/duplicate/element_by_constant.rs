use um_messages::SoapType;

const NAME: &str = "CallId";

#[derive(SoapType)]
struct Call {
    #[soap(rename = NAME)]
    id: u8,
    #[soap(rename = NAME)]
    other: u8,
}

fn main() {}
