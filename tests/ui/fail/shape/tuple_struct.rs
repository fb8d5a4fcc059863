use um_messages::SoapType;

#[derive(SoapType)]
struct Range(u32, u32);

fn main() {}
