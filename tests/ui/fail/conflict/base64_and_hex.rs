use um_messages::SoapType;

#[derive(SoapType)]
struct File {
    #[soap(base64, hex)]
    data: Vec<u8>,
    #[soap(with = "module", base64)]
    more: Vec<u8>,
}

mod module {
    pub fn to_text(_: &Vec<u8>) -> String {
        String::new()
    }
    pub fn from_text(_: &str) -> Result<Vec<u8>, String> {
        Ok(Vec::new())
    }
}

fn main() {}
