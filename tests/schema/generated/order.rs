use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:shop").with_prefix("s");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Order {
    #[soap(attribute)]
    pub id: u64,
    #[soap(attribute)]
    pub note: Option<String>,
    pub placed: xml::DateTime,
    #[soap(flatten)]
    pub choice: OrderChoice,
    pub lines: Vec<Line>,
    #[soap(wrapper = "Tags", rename = "Tag")]
    pub tags: Vec<String>,
    pub gift: Option<xml::Nillable<String>>,
    #[soap(nillable)]
    pub sent: Option<xml::DateTime>,
    pub status: Status,
    pub sizes: OrderSizes,
    #[soap(base64)]
    pub stamp: Vec<u8>,
    pub parcel: AnyPlain,
    pub parent: Option<Category>,
    #[soap(any)]
    pub any: Vec<xml::Element>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum OrderChoice {
    Card(Card),
    Iban(String),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Card {
    #[soap(attribute)]
    pub holder: String,
    pub number: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
pub struct Line {
    #[soap(attribute)]
    pub article: String,
    #[soap(text)]
    pub value: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
pub enum Status {
    Open,
    Closed,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(list)]
pub struct OrderSizes(pub Vec<u16>);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Plain {
    pub weight: u32,
}

/// `Plain`, or a type that is derived from it.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyPlain {
    #[soap(default)]
    Plain(Plain),
    Insured(Insured),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Category {
    pub name: String,
    pub parent: Option<Box<Category>>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Insured {
    pub weight: u32,
    pub value: u32,
}
