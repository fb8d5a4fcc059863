use um_messages::SoapType;

#[derive(SoapType)]
#[soap(union)]
enum Size {
    Points(u8, u8),
    None,
}

fn main() {}
