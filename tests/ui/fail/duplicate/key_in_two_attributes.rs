use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(rename = "Id")]
    #[soap(rename = "Identity")]
    id: String,
}

fn main() {}
