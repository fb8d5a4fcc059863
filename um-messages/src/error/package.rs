//! What can be wrong with a package: a message with parts beside it.

use std::fmt::{self, Write};

use super::shown::{Bounded, LONGEST, Shown, bounded};

/// What is wrong with a package: with its MIME, where [`Error::package_byte`](crate::Error) says the byte, or with what its document
/// says of parts.
///
/// A text that somebody has sent is cut to what is shown of it. Too many parts, or too large ones, are
/// [`ErrorKind::Limit`](crate::ErrorKind::Limit).
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PackageProblem {
    /// The media type is not `multipart/related`, but this.
    NotRelated(String),
    /// The media type has no parameter `boundary` (RFC 2046 section 5.1.1).
    NoBoundary,
    /// The boundary is none: it has more than 70 characters, or one that cannot stand there.
    Boundary(String),
    /// The boundary does not stand in what came.
    NoPart,
    /// It ends without the line that closes it: it has not come whole.
    Unclosed,
    /// A line in the header of a part is no header field.
    Header(String),
    /// Two parts have this content id, so that it says of neither which it is.
    SameContentId(String),
    /// No part has the content id that the parameter `start` names (RFC 2387 section 3.2).
    NoRoot(String),
    /// The part with the document does not come first, where the package is read from a stream.
    LateRoot,
    /// The part with the document is of another media type than the package says.
    #[non_exhaustive]
    WrongRoot {
        /// What it is of.
        found: String,
        /// What the package says.
        expected: String,
    },
    /// The content of a part is in an encoding (`Content-Transfer-Encoding`) that there is not.
    Encoding(String),
    /// The content of a part is not in the encoding that its header names.
    NotEncoded(&'static str),

    /// The document refers to a part that there is not; its content id, or nothing where that is secret.
    MissingPart(String),
    /// An `xop:Include` with something beside it: it stands for all the content of an element.
    IncludeNotAlone,
    /// An `xop:Include` in an element whose type is no `xs:base64Binary`.
    UnexpectedInclude,
    /// An `xop:Include` without `href`.
    NoHref,
    /// The `href` of an `xop:Include` is no URI of the scheme `cid`; or nothing where that is secret.
    NoContentIdInHref(String),
}

impl PackageProblem {
    /// Whether it is a problem of what the document says, and not of the MIME around it.
    pub(crate) const fn is_of_document(&self) -> bool {
        matches!(
            self,
            Self::MissingPart(_)
                | Self::IncludeNotAlone
                | Self::UnexpectedInclude
                | Self::NoHref
                | Self::NoContentIdInHref(_)
        )
    }

    /// The same without the texts of the document.
    pub(super) fn redacted(self) -> Self {
        match self {
            Self::MissingPart(_) => Self::MissingPart(String::new()),
            Self::NoContentIdInHref(_) => Self::NoContentIdInHref(String::new()),
            other => other,
        }
    }

    pub(super) fn say(&self, out: &mut Bounded<'_>) -> fmt::Result {
        let (before, shown, behind) = self.sentence();
        out.write_str(before)?;
        if let Some(text) = shown.filter(|text| !text.is_empty()) {
            write!(out, " `{}`", Shown(text))?;
        }
        out.write_str(behind)?;
        match self {
            Self::WrongRoot { expected, .. } => write!(out, " `{}`", Shown(expected)),
            _ => Ok(()),
        }
    }

    /// What is said before a text that somebody has sent, that text, and what is said behind it.
    fn sentence(&self) -> (&'static str, Option<&str>, &'static str) {
        match self {
            Self::NotRelated(it) => (
                "the media type is",
                Some(it),
                ", and not `multipart/related`",
            ),
            Self::NoBoundary => ("the media type of the package names no boundary", None, ""),
            Self::Boundary(it) => ("the boundary", Some(it), " is none"),
            Self::NoPart => ("the boundary does not stand in the package", None, ""),
            Self::Unclosed => ("the package ends without the line that closes it", None, ""),
            Self::Header(it) => (
                "the line",
                Some(it),
                " in the header of a part is no header field",
            ),
            Self::SameContentId(it) => ("the content id", Some(it), " is that of two parts"),
            Self::NoRoot(it) => ("no part has the content id", Some(it), " of the document"),
            Self::LateRoot => (
                "the part with the document is not the first one of the stream",
                None,
                "",
            ),
            Self::WrongRoot { found, .. } => (
                "the document is of the media type",
                Some(found),
                ", and the package says",
            ),
            Self::Encoding(it) => ("the transfer encoding", Some(it), " of a part is not known"),
            Self::NotEncoded(it) => ("the content of a part is not", Some(it), ""),
            Self::MissingPart(it) => ("the package has no part of the content id", Some(it), ""),
            Self::IncludeNotAlone => (
                "something beside an `xop:Include`, which stands for all the content of an element",
                None,
                "",
            ),
            Self::UnexpectedInclude => ("an `xop:Include`, where no base64 is expected", None, ""),
            Self::NoHref => ("an `xop:Include` without `href`", None, ""),
            Self::NoContentIdInHref(it) => (
                "the `href`",
                Some(it),
                " of an `xop:Include` is no URI of the scheme `cid`",
            ),
        }
    }
}

impl fmt::Display for PackageProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        bounded(f, LONGEST, |out| self.say(out))
    }
}
