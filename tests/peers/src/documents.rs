//! The documents that are read and written, each with the value it was made of.

use std::fmt::Debug;

use um_messages::SoapMessage;

use crate::values;

/// What a document has in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// `GetCallInfo` in an envelope: one text.
    Request,
    /// `GetCallInfoResponse` in an envelope: two enumerations.
    Response,
    /// `FindItemResponse` in an envelope: nested items with attributes, in two namespaces.
    Items,
    /// `Note` in an envelope: one long text.
    Text,
    /// `List` in an envelope: elements with twelve attributes each.
    Attributes,
}

/// A document, and what has to be read from it.
pub(crate) struct Document {
    pub(crate) kind: Kind,
    pub(crate) name: &'static str,
    pub(crate) xml: &'static str,
    /// The value as `Debug` shows it: the types of all libraries have the same names and fields.
    pub(crate) shown: String,
    pub(crate) elements: usize,
}

/// The documents of the table.
pub(crate) fn all() -> Vec<Document> {
    vec![
        document(Kind::Request, "GetCallInfo", &values::request()),
        document(Kind::Response, "GetCallInfoResponse", &values::response()),
        items("2,000 items", 2_000),
        document(Kind::Text, "4 MiB of text", &values::note(" ")),
        document(Kind::Text, "4 MiB of lines", &values::note("\n")),
        document(
            Kind::Attributes,
            "5,000 elements of 12 attributes",
            &values::list(),
        ),
    ]
}

/// The document with `count` items.
pub(crate) fn items(name: &'static str, count: u32) -> Document {
    document(Kind::Items, name, &values::find_item(count))
}

fn document(kind: Kind, name: &'static str, value: &(impl SoapMessage + Debug)) -> Document {
    // There are a handful of documents, and jobs that borrow from them.
    let xml: &'static str = value.to_envelope().expect("it can be written").leak();
    Document {
        kind,
        name,
        xml,
        shown: format!("{value:?}"),
        elements: xml.matches('<').count() - xml.matches("</").count() - xml.matches("<?").count(),
    }
}
