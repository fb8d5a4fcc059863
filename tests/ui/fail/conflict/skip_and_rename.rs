use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(skip, rename = "Id")]
    id: String,
}

fn main() {}
