use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {
    #[soap(rename = " Idle")]
    Idle,
}

fn main() {}
