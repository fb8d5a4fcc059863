use um_messages::{SoapMessage, SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:rpc_literal")
    .with_prefix("r");

/// The address of `GeometryService`.
pub const ENDPOINT: &str = "http://geometry.example.org/";

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE, rename_all = "camelCase")]
pub struct Point {
    #[soap(unqualified)]
    pub x: i32,
    #[soap(unqualified)]
    pub y: i32,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    rename = "add",
    rename_all = "camelCase",
    action = "urn:add",
    response = AddResponse
)]
pub struct Add {
    #[soap(unqualified)]
    pub a: Point,
    #[soap(unqualified)]
    pub b: Point,
    #[soap(unqualified)]
    pub scale: f64,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "addResponse")]
pub struct AddResponse {
    #[soap(unqualified, rename = "return")]
    pub r#return: Point,
}

/// Any request of `GeometryService`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum GeometryServiceRequest {
    Add(Add),
    ListAll(calls::ListAll),
}

/// Any response of `GeometryService`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum GeometryServiceResponse {
    AddResponse(AddResponse),
    ListAllResponse(calls::ListAllResponse),
}

/// The types of the namespace `urn:example:calls`.
pub mod calls {
    use um_messages::{SoapMessage, xml};

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:calls")
        .with_prefix("c");

    #[derive(Debug, Clone, PartialEq, SoapMessage)]
    #[soap(
        namespace = NAMESPACE,
        rename = "list-all",
        action = "urn:list",
        response = ListAllResponse
    )]
    pub struct ListAll {}

    #[derive(Debug, Clone, PartialEq, SoapMessage)]
    #[soap(namespace = NAMESPACE, rename = "list-allResponse")]
    pub struct ListAllResponse {
        #[soap(unqualified, wrapper = "return", rename = "point")]
        pub r#return: Vec<super::Point>,
    }
}
