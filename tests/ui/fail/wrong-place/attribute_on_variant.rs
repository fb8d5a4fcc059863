use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {
    #[soap(attribute)]
    Idle,
}

fn main() {}
