use um_messages::SoapType;

#[derive(SoapType)]
struct State {
    code: u8,
}

#[derive(SoapType)]
struct Call {
    #[soap(flatten, rename = "S")]
    state: State,
}

fn main() {}
