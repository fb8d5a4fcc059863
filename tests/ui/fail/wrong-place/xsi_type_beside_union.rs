use um_messages::SoapType;

#[derive(SoapType)]
#[soap(union, xsi_type)]
enum Size {
    Points(u8),
    Name(String),
}

fn main() {}
