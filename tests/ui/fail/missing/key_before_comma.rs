use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(attribute,, rename = "id")]
    id: String,
}

fn main() {}
