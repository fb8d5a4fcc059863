use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:substitution")
    .with_prefix("s");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Dog(pub AnyAnimalType);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Cat(pub CatType);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Kitten(pub CatType);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Zoo {
    #[soap(flatten)]
    pub animal: Vec<ZooAnimal>,
    pub visitors: i32,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum ZooAnimal {
    Cat(CatType),
    Dog(AnyAnimalType),
    Kitten(CatType),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct Kennel {
    #[soap(flatten)]
    pub animal: KennelAnimal,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum KennelAnimal {
    Cat(CatType),
    Dog(AnyAnimalType),
    Kitten(CatType),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct AnimalType {
    pub name: String,
}

/// `AnimalType`, or a type that is derived from it.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(xsi_type, namespace = NAMESPACE)]
pub enum AnyAnimalType {
    #[soap(default)]
    AnimalType(AnimalType),
    CatType(CatType),
    /// A type that is not known.
    #[soap(other)]
    Other(xml::Element),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(deny_unknown_fields, namespace = NAMESPACE)]
pub struct CatType {
    #[soap(flatten)]
    pub base: AnimalType,
    pub lives: i32,
}
