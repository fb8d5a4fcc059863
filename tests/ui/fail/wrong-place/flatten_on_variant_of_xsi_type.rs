use um_messages::SoapType;

#[derive(SoapType)]
#[soap(xsi_type)]
enum Size {
    #[soap(flatten)]
    Points(u8),
}

fn main() {}
