use std::borrow::Cow;

use um_messages::SoapType;

#[derive(SoapType)]
struct File<'a> {
    data: Vec<u8>,
    #[soap(nillable)]
    perhaps: Option<Vec<u8>>,
    #[soap(attribute)]
    digest: [u8; 4],
    many: Vec<Cow<'a, [u8]>>,
    borrowed: &'a [u8],
}

#[derive(SoapType)]
enum Content {
    Inline(Box<[u8]>),
}

#[derive(SoapType)]
struct Data(Vec<u8>);

#[derive(SoapType)]
#[soap(union)]
enum Key {
    Bytes([u8; 16]),
}

fn main() {}
