use um_messages::SoapType;
use um_messages::xml::Namespace;

const RESERVED: Namespace = Namespace::new("urn:a").with_prefix("xmlns");

#[derive(SoapType)]
#[soap(namespace = RESERVED)]
struct Reserved {}

fn main() {}
