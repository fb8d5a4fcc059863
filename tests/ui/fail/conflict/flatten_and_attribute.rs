use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(flatten, attribute)]
    state: String,
}

fn main() {}
