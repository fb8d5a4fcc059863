use um_messages::SoapType;

#[derive(SoapType)]
struct Node {
    name: String,
    #[soap(flatten)]
    next: Option<Box<Node>>,
}

fn main() {}
