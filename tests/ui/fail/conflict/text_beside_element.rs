use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(text)]
    value: String,
    id: String,
}

fn main() {}
