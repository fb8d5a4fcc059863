use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(wrapper = "Ids", rename = "Id", default_text = "1")]
    ids: Vec<u16>,
}

fn main() {}
