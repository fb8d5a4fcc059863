use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:boolean_pattern")
    .with_prefix("b");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Lamp {
    #[soap(attribute, default_text = "1", rename = "dim")]
    pub dim: Bit,
    #[soap(min_occurs = 1)]
    pub on: Vec<Bit>,
    pub set: Set,
    pub bits: Bits,
    pub word: bool,
    pub yes: Yes,
    pub short: Short,
    pub odd: Option<bool>,
}

/// A flag of an old system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "boolean")]
pub enum Bit {
    #[soap(rename = "1")]
    True,
    #[soap(rename = "0")]
    False,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "boolean")]
pub enum Set {
    #[soap(rename = "1")]
    True,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(list)]
pub struct Bits(pub Vec<Bit>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "boolean")]
pub enum Yes {
    #[soap(rename = "true")]
    True,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "boolean")]
pub enum Short {
    #[soap(rename = "1")]
    True,
    #[soap(rename = "0")]
    False,
}
