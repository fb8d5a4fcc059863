use um_messages::SoapType;

struct Cache;

#[derive(SoapType)]
struct Item {
    #[soap(skip)]
    cache: Cache,
}

fn main() {}
