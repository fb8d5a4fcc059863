use um_messages::SoapType;

const SEVEN: u8 = 7;

#[derive(SoapType)]
struct Call {
    #[soap(attribute, default_text = 7)]
    id: u8,
    #[soap(attribute, default_text)]
    level: u8,
    #[soap(attribute, empty_is_none = "")]
    date: Option<u8>,
}

#[derive(SoapType)]
struct Constant {
    #[soap(attribute, default_text = SEVEN, empty_is_default)]
    id: u8,
    #[soap(default_text = SEVEN, empty_is_default)]
    level: u8,
}

fn main() {}
