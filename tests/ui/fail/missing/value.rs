use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace)]
struct Disconnect {
    call_id: String,
}

fn main() {}
