//! The text of a value that an enumeration does not have: the key `other`.

/// What keeps it, as it was sent.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot keep the text of a value",
    label = "not a text",
    note = "what no other variant is may be any text: write `Other(String)`"
)]
pub trait OtherText {
    /// Keeps the text.
    fn keep(text: &str) -> Self;

    /// The text.
    fn text(&self) -> &str;
}

#[diagnostic::do_not_recommend]
impl<T: for<'t> From<&'t str> + AsRef<str>> OtherText for T {
    fn keep(text: &str) -> Self {
        Self::from(text)
    }

    fn text(&self) -> &str {
        self.as_ref()
    }
}
