use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(default, empty_is_none, empty_is_default)]
    unit: Option<String>,
}

fn main() {}
