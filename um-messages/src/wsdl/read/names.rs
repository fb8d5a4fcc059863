//! Names of what a document defines: white space around them is none (XML Schema part 2, sections 3.3.7 and 4.3.6).

/// Of what a WSDL defines, which is said nowhere but in a WSDL: it may be any text.
pub(super) mod label {
    use std::convert::Infallible;

    use crate::xml::trim;

    #[allow(clippy::ptr_arg, reason = "`with` passes a reference to the field")]
    pub(in super::super) fn to_text(name: &String) -> &str {
        name
    }

    #[allow(clippy::unnecessary_wraps, reason = "`with` takes a `Result`")]
    pub(in super::super) fn from_text(text: &str) -> Result<String, Infallible> {
        Ok(trim(text).to_owned())
    }
}

/// Of what a schema defines, which documents have: an `NCName` (XML Schema part 1, section 3.3.2).
pub(super) mod ncname {
    pub(in super::super) use super::label::to_text;
    use crate::xml::{is_ncname, trim};

    pub(in super::super) fn from_text(text: &str) -> Result<String, &'static str> {
        let name = trim(text);
        if is_ncname(name) {
            Ok(name.to_owned())
        } else {
            Err("it is no XML name without a colon (NCName)")
        }
    }
}
