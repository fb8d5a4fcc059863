use um_messages::SoapType;

#[derive(SoapType)]
#[soap(rename = "m:PlayOnPhone")]
struct PlayOnPhone {
    dial_string: String,
}

fn main() {}
