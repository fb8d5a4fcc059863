use um_messages::um::GetCallInfo;
use um_messages::{Envelope, SoapType};

#[derive(SoapType)]
#[soap(namespce = "urn:example")]
struct Headers {
    trace_id: String,
}

fn main() {
    let read = Envelope::<GetCallInfo, Headers>::from_xml("");
    let _ = read.map(|envelope| envelope.to_xml());
}
