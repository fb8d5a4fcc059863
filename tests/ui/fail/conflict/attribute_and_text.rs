use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(attribute, text)]
    entry_id: String,
}

fn main() {}
