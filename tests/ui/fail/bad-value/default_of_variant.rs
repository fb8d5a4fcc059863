use um_messages::SoapType;

#[derive(SoapType)]
#[soap(xsi_type)]
enum Size {
    #[soap(default = "points")]
    Points(u8),
}

fn main() {}
