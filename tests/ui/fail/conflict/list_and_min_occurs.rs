use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(list, min_occurs = 1)]
    lines: Vec<u8>,
}

fn main() {}
