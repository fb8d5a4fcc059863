//! Members of a union, whose text may be that of another member.

use std::borrow::Cow;

use crate::error::Shown;
use crate::xml::read::{Reader, TextIn};
use crate::xml::syntax::{is_ncname, trim};
use crate::xml::write::TextOut;

/// Writes a member of a union behind others. It is an error if a type before it reads the text: the text `7` of
/// `Name(String)` would be read back as a `Number(u8)`.
pub fn write_member(
    out: &mut TextOut<'_>,
    write: impl FnOnce(&mut TextOut<'_>),
    is_of_another: impl FnOnce(TextIn<'_, '_>) -> bool,
) {
    let text = out.raw(write);
    let scope = scope_of(&text, out);
    let mut reader = Reader::from_str(&scope);
    let is_entered = reader.next_child().is_ok();
    if is_entered && is_of_another(TextIn::attempt(Cow::Borrowed(&text), &reader)) {
        let shown = Shown(&text);
        out.fail(format!(
            "`{shown}` as a value of a union, which would be read back as one of a type before it"
        ));
    }
    out.push(&text);
}

/// An element with a declaration of the text's prefix, if it has one that is declared where it is written: on that it depends
/// whether it is a qualified name.
fn scope_of(text: &str, out: &TextOut<'_>) -> Cow<'static, str> {
    let prefix = text.split_once(':').map(|(prefix, _)| trim(prefix));
    let is_declared = |prefix: &&str| is_ncname(prefix) && out.is_prefix_bound(prefix);
    match prefix.filter(is_declared) {
        None | Some("xml") => "<_/>".into(),
        Some(prefix) => format!("<_ xmlns:{prefix}='urn:_'/>").into(),
    }
}
