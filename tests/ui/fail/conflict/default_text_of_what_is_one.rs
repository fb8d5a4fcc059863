use um_messages::SoapType;
use um_messages::xml::Element;

#[derive(SoapType)]
struct Call {
    #[soap(attribute)]
    id: u8,
    #[soap(flatten, default_text = "x")]
    text: Text,
}

#[derive(SoapType)]
struct Text {
    #[soap(text, default_text = "x")]
    text: String,
}

#[derive(SoapType)]
struct Note {
    #[soap(text, empty_is_none)]
    text: Option<String>,
}

#[derive(SoapType)]
struct Rest {
    #[soap(any, empty_is_none)]
    rest: Option<Element>,
    #[soap(skip, empty_is_none)]
    cache: Option<u8>,
}

fn main() {}
