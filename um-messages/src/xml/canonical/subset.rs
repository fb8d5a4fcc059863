//! What of a document is canonicalized.

use crate::xml::read::ReadOptions;

/// A document, or an element of it as it stands there, and what of that is left out.
///
/// Elements are named by the byte with which their start tags begin, as [`Position::byte`](crate::Position) of the key
/// [`position`](derive@crate::SoapType#position) says it.
///
/// ```
/// use um_messages::xml::canonical::{Canonicalization, Subset};
///
/// let xml = "<m:Mail xmlns:m='urn:m'><m:Text>Hi</m:Text><Seal/></m:Mail>";
/// let text = Subset::of(xml).element_at(xml.find("<m:Text").unwrap());
/// let without_seal = Subset::of(xml).without_element_at(xml.find("<Seal").unwrap());
///
/// let exclusive = Canonicalization::exclusive();
/// assert_eq!(exclusive.canonicalize_subset(&text)?, r#"<m:Text xmlns:m="urn:m">Hi</m:Text>"#);
/// assert_eq!(
///     exclusive.canonicalize_subset(&without_seal)?,
///     r#"<m:Mail xmlns:m="urn:m"><m:Text>Hi</m:Text></m:Mail>"#,
/// );
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Subset<'x> {
    pub(super) xml: &'x str,
    pub(super) options: ReadOptions,
    pub(super) part: Part,
}

/// A part of a document: the bytes with which elements begin.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Part {
    /// The element; the whole document if there is none.
    pub(crate) element: Option<usize>,
    /// What is left out, a signature in what it signs for instance.
    pub(crate) without: Option<usize>,
}

impl<'x> Subset<'x> {
    /// A whole document.
    #[must_use]
    pub fn of(xml: &'x str) -> Self {
        Self {
            xml,
            options: ReadOptions::new(),
            part: Part::default(),
        }
    }

    /// The element of it whose start tag begins at this byte.
    #[must_use]
    pub fn element_at(mut self, byte: usize) -> Self {
        self.part.element = Some(byte);
        self
    }

    /// The same, without the element whose start tag begins at this byte, as a signature that stands in what it signs.
    #[must_use]
    pub fn without_element_at(mut self, byte: usize) -> Self {
        self.part.without = Some(byte);
        self
    }

    /// The same, with other limits than those of [`ReadOptions::new`].
    #[must_use]
    pub fn with_options(mut self, options: ReadOptions) -> Self {
        self.options = options;
        self
    }
}
