use um_messages::SoapType;

#[derive(SoapType)]
#[soap(attribute)]
struct Item {
    id: String,
}

fn main() {}
