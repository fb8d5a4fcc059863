use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:enumeration")
    .with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Order {
    #[soap(attribute, rename = "kind")]
    pub kind: Option<OrderKind>,
    pub state: State,
    pub before: Vec<State>,
    pub urgency: OrderUrgency,
}

/// How far an order is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum State {
    /// Nothing was done.
    New,
    InProgress,
    Done,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(schema_type = "int")]
pub enum OrderUrgency {
    #[soap(rename = "1")]
    _1,
    #[soap(rename = "2")]
    _2,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum OrderKind {
    Gift,
    Sale,
}
