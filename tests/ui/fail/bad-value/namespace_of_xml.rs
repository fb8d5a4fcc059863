use um_messages::SoapType;

#[derive(SoapType)]
#[soap(namespace = "http://www.w3.org/XML/1998/namespace")]
struct Call {
    #[soap(attribute, namespace = "http://www.w3.org/2000/xmlns/")]
    id: String,
}

fn main() {}
