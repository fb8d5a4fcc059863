use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:extension-parts")
    .with_prefix("e");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Extensions {
    pub leaf: Leaf,
    pub node: AnyNode,
    pub behind: Behind,
    pub open_twice: OpenTwice,
    pub call: Call,
    pub again: Again,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Leaf {
    #[soap(attribute, rename = "id")]
    pub id: Option<i32>,
    #[soap(attribute, rename = "kind")]
    pub kind: Option<String>,
    #[soap(any_attribute)]
    pub any_attribute: Vec<xml::Attribute>,
    pub next: Option<Box<AnyNode>>,
    pub base: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Node {
    #[soap(attribute, rename = "id")]
    pub id: Option<i32>,
    #[soap(any_attribute)]
    pub any_attribute: Vec<xml::Attribute>,
    pub next: Option<Box<AnyNode>>,
}

/// `Node`, or a type that is derived from it.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyNode {
    #[soap(default)]
    Node(Box<Node>),
    Leaf(Box<Leaf>),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Behind {
    pub a: String,
    #[soap(any)]
    pub any: Option<xml::Element>,
    pub b: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct OpenTwice {
    pub a: String,
    #[soap(any, namespace = "urn:example:anything")]
    pub any: Option<xml::Element>,
    pub b: String,
    #[soap(any, namespace = "urn:example:anything-else")]
    pub any2: Option<xml::Element>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Call {
    #[soap(flatten, min_occurs = 1)]
    pub content: Vec<CallContent>,
    pub end: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum CallContent {
    Ring(i32),
    Answer(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Again {
    #[soap(flatten)]
    pub content: Vec<AgainContent>,
}

/// A part of `Again`. Which parts stand together, and in which order, is not checked.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum AgainContent {
    A(String),
    /// Any other element.
    #[soap(other)]
    Other(xml::Element),
}
