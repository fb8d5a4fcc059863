use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:group")
    .with_prefix("g");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Customer {
    pub name: String,
    pub street: String,
    pub city: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Visitor {
    #[soap(flatten)]
    pub address: Option<VisitorAddress>,
    #[soap(flatten)]
    pub means: VisitorMeans,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct VisitorAddress {
    pub street: String,
    pub city: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum VisitorMeans {
    Train(String),
    Bus(i32),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Route {
    #[soap(flatten)]
    pub means: Vec<RouteMeans>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum RouteMeans {
    Train(String),
    Bus(i32),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Hop {
    #[soap(flatten)]
    pub means: Option<HopMeans>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum HopMeans {
    Train(String),
    Bus(i32),
}
