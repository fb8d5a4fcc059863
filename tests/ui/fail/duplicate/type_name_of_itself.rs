use um_messages::SoapType;

#[derive(SoapType)]
#[soap(xsi_type)]
enum Value {
    #[soap(rename = "P", alias = "P")]
    Points(u8),
}

fn main() {}
