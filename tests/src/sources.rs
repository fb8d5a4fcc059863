//! Reads a document by both sources of the reader, the tokenizer and xml-rs, and asserts that they
//! agree: equal values, or an error each. Where they may differ, the closed list of exceptions says
//! which of the two is right, and by which clause.

use std::fmt::Debug;

use um_messages::soap::ReadBody;
use um_messages::xml::{Element, ReadElement, Reader, Root};
use um_messages::{Envelope, Error, ReadOptions, Result};

/// Which source is right where they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// The tokenizer reads the document, and has to; xml-rs refuses it, or reads another value.
    TokenizerReads,
    /// The tokenizer refuses the document, and has to; xml-rs reads it.
    TokenizerRefuses,
}

/// A document, or all that have a mark in them, on which the sources differ.
#[derive(Clone, Copy, Debug)]
pub struct Exception {
    /// What a document has to contain to fall under the exception.
    pub mark: &'static str,
    /// The smallest document that shows the difference.
    pub example: &'static str,
    /// Which source is right.
    pub right: Right,
    /// What decides that the tokenizer is right.
    pub clause: &'static str,
}

/// All exceptions. Each is checked to be one still (`xml/sources.rs`, `every_exception_is_one`).
pub const EXCEPTIONS: &[Exception] = &[
    Exception {
        mark: "xmlns:p='u' xmlns:p='",
        example: "<a xmlns:p='u' xmlns:p='u'/>",
        right: Right::TokenizerRefuses,
        clause: "XML 3.1 WFC Unique Att Spec",
    },
    Exception {
        mark: "xmlns='u' xmlns='",
        example: "<a xmlns='u' xmlns='v'/>",
        right: Right::TokenizerRefuses,
        clause: "XML 3.1 WFC Unique Att Spec",
    },
    Exception {
        mark: "'1<!--",
        example: "<a b='1<!---->2'/>",
        right: Right::TokenizerRefuses,
        clause: "XML 3.1 WFC No < in Attribute Values",
    },
    Exception {
        mark: "<?p:b",
        example: "<a><?p:b c?></a>",
        right: Right::TokenizerRefuses,
        clause: "NS 7: no processing instruction target contains a colon",
    },
    Exception {
        mark: "encoding=''",
        example: "<?xml version='1.0' encoding=''?><a/>",
        right: Right::TokenizerRefuses,
        clause: "XML 4.3.3 [81]: an encoding's name begins with a letter",
    },
    Exception {
        mark: "ep:ncoding=",
        example: "<?xml version='1.0' ep:ncoding='utf-8'?><a/>",
        right: Right::TokenizerRefuses,
        clause: "XML 2.8 [23], 4.3.3 [80]: the declaration's parts have no prefix",
    },
    Exception {
        mark: "<p:1",
        example: "<p:1 xmlns:p='u'/>",
        right: Right::TokenizerRefuses,
        clause: "NS 4 [7]: the local part is a name of its own",
    },
    Exception {
        mark: "xmlns:1=",
        example: "<a xmlns:1='u'/>",
        right: Right::TokenizerRefuses,
        clause: "NS 3 [2]: the prefix is a name of its own",
    },
    Exception {
        mark: "<xml:a",
        example: "<xml:a/>",
        right: Right::TokenizerReads,
        clause: "NS 3 NSC Reserved Prefixes: `xml` is bound, and no name with it is forbidden",
    },
    Exception {
        mark: "xmlns='xml'",
        example: "<a xmlns='xml'/>",
        right: Right::TokenizerReads,
        clause: "NS 3: the reserved namespace is http://www.w3.org/XML/1998/namespace, not `xml`",
    },
    Exception {
        mark: "xmlns='xmlns'",
        example: "<a xmlns='xmlns'/>",
        right: Right::TokenizerReads,
        clause: "NS 3: the reserved namespace is http://www.w3.org/2000/xmlns/, not `xmlns`",
    },
];

/// Reads a document as a tree.
pub fn both(document: &str) -> Result<Element> {
    both_with(document, &ReadOptions::new())
}

/// As [`both`], with options.
pub fn both_with(document: &str, options: &ReadOptions) -> Result<Element> {
    both_by(document, options, &|reader| tree(reader))
}

/// Reads a document as a value of a type.
pub fn both_as<T>(document: &str) -> Result<T>
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    both_by(document, &ReadOptions::new(), &|reader| reader.read_root())
}

/// Reads an envelope with a message in it.
pub fn both_messages<B>(document: &str) -> Result<B>
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    both_messages_with(document, &ReadOptions::new())
}

/// As [`both_messages`], with options.
pub fn both_messages_with<B>(document: &str, options: &ReadOptions) -> Result<B>
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    both_by(document, options, &|reader| {
        Envelope::<B>::read(reader).map(Envelope::into_body)
    })
}

/// Reads by both sources in a way of one's own, and gives what the tokenizer says.
pub fn both_by<T: PartialEq + Debug>(
    document: &str,
    options: &ReadOptions,
    read: &dyn Fn(&mut Reader<'_>) -> Result<T>,
) -> Result<T> {
    let (tokenizer, stream) = sources(document, options, read);
    let exception = EXCEPTIONS.iter().find(|it| document.contains(it.mark));
    match (exception, &tokenizer, &stream) {
        (None, Ok(ours), Ok(theirs)) => {
            assert_eq!(
                ours, theirs,
                "tokenizer and xml-rs read {document:?} differently"
            );
        }
        (None, Ok(_), Err(error)) => panic!("xml-rs alone refuses {document:?}: {error}"),
        (None, Err(error), Ok(_)) => panic!("the tokenizer alone refuses {document:?}: {error}"),
        (None, Err(_), Err(_)) => {}
        (Some(exception), ours, _) => assert_eq!(
            ours.is_ok(),
            exception.right == Right::TokenizerReads,
            "the tokenizer is wrong about {document:?} by {}: {ours:?}",
            exception.clause
        ),
    }
    tokenizer
}

/// What the tokenizer says, and what xml-rs does.
pub fn sources<T>(
    document: &str,
    options: &ReadOptions,
    read: &dyn Fn(&mut Reader<'_>) -> Result<T>,
) -> (Result<T>, Result<T>) {
    (
        read(&mut Reader::from_str_with(document, options)),
        read(&mut Reader::from_stream_with(document.as_bytes(), options)),
    )
}

/// The whole document as a tree.
pub fn tree(reader: &mut Reader<'_>) -> Result<Element, Error> {
    reader.next_child()?;
    let element = Element::read_element(reader)?;
    reader.finish()?;
    Ok(element)
}
