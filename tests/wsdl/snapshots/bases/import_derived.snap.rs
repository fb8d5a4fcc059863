use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:import_derived")
    .with_prefix("i");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Fleet {
    pub vehicle: Vec<base::AnyVehicle>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Garage {
    #[soap(flatten)]
    pub part: GaragePart,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum GaragePart {
    #[soap(namespace = base::NAMESPACE)]
    Part(base::PartType),
    Brake(base::PartType),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Brake(pub base::PartType);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Van {
    #[soap(flatten)]
    pub base: base::Vehicle,
    pub seats: i32,
}

/// The types of the namespace `urn:example:base`.
pub mod base {
    use um_messages::{SoapType, xml};

    /// The namespace of these types.
    pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:base")
        .with_prefix("b");

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(namespace = NAMESPACE)]
    pub struct Part(pub PartType);

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(deny_unknown_fields, namespace = NAMESPACE)]
    pub struct PartType {
        pub no: i32,
    }

    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(deny_unknown_fields, namespace = NAMESPACE)]
    pub struct Vehicle {
        pub wheels: i32,
    }

    /// `Vehicle`, or a type that is derived from it.
    #[derive(Debug, Clone, PartialEq, SoapType)]
    #[soap(xsi_type, namespace = NAMESPACE)]
    pub enum AnyVehicle {
        #[soap(default)]
        Vehicle(Vehicle),
        #[soap(namespace = super::NAMESPACE)]
        Van(super::Van),
        /// A type that is not known.
        #[soap(other)]
        Other(xml::Element),
    }
}
