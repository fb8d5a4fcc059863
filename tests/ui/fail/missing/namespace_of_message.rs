use um_messages::SoapMessage;

#[derive(SoapMessage)]
struct IsUMEnabled;

fn is_still_a_message() -> impl SoapMessage {
    IsUMEnabled
}

fn main() {}
