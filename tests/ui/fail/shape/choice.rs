use um_messages::SoapType;

#[derive(SoapType)]
enum Attendee {
    Person(String),
    Room(String),
}

fn main() {}
