use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(any_attribute)]
    others: Vec<String>,
}

fn main() {}
