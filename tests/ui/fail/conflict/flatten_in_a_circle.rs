use um_messages::SoapType;

#[derive(SoapType)]
struct One {
    #[soap(flatten)]
    two: Option<Box<Two>>,
}

#[derive(SoapType)]
struct Two {
    #[soap(flatten)]
    one: Vec<One>,
}

fn main() {}
