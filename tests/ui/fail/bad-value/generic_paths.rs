use um_messages::SoapType;

trait Named {
    const NAME: &'static str;
}

#[derive(SoapType)]
struct Item {
    #[soap(rename = Self::NAME)]
    id: u8,
    #[soap(rename = <Item as Named>::NAME)]
    kind: u8,
    #[soap(rename = Vec<u8>::NAME)]
    name: u8,
    #[soap(with = "module::<u8>")]
    size: u8,
}

fn main() {}
