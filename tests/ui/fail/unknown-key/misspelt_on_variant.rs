use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {
    #[soap(renam = "idle")]
    Idle,
}

fn main() {}
