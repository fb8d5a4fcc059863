use um_messages::{Position, SoapType};

#[derive(SoapType)]
struct Item {
    #[soap(position)]
    line: u32,
}

#[derive(SoapType)]
struct Call {
    #[soap(position)]
    at: Vec<Position>,
}

fn main() {}
