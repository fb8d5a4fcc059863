use um_messages::SoapType;

const NUMBER: u32 = 7;

#[derive(SoapType)]
#[soap(namespace = NUMBER)]
struct Number {
    id: u8,
}

fn main() {}
