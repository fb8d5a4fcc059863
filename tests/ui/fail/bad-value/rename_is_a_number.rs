use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(rename = 5)]
    id: String,
}

fn main() {}
