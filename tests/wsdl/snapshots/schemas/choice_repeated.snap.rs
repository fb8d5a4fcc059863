use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:choice_repeated")
    .with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Log {
    #[soap(flatten)]
    pub content: Vec<LogContent>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum LogContent {
    Info(String),
    Warning(Warning),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Alarm {
    #[soap(flatten, min_occurs = 1)]
    pub content: Vec<AlarmContent>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum AlarmContent {
    Fire(i32),
    Water(i32),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct Warning {
    #[soap(attribute, rename = "code")]
    pub code: i16,
    #[soap(text)]
    pub value: String,
}
