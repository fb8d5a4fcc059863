use um_messages::SoapType;

struct Id {
    value: String,
}

#[derive(SoapType)]
struct Item {
    id: Id,
}

fn main() {}
