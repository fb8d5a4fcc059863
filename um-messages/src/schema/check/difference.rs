//! What differs, and where.

use std::collections::HashSet;
use std::fmt;

use crate::error::Error;
use crate::wsdl::diagnostic::{Place, Report};

/// Something in which a struct differs from its description.
#[derive(Clone, Debug)]
pub struct Difference {
    path: String,
    what: String,
    described: Option<String>,
    rust: Option<String>,
}

impl Difference {
    pub(super) fn new(path: impl Into<String>, what: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            what: what.into(),
            described: None,
            rust: None,
        }
    }

    pub(super) fn described_at(mut self, place: &Place) -> Self {
        self.described = Some(place.to_string());
        self
    }

    /// `origin` is what the schema of the struct says of itself.
    pub(super) fn in_rust(mut self, origin: Option<impl Into<String>>) -> Self {
        self.rust = origin.map(Into::into);
        self
    }

    /// The element or attribute, with those around it: `Hold/Account/@currency`.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What differs.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// Where the WSDL or schema says it: `bank.wsdl:12:5`.
    #[must_use]
    pub fn described(&self) -> Option<&str> {
        self.described.as_deref()
    }

    /// Where Rust does: "field `owner` of `Account`".
    #[must_use]
    pub fn rust(&self) -> Option<&str> {
        self.rust.as_deref()
    }
}

/// `` `Account/Owner` stands once in the description … ``, and the places in lines of their own.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            writeln!(f, "{}", self.what)?;
        } else {
            writeln!(f, "`{}` {}", self.path, self.what)?;
        }
        for place in [&self.described, &self.rust].into_iter().flatten() {
            writeln!(f, "  --> {place}")?;
        }
        Ok(())
    }
}

/// All differences of a struct, or what is wrong with the documents that it is held against. Its `Display` has all of them.
#[derive(Clone)]
pub struct Differences(Vec<Difference>);

impl Differences {
    /// Of several operations that have the same fault, one says how it differs.
    pub(super) fn unless_none(mut found: Vec<Difference>) -> Result<(), Self> {
        let mut said = HashSet::new();
        found.retain(|difference| said.insert(difference.to_string()));
        if found.is_empty() {
            Ok(())
        } else {
            Err(Self(found))
        }
    }

    pub(super) fn of_report(report: Report) -> Self {
        let diagnostics = report.into_diagnostics().into_iter();
        Self(
            diagnostics
                .map(|diagnostic| Difference::new("", diagnostic.to_string()))
                .collect(),
        )
    }

    pub(super) fn of_error(error: &Error) -> Self {
        Self(vec![Difference::new("", error.to_string())])
    }

    /// The differences.
    pub fn iter(&self) -> std::slice::Iter<'_, Difference> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Differences {
    type Item = &'a Difference;
    type IntoIter = std::slice::Iter<'a, Difference>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Differences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|difference| difference.fmt(f))
    }
}

/// As it is displayed: a test that unwraps it says what there is to say.
impl fmt::Debug for Differences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\n{self}")
    }
}

impl std::error::Error for Differences {}
