use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(with = module::path)]
    id: u8,
}

fn main() {}
