use um_messages::SoapType;

#[derive(SoapType)]
#[soap(inner = "Tag")]
struct Tag {
    name: String,
}

#[derive(SoapType)]
struct Item {
    #[soap(flatten)]
    tag: Tag,
}

fn main() {}
