use um_messages::SoapType;

#[derive(SoapType)]
struct Tag {
    #[soap(attribute)]
    id: u8,
    name: String,
}

#[derive(SoapType)]
struct Item {
    #[soap(wrapper = "Tags", flatten)]
    tags: Vec<Tag>,
}

fn main() {}
