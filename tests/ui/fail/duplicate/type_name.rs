use um_messages::SoapType;

#[derive(SoapType)]
#[soap(xsi_type)]
enum Size {
    Points(u8),
    #[soap(alias = "Points")]
    Name(String),
}

fn main() {}
