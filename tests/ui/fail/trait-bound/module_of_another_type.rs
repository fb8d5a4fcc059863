use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(with = "number")]
    id: u32,
}

mod number {
    pub fn to_text(number: &u8) -> String {
        number.to_string()
    }
    pub fn from_text(text: &str) -> Result<u8, std::num::ParseIntError> {
        text.parse()
    }
}

fn main() {}
