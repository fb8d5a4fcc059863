//! The traits behind the derives.
//!
//! Text and elements are apart: what can be a text value ([`ReadText`], [`WriteText`]) can stand in
//! an attribute, what can be an element ([`ReadElement`], [`WriteElement`]) cannot, so that
//! a struct in an attribute does not compile. How often a field stands (`T`, `Option<T>`,
//! `Vec<T>`) is decided by [`ReadField`] and [`WriteField`], and only there.

mod attribute;
mod content;
mod field;

use crate::xml::read::{ReadElement, ReadText};
use crate::xml::write::{WriteElement, WriteText};

pub use self::attribute::{ReadAttribute, WriteAttribute};
pub use self::content::{ReadContent, WriteContent};
pub use self::field::{ReadField, WriteField};

/// A type that has an element name of its own: the root of a document, or an entry of a fault's
/// detail. Derived with `SoapType` and `SoapMessage`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no element name of its own",
    note = "add `#[derive(SoapType)]` to `{Self}`"
)]
pub trait Root {
    /// The local name.
    const NAME: &'static str;
    /// The namespace, empty for none.
    const NAMESPACE: &'static str;
    /// The prefix to write, empty for the default namespace.
    const PREFIX: &'static str;
}

/// Bounds on the content of a newtype. A bound on a type without parameters must hold where it is
/// written, unless it mentions a bound lifetime; a newtype of a struct is no simple type, and must
/// compile all the same.
macro_rules! bound_for_newtypes {
    ($($name:ident<'x $(, $de:lifetime)?>: $bound:path;)*) => {
        $(
            #[doc(hidden)]
            pub trait $name<'x $(, $de)?>: $bound {}
            impl<'x $(, $de)?, T: $bound> $name<'x $(, $de)?> for T {}
        )*
    };
}

bound_for_newtypes! {
    ReadElementFor<'x, 'de>: ReadElement<'de>;
    ReadTextFor<'x, 'de>: ReadText<'de>;
    WriteElementFor<'x>: WriteElement;
    WriteTextFor<'x>: WriteText;
}
