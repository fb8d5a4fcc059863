use um_messages::SoapType;

#[derive(SoapType)]
#[soap(rename_all = "lowercase")]
struct Item {
    #[soap(attribute)]
    id: String,
    #[soap(attribute, alias = "id")]
    identity: String,
}

fn main() {}
