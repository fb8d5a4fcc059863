use um_messages::{SoapType, xml};

/// The namespace of these types.
pub const NAMESPACE: xml::Namespace = xml::Namespace::new("urn:example:documentation")
    .with_prefix("d");

/// A sheet, or several. See <http://example.org/a_b> for \*all\*, \`code\` and \[links\].
///
/// \- one \<T\> # two
///
/// The end of a sentence with a part behind it, in a line that is as long as a line of documentation
/// may be; the next one is no item.
///
/// Ein Blatt.
#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub struct Paper {
    /// In grams, 1) per sheet.
    #[soap(attribute, rename = "weight")]
    pub weight: Option<i32>,
    /// A4, mostly.
    pub size: String,
    #[soap(flatten)]
    pub choice: Option<PaperChoice>,
}

#[derive(Debug, Clone, PartialEq, SoapType)]
#[soap(namespace = NAMESPACE)]
pub enum PaperChoice {
    /// Black.
    Ink(String),
    Pencil(String),
}
