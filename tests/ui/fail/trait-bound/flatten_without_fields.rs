use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(flatten)]
    state: String,
}

fn main() {}
