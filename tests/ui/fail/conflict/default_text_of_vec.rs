use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(default_text = "1")]
    ids: Vec<u16>,
    #[soap(default, empty_is_default)]
    tags: Vec<String>,
    #[soap(nillable, empty_is_none)]
    dates: Vec<Option<u8>>,
}

fn main() {}
