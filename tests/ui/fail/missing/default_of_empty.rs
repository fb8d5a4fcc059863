use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(attribute, empty_is_default)]
    unit: Option<String>,
}

fn main() {}
