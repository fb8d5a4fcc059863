use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    _1: String,
}

fn main() {}
