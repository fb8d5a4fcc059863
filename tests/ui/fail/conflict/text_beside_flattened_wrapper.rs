use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(text)]
    value: String,
    #[soap(wrapper = "Items", flatten)]
    items: Vec<Item>,
}

#[derive(SoapType)]
enum Item {
    Id(u8),
}

fn main() {}
