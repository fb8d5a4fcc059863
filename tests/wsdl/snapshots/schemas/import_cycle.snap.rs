use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:import_cycle")
    .with_prefix("i");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Ring(pub cycle::Link);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Bead {
    pub next: Option<Box<cycle::Link>>,
}

/// The types of the namespace `urn:example:cycle`.
pub mod cycle {
    use um_messages::{SoapType, xml};

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:cycle")
        .with_prefix("c");

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub struct Link {
        pub bead: Option<Box<super::Bead>>,
    }
}
