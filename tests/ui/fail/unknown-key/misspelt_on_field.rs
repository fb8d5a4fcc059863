use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(atribute)]
    id: String,
}

fn main() {}
