//! What a newtype asks of its content.

use crate::xml::read::{ReadElement, ReadText};
use crate::xml::write::{WriteElement, WriteText};

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
