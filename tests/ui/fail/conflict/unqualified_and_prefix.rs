use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(unqualified, prefix = "m")]
    id: String,
}

fn main() {}
