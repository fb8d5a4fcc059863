use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(empty_is_none, empty_text = "kg")]
    unit: Option<String>,
    #[soap(default_text = "1", empty_text = "2", empty_is_default)]
    count: u8,
    #[soap(attribute, empty_text = "3")]
    id: Option<u8>,
    #[soap(wrapper = "Tags", empty_text = "4")]
    tag: Vec<u8>,
}

fn main() {}
