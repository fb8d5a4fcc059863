use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:fields")
    .with_prefix("f");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Forms {
    #[soap(attribute, rename = "id")]
    pub id: Option<i32>,
    pub must: Box<Big>,
    pub may: Option<Box<Big>>,
    #[soap(nillable)]
    pub nil: Option<Box<Big>>,
    pub nil_may: Option<xml::Nillable<Box<Big>>>,
    pub many: Vec<Big>,
    #[soap(flatten)]
    pub choice: Option<FormsChoice>,
    #[soap(flatten)]
    pub group: Option<Box<FormsGroup>>,
    pub extended: Extended,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum FormsChoice {
    #[soap(flatten)]
    P(Box<FormsP>),
    #[soap(nillable)]
    R(Option<Box<Big>>),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct FormsP {
    pub p: Leaf,
    pub q: Leaf,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct FormsGroup {
    pub s: Leaf,
    pub t: Leaf,
    pub u: Leaf,
    pub v: Leaf,
    pub w: Leaf,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Big {
    pub a: Leaf,
    pub b: Leaf,
    pub c: Leaf,
    pub d: Leaf,
    pub e: Leaf,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(rename_all = "camelCase")]
pub struct Leaf {
    #[soap(attribute)]
    pub a: Option<String>,
    #[soap(attribute)]
    pub b: Option<String>,
    #[soap(attribute)]
    pub c: Option<String>,
    #[soap(attribute)]
    pub d: Option<String>,
    #[soap(attribute)]
    pub e: Option<String>,
    #[soap(text)]
    pub value: String,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Extended {
    pub inner: Box<Big>,
    pub outer: Box<Big>,
}
