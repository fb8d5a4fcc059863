use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {
    Idle,
    #[soap(other)]
    Other,
}

fn main() {}
