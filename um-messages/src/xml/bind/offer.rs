//! What is offered to a field: a part that the reader stands at or, ahead, what stands next.

use super::fields::Claim;
use super::find::Part;
use crate::error::{Error, Result};
use crate::xml::namespace::FieldInfo;

/// A part or, ahead, the field that may stand next.
///
/// Both are offered to one function of a type, so that how a field is filled is generated once, and what is wrong with its type
/// is said once.
pub trait Offer: Sized {
    /// What becomes of it: whether the field has taken the part; whether the field can be as it is, after what stood next.
    type Answer: Answer;

    /// Fills a field by one of two functions.
    fn fill<T>(
        self,
        field: T,
        by_part: impl FnOnce(T, &Part) -> Result<Claim>,
        ahead: impl FnOnce(T, &FieldInfo) -> bool,
    ) -> Self::Answer;

    /// No field takes it.
    fn refuse(self) -> Self::Answer {
        self.fill((), |(), _| Ok(Claim::No), |(), _| false)
    }
}

/// What becomes of an offer.
pub trait Answer {
    /// The same, where an error says nothing of what was read.
    #[must_use]
    fn of_secret(self) -> Self;
}

impl Offer for &Part {
    type Answer = Result<Claim>;

    #[inline]
    fn fill<T>(
        self,
        field: T,
        by_part: impl FnOnce(T, &Part) -> Result<Claim>,
        _: impl FnOnce(T, &FieldInfo) -> bool,
    ) -> Result<Claim> {
        by_part(field, self)
    }
}

impl Offer for &FieldInfo {
    type Answer = bool;

    #[inline]
    fn fill<T>(
        self,
        field: T,
        _: impl FnOnce(T, &Part) -> Result<Claim>,
        ahead: impl FnOnce(T, &FieldInfo) -> bool,
    ) -> bool {
        ahead(field, self)
    }
}

impl<T> Answer for Result<T> {
    #[inline]
    fn of_secret(self) -> Self {
        self.map_err(Error::of_secret)
    }
}

/// What is read ahead makes no error.
impl Answer for bool {
    #[inline]
    fn of_secret(self) -> Self {
        self
    }
}
