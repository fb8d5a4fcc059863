use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(alias = "Id")]
    id: String,
}

fn main() {}
