use um_messages::SoapType;

// Names that look odd and are names; texts of values that need not be names.
#[derive(SoapType)]
#[soap(rename_all = "kebab-case")]
#[allow(dead_code)]
struct Item {
    #[soap(rename = "_1.é-x")]
    r#type: String,
    r#match: String,
}

#[derive(SoapType)]
#[allow(dead_code)]
enum Answer {
    #[soap(rename = "1 or 2: <maybe>")]
    Maybe,
    #[soap(rename = "")]
    Nothing,
}

fn main() {}
