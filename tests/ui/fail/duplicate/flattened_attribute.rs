use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(flatten)]
    one: One,
    #[soap(flatten)]
    two: Two,
}

#[derive(SoapType)]
struct One {
    #[soap(attribute)]
    id: u8,
}

#[derive(SoapType)]
struct Two {
    #[soap(attribute)]
    id: u8,
}

fn main() {}
