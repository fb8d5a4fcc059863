use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(rename = )]
    id: String,
}

fn main() {}
