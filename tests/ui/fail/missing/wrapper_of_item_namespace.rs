use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(item_namespace = "urn:t")]
    one: Vec<u16>,
    #[soap(wrapper = "Two", rename = "Item", item_prefix = "t")]
    two: Vec<u16>,
    #[soap(wrapper = "Three", rename = "Item", item_namespace = "", item_prefix = "t")]
    three: Vec<u16>,
    #[soap(wrapper = "Four", flatten, item_namespace = "urn:t")]
    four: Vec<Item>,
}

#[derive(SoapType)]
enum Item {
    Id(u8),
}

fn main() {}
