use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:names")
    .with_prefix("n");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename = "keywords", rename_all = "camelCase")]
pub struct Keywords {
    pub r#type: String,
    pub self_: String,
    #[soap(rename = "Self")]
    pub self2: String,
    pub super_: String,
    pub crate_: String,
    pub r#async: String,
    pub r#gen: String,
    pub union: String,
    pub r#fn: Fn,
    #[soap(rename = "_1st")]
    pub _1st: String,
    #[soap(rename = "HTTPServer2Go")]
    pub http_server2_go: String,
    #[soap(rename = "x-y.z_w")]
    pub x_y_z_w: String,
    #[soap(rename = "Größe")]
    pub größe: String,
    pub 大小: String,
    pub naïve: Étoile,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(rename_all = "camelCase")]
pub struct Fn {
    #[soap(attribute)]
    pub r#match: Option<String>,
    #[soap(attribute)]
    pub r#struct: Option<Impl>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Étoile {
    #[soap(rename = "ß")]
    pub ß: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum Impl {
    For,
    Where,
}
