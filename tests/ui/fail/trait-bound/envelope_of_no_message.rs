use um_messages::{Envelope, SoapMessage, SoapType};

struct Call {
    id: u8,
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Hold;

#[derive(SoapType)]
struct Headers {
    trace: u8,
}

fn main() {
    let _ = Envelope::<Call>::from_xml("");
    let _ = Envelope::new(Call { id: 7 }).to_xml();
    let _ = Envelope::<Hold, Headers>::from_xml("");
    let _ = Envelope::new(Hold).with_header(Headers { trace: 7 }).to_xml();
}
