use um_messages::SoapType;

#[derive(SoapType)]
struct CallId(#[soap(rename = "Id")] String);

fn main() {}
