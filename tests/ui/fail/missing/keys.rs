use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap]
    id: String,
}

fn main() {}
