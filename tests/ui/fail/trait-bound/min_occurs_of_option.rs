use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(min_occurs = 1)]
    line: Option<u8>,
}

fn main() {}
