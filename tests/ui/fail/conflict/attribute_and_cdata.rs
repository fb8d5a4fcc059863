use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(attribute, cdata)]
    id: String,
}

fn main() {}
