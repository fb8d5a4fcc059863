use um_messages::SoapType;

#[derive(SoapType)]
#[soap(rename_all = "camelcase")]
struct Item {
    id: String,
}

fn main() {}
