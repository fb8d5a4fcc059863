use um_messages::SoapType;

#[derive(SoapType)]
enum By {
    Phone(String),
    #[soap(default)]
    Nobody,
    #[soap(default)]
    Nothing,
    #[soap(default)]
    Mail(String),
    #[soap(default = "nobody")]
    Function,
}

fn main() {}
