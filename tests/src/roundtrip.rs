//! A value and its document, in both directions and by both sources of the reader.

use std::fmt::Debug;

use um_messages::soap::ReadBody;
use um_messages::xml::{self, ReadElement, Reader, Root, WriteElement};
use um_messages::{Envelope, ErrorKind, Result, SoapMessage};

use crate::sources::{both_as, both_messages};
use crate::strangers::assert_denied;

/// The value is written as the document, and the document is read as the value.
#[track_caller]
pub fn same<T>(value: &T, document: &str)
where
    T: Root + WriteElement + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    assert_eq!(xml::to_string(value).unwrap(), document);
    reads(document, value);
}

/// As [`same`], with a type of one's own inside, which may pass over what it does not know.
#[track_caller]
pub fn same_of_own<T>(value: &T, document: &str)
where
    T: Root + WriteElement + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    assert_eq!(xml::to_string(value).unwrap(), document);
    match both_as::<T>(document) {
        Ok(read) => assert_eq!(read, *value, "{document}"),
        Err(error) => panic!("{document}: {error}"),
    }
}

/// The document is read as the value.
#[track_caller]
pub fn reads<T>(document: &str, value: &T)
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    match both_as::<T>(document) {
        Ok(read) => assert_eq!(read, *value, "{document}"),
        Err(error) => panic!("{document}: {error}"),
    }
    assert_denied(document, value, &|document, options| {
        Reader::from_str_with(document, options).read_root()
    });
}

/// The document is not a value of the type; why.
#[track_caller]
pub fn refused<T>(document: &str) -> um_messages::Error
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    match both_as::<T>(document) {
        Ok(value) => panic!("{document} is read as {value:?}"),
        Err(error) => error,
    }
}

/// What a document is written back as. That is read as the same value.
#[track_caller]
pub fn written<T>(document: &str) -> String
where
    T: Root + WriteElement + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    let value = both_as::<T>(document).unwrap();
    let written = xml::to_string(&value).unwrap();
    assert_eq!(both_as::<T>(&written).unwrap(), value, "{written}");
    written
}

/// What is not to be written is not written.
#[track_caller]
pub fn assert_unwritable(written: Result<String>) {
    match written {
        Err(error) => assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}"),
        Ok(written) => panic!("it is written: {written}"),
    }
}

/// An envelope of SOAP 1.1 with this in its Body, as the library writes it.
pub fn body(content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">\
         <soap:Body>{content}</soap:Body></soap:Envelope>"
    )
}

/// The message is written as the content of a Body, and read from it.
#[track_caller]
pub fn same_message<B>(message: &B, content: &str)
where
    B: SoapMessage + for<'de> ReadBody<'de> + PartialEq + Debug,
{
    assert_eq!(message.to_envelope().unwrap(), body(content));
    reads_message(content, message);
}

/// The message is read from the content of a Body.
#[track_caller]
pub fn reads_message<B>(content: &str, message: &B)
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    let document = body(content);
    match both_messages::<B>(&document) {
        Ok(read) => assert_eq!(read, *message, "{content}"),
        Err(error) => panic!("{content}: {error}"),
    }
    denies_strangers(&document, message);
}

/// Whatever is put into the envelope that no type knows is denied, where that is asked.
#[track_caller]
pub fn denies_strangers<B>(document: &str, message: &B)
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    assert_denied(document, message, &|document, options| {
        let mut reader = Reader::from_str_with(document, options);
        Envelope::<B>::read(&mut reader).map(Envelope::into_body)
    });
}
