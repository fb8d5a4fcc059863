use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:unqualified_choice").with_prefix("u");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Query {
    #[soap(flatten)]
    pub choice: QueryChoice,
    #[soap(flatten)]
    pub content: Vec<QueryContent>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum QueryChoice {
    #[soap(unqualified)]
    ById(i32),
    #[soap(flatten)]
    First(QueryFirst),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct QueryFirst {
    #[soap(unqualified)]
    pub first: String,
    #[soap(unqualified)]
    pub last: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum QueryContent {
    #[soap(unqualified)]
    Sort(String),
    #[soap(unqualified)]
    Group(String),
}
