//! A message with one of each, which tests of documents and values read and write.

use um_messages::xml::QName;
use um_messages::{Result, SoapMessage, SoapType};

use crate::documents::V1_1;
use crate::sources::both_messages;

/// A book on its way from a library to a reader: elements, attributes, lists, values of all sorts.
#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:library", prefix = "l")]
pub struct Loan {
    /// An attribute.
    #[soap(attribute)]
    pub id: Option<u32>,
    /// An attribute of the same local name in another namespace.
    #[soap(attribute, namespace = "urn:q", prefix = "q", rename = "Id")]
    pub foreign_id: Option<String>,
    /// An element that is required.
    pub title: String,
    /// An element with any text.
    pub note: Option<String>,
    /// An element with a value of an enumeration.
    pub state: Option<State>,
    /// A list of elements.
    pub author: Vec<String>,
    /// A number.
    pub weight: Option<f64>,
    /// A boolean.
    pub renewable: Option<bool>,
    /// A qualified name.
    pub kind: Option<QName>,
    /// A loan in the loan.
    pub sequel: Option<Box<Loan>>,
}

/// Where the book is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, SoapType)]
pub enum State {
    /// With the reader.
    Out,
    /// In the library.
    Back,
}

/// A loan with a title and nothing else.
pub fn loan(title: &str) -> Loan {
    Loan {
        id: None,
        foreign_id: None,
        title: title.to_owned(),
        note: None,
        state: None,
        author: Vec::new(),
        weight: None,
        renewable: None,
        kind: None,
        sequel: None,
    }
}

/// An envelope with this in its Body.
pub fn body(content: &str) -> String {
    format!("<soap:Envelope xmlns:soap=\"{V1_1}\"><soap:Body>{content}</soap:Body></soap:Envelope>")
}

/// The loan that stands in a Body with this.
pub fn read(content: &str) -> Result<Loan> {
    both_messages(&body(content))
}

/// A loan with a title and this, in the default namespace.
pub fn read_with(content: &str) -> Result<Loan> {
    read(&format!(
        "<Loan xmlns=\"urn:library\"><Title>Emma</Title>{content}</Loan>"
    ))
}

/// The Body's content as it is written; it must be read back equal.
pub fn write(loan: &Loan) -> String {
    let written = loan.to_envelope().unwrap();
    let (_, content) = written.split_once("<soap:Body>").unwrap();
    let content = content
        .strip_suffix("</soap:Body></soap:Envelope>")
        .unwrap()
        .to_owned();
    assert_eq!(both_messages::<Loan>(&written).unwrap(), *loan, "{written}");
    content
}
