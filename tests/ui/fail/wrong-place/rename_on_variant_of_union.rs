use um_messages::SoapType;

#[derive(SoapType)]
#[soap(union)]
enum Size {
    #[soap(rename = "P")]
    Points(u8),
    Name(String),
}

fn main() {}
