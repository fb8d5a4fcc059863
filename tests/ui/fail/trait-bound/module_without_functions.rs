use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(with = "number")]
    id: u32,
}

mod number {
    pub fn to_text(number: &u32) -> String {
        number.to_string()
    }
}

fn main() {}
