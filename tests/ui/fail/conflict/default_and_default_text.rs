use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(attribute, default = "unit", default_text = "kg")]
    unit: String,
}

fn unit() -> String {
    String::new()
}

fn main() {}
