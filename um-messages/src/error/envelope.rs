//! What can be wrong with an envelope.

use std::fmt::{self, Write};

use super::shown::{Bounded, LONGEST, LONGEST_DEBUG, ShownName, bounded, list};
use crate::qname::QName;

/// What is wrong with an envelope.
///
/// ```
/// use um_messages::{EnvelopeProblem, ErrorKind, SoapMessage, um};
///
/// let page = "<html><body><h1>Service Unavailable</h1></body></html>";
/// let error = um::DisconnectResponse::from_envelope(page).unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::Envelope(EnvelopeProblem::Html)));
/// ```
#[derive(Clone, PartialEq, Eq)]
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

impl EnvelopeProblem {
    pub(super) fn say(&self, out: &mut Bounded<'_>) -> fmt::Result {
        match self {
            Self::Html => out.write_str("an HTML page, where a SOAP envelope is expected"),
            Self::NoBody => out.write_str("the envelope has no Body"),
            Self::SecondBody => out.write_str("the envelope has a second Body"),
            Self::EmptyBody(expected) => {
                out.write_str("the Body is empty, where ")?;
                list(out, expected.iter().map(ShownName), " or ", "or")?;
                out.write_str(" is expected")
            }
            Self::SecondMessage(name) => {
                write!(out, "a second element, `{}`, in the Body", ShownName(name))
            }
            Self::LateHeader => out.write_str("the Header stands behind the Body"),
            Self::Trailer(name) => {
                write!(out, "element `{}` stands behind the Body", ShownName(name))
            }
        }
    }
}

impl fmt::Display for EnvelopeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        bounded(f, LONGEST, |out| self.say(out))
    }
}

impl fmt::Debug for EnvelopeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_lines = f.alternate();
        let (name, held): (_, &dyn fmt::Debug) = match self {
            Self::Html => return f.write_str("Html"),
            Self::NoBody => return f.write_str("NoBody"),
            Self::SecondBody => return f.write_str("SecondBody"),
            Self::LateHeader => return f.write_str("LateHeader"),
            Self::EmptyBody(expected) => ("EmptyBody(", expected),
            Self::SecondMessage(name) => ("SecondMessage(", name),
            Self::Trailer(name) => ("Trailer(", name),
        };
        f.write_str(name)?;
        bounded(f, LONGEST_DEBUG, |out| out.debug(held, in_lines))?;
        f.write_str(")")
    }
}
