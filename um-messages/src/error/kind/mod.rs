//! What can go wrong, and how it is said.

mod debug;

use std::fmt::{self, Write};
use std::io;

use super::Category;
use super::envelope::EnvelopeProblem;
use super::http::HttpProblem;
use super::package::PackageProblem;
use super::shown::{Bounded, LONGEST, Shown, ShownName, bounded, list};
use super::signature::SignatureProblem;
use crate::qname::QName;

/// What went wrong.
///
/// It holds names and texts as they were sent, for programs. What `Display` and `Debug` say is for people and logs, as
/// with [`Error`](super::Error): escaped, and bounded.
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is not well-formed XML; the string says which rule is broken.
    Syntax(String),
    /// The text ends before the document does.
    UnexpectedEnd,
    /// The text is XML, but breaks a rule of Namespaces in XML.
    Namespace(String),
    /// The text has a document type declaration, which SOAP forbids (SOAP 1.1 section 3,
    /// SOAP 1.2 part 1 section 5).
    DocumentType,
    /// The bytes are not text in an encoding that is understood.
    Encoding(String),
    /// A limit of [`ReadOptions`](crate::ReadOptions) is exceeded.
    #[non_exhaustive]
    Limit {
        /// Which limit, named as in `ReadOptions`.
        limit: &'static str,
        /// Its value.
        max: usize,
    },
    /// Another element stands where one of `expected` should.
    #[non_exhaustive]
    WrongElement {
        /// The element's name.
        found: QName,
        /// The names that would have been right.
        expected: Vec<QName>,
    },
    /// The Body has another message than one of `expected`: what was asked for is unknown to a service, and no answer to a client.
    #[non_exhaustive]
    WrongMessage {
        /// The name of the Body's child element.
        found: QName,
        /// The names that would have been right.
        expected: Vec<QName>,
    },
    /// A child element that must be there is not.
    MissingElement(String),
    /// None of the elements of a choice is there; their names.
    MissingChoice(Vec<String>),
    /// An element of a choice of which another one is there already, or one beside the element `inner` that would have to stand
    /// in it (`inner_optional`).
    #[non_exhaustive]
    SecondChoice {
        /// The element's name.
        found: String,
        /// The name of the other one; several where a variant has several elements or names, one of which is there.
        beside: Vec<String>,
    },
    /// An element that stands behind one that must follow it.
    OutOfOrder(String),
    /// The element is of a type (`xsi:type`) that is not known.
    UnknownType(QName),
    /// An attribute that must be there is not.
    MissingAttribute(String),
    /// An element or attribute that may stand once is there again.
    Duplicate(String),
    /// Too few or too many elements of a field with the key `min_occurs` or `max_occurs`.
    #[non_exhaustive]
    Occurrence {
        /// Their name; several where each may be one of these.
        elements: Vec<String>,
        /// How many there are.
        count: usize,
        /// How many there have to be at least.
        min: usize,
        /// How many there may be at most, if there is a bound.
        max: Option<usize>,
    },
    /// An element that the type does not have, and unknown ones are denied.
    UnknownElement(QName),
    /// An attribute that the type does not have, and unknown ones are denied.
    UnknownAttribute(QName),
    /// Text where only elements belong; its beginning, or nothing if it stands in a field with the key `secret`, or in a header
    /// block of WS-Security.
    UnexpectedText(String),
    /// An element where only text belongs.
    UnexpectedChild(QName),
    /// A text that is not a value of its type.
    #[non_exhaustive]
    InvalidValue {
        /// The text, cut if it is long; empty if it is secret.
        value: String,
        /// What would have been right.
        expected: String,
        /// Whether the text stands in a field with the key `secret`, or in a header block of WS-Security, which keeps it out of here.
        is_secret: bool,
    },
    /// The element is nil (`xsi:nil`), and its type has no place for that.
    Nil,
    /// The element is nil (`xsi:nil`), and has content all the same.
    NilContent,
    /// The text cannot be borrowed from the input, because it had to be decoded first.
    NotBorrowed,
    /// The envelope is of no version of SOAP that is accepted ([`ReadOptions::versions`](crate::ReadOptions::versions)); its namespace.
    VersionMismatch(String),
    /// Header blocks must be understood and are not.
    NotUnderstood(Vec<QName>),
    /// The message is a fault; [`Error::fault`](crate::Error::fault) has all of it.
    #[non_exhaustive]
    Fault {
        /// The fault code, as `{namespace}local`.
        code: String,
        /// The first reason (`faultstring`).
        reason: String,
    },
    /// The envelope breaks a rule of SOAP.
    Envelope(EnvelopeProblem),
    /// What came over HTTP is no message that is read, or a message cannot go over it.
    Http(HttpProblem),
    /// What came is no package that is read: a message with parts beside it ([`mtom`](crate::mtom)).
    Package(PackageProblem),
    /// A signature is wrong, or cannot be made.
    Signature(SignatureProblem),
    /// A value cannot be written as XML; the string says why.
    Unwritable(String),
    /// Reading or writing the bytes failed.
    Io(io::Error),
}
/// What is said of a rule that may quote what breaks it.
const IN_SECRET: &str = "a rule is broken where what stands there is secret";

impl ErrorKind {
    pub(super) fn category(&self) -> Category {
        match self {
            Self::Io(_) => Category::Io,
            Self::Package(problem) if problem.is_of_document() => Category::Data,
            Self::Syntax(_)
            | Self::UnexpectedEnd
            | Self::Namespace(_)
            | Self::DocumentType
            | Self::Encoding(_)
            | Self::Package(_) => Category::Syntax,
            Self::Limit { .. } => Category::Limit,
            Self::WrongElement { .. }
            | Self::WrongMessage { .. }
            | Self::MissingElement(_)
            | Self::MissingChoice(_)
            | Self::SecondChoice { .. }
            | Self::OutOfOrder(_)
            | Self::UnknownType(_)
            | Self::MissingAttribute(_)
            | Self::Duplicate(_)
            | Self::Occurrence { .. }
            | Self::UnknownElement(_)
            | Self::UnknownAttribute(_)
            | Self::UnexpectedText(_)
            | Self::UnexpectedChild(_)
            | Self::InvalidValue { .. }
            | Self::Nil
            | Self::NilContent
            | Self::NotBorrowed => Category::Data,
            Self::VersionMismatch(_)
            | Self::NotUnderstood(_)
            | Self::Fault { .. }
            | Self::Envelope(_) => Category::Soap,
            Self::Http(_) => Category::Http,
            Self::Signature(problem) if problem.is_of_writing() => Category::Write,
            Self::Signature(_) => Category::Security,
            Self::Unwritable(_) => Category::Write,
        }
    }

    /// Says it, in pieces that are each cut and escaped.
    fn say(&self, out: &mut Bounded<'_>) -> fmt::Result {
        match self {
            Self::Syntax(rule) => write!(out, "not well-formed XML: {rule}"),
            Self::UnexpectedEnd => out.write_str("the text ends before the document is complete"),
            Self::Namespace(rule) => write!(out, "wrong use of namespaces: {rule}"),
            Self::DocumentType => {
                out.write_str("document type declarations are not allowed in SOAP")
            }
            Self::Encoding(problem) => write!(out, "cannot decode the text: {problem}"),
            Self::Limit { limit, max } => write!(out, "more than `{limit}` allows ({max})"),
            Self::Unwritable(problem) => write!(out, "cannot be written as XML: {problem}"),
            Self::Io(error) => write!(out, "{error}"),
            Self::Http(problem) => problem.say(out, false),
            Self::Package(problem) => problem.say(out),
            Self::Signature(problem) => problem.say(out),
            Self::VersionMismatch(_)
            | Self::NotUnderstood(_)
            | Self::Fault { .. }
            | Self::Envelope(_) => self.say_of_soap(out),
            _ => self.say_of_data(out),
        }
    }

    fn say_of_soap(&self, out: &mut Bounded<'_>) -> fmt::Result {
        match self {
            Self::VersionMismatch(namespace) => write!(
                out,
                "the envelope's namespace is {}, which is of no version of SOAP that is accepted",
                Quoted(namespace)
            ),
            Self::NotUnderstood(names) => {
                out.write_str("header blocks that must be understood are not: ")?;
                list(out, names.iter().map(ShownName), ", ", "and")
            }
            Self::Fault { code, reason } if code.is_empty() => {
                write!(out, "the answer is a fault: {}", Shown(reason))
            }
            Self::Fault { code, reason } => {
                let (code, reason) = (ShownCode(code), Shown(reason));
                write!(out, "the answer is a fault, `{code}`: {reason}")
            }
            Self::Envelope(problem) => problem.say(out),
            _ => Ok(()),
        }
    }

    fn say_of_data(&self, out: &mut Bounded<'_>) -> fmt::Result {
        match self {
            Self::WrongElement { found, expected } | Self::WrongMessage { found, expected } => {
                wrong_element(out, found, expected)
            }
            Self::MissingElement(name) => write!(out, "missing element `{}`", Shown(name)),
            Self::MissingChoice(names) => {
                out.write_str("missing one of the elements ")?;
                list(out, names.iter().map(|name| Shown(name)), ", ", "or")
            }
            Self::SecondChoice { found, beside } => {
                let of_several = if beside.len() > 1 { "one of " } else { "" };
                write!(out, "`{}` beside {of_several}", Shown(found))?;
                list(out, beside.iter().map(|name| Shown(name)), ", ", "or")?;
                out.write_str(", where only one of the two may stand")
            }
            Self::OutOfOrder(name) => write!(
                out,
                "`{}` stands behind an element that has to follow it",
                Shown(name)
            ),
            Self::UnknownType(name) => {
                write!(out, "unknown type `{}` (`xsi:type`)", ShownName(name))
            }
            Self::MissingAttribute(name) => write!(out, "missing attribute `{}`", Shown(name)),
            Self::Duplicate(name) => {
                let name = Shown(name);
                write!(out, "`{name}` stands twice, where it may stand once")
            }
            Self::Occurrence {
                elements,
                count,
                min,
                max,
            } => {
                list(out, elements.iter().map(|name| Shown(name)), ", ", "or")?;
                write!(out, " stands {}, and ", Times(*count))?;
                match max.filter(|max| count > max) {
                    Some(max) => write!(out, "may stand {} at most", Times(max)),
                    None => write!(out, "has to stand {} at least", Times(*min)),
                }
            }
            Self::UnknownElement(name) => write!(out, "unknown element `{}`", ShownName(name)),
            Self::UnknownAttribute(name) => write!(out, "unknown attribute `{}`", ShownName(name)),
            _ => self.say_of_content(out),
        }
    }

    fn say_of_content(&self, out: &mut Bounded<'_>) -> fmt::Result {
        match self {
            Self::UnexpectedText(text) if text.is_empty() => {
                out.write_str("text, where only elements are expected")
            }
            Self::UnexpectedText(text) => {
                let text = Shown(text);
                write!(out, "text `{text}`, where only elements are expected")
            }
            Self::UnexpectedChild(name) => {
                let name = ShownName(name);
                write!(out, "element `{name}`, where only text is expected")
            }
            Self::InvalidValue {
                expected,
                is_secret: true,
                ..
            } => write!(out, "not {expected}"),
            Self::InvalidValue {
                value, expected, ..
            } => write!(out, "`{}` is not {expected}", Shown(value)),
            Self::Nil => out.write_str("the element is nil (`xsi:nil`), and a value is expected"),
            Self::NilContent => out.write_str("the element is nil (`xsi:nil`), and has content"),
            Self::NotBorrowed => out.write_str(
                "the text had to be decoded and cannot be borrowed; use `Cow<str>` or `String`",
            ),
            // What is said above, each by name, so that the compiler asks for what is not.
            Self::Syntax(_)
            | Self::UnexpectedEnd
            | Self::Namespace(_)
            | Self::DocumentType
            | Self::Encoding(_)
            | Self::Limit { .. }
            | Self::WrongElement { .. }
            | Self::WrongMessage { .. }
            | Self::MissingElement(_)
            | Self::MissingChoice(_)
            | Self::SecondChoice { .. }
            | Self::OutOfOrder(_)
            | Self::UnknownType(_)
            | Self::MissingAttribute(_)
            | Self::Duplicate(_)
            | Self::Occurrence { .. }
            | Self::UnknownElement(_)
            | Self::UnknownAttribute(_)
            | Self::VersionMismatch(_)
            | Self::NotUnderstood(_)
            | Self::Fault { .. }
            | Self::Envelope(_)
            | Self::Http(_)
            | Self::Package(_)
            | Self::Signature(_)
            | Self::Unwritable(_)
            | Self::Io(_) => Ok(()),
        }
    }

    /// Says it without the texts of the document, or of the program's own values; `expected` is what may be said of an
    /// expectation that may quote the text.
    pub(super) fn say_redacted(&self, out: &mut dyn Write, expected: Option<&str>) -> fmt::Result {
        bounded(out, LONGEST, |out| match self {
            Self::InvalidValue { expected: all, .. } => {
                write!(out, "not {}", expected.unwrap_or(all))
            }
            Self::UnexpectedText(_) => out.write_str("text, where only elements are expected"),
            // The rule may quote what breaks it.
            Self::Syntax(_) => out.write_str("not well-formed XML"),
            Self::Fault { code, .. } => {
                write!(out, "the message is a fault, `{}`", ShownCode(code))
            }
            Self::Unwritable(_) => out.write_str("a value cannot be written as XML"),
            Self::Signature(problem) if problem.is_of_writing() => {
                out.write_str("a signature cannot be made")
            }
            Self::Signature(_) => out.write_str("the signature is not accepted"),
            Self::Io(_) => out.write_str("reading or writing the bytes failed"),
            Self::Http(problem) => problem.say(out, true),
            other => other.say(out),
        })
    }

    /// The same without the texts of the document, or of the program's own values; `expected` is what may be said of an
    /// expectation that may quote the text.
    pub(super) fn redacted(self, expected: Option<String>) -> Self {
        let of_secret = |expected| Self::InvalidValue {
            value: String::new(),
            expected,
            is_secret: true,
        };
        match self {
            Self::InvalidValue { expected: all, .. } => of_secret(expected.unwrap_or(all)),
            Self::UnknownType(_) => of_secret("the name of a known type".to_owned()),
            Self::UnexpectedText(_) => Self::UnexpectedText(String::new()),
            // A rule may quote what breaks it: `&name;`.
            Self::Syntax(_) => Self::Syntax(IN_SECRET.into()),
            Self::Namespace(_) => Self::Namespace(IN_SECRET.into()),
            Self::Package(problem) => Self::Package(problem.redacted()),
            Self::Unwritable(_) => Self::Unwritable("a value that is secret".into()),
            other => other,
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        bounded(f, LONGEST, |out| self.say(out))
    }
}

fn wrong_element(out: &mut Bounded<'_>, found: &QName, expected: &[QName]) -> fmt::Result {
    let namesake = expected.iter().find(|name| name.local() == found.local());
    if let Some(name) = namesake {
        return write!(
            out,
            "element `{}` has namespace {} instead of {}",
            Shown(found.local()),
            Quoted(found.namespace()),
            Quoted(name.namespace())
        );
    }
    write!(out, "element `{}`, where ", ShownName(found))?;
    list(out, expected.iter().map(ShownName), ", ", "or")?;
    out.write_str(" is expected")
}

/// A namespace in a sentence.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            "" => f.write_str("none"),
            uri => write!(f, "`{}`", Shown(uri)),
        }
    }
}

/// How often something stands, in a sentence.
struct Times(usize);

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => f.write_str("once"),
            times => write!(f, "{times} times"),
        }
    }
}

/// A fault code in a sentence: `{namespace}local`.
struct ShownCode<'a>(&'a str);

impl fmt::Display for ShownCode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.0.strip_prefix('{').and_then(|it| it.rsplit_once('}'));
        match parts {
            Some((namespace, local)) => write!(f, "{{{}}}{}", Shown(namespace), Shown(local)),
            None => Shown(self.0).fmt(f),
        }
    }
}
