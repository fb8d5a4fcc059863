use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(flatten, with = "state")]
    state: State,
}

#[derive(SoapType)]
struct State {
    code: u8,
}

mod state {}

fn main() {}
