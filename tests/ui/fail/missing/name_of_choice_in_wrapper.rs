use um_messages::SoapType;

#[derive(SoapType)]
enum Item {
    Message(String),
    Note(u32),
}

#[derive(SoapType)]
struct Folder {
    #[soap(wrapper = "Items")]
    item: Vec<Item>,
}

#[derive(SoapType)]
struct Boxed {
    #[soap(wrapper = "Items", nillable)]
    item: Vec<Option<Box<Item>>>,
}

fn main() {}
