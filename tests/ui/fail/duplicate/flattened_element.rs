use um_messages::SoapType;

#[derive(SoapType)]
#[soap(namespace = "urn:a")]
struct Call {
    #[soap(alias = "Kode")]
    state: u8,
    #[soap(flatten)]
    middle: Option<Middle>,
}

#[derive(SoapType)]
struct Middle {
    #[soap(flatten)]
    choices: Vec<Choice>,
}

#[derive(SoapType)]
enum Choice {
    Other(u8),
    #[soap(namespace = "urn:a")]
    Kode(u8),
}

fn main() {}
