//! How far a document has been written that is written in parts.

/// How far a document has been written.
pub(super) struct Parts {
    /// The list to go on in: its number in the document, if a chunk has been written.
    pub(super) resumed: Option<usize>,
    /// How many lists there were so far, and whether the writer stands in one.
    pub(super) count: usize,
    pub(super) is_in_list: bool,
    /// How many of them were passed, for their items have been written, or will be.
    pub(super) passed: usize,
    /// Where the list begins in the text.
    pub(super) list_at: usize,
    /// Where the new text begins, and where it ends if the writer has stopped there.
    pub(super) start: usize,
    pub(super) end: Option<End>,
    /// How many bytes the new text has at least.
    pub(super) least: usize,
}

/// Where the writer has stopped: in the text, and in which list.
pub(super) struct End {
    pub(super) at: usize,
    pub(super) list: usize,
}

impl Parts {
    pub(super) fn new(resumed: Option<usize>, least: usize) -> Self {
        Self {
            resumed,
            count: 0,
            is_in_list: false,
            passed: 0,
            list_at: 0,
            start: 0,
            end: None,
            least,
        }
    }
}
