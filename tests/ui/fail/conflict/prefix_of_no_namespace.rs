use um_messages::SoapType;

#[derive(SoapType)]
#[soap(namespace = "", prefix = "m")]
struct Item {
    id: String,
}

fn main() {}
