use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "http://schemas.xmlsoap.org/soap/envelope/")]
struct Disconnect {
    call_id: String,
}

fn main() {}
