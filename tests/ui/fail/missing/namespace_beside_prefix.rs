use um_messages::SoapType;

#[derive(SoapType)]
#[soap(prefix = "m")]
struct Item {
    id: String,
}

fn main() {}
