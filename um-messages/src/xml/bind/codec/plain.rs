//! The innermost codecs: as the type says.

/// An element as its type says: `<Id>7</Id>`.
#[derive(Clone, Copy, Debug)]
pub struct Plain;

/// A text as its type says: `7`.
#[derive(Clone, Copy, Debug)]
pub struct PlainText;
