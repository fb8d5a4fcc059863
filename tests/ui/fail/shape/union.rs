use um_messages::SoapType;

#[derive(SoapType)]
union Number {
    small: u8,
    large: u64,
}

fn main() {}
