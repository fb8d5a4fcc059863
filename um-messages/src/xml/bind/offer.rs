//! What is offered to a field, and what becomes of it: a part that the reader stands at or, ahead, what stands next.

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

/// Whether a part is for a type or a field, and whether there is room for it.
///
/// As large as a pointer, so that `Result<Claim>` is returned in registers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Claim {
    /// It is not. Nothing has been read.
    No,
    /// It is, and has been read.
    Read,
    /// It is, and there is no room. Nothing has been read. Reading `<a/><b/><a/>` into a `Vec` of structs with the
    /// fields `a` and `b`: the second `<a/>` is too much for the first struct, and begins another.
    Full,
}

impl Claim {
    pub(crate) fn is_mine(self) -> bool {
        self != Self::No
    }
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
