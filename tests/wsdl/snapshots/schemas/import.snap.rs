use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:import")
    .with_prefix("i");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Car {
    #[soap(attribute, namespace = parts::NAMESPACE, rename = "serial")]
    pub serial: Option<String>,
    pub engine: parts::Engine,
    #[soap(max_occurs = 4, namespace = parts::NAMESPACE)]
    pub wheel: Vec<parts::Wheel>,
    pub paint: parts::Paint,
}

/// The types of the namespace `urn:example:parts`.
pub mod parts {
    use um_messages::{SoapType, xml};

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:parts")
        .with_prefix("p");

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub struct Wheel {
        pub size: i32,
    }

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub struct Engine {
        pub power: i32,
    }

    #[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
    #[soap(rename_all = "camelCase")]
    pub enum Paint {
        Red,
        Blue,
    }
}
