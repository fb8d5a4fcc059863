use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(rename("Id"))]
    id: String,
}

fn main() {}
