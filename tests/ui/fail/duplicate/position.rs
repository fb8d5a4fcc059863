use um_messages::{Position, SoapType};

#[derive(SoapType)]
struct Item {
    #[soap(position)]
    first: Position,
    #[soap(position)]
    second: Option<Position>,
}

fn main() {}
