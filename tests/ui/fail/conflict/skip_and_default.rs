use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(skip, default)]
    id: String,
}

fn main() {}
