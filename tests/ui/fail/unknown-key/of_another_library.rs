use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
}

fn main() {}
