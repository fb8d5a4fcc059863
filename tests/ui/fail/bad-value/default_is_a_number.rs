use um_messages::SoapType;

#[derive(SoapType)]
struct Item {
    #[soap(default = 5)]
    size: u32,
}

fn main() {}
