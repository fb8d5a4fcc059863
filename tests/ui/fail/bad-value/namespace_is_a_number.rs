use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = 5)]
struct Disconnect {
    call_id: String,
}

fn main() {}
