use um_messages::SoapType;

#[derive(SoapType)]
enum Attendee {
    Person(String, u8),
    Room(String),
}

fn main() {}
