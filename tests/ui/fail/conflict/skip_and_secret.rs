use um_messages::SoapType;

#[derive(SoapType)]
struct Login {
    #[soap(skip, secret)]
    pin: u32,
}

fn main() {}
