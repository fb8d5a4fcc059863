use um_messages::{Position, SoapType};

#[derive(SoapType)]
struct At(#[soap(position)] Position);

#[derive(SoapType)]
enum Choice {
    #[soap(position)]
    At(Position),
    Id(u8),
}

#[derive(SoapType)]
#[soap(position)]
struct Item {
    id: u8,
}

fn main() {}
