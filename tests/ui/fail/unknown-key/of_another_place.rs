use um_messages::SoapType;

#[derive(SoapType)]
enum Item {
    #[soap(attr)]
    Id(u8),
}

fn main() {}
