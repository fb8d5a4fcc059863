use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(text)]
    first: String,
    #[soap(text)]
    second: String,
}

fn main() {}
