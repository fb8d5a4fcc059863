use um_messages::SoapType;

#[derive(SoapType)]
#[soap(action = "urn:example/Disconnect")]
struct Disconnect {
    call_id: String,
}

fn main() {}
