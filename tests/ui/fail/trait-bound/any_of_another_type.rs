use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(any)]
    others: Vec<String>,
}

fn main() {}
