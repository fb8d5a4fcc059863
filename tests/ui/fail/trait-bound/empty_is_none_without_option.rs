use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(attribute, empty_is_none)]
    id: u8,
    #[soap(empty_is_none)]
    name: String,
    #[soap(wrapper = "Tags", rename = "Tag", empty_is_none)]
    tags: Vec<u16>,
}

fn main() {}
