use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:choice_emptiable")
    .with_prefix("c");

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Notes {
    #[soap(flatten)]
    pub content: Vec<NotesContent>,
}

/// A part of `Notes`. Which parts stand together, and in which order, is not checked.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum NotesContent {
    Note(String),
    Mark(i32),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Pairs {
    #[soap(flatten)]
    pub content: Vec<PairsContent>,
}

/// A part of `Pairs`. Which parts stand together, and in which order, is not checked.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum PairsContent {
    One(i32),
    Left(i32),
    Right(i32),
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Nothing {}
