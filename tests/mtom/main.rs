//! A test goes into the file named after the key, type or clause that it would be looked up by; where it came from stands in its comment.
//!
//! Here: messages with parts beside them. RFC 2046, 2387 and 2392 have the rules for packages, XML-binary Optimized Packaging 1.0 (XOP) those for
//! what a document says of parts.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod any_bytes;
mod captures;
mod http;
mod include;
mod limits;
mod package;
mod read_from_stream;
mod sent_on_the_way;
mod written;

use um_messages::mtom::Package;
use um_messages::xml::Base64Binary;
use um_messages::{Envelope, ErrorKind, PackageProblem, Result, SoapMessage};

/// The message of most tests.
#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:archive", action = "urn:archive/Store", response = Stored)]
struct Store {
    name: String,
    content: Base64Binary,
}

#[derive(Clone, Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:archive")]
struct Stored {
    size: u64,
}

const XOP: &str = "http://www.w3.org/2004/08/xop/include";

/// The media type of [`package`].
const CONTENT_TYPE: &str = "multipart/related; boundary=b; type=\"application/xop+xml\"; \
    start=\"<0@x>\"; start-info=\"text/xml\"";

/// An envelope with this in its Body.
fn envelope(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' xmlns:xop='{XOP}'>\
         <s:Body>{body}</s:Body></s:Envelope>"
    )
}

/// A [`Store`] whose content is this.
fn store(content: &str) -> String {
    envelope(&format!(
        "<Store xmlns='urn:archive'><Name>n</Name><Content>{content}</Content></Store>"
    ))
}

/// A package of a document and parts: header fields, and content.
fn package(document: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut package = format!(
        "--b\r\nContent-Type: application/xop+xml; charset=utf-8; type=\"text/xml\"\r\n\
         Content-Transfer-Encoding: binary\r\nContent-ID: <0@x>\r\n\r\n{document}"
    )
    .into_bytes();
    for (header, content) in parts {
        package.extend_from_slice(format!("\r\n--b\r\n{header}\r\n\r\n").as_bytes());
        package.extend_from_slice(content);
    }
    package.extend_from_slice(b"\r\n--b--\r\n");
    package
}

/// The message in a package.
fn read(content_type: &str, package: &[u8]) -> Result<Store> {
    let package = Package::read(content_type, package)?;
    Envelope::<Store>::from_package(&package).map(Envelope::into_body)
}

/// What is wrong with a package.
#[track_caller]
fn problem<T: std::fmt::Debug>(result: Result<T>) -> (PackageProblem, Option<u64>) {
    let error = result.unwrap_err();
    match error.kind() {
        ErrorKind::Package(problem) => (problem.clone(), error.package_byte()),
        _ => panic!("{error}"),
    }
}
