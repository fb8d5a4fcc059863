use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {
    Idle,
    #[soap(other)]
    Other(String),
    #[soap(other)]
    Unknown(String),
}

fn main() {}
