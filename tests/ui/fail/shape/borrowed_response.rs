use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:example")]
struct Answer<'a> {
    text: &'a str,
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:example", response = Answer<'static>)]
struct Question {}

fn main() {}
