use um_messages::SoapType;

#[derive(SoapType)]
#[soap(ordered)]
enum Size {
    Points(u8),
    Name(String),
}

fn main() {}
