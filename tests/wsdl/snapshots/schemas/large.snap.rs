use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:large")
    .with_prefix("l");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Root {
    pub a: Option<Middle>,
    pub b: Option<Middle>,
    pub c: Option<Middle>,
    pub d: Option<Middle>,
    pub e: Option<Middle>,
    pub f: Option<Middle>,
    pub g: Option<Middle>,
    pub h: Option<Middle>,
    pub i: Option<Middle>,
    pub j: Option<Middle>,
    pub k: Option<Middle>,
    pub l: Option<Middle>,
    pub m: Option<Middle>,
    pub n: Option<Middle>,
    pub o: Option<Middle>,
    pub p: Option<Middle>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Middle {
    pub a: Option<Box<Low>>,
    pub b: Option<Box<Low>>,
    pub c: Option<Box<Low>>,
    pub d: Option<Box<Low>>,
    pub e: Option<Box<Low>>,
    pub f: Option<Box<Low>>,
    pub g: Option<Box<Low>>,
    pub h: Option<Box<Low>>,
    pub i: Option<Box<Low>>,
    pub j: Option<Box<Low>>,
    pub k: Option<Box<Low>>,
    pub l: Option<Box<Low>>,
    pub m: Option<Box<Low>>,
    pub n: Option<Box<Low>>,
    pub o: Option<Box<Low>>,
    pub p: Option<Box<Low>>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Low {
    pub a: Option<Leaf>,
    pub b: Option<Leaf>,
    pub c: Option<Leaf>,
    pub d: Option<Leaf>,
    pub e: Option<Leaf>,
    pub f: Option<Leaf>,
    pub g: Option<Leaf>,
    pub h: Option<Leaf>,
    pub i: Option<Leaf>,
    pub j: Option<Leaf>,
    pub k: Option<Leaf>,
    pub l: Option<Leaf>,
    pub m: Option<Leaf>,
    pub n: Option<Leaf>,
    pub o: Option<Leaf>,
    pub p: Option<Leaf>,
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
    #[soap(attribute)]
    pub f: Option<String>,
    #[soap(attribute)]
    pub g: Option<String>,
    #[soap(attribute)]
    pub h: Option<String>,
    #[soap(text)]
    pub value: String,
}
