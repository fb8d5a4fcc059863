use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(text, alias = "Value")]
    value: String,
}

fn main() {}
