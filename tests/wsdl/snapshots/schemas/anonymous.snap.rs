use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:anonymous")
    .with_prefix("a");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Report {
    pub header: ReportHeader,
    #[soap(min_occurs = 1)]
    pub line: Vec<ReportLine>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ReportHeader {
    pub author: ReportHeaderAuthor,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct ReportLine {
    pub header: Option<ReportLineHeader>,
    pub kind: ReportLineKind,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct ReportHeaderAuthor {
    #[soap(attribute, rename = "name")]
    pub name: Option<String>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct ReportLineHeader {
    #[soap(attribute, rename = "level")]
    pub level: Option<i32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum ReportLineKind {
    Text,
    Rule,
}
