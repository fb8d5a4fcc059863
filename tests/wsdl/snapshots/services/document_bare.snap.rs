use um_messages::{SoapMessage, SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:document_bare")
    .with_prefix("d");

/// The address of `People`.
pub const ENDPOINT: &str = "http://people.example.org/";

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "find", action = "urn:find", response = Found)]
pub struct Find(pub i32);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "found")]
pub struct Found(pub xml::Nillable<Person>);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "store", action = "urn:store", response = Stored)]
pub struct Store(pub Person);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "stored")]
pub struct Stored(pub Person);

#[derive(Debug, Clone, PartialEq, SoapMessage)]
#[soap(namespace = NAMESPACE, rename = "word", action = "urn:answer", response = ())]
pub struct Word(pub WordValue);

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Person {
    pub name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, SoapType)]
#[soap(rename_all = "camelCase")]
pub enum WordValue {
    Yes,
    No,
}

/// Any request of `People`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum PeopleRequest {
    Find(Find),
    Store(Store),
    Word(Word),
}

/// Any response of `People`.
#[derive(Debug, Clone, PartialEq, SoapMessage)]
pub enum PeopleResponse {
    Found(Found),
    Stored(Stored),
}
