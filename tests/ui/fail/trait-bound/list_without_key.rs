use um_messages::SoapType;

#[derive(SoapType)]
struct Choices {
    #[soap(text)]
    numbers: Vec<u32>,
}

#[derive(SoapType)]
struct Selection {
    #[soap(attribute)]
    numbers: Vec<u32>,
}

fn main() {}
