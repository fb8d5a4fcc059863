use um_messages::SoapType;

#[derive(SoapType)]
#[soap(inner = "Value")]
enum CallState {
    Idle,
}

fn main() {}
