use um_messages::SoapType;

#[derive(SoapType)]
struct Call {
    #[soap(XmlElementWrapper = "Ids")]
    ids: Vec<String>,
    #[soap(IsRequired = true, Order = 2)]
    state: String,
}

fn main() {}
