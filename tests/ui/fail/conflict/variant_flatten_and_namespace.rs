use um_messages::SoapType;

#[derive(SoapType)]
struct State {
    code: u8,
}

#[derive(SoapType)]
enum Call {
    #[soap(flatten, namespace = "urn:a")]
    State(State),
    Other(u8),
}

fn main() {}
