use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    id: String,
    #[soap(rename = "Id")]
    identity: String,
}

fn main() {}
