//! The text of a value that an enumeration does not have: the key `other`.

use super::space::ValueSpace;
use crate::error::Shown;
use crate::xml::syntax::collapse;
use crate::xml::write::TextOut;

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

impl TextOut<'_> {
    /// The text of a value that an enumeration does not have. It is an error if it has: `Other("Busy")` would be read
    /// back as `Busy`.
    #[doc(hidden)]
    pub fn other<'t>(&mut self, text: &'t str, known: &[&str], space: ValueSpace) -> &'t str {
        let collapsed = collapse(text);
        if known.iter().any(|known| space.same(&collapsed, known)) {
            self.fail(format!(
                "`{}` as an other value, which would be read back as the one of that name",
                Shown(&collapsed)
            ));
        }
        text
    }
}
