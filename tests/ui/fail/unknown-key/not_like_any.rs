use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(frobnicate)]
    id: String,
}

fn main() {}
