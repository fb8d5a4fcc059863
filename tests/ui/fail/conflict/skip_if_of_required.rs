use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(skip_if = "String::is_empty")]
    id: String,
}

fn main() {}
