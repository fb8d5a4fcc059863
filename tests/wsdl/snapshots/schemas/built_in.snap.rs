use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:built_in")
    .with_prefix("b");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Values {
    pub string: String,
    pub boolean: bool,
    pub decimal: String,
    pub float: f32,
    pub double: f64,
    pub integer: i64,
    pub positive: u64,
    pub non_negative: u64,
    pub non_positive: i64,
    pub long: i64,
    pub int: i32,
    pub short: i16,
    pub byte: i8,
    pub unsigned_long: u64,
    pub duration: xml::Duration,
    pub date_time: xml::DateTime,
    pub date: xml::Date,
    pub time: xml::Time,
    pub year: String,
    pub month: String,
    pub month_day: String,
    pub uri: String,
    pub normalized: String,
    pub language: String,
    pub id: String,
    pub refs: String,
}
