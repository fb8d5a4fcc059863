use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    ids: Option<Vec<String>>,
}

fn main() {}
