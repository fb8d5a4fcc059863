//! What stands in a message.

use crate::xml::{ReadElement, WriteElement};

/// A type that is read from an element and written as one, and owns its data: for bounds.
///
/// [`#[derive(SoapType)]`](derive@crate::SoapType) makes one of a type without a lifetime, and so are strings, numbers, boxes
/// of these, and each other type that is both [`WriteElement`] and, for every lifetime, [`ReadElement`]. There is
/// nothing to implement. A type that borrows from the text that it is read from is none: it is a `ReadElement<'de>`
/// of one lifetime.
///
/// ```
/// use um_messages::{Result, SoapType, xml};
///
/// #[derive(Debug, PartialEq, SoapType)]
/// struct Page<T> {
///     number: u32,
///     item: Vec<T>,
/// }
///
/// #[derive(Debug, PartialEq, SoapType)]
/// struct Call {
///     id: u32,
/// }
///
/// fn copy<T: SoapType>(page: &Page<T>) -> Result<Page<T>> {
///     xml::from_reader(&*xml::to_vec(page)?)
/// }
///
/// let page = Page { number: 1, item: vec![Call { id: 7 }] };
/// assert_eq!(copy(&page)?, page);
/// # Ok::<(), um_messages::Error>(())
/// ```
///
/// The derive finds the bounds of a struct's parameters by itself. One on the struct is said to it again, with the key
/// `bound`: `#[soap(bound = "T: SoapType")] struct Page<T: SoapType>`.
pub trait SoapType: WriteElement + for<'de> ReadElement<'de> {}

impl<T: WriteElement + for<'de> ReadElement<'de>> SoapType for T {}
