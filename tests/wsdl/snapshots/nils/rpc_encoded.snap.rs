use um_messages::{SoapMessage, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:users").with_prefix("u");

/// The address of `Users`.
pub const ENDPOINT: &str = "http://users.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(
    namespace = NAMESPACE,
    rename = "get",
    action = "urn:get",
    response = GetResponse
)]
pub struct Get {
    #[soap(nillable, default, unqualified, rename = "id")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "getResponse")]
pub struct GetResponse {
    #[soap(nillable, default, unqualified, rename = "user")]
    pub user: Option<directory::User>,
}

/// The types of the namespace `urn:example:directory`.
pub mod directory {
    use um_messages::{SoapType, xml};

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:directory")
        .with_prefix("d");

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE, rename_all = "camelCase")]
    pub struct User {
        #[soap(nillable, default, unqualified)]
        pub id: Option<i32>,
        #[soap(nillable, default, unqualified)]
        pub names: Option<Names>,
        #[soap(nillable, default, skip_if = "Option::is_none", unqualified)]
        pub seats: Option<Grid>,
    }

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE, rename_all = "camelCase")]
    pub struct Names {
        #[soap(attribute, namespace = super::encoding::NAMESPACE)]
        pub array_type: Option<String>,
        #[soap(attribute, namespace = super::encoding::NAMESPACE)]
        pub offset: Option<String>,
        #[soap(attribute)]
        pub id: Option<String>,
        #[soap(attribute)]
        pub href: Option<String>,
        #[soap(any_attribute)]
        pub any_attribute: Vec<xml::Attribute>,
        #[soap(flatten)]
        pub item: Vec<NamesItem>,
    }

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub enum NamesItem {
        #[soap(nillable, unqualified, rename = "item")]
        Item(Option<String>),
        /// Any other element.
        #[soap(other)]
        Other(xml::Element),
    }

    /// um-wsdl: the items of the array `Grid` in the namespace `urn:example:directory` are kept as elements
    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE, rename_all = "camelCase")]
    pub struct Grid {
        #[soap(attribute, namespace = super::encoding::NAMESPACE)]
        pub array_type: Option<String>,
        #[soap(attribute, namespace = super::encoding::NAMESPACE)]
        pub offset: Option<String>,
        #[soap(attribute)]
        pub id: Option<String>,
        #[soap(attribute)]
        pub href: Option<String>,
        #[soap(any_attribute)]
        pub any_attribute: Vec<xml::Attribute>,
        #[soap(any)]
        pub any: Vec<xml::Element>,
    }
}

/// The types of the namespace `http://schemas.xmlsoap.org/soap/encoding/`.
pub mod encoding {
    use um_messages::xml;

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace =
        xml::Namespace::new("http://schemas.xmlsoap.org/soap/encoding/").with_prefix("e");
}
