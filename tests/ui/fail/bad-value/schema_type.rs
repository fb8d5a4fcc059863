use um_messages::SoapType;

#[derive(SoapType)]
struct Fee {
    #[soap(schema_type = "xs:decimall")]
    amount: String,
    #[soap(schema_type = "Money")]
    sum: String,
    #[soap(base64, schema_type = "string")]
    data: Vec<u8>,
}

#[derive(SoapType)]
#[soap(schema_type = "xs:int")]
enum Level {
    Low,
}

#[derive(SoapType)]
#[soap(schema_type = "decimal")]
enum Step {
    #[soap(rename = "0.5", alias = ".5")]
    Half,
    #[soap(rename = "2")]
    Two,
    #[soap(rename = "+2.0")]
    AlsoTwo,
    Three,
    #[soap(other)]
    Other(String),
}

fn main() {}
