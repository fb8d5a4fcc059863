//! How a value is held on its way to where it belongs: as it is or, if it is large, in a box.
//!
//! Types that hold themselves are read by functions that call themselves. What such a function has of a value stays on
//! the stack while the elements inside are read, once for each level of `<Part><Part><Part>…`. So it has a box there.

use super::reader::Reader;
use crate::error::Result;

/// How many bytes a function that may call itself has of a value at most.
const LARGE: usize = 1024;

/// Whether values of the type are held in boxes.
pub(crate) const fn is_large<T>() -> bool {
    size_of::<T>() > LARGE
}

/// A value of type `T`, as it is held: a `T` or a `Box<T>`.
pub trait Held<T>: Sized {
    /// A value of another type, held likewise.
    type Of<U>: Held<U>;

    /// Makes the value.
    ///
    /// # Errors
    ///
    /// That of `make`.
    fn hold(make: impl FnOnce() -> Result<T>) -> Result<Self>;

    /// The value, to read into.
    fn as_mut(&mut self) -> &mut T;

    /// Gives the value away.
    fn give<U>(self, take: impl FnOnce(T) -> U) -> U;
}

impl<T> Held<T> for T {
    type Of<U> = U;

    #[inline]
    fn hold(make: impl FnOnce() -> Result<T>) -> Result<Self> {
        make()
    }

    #[inline]
    fn as_mut(&mut self) -> &mut T {
        self
    }

    #[inline]
    fn give<U>(self, take: impl FnOnce(T) -> U) -> U {
        take(self)
    }
}

/// Out of line: the value stands on the stack only in here, when all that is inside has been read.
impl<T> Held<T> for Box<T> {
    type Of<U> = Box<U>;

    #[inline(never)]
    fn hold(make: impl FnOnce() -> Result<T>) -> Result<Self> {
        make().map(Self::new)
    }

    fn as_mut(&mut self) -> &mut T {
        self
    }

    #[inline(never)]
    fn give<U>(self, take: impl FnOnce(T) -> U) -> U {
        take(*self)
    }
}

/// Reads a value of type `T`, and makes one of another type of it.
///
/// # Errors
///
/// That of `read`.
#[inline]
pub fn read_as<'de, T, U, H: Held<U>>(
    reader: &mut Reader<'de>,
    read: impl FnOnce(&mut Reader<'de>) -> Result<H::Of<T>>,
    make: impl FnOnce(T) -> U,
) -> Result<H> {
    let held = read(reader)?;
    H::hold(|| Ok(held.give(make)))
}
