//! A tree as it is shown to who debugs a program.

use std::fmt;

use super::Element;
use super::prefixes::Prefixes;
use crate::error::excerpt;
use crate::xml::namespace::Declaration;
use crate::xml::syntax::{TextContext, escape};
use crate::xml::write::Writer;

/// The element as XML, but for what no log shows: passwords of WS-Security. Of the namespaces that are declared around it, those of names are there, or their beginning.
impl fmt::Debug for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut writer = Writer::masking();
        let around = self.write_in_place(&mut writer);
        let xml = match writer.finish() {
            Ok(xml) => xml,
            Err(error) => return write!(f, "Element({}: {error})", self.name()),
        };
        let name_end = xml.find([' ', '/', '>']).unwrap_or_default();
        let (name, rest) = xml.split_at_checked(name_end).unwrap_or_default();
        write!(f, "Element({name}")?;
        let used = Prefixes::of(self);
        let is_in_name =
            |it: &&Declaration| it.prefix == *self.prefix() || used.has_in_names(&it.prefix);
        for Declaration { prefix, uri } in around.into_iter().filter(is_in_name) {
            let colon = if prefix.is_empty() { "" } else { ":" };
            let start = format!(" xmlns{colon}{prefix}=");
            if declares(rest, &start) {
                continue;
            }
            let mut shown = String::new();
            // What cannot be written has not been read.
            let _ = escape(&excerpt(uri), TextContext::Attribute, &mut shown);
            write!(f, "{start}\"{shown}\"")?;
        }
        write!(f, "{rest})")
    }
}

/// Whether a start tag has a declaration that begins like this, behind its name: ` xmlns:p="urn:p" xmlns="urn:a" id="1">`.
fn declares(behind_name: &str, start: &str) -> bool {
    let names = behind_name.split('"').step_by(2);
    let mut declarations = names.take_while(|name| name.starts_with(" xmlns"));
    declarations.any(|declaration| declaration == start)
}
