use um_messages::SoapType;

#[derive(SoapType)]
#[soap(inner = "Value")]
struct CallId(String);

fn main() {}
