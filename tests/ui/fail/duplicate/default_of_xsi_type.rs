use um_messages::SoapType;

#[derive(SoapType)]
#[soap(xsi_type)]
enum Size {
    #[soap(default)]
    Points(u8),
    #[soap(default)]
    Name(String),
}

fn main() {}
