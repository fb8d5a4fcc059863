//! What is kept of a document where no type describes it: `xml::Element`, `any`, a fault's detail.

use crate::xml::namespace::SharedNames;

/// What all that is kept of a document shares, and how much it is.
#[derive(Default)]
pub(super) struct Kept {
    pub(super) elements: SharedNames,
    /// Apart from those of elements, for without a prefix they mean something else.
    pub(super) attributes: SharedNames,
    pub(super) nodes: usize,
}
