use um_messages::SoapType;

#[derive(SoapType)]
struct Id {
    value: String,
}

#[derive(SoapType)]
struct Item {
    #[soap(attribute)]
    id: Id,
}

fn main() {}
