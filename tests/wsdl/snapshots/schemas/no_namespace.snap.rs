use um_messages::SoapType;

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = "")]
pub struct Config {
    #[soap(rename = "entry")]
    pub entry: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(rename_all = "camelCase")]
pub struct Entry {
    #[soap(attribute)]
    pub key: String,
    #[soap(attribute)]
    pub value: Option<String>,
}
