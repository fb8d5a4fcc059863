use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:chameleon")
    .with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Both {
    pub mine: Money,
    pub theirs: other::Money,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Money {
    pub value: String,
    pub unit: Unit,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Unit {
    pub code: String,
}

/// The types of the namespace `urn:example:other`.
pub mod other {
    use um_messages::{SoapType, xml};

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:other")
        .with_prefix("o");

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub struct Money {
        pub value: String,
        pub unit: Unit,
    }

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub struct Unit {
        pub code: String,
    }
}
