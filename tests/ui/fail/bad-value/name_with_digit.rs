use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(alias = "1st")]
    first: String,
}

fn main() {}
