use um_messages::SoapType;

#[derive(SoapType)]
struct File {
    #[soap(base64)]
    name: String,
}

fn main() {}
