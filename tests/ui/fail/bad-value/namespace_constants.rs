use um_messages::SoapType;
use um_messages::xml::Namespace;

const NUMBER: u32 = 7;
const RESERVED: Namespace = Namespace::new("urn:a").with_prefix("xmlns");
const NO_NAME: Namespace = Namespace::new("urn:a").with_prefix("a b");
const NOWHERE: Namespace = Namespace::new("").with_prefix("m");

#[derive(SoapType)]
#[soap(namespace = NUMBER)]
struct Number {
    id: u8,
}

#[derive(SoapType)]
#[soap(namespace = RESERVED)]
struct Reserved {}

#[derive(SoapType)]
struct NoName {
    #[soap(namespace = NO_NAME)]
    id: u8,
}

#[derive(SoapType)]
#[soap(namespace = NOWHERE)]
struct Nowhere {}

fn main() {}
