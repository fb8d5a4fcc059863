use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {
    Idle,
    #[soap(other, rename = "Unknown")]
    Other(String),
}

fn main() {}
