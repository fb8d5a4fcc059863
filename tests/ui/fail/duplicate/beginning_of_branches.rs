use um_messages::SoapType;

#[derive(SoapType)]
enum Contact {
    #[soap(flatten)]
    ByPhone(ByPhone),
    #[soap(flatten)]
    ByFax(ByFax),
}

#[derive(SoapType)]
struct ByPhone {
    phone: String,
}

#[derive(SoapType)]
struct ByFax {
    fax: Option<String>,
    phone: String,
}

fn main() {}
