use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(cdata)]
    state: State,
}

#[derive(SoapType)]
struct State {
    code: u8,
}

fn main() {}
