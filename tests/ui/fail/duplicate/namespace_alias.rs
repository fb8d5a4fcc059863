use um_messages::SoapMessage;

#[derive(SoapMessage)]
#[soap(namespace = "urn:a", namespace_alias = "urn:a", namespace_alias = "urn:b", namespace_alias = "urn:b")]
struct Call;

fn main() {}
