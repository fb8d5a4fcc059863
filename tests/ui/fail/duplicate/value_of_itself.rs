use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {
    #[soap(alias = "Idle")]
    Idle,
}

fn main() {}
