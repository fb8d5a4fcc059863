use um_messages::SoapType;

#[derive(SoapType)]
#[soap(union)]
enum Size {
    Points(Points),
    Name(String),
}

#[derive(SoapType)]
struct Points {
    points: u8,
}

fn main() {}
