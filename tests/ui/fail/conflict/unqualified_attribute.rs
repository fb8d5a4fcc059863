use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(attribute, unqualified)]
    id: String,
}

fn main() {}
