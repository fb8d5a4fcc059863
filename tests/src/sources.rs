//! Reads a document by all sources of the reader, a text, bytes and streams of every grain, and asserts that they agree:
//! equal values, or one error. xml-rs, which is another's work, is asked as well whether it is well-formed, and what it
//! says. Where it may differ, the closed list of exceptions says who is right, and by which clause.

use std::fmt::Debug;
use std::io::{self, Read};

use um_messages::soap::ReadBody;
use um_messages::xml::{Element, ReadElement, Reader, Root};
use um_messages::{Envelope, Error, ErrorKind, ReadOptions, Result};

use crate::judges::judged;

/// Which is right where the tokenizer and xml-rs differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// The tokenizer reads the document, and has to; xml-rs refuses it, or reads another value.
    TokenizerReads,
    /// The tokenizer refuses the document, and has to; xml-rs reads it.
    TokenizerRefuses,
}

/// A document, or all that have a mark in them, on which the two differ.
#[derive(Clone, Copy, Debug)]
pub struct Exception {
    /// What a document has to contain to fall under the exception.
    pub mark: &'static str,
    /// The smallest document that shows the difference.
    pub example: &'static str,
    /// Which of them is right.
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
        mark: "xmlns:p='http://www.w3.org/XML/1998/namespace'",
        example: "<a xmlns:p='http://www.w3.org/XML/1998/namespace'/>",
        right: Right::TokenizerRefuses,
        clause: "NS 3 NSC Reserved Prefixes: no other prefix is bound to the namespace of `xml`",
    },
    Exception {
        mark: "xmlns:p='http://www.w3.org/2000/xmlns",
        example: "<a xmlns:p='http://www.w3.org/2000/xmlns/'/>",
        right: Right::TokenizerRefuses,
        clause: "NS 3 NSC Reserved Prefixes: the namespace of `xmlns` is not declared",
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

/// Reads by all sources in a way of one's own, and gives what they say.
pub fn both_by<T: PartialEq + Debug>(
    document: &str,
    options: &ReadOptions,
    read: &dyn Fn(&mut Reader<'_>) -> Result<T>,
) -> Result<T> {
    ask_the_judge(document);
    let (text, stream) = sources(document, options, read);
    // What a text declares of its bytes does not matter.
    if let Some(difference) = difference(&text, &stream)
        && !document.contains("encoding")
    {
        panic!("a text and a stream of {document:?} are read differently: {difference}");
    }
    text
}

/// The tokenizer and xml-rs read one tree, or none, but for the exceptions.
fn ask_the_judge(document: &str) {
    let ours = tree(&mut Reader::from_str(document));
    if matches!(&ours, Err(error) if matches!(error.kind(), ErrorKind::Limit { .. })) {
        return;
    }
    let exception = EXCEPTIONS.iter().find(|it| document.contains(it.mark));
    match (exception, &ours, judged(document)) {
        (None, Ok(ours), Ok(theirs)) => {
            assert_eq!(
                *ours, theirs,
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
}

/// What is read of a text, and of its bytes as a stream.
pub fn sources<T>(
    document: &str,
    options: &ReadOptions,
    read: &dyn Fn(&mut Reader<'_>) -> Result<T>,
) -> (Result<T>, Result<T>) {
    // Small documents come one byte at a time, so that each is a border somewhere.
    let grain = [if document.len() < 4096 { 1 } else { 1000 }];
    let stream = Grains::new(document.as_bytes(), &grain);
    (
        read(&mut Reader::from_str_with(document, options)),
        read(&mut Reader::from_stream_with(stream, options)),
    )
}

/// Bytes that come in pieces of these sizes, one after the other and again from the first one.
#[derive(Clone, Debug)]
pub struct Grains<'a> {
    bytes: &'a [u8],
    sizes: &'a [usize],
    next: usize,
}

impl<'a> Grains<'a> {
    /// All sizes must be positive.
    pub fn new(bytes: &'a [u8], sizes: &'a [usize]) -> Self {
        Self {
            bytes,
            sizes,
            next: 0,
        }
    }
}

impl Read for Grains<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let size = self.sizes.get(self.next).copied().unwrap_or(usize::MAX);
        self.next = (self.next + 1) % self.sizes.len().max(1);
        let length = buffer.len().min(size);
        self.bytes.read(&mut buffer[..length])
    }
}

/// How two results differ: two values, two errors with all that they say, or a value and an error.
pub fn difference<T: PartialEq + Debug>(one: &Result<T>, other: &Result<T>) -> Option<String> {
    let is_same = match (one, other) {
        (Ok(one), Ok(other)) => one == other,
        (Err(one), Err(other)) => {
            let all = |error: &Error| format!("{error} {error:?}");
            all(one) == all(other)
        }
        _ => false,
    };
    let say = |result: &Result<T>| match result {
        Ok(value) => format!("{value:?}"),
        Err(error) => format!("{error} {error:?}"),
    };
    (!is_same).then(|| format!("{}\n{}", say(one), say(other)))
}

/// The whole document as a tree.
pub fn tree(reader: &mut Reader<'_>) -> Result<Element, Error> {
    reader.next_child()?;
    let element = Element::read_element(reader)?;
    reader.finish()?;
    Ok(element)
}
