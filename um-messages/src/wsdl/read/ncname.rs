//! Names of what a document defines: white space around them is none (XML Schema part 2, sections 3.3.7 and 4.3.6).

use std::convert::Infallible;

use crate::xml::trim;

#[allow(clippy::ptr_arg, reason = "`with` passes a reference to the field")]
pub(super) fn to_text(name: &String) -> &str {
    name
}

#[allow(clippy::unnecessary_wraps, reason = "`with` takes a `Result`")]
pub(super) fn from_text(text: &str) -> Result<String, Infallible> {
    Ok(trim(text).to_owned())
}
