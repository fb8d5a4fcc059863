use um_messages::SoapType;

#[derive(SoapType)]
enum Attendee {
    Person(String),
    Nobody,
}

fn main() {}
