use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(text, default)]
    value: String,
}

fn main() {}
