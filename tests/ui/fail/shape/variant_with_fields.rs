use um_messages::SoapType;

#[derive(SoapType)]
enum CallState {
    Idle,
    Connected { since: u64 },
}

fn main() {}
