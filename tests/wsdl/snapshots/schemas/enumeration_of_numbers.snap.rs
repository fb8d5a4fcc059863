use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace =
    xml::Namespace::new("urn:example:enumeration_of_numbers").with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Dial {
    #[soap(attribute, default_text = "2", rename = "step")]
    pub step: Step,
    #[soap(attribute, default_text = "02", rename = "level")]
    pub level: Level,
    #[soap(min_occurs = 1, rename = "Step")]
    pub step2: Vec<Step>,
    pub large: Option<Large>,
    #[soap(min_occurs = 1, rename = "Level")]
    pub level2: Vec<Level>,
    pub ratio: Vec<Ratio>,
    pub size: Vec<Size>,
    pub amount: Vec<Amount>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "decimal")]
pub enum Step {
    #[soap(rename = "0.5")]
    _0_5,
    #[soap(rename = "2")]
    _2,
    #[soap(rename = "-10.0")]
    Minus10_0,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "decimal")]
pub enum Large {
    #[soap(rename = "2.0")]
    _2_0,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "int")]
pub enum Level {
    #[soap(rename = "1")]
    _1,
    #[soap(rename = "02")]
    _02,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "double")]
pub enum Ratio {
    #[soap(rename = "1E2")]
    _1E2,
    #[soap(rename = "INF")]
    Inf,
    #[soap(rename = "0")]
    _0,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(schema_type = "int")]
pub enum Size {
    #[soap(rename = "1")]
    _1,
    #[soap(rename = "02")]
    _02,
    /// Any other text.
    #[soap(other)]
    Other(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(union)]
pub enum Amount {
    Step(Step),
    Word(Word),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum Word {
    #[soap(rename = "2")]
    _2,
    #[soap(rename = "much")]
    Much,
}
