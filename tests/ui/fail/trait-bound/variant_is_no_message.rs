use um_messages::{SoapMessage, SoapType};

#[derive(SoapType)]
struct Disconnect;

#[derive(SoapMessage)]
enum Request {
    Disconnect(Disconnect),
}

fn main() {}
