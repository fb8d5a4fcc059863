use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:group_of_groups")
    .with_prefix("g");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Plot {
    pub point: Point,
    #[soap(min_occurs = 1)]
    pub pair: Vec<Pair>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Point {
    pub title: String,
    pub x: i32,
    pub y: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Pair {
    #[soap(flatten)]
    pub choice: PairChoice,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum PairChoice {
    #[soap(flatten)]
    X(PairX),
    None(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct PairX {
    pub x: i32,
    pub y: Option<i32>,
}
