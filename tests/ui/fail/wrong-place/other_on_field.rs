use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(other)]
    id: String,
}

fn main() {}
