use um_messages::SoapType;

#[derive(SoapType)]
#[soap(mixed)]
struct Note {
    #[soap(attribute)]
    id: u8,
    phone: String,
}

#[derive(SoapType)]
enum Inline {
    #[soap(text, rename = "Text")]
    Text(String),
    #[soap(text)]
    Other(String),
}

fn main() {}
