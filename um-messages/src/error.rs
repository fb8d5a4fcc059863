//! What can go wrong, where it did, and what was expected.

use std::any::Any;
use std::fmt;
use std::io;

use crate::qname::QName;

/// The result of reading or writing.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error of reading or writing a message: what happened, where, and what was expected.
///
/// One pointer wide. [`kind`](Self::kind) is for programs, the `Display` form for people:
///
/// ```
/// use um_messages::{ErrorKind, SoapType, xml};
///
/// #[derive(Debug, SoapType)]
/// struct Call {
///     attempts: u8,
/// }
///
/// let error = xml::from_str::<Call>("<Call>\n  <Attempts>many</Attempts>\n</Call>").unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }));
/// assert_eq!(error.path(), Some("Call/Attempts"));
/// assert_eq!(
///     error.to_string(),
///     "`many` is not an integer from 0 to 255, in `Call/Attempts`, line 2, column 13",
/// );
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    path: Option<String>,
    position: Option<Position>,
    /// What may help, if something does.
    hint: Option<String>,
    /// What the error carries for a higher layer: the SOAP layer keeps a fault here.
    payload: Option<Box<dyn Any + Send + Sync>>,
}

/// What went wrong.
#[derive(Debug)]
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
    /// A child element that must be there is not.
    MissingElement(String),
    /// None of the elements of a choice is there; their names.
    MissingChoice(Vec<String>),
    /// An element of a choice of which another one is there already.
    SecondChoice(String),
    /// An element that stands behind one that must follow it.
    OutOfOrder(String),
    /// The element is of a type (`xsi:type`) that is not known.
    UnknownType(QName),
    /// An attribute that must be there is not.
    MissingAttribute(String),
    /// An element or attribute that may stand once is there again.
    Duplicate(String),
    /// An element that the type does not have, and unknown ones are denied.
    UnknownElement(QName),
    /// An attribute that the type does not have, and unknown ones are denied.
    UnknownAttribute(QName),
    /// Text where only elements belong; its beginning.
    UnexpectedText(String),
    /// An element where only text belongs.
    UnexpectedChild(QName),
    /// A text that is not a value of its type.
    #[non_exhaustive]
    InvalidValue {
        /// The text, cut if it is long.
        value: String,
        /// What would have been right.
        expected: String,
    },
    /// The element is nil (`xsi:nil`), and its type has no place for that.
    Nil,
    /// The element is nil (`xsi:nil`), and has content all the same.
    NilContent,
    /// The text cannot be borrowed from the input, because it had to be decoded first.
    NotBorrowed,
    /// The envelope is neither SOAP 1.1 nor SOAP 1.2; its namespace.
    VersionMismatch(String),
    /// Header blocks must be understood and are not.
    NotUnderstood(Vec<QName>),
    /// The message is a fault; [`Error::fault`] has all of it.
    #[non_exhaustive]
    Fault {
        /// The fault code, as `{namespace}local`.
        code: String,
        /// The first reason (`faultstring`).
        reason: String,
    },
    /// The envelope breaks a rule of SOAP.
    Envelope(EnvelopeProblem),
    /// A value cannot be written as XML; the string says why.
    Unwritable(String),
    /// Reading or writing the bytes failed.
    Io(io::Error),
}

/// What is wrong with an envelope.
///
/// ```
/// use um_messages::{EnvelopeProblem, ErrorKind, SoapMessage, um};
///
/// let page = "<html><body><h1>Service Unavailable</h1></body></html>";
/// let error = um::DisconnectResponse::from_envelope(page).unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::Envelope(EnvelopeProblem::Html)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EnvelopeProblem {
    /// It is none: an HTML page, as proxies and web servers send it.
    Html,
    /// There is no Body.
    NoBody,
    /// There are two Bodies.
    SecondBody,
    /// The Body is empty, and no message is; the names of those that are expected.
    EmptyBody(Vec<QName>),
    /// The Body has an element beside the message.
    SecondMessage(QName),
    /// The Header stands behind the Body.
    LateHeader,
    /// Another element stands behind the Body.
    Trailer(QName),
}

/// What went wrong, coarsely: who has to do something about it.
///
/// ```
/// use um_messages::{Category, SoapMessage, um};
///
/// fn is_worth_another_try(error: &um_messages::Error) -> bool {
///     error.category() == Category::Io
/// }
///
/// let error = um::GetCallInfo::from_envelope("<s:Envelope").unwrap_err();
/// assert_eq!(error.category(), Category::Syntax);
/// assert!(!is_worth_another_try(&error));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Category {
    /// Reading or writing the bytes failed.
    Io,
    /// The bytes are no text, or the text is not XML with namespaces and without a document type declaration.
    Syntax,
    /// A limit of [`ReadOptions`](crate::ReadOptions) is exceeded.
    Limit,
    /// The XML is not what the type expects: an element is missing, or a text is no value.
    Data,
    /// A rule of SOAP is broken, or the message is a fault.
    Soap,
    /// A value cannot be written as XML.
    Write,
}

/// A place in the text that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The byte, from 0. Where the input had to be transcoded it counts the bytes of the UTF-8 text.
    pub byte: usize,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner {
            kind,
            path: None,
            position: None,
            hint: None,
            payload: None,
        }))
    }

    /// The same error with its place. A place that it has already is kept: it is the inner one.
    pub(crate) fn located(
        mut self,
        path: impl FnOnce() -> String,
        position: Option<Position>,
    ) -> Self {
        if self.0.path.is_none() {
            self.0.path = Some(path());
        }
        self.0.position = self.0.position.or(position);
        self
    }

    pub(crate) fn with_hint(mut self, hint: String) -> Self {
        self.0.hint = Some(hint);
        self
    }

    /// The same place, and another thing that went wrong there.
    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// The same error in another element.
    pub(crate) fn with_path(mut self, path: String) -> Self {
        self.0.path = Some(path);
        self
    }

    pub(crate) fn with_payload(mut self, payload: impl Any + Send + Sync) -> Self {
        self.0.payload = Some(Box::new(payload));
        self
    }

    pub(crate) fn payload<T: Any>(&self) -> Option<&T> {
        self.0.payload.as_deref()?.downcast_ref()
    }

    pub(crate) fn into_payload<T: Any>(self) -> Result<T> {
        let mut inner = self.0;
        match inner
            .payload
            .take()
            .map(<Box<dyn Any + Send + Sync>>::downcast::<T>)
        {
            Some(Ok(payload)) => Ok(*payload),
            Some(Err(other)) => {
                inner.payload = Some(other);
                Err(Self(inner))
            }
            None => Err(Self(inner)),
        }
    }

    /// An error of a type of one's own: `value` is not what is `expected` there.
    #[must_use]
    pub fn invalid_value(value: &str, expected: impl Into<String>) -> Self {
        Self::new(ErrorKind::InvalidValue {
            value: excerpt(value),
            expected: expected.into(),
        })
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// What went wrong, coarsely.
    #[must_use]
    pub fn category(&self) -> Category {
        self.0.kind.category()
    }

    /// What may help, if something does; it is the end of the `Display` form.
    ///
    /// ```
    /// use um_messages::{SoapType, xml};
    ///
    /// #[derive(Debug, SoapType)]
    /// struct Call {
    ///     id: u32,
    /// }
    ///
    /// let error = xml::from_str::<Call>("<Call><ID>7</ID></Call>").unwrap_err();
    /// assert_eq!(error.hint(), Some("there is a `ID`"));
    /// ```
    #[must_use]
    pub fn hint(&self) -> Option<&str> {
        self.0.hint.as_deref()
    }

    /// Where in the message: the local names of the open elements, from the document element on,
    /// as in `Envelope/Body/GetCallInfo/CallId`; an attribute follows as `@Id`. Without
    /// a path for errors that have no place, such as an I/O error.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref().filter(|path| !path.is_empty())
    }

    /// Where in the text, for errors of reading.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.0.position
    }
}

/// How many characters of a text an error message has.
pub(crate) const EXCERPT: usize = 60;

/// The beginning of a text, for an error message.
pub(crate) fn excerpt(text: &str) -> String {
    let mut characters = text.char_indices();
    match characters.nth(EXCERPT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.kind.fmt(f)?;
        if let Some(path) = self.path() {
            write!(f, ", in `{path}`")?;
        }
        if let Some(position) = self.0.position {
            write!(f, ", line {}, column {}", position.line, position.column)?;
        }
        if let Some(hint) = &self.0.hint {
            write!(f, "; {hint}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("path", &self.path())
            .field("position", &self.0.position)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.0.kind {
            ErrorKind::Io(error) => Some(error),
            _ => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::new(ErrorKind::Io(error))
    }
}

/// An error of reading or writing the bytes as it was; any other one inside: with the kind
/// [`UnexpectedEof`](io::ErrorKind::UnexpectedEof) if the text ends too early, else [`InvalidData`](io::ErrorKind::InvalidData).
///
/// ```
/// use std::io;
/// use um_messages::{SoapMessage, um};
///
/// fn read(mut stream: impl io::Read) -> io::Result<um::GetCallInfo> {
///     let mut text = String::new();
///     stream.read_to_string(&mut text)?;
///     Ok(um::GetCallInfo::from_envelope(&text)?)
/// }
///
/// assert_eq!(read(&b"<s:Envelope"[..]).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
/// ```
impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        let kind = match error.0.kind {
            ErrorKind::Io(error) => return error,
            ErrorKind::UnexpectedEnd => io::ErrorKind::UnexpectedEof,
            _ => io::ErrorKind::InvalidData,
        };
        Self::new(kind, error)
    }
}

impl ErrorKind {
    fn category(&self) -> Category {
        match self {
            Self::Io(_) => Category::Io,
            Self::Syntax(_)
            | Self::UnexpectedEnd
            | Self::Namespace(_)
            | Self::DocumentType
            | Self::Encoding(_) => Category::Syntax,
            Self::Limit { .. } => Category::Limit,
            Self::WrongElement { .. }
            | Self::MissingElement(_)
            | Self::MissingChoice(_)
            | Self::SecondChoice(_)
            | Self::OutOfOrder(_)
            | Self::UnknownType(_)
            | Self::MissingAttribute(_)
            | Self::Duplicate(_)
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
            Self::Unwritable(_) => Category::Write,
        }
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(rule) => write!(f, "not well-formed XML: {rule}"),
            Self::UnexpectedEnd => f.write_str("the text ends before the document is complete"),
            Self::Namespace(rule) => write!(f, "wrong use of namespaces: {rule}"),
            Self::DocumentType => f.write_str("document type declarations are not allowed in SOAP"),
            Self::Encoding(problem) => write!(f, "cannot decode the text: {problem}"),
            Self::Limit { limit, max } => write!(f, "more than `{limit}` allows ({max})"),
            Self::WrongElement { found, expected } => wrong_element(f, found, expected),
            Self::MissingElement(name) => write!(f, "missing element `{name}`"),
            Self::MissingChoice(names) => {
                f.write_str("missing one of the elements ")?;
                list(f, names, "or")
            }
            Self::SecondChoice(name) => {
                write!(
                    f,
                    "`{name}` beside another element, where only one of the two may stand"
                )
            }
            Self::OutOfOrder(name) => {
                write!(f, "`{name}` stands behind an element that has to follow it")
            }
            Self::UnknownType(name) => write!(f, "unknown type `{name}` (`xsi:type`)"),
            Self::MissingAttribute(name) => write!(f, "missing attribute `{name}`"),
            Self::Duplicate(name) => write!(f, "`{name}` stands twice, where it may stand once"),
            Self::UnknownElement(name) => write!(f, "unknown element `{name}`"),
            Self::UnknownAttribute(name) => write!(f, "unknown attribute `{name}`"),
            Self::UnexpectedText(text) => {
                write!(f, "text `{text}`, where only elements are expected")
            }
            Self::UnexpectedChild(name) => {
                write!(f, "element `{name}`, where only text is expected")
            }
            Self::InvalidValue { value, expected } => write!(f, "`{value}` is not {expected}"),
            Self::Nil => f.write_str("the element is nil (`xsi:nil`), and a value is expected"),
            Self::NilContent => f.write_str("the element is nil (`xsi:nil`), and has content"),
            Self::NotBorrowed => f.write_str(
                "the text had to be decoded and cannot be borrowed; use `Cow<str>` or `String`",
            ),
            Self::VersionMismatch(namespace) => write!(
                f,
                "the envelope's namespace is {}, which is neither SOAP 1.1 nor SOAP 1.2",
                Quoted(namespace)
            ),
            Self::NotUnderstood(names) => {
                f.write_str("header blocks that must be understood are not: ")?;
                list(f, names, "and")
            }
            Self::Fault { code, reason } if code.is_empty() => {
                write!(f, "the answer is a fault: {reason}")
            }
            Self::Fault { code, reason } => write!(f, "the answer is a fault, `{code}`: {reason}"),
            Self::Envelope(problem) => problem.fmt(f),
            Self::Unwritable(problem) => write!(f, "cannot be written as XML: {problem}"),
            Self::Io(error) => error.fmt(f),
        }
    }
}

impl fmt::Display for EnvelopeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Html => f.write_str("an HTML page, where a SOAP envelope is expected"),
            Self::NoBody => f.write_str("the envelope has no Body"),
            Self::SecondBody => f.write_str("the envelope has a second Body"),
            Self::EmptyBody(expected) => {
                f.write_str("the Body is empty, where ")?;
                for (index, name) in expected.iter().enumerate() {
                    let before = if index == 0 { "" } else { " or " };
                    write!(f, "{before}`{name}`")?;
                }
                f.write_str(" is expected")
            }
            Self::SecondMessage(name) => write!(f, "a second element, `{name}`, in the Body"),
            Self::LateHeader => f.write_str("the Header stands behind the Body"),
            Self::Trailer(name) => write!(f, "element `{name}` stands behind the Body"),
        }
    }
}

fn wrong_element(f: &mut fmt::Formatter<'_>, found: &QName, expected: &[QName]) -> fmt::Result {
    let namesake = expected.iter().find(|name| name.local() == found.local());
    if let Some(name) = namesake {
        return write!(
            f,
            "element `{}` has namespace {} instead of {}",
            found.local(),
            Quoted(found.namespace()),
            Quoted(name.namespace())
        );
    }
    write!(f, "element `{found}`, where ")?;
    list(f, expected, "or")?;
    f.write_str(" is expected")
}

fn list(f: &mut fmt::Formatter<'_>, names: &[impl fmt::Display], conjunction: &str) -> fmt::Result {
    for (index, name) in names.iter().enumerate() {
        match index {
            0 => {}
            _ if index + 1 == names.len() => write!(f, " {conjunction} ")?,
            _ => f.write_str(", ")?,
        }
        write!(f, "`{name}`")?;
    }
    if names.is_empty() {
        f.write_str("nothing")?;
    }
    Ok(())
}

/// A namespace in a sentence.
struct Quoted<'a>(&'a str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            "" => f.write_str("none"),
            uri => write!(f, "`{uri}`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Error;

    /// A result of it costs no more than one of a pointer.
    #[test]
    fn an_error_is_one_pointer_wide() {
        assert_eq!(size_of::<Error>(), size_of::<usize>());
    }

    #[test]
    fn an_error_can_go_to_another_thread() {
        fn can_be_sent<T: Send + Sync + std::error::Error + 'static>() {}
        can_be_sent::<Error>();
    }
}
