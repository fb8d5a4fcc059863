use um_messages::SoapType;

#[derive(SoapType)]
#[soap(ordered)]
struct Bill {
    #[soap(rename = "Stamp")]
    opened: Option<u8>,
    note: Option<String>,
    #[soap(rename = "Stamp")]
    closed: u8,
}

#[derive(SoapType)]
struct Unordered {
    #[soap(rename = "Stamp")]
    opened: u8,
    #[soap(rename = "Stamp")]
    closed: u8,
}

fn main() {}
