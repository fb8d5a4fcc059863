//! What is to be said of the documents: what is wrong, where, and what mends it.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use crate::Position;

/// Where an element of a document begins. Two definitions that say the same are equal, wherever they stand.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct At(Option<Position>);

impl From<Position> for At {
    fn from(position: Position) -> Self {
        Self(Some(position))
    }
}

impl PartialEq for At {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A place in one of the documents.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    file: Arc<str>,
    position: Option<Position>,
}

impl Place {
    pub(crate) fn new(file: &Arc<str>, at: At) -> Self {
        Self {
            file: Arc::clone(file),
            position: at.0,
        }
    }

    pub(crate) fn of_error(file: &Arc<str>, error: &crate::Error) -> Self {
        Self {
            file: Arc::clone(file),
            position: error.position(),
        }
    }
}

/// Two things that are the same are equal, wherever they stand.
impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(position) => write!(f, "{}:{}:{}", self.file, position.line, position.column),
            None => f.write_str(&self.file),
        }
    }
}

/// How much a [`Diagnostic`] weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// Something that was done in one of several ways.
    Note,
    /// Something that is not generated as it is described, or is likely to be a mistake.
    Warning,
    /// Something that keeps anything from being generated.
    Error,
}

/// Something that is to be said of a document: what, where, and what mends it.
///
/// It is printed as the compiler prints its own:
///
/// ```text
/// error: there is no type `Amuont` in the namespace `urn:bank`
///   --> bank.wsdl:12:17
///   = help: did you mean `Amount`?
/// ```
#[derive(Clone, Debug)]
pub struct Diagnostic {
    severity: Severity,
    message: String,
    place: Option<Place>,
    help: Option<String>,
    is_fallback: bool,
}

impl Diagnostic {
    pub(crate) fn new(severity: Severity, message: impl Into<String>) -> Self {
        Self {
            severity,
            message: message.into(),
            place: None,
            help: None,
            is_fallback: false,
        }
    }

    pub(crate) fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message)
    }

    pub(crate) fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message)
    }

    /// Of something that is kept without a type, though it has one.
    pub(crate) fn fallback(message: impl Into<String>) -> Self {
        Self {
            is_fallback: true,
            ..Self::warning(message)
        }
    }

    /// Of what XML Schema has since version 1.1, and what becomes of it.
    pub(crate) fn of_version_1_1(what: &str, consequence: &str) -> Self {
        Self::warning(format!("`xs:{what}` is of XML Schema 1.1: {consequence}"))
    }

    pub(crate) fn note(message: impl Into<String>) -> Self {
        Self::new(Severity::Note, message)
    }

    /// The same, where it keeps nothing from being generated.
    pub(crate) fn weakened(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }

    /// The same, where what is missing is kept without a type.
    pub(crate) fn fallen_back(self) -> Self {
        Self {
            is_fallback: true,
            ..self.weakened()
        }
    }

    pub(crate) fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With this help, if there is none.
    pub(crate) fn or_help(mut self, help: &str) -> Self {
        self.help.get_or_insert_with(|| help.to_owned());
        self
    }

    pub(crate) fn optional_help(mut self, help: Option<String>) -> Self {
        self.help = help;
        self
    }

    /// How much it weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// What is to be said, in one line.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The document that it is said of.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.place.as_ref().map(|place| &*place.file)
    }

    /// Where in the document.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.place.as_ref().and_then(|place| place.position)
    }

    /// What mends it, or what else may be wanted.
    #[must_use]
    pub fn help_text(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        write!(f, "{severity}: {}", self.message)?;
        if let Some(place) = &self.place {
            write!(f, "\n  --> {place}")?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n  = help: {help}")?;
        }
        Ok(())
    }
}

/// All that is said in one run.
#[derive(Debug, Default)]
pub(crate) struct Report {
    diagnostics: Vec<Diagnostic>,
    said: HashSet<String>,
}

impl Report {
    /// Adds what is said, once.
    pub(crate) fn add(&mut self, diagnostic: Diagnostic) {
        if self.said.insert(diagnostic.to_string()) {
            self.diagnostics.push(diagnostic);
        }
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// What is kept without a type becomes an error.
    pub(crate) fn deny_fallbacks(&mut self) {
        for diagnostic in self
            .diagnostics
            .iter_mut()
            .filter(|diagnostic| diagnostic.is_fallback)
        {
            diagnostic.severity = Severity::Error;
        }
    }

    pub(crate) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }
}
