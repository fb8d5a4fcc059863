//! The documents, read with the crate's own derive.

mod doctype;
mod encoding;
mod names;
pub(crate) mod wsdl;
pub(crate) mod xsd;

use self::doctype::without_doctype;
use self::wsdl::{Definitions, WSDL};
use self::xsd::{Schema, XS};
use crate::error::Error;
use crate::xml::{QName, Reader};

/// One document.
#[derive(Debug)]
pub(crate) enum Document {
    Definitions(Box<Definitions>),
    Schema(Box<Schema>),
}

/// Why a document is neither a WSDL nor a schema.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// It is not well-formed, or not what WSDL or XML Schema says.
    Broken(Error),
    /// Its document type declaration cannot be taken out.
    Doctype(&'static str),
    /// It is HTML.
    WebPage,
    /// It is something else.
    Other(QName),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Broken(error)
    }
}

impl Document {
    /// Reads a WSDL or a schema, whichever it is.
    pub(crate) fn from_slice(bytes: &[u8]) -> Result<Self, Refusal> {
        if is_web_page(bytes) {
            return Err(Refusal::WebPage);
        }
        let text = encoding::text(bytes)?;
        let text = without_doctype(&text).map_err(Refusal::Doctype)?;
        let root = {
            let mut reader = Reader::from_str(&text);
            reader.next_child()?;
            reader.name()
        };
        if root.is(WSDL.uri(), "definitions") {
            Ok(Self::Definitions(Reader::from_str(&text).read_root()?))
        } else if root.is(XS.uri(), "schema") {
            Ok(Self::Schema(Reader::from_str(&text).read_root()?))
        } else if root.local().eq_ignore_ascii_case("html") {
            Err(Refusal::WebPage)
        } else {
            Err(Refusal::Other(root))
        }
    }
}

/// Whether it begins as HTML does, which need not be XML.
fn is_web_page(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii_start();
    ["<!doctype html", "<html"].iter().any(|start| {
        let first = bytes.get(..start.len());
        first.is_some_and(|first| first.eq_ignore_ascii_case(start.as_bytes()))
    })
}
