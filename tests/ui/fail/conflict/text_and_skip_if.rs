use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(text, skip_if = "String::is_empty")]
    value: String,
}

fn main() {}
