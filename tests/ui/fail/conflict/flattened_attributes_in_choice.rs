use um_messages::SoapType;

#[derive(SoapType)]
struct Tag {
    #[soap(attribute)]
    id: u8,
    name: String,
}

#[derive(SoapType)]
enum Item {
    #[soap(flatten)]
    Tag(Tag),
    Code(u8),
}

fn main() {}
