use um_messages::{Position, SoapType};

#[derive(SoapType)]
struct Item {
    #[soap(position, rename = "At")]
    at: Position,
    #[soap(attribute)]
    id: u8,
}

#[derive(SoapType)]
struct Call {
    #[soap(attribute, position)]
    line: Position,
}

#[derive(SoapType)]
struct Person {
    #[soap(position, default, skip_if = "Option::is_none")]
    at: Option<Position>,
}

#[derive(SoapType)]
struct Kept {
    #[soap(skip, position)]
    at: Option<Position>,
}

fn main() {}
