use um_messages::SoapType;

#[derive(SoapType)]
struct Id {
    value: String,
}

#[derive(SoapType)]
struct Item {
    #[soap(text)]
    id: Id,
}

fn main() {}
