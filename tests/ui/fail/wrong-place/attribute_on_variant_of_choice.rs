use um_messages::SoapType;

#[derive(SoapType)]
enum Attendee {
    Person(u8),
    #[soap(attribute)]
    Room(u8),
}

fn main() {}
