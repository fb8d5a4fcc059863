use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(alias = "Identity")]
    id: String,
    identity: String,
}

fn main() {}
