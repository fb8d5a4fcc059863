use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {
    Idle,
    #[soap(rename = "Idle")]
    Waiting,
}

fn main() {}
