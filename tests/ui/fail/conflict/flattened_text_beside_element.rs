use um_messages::SoapType;

#[derive(SoapType)]
struct Price {
    #[soap(text)]
    amount: u8,
}

#[derive(SoapType)]
struct Item {
    name: String,
    #[soap(flatten)]
    price: Price,
}

fn main() {}
