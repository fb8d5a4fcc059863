use um_messages::SoapType;

#[derive(SoapType)]
#[soap(list)]
struct Sizes(u8);

fn main() {}
