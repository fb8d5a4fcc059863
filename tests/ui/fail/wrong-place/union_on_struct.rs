use um_messages::SoapType;

#[derive(SoapType)]
#[soap(union)]
struct Size {
    points: u8,
}

fn main() {}
