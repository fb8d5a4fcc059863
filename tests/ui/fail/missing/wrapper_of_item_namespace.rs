use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(item_namespace = "urn:t")]
    one: Vec<u8>,
    #[soap(wrapper = "Two", item_prefix = "t")]
    two: Vec<u8>,
    #[soap(wrapper = "Three", item_namespace = "", item_prefix = "t")]
    three: Vec<u8>,
    #[soap(wrapper = "Four", flatten, item_namespace = "urn:t")]
    four: Vec<Item>,
}

#[derive(SoapType)]
enum Item {
    Id(u8),
}

fn main() {}
