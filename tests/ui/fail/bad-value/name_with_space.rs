use um_messages::SoapType;

#[derive(SoapType)]
struct PlayOnPhone {
    #[soap(rename = "Dial String")]
    dial_string: String,
}

fn main() {}
