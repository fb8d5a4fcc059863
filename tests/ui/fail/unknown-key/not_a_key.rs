use um_messages::SoapType;

#[derive(SoapType)]
#[soap(5)]
struct Item {
    id: String,
}

fn main() {}
