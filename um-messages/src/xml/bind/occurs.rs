//! How often the items of a field stand: the one place where `I`, `Option<I>` and `Vec<I>` differ.

use crate::xml::write::Writer;

/// How often items of a type stand in a field: `I` once, `Option<I>` at most once, `Vec<I>` any
/// number.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not made of values of type `{I}`",
    note = "a field is one value, or an `Option` or `Vec` of them"
)]
pub trait Occurs<I>: Sized {
    /// Whether there may be none.
    const OPTIONAL: bool;
    /// Whether there may be several.
    const REPEATS: bool;

    /// Adds an item to what has been read. There is room for it, if [`is_full`](Self::is_full) says no.
    fn add(slot: &mut Option<Self>, item: I);

    /// Reads the field ahead: `next` is the item that stands next, if one does.
    fn read_ahead(next: impl FnMut() -> Option<I>) -> Option<Self>;

    /// What the field is without an item, if it may be.
    fn absent() -> Option<Self>;

    /// The items.
    fn items(&self) -> &[I];

    /// Passes the items to `write`, one after the other; whether there are any. `writer` is what they are written to.
    #[inline]
    fn write_items<C>(
        &self,
        to: &mut C,
        _writer: fn(&mut C) -> &mut Writer,
        mut write: impl FnMut(&I, &mut C),
    ) -> bool {
        let items = self.items();
        for item in items {
            write(item, to);
        }
        !items.is_empty()
    }

    /// Whether another item would be one too many.
    #[inline]
    fn is_full(slot: Option<&Self>) -> bool {
        slot.is_some() && !Self::REPEATS
    }
}

impl<I> Occurs<I> for I {
    const OPTIONAL: bool = false;
    const REPEATS: bool = false;

    #[inline]
    fn add(slot: &mut Option<Self>, item: I) {
        *slot = Some(item);
    }

    #[inline]
    fn read_ahead(mut next: impl FnMut() -> Option<I>) -> Option<Self> {
        next()
    }

    #[inline]
    fn absent() -> Option<Self> {
        None
    }

    #[inline]
    fn items(&self) -> &[I] {
        std::slice::from_ref(self)
    }
}

impl<I> Occurs<I> for Option<I> {
    const OPTIONAL: bool = true;
    const REPEATS: bool = false;

    #[inline]
    fn add(slot: &mut Option<Self>, item: I) {
        *slot = Some(Some(item));
    }

    #[inline]
    fn read_ahead(mut next: impl FnMut() -> Option<I>) -> Option<Self> {
        Some(next())
    }

    #[inline]
    fn absent() -> Option<Self> {
        Some(None)
    }

    #[inline]
    fn items(&self) -> &[I] {
        self.as_slice()
    }
}

impl<I> Occurs<I> for Vec<I> {
    const OPTIONAL: bool = true;
    const REPEATS: bool = true;

    #[inline]
    fn add(slot: &mut Option<Self>, item: I) {
        slot.get_or_insert_default().push(item);
    }

    #[inline]
    fn read_ahead(next: impl FnMut() -> Option<I>) -> Option<Self> {
        Some(std::iter::from_fn(next).collect())
    }

    #[inline]
    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    #[inline]
    fn items(&self) -> &[I] {
        self
    }
}

/// A field whose item stands at most once, as an attribute and a text do.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is more than one value, where one text stands",
    note = "for a `Vec` of values, separated by white space, add the key `list`"
)]
pub trait Single<I>: Occurs<I> {}

impl<I> Single<I> for I {}
impl<I> Single<I> for Option<I> {}
