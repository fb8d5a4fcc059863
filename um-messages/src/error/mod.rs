//! What can go wrong, where it did, and what was expected.

mod envelope;
mod http;
mod kind;
mod package;
mod shown;
mod signature;

use std::any::Any;
use std::borrow::Cow;
use std::fmt;
use std::io;

pub use self::envelope::EnvelopeProblem;
#[cfg(feature = "http")]
pub(crate) use self::http::Answer;
pub use self::http::HttpProblem;
pub use self::kind::ErrorKind;
pub use self::package::PackageProblem;
pub(crate) use self::shown::{LONGEST_SHOWN, Shown, ShownName, excerpt};
use self::shown::{ShownPath, bounded};
pub use self::signature::SignatureProblem;

/// The result of reading or writing.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error of reading or writing a message: what happened, where, and what was expected.
///
/// One pointer wide. [`kind`](Self::kind) is for programs, the `Display` form for people and for logs: it is one line, shorter than
/// 2 KiB whatever was sent, and so is `Debug`. Names, values and reasons that come from outside are each cut to 80 characters, and what cannot be seen in
/// them is escaped. A log may have it; what a stranger may be told is [`redacted`](Self::redacted).
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
    /// What may be said of an expectation to who must not see the value, where the expectation may quote it.
    expected: Option<Cow<'static, str>>,
    /// What the error carries for a higher layer: the SOAP layer keeps here what it knows of the envelope.
    payload: Option<Box<dyn Any + Send + Sync>>,
    /// The answer that it is of, where that came over HTTP.
    #[cfg(feature = "http")]
    answer: Option<Box<Answer>>,
    /// Which byte of a package it is at, where that is no place in a text.
    #[cfg(feature = "mtom")]
    package_byte: Option<u64>,
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
    /// What HTTP says, beside the message or instead of it.
    Http,
    /// A signature is wrong, or of someone else.
    Security,
}

/// A place in the text that is read: of an error ([`Error::position`]) or, by the key [`position`](derive@crate::SoapType#position), of an element.
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
            expected: None,
            payload: None,
            #[cfg(feature = "http")]
            answer: None,
            #[cfg(feature = "mtom")]
            package_byte: None,
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

    pub(crate) fn with_optional_hint(self, hint: Option<String>) -> Self {
        match hint {
            Some(hint) => self.with_hint(hint),
            None => self,
        }
    }

    /// The same place, and another thing that went wrong there.
    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// The same error in another place.
    pub(crate) fn with_place(mut self, path: String, position: Position) -> Self {
        self.0.position = Some(position);
        self.with_path(path)
    }

    /// The same error in another element.
    pub(crate) fn with_path(mut self, path: String) -> Self {
        self.0.path = Some(path);
        self
    }

    /// The same error, with something more in what it carries for a higher layer.
    pub(crate) fn with_payload<T>(mut self, add: impl FnOnce(&mut T)) -> Self
    where
        T: Any + Default + Send + Sync,
    {
        let payload = (self.0.payload).get_or_insert_with(|| Box::<T>::default());
        if let Some(payload) = payload.downcast_mut() {
            add(payload);
        }
        self
    }

    pub(crate) fn payload<T: Any>(&self) -> Option<&T> {
        self.0.payload.as_deref()?.downcast_ref()
    }

    pub(crate) fn payload_mut<T: Any>(&mut self) -> Option<&mut T> {
        self.0.payload.as_deref_mut()?.downcast_mut()
    }

    /// The same error, of an answer that came over HTTP.
    #[cfg(feature = "http")]
    pub(crate) fn of_answer(mut self, answer: Answer) -> Self {
        self.0.answer = Some(Box::new(answer));
        self
    }

    /// The same error, at a byte of a package.
    #[cfg(feature = "mtom")]
    pub(crate) fn at_package_byte(mut self, byte: u64) -> Self {
        self.0.package_byte = Some(byte);
        self
    }

    /// Where in a package, for errors of what is no text in it: the byte, from 0.
    #[cfg(feature = "mtom")]
    #[must_use]
    pub fn package_byte(&self) -> Option<u64> {
        self.0.package_byte
    }

    /// The answer that it is of, if that came over HTTP.
    #[cfg(feature = "http")]
    pub(crate) fn answer(&self) -> Option<&Answer> {
        self.0.answer.as_deref()
    }

    /// Whether it is of an answer that came over HTTP, to a request of the program's own.
    #[cfg_attr(
        not(feature = "http"),
        expect(clippy::unused_self, reason = "nothing comes over HTTP without it")
    )]
    pub(crate) fn is_of_answer(&self) -> bool {
        #[cfg(feature = "http")]
        let is_of_answer = self.answer().is_some();
        #[cfg(not(feature = "http"))]
        let is_of_answer = false;
        is_of_answer
    }

    /// An error of a type of one's own: `value` is not what is `expected` there. A constant cannot quote the value, so that
    /// it is said even where the value must not be; any other expectation may, and is not.
    #[must_use]
    pub fn invalid_value(value: &str, expected: impl Into<Cow<'static, str>>) -> Self {
        let expected = expected.into();
        let is_constant = matches!(expected, Cow::Borrowed(_));
        let mut error = Self::unexpected_value(value, expected.into_owned());
        if !is_constant {
            error.0.expected = Some(Cow::Borrowed("a value of its type"));
        }
        error
    }

    /// As [`invalid_value`](Self::invalid_value), where it is known that the expectation does not quote the value.
    pub(crate) fn unexpected_value(value: &str, expected: String) -> Self {
        Self::new(ErrorKind::InvalidValue {
            value: excerpt(value),
            expected,
            is_secret: false,
        })
    }

    /// What was expected instead of the value, and what of that does not quote the value.
    pub(crate) fn expectation(&self) -> Option<(&str, &str)> {
        match self.kind() {
            ErrorKind::InvalidValue { expected, .. } => {
                let unquoted = self.0.expected.as_deref().unwrap_or(expected);
                Some((expected, unquoted))
            }
            _ => None,
        }
    }

    /// The same error, whose expectation may quote the value: to who must not see that, this is said instead.
    pub(crate) fn with_unquoted(mut self, expected: String) -> Self {
        self.0.expected = Some(Cow::Owned(expected));
        self
    }

    /// The same error of a field that is secret: it has nothing of what the field holds any more.
    #[cold]
    pub(crate) fn of_secret(mut self) -> Self {
        let expected = self.0.expected.take().map(Cow::into_owned);
        self.0.kind = self.0.kind.redacted(expected);
        self
    }

    /// What a stranger may be told, as in the reason of a fault: what is wrong, where, and what was expected; but no text of the
    /// message, which may be a secret that stands in the wrong place, and nothing of the program's own values, files and
    /// connections.
    ///
    /// The whole, as `Display` has it, is for the log of whoever runs the service.
    ///
    /// ```
    /// use um_messages::{SoapType, xml};
    ///
    /// #[derive(Debug, SoapType)]
    /// struct Login {
    ///     pin: u32,
    /// }
    ///
    /// let error = xml::from_str::<Login>("<Login><Pin>hunter2</Pin></Login>").unwrap_err();
    /// assert!(error.to_string().starts_with("`hunter2` is not an integer"));
    /// assert_eq!(
    ///     error.redacted().to_string(),
    ///     "not an integer from 0 to 4294967295, in `Login/Pin`, line 1, column 13",
    /// );
    /// ```
    #[must_use]
    pub fn redacted(&self) -> impl fmt::Display + '_ {
        Redacted(self)
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

/// How many bytes are said of what may help.
const LONGEST_HINT: usize = 300;

impl Error {
    /// Says the place, and what may help.
    fn say_place(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = self.path() {
            write!(f, ", in `{}`", ShownPath(path))?;
        }
        if let Some(position) = self.0.position {
            write!(f, ", line {}, column {}", position.line, position.column)?;
        }
        #[cfg(feature = "mtom")]
        if let Some(byte) = self.0.package_byte {
            write!(f, ", at byte {byte} of the package")?;
        }
        if let Some(hint) = &self.0.hint {
            bounded(f, LONGEST_HINT, |out| {
                fmt::write(out, format_args!("; {hint}"))
            })?;
        }
        Ok(())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.kind, f)?;
        self.say_place(f)?;
        #[cfg(feature = "http")]
        if let Some(answer) = self.answer() {
            fmt::Display::fmt(answer, f)?;
        }
        Ok(())
    }
}

/// An error without what a stranger must not see.
struct Redacted<'e>(&'e Error);

impl fmt::Display for Redacted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inner = &self.0.0;
        inner.kind.say_redacted(f, inner.expected.as_deref())?;
        self.0.say_place(f)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("path", &self.path().map(|path| ShownPath(path).to_string()))
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
