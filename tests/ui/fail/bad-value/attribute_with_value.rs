use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(attribute = "Id")]
    id: String,
}

fn main() {}
