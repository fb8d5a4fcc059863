//! Documents pulled apart, from a text or a stream, and what can be read from them: text and elements.

mod ahead;
mod as_sent;
mod carried;
mod content;
mod credit;
mod cursor;
mod diagnostics;
mod document_ahead;
mod element;
mod errors;
mod fed;
mod held;
mod include;
mod input;
mod items;
mod kept;
pub(crate) mod media_type;
mod namespaces;
mod open_elements;
mod options;
mod parts;
mod places;
mod position;
mod reader;
mod reading_ahead;
mod references;
mod stream;
mod targets;
mod text;
mod traits;
mod unknown;
mod window;
mod xsi_type;

pub(super) use self::ahead::{Expected, MOST_ATTRIBUTES, Outer};
pub(super) use self::content::Next;
pub(crate) use self::credit::Credit;
pub(crate) use self::document_ahead::Opened;
pub(crate) use self::fed::Fed;
pub(crate) use self::held::is_large;
pub use self::held::{Held, read_as};
pub(crate) use self::input::decoded;
#[cfg(feature = "http")]
pub(crate) use self::input::knows_charset;
#[cfg(any(feature = "http", feature = "mtom"))]
pub(crate) use self::input::too_many_bytes;
pub use self::items::Items;
#[cfg(feature = "mtom")]
pub(crate) use self::options::PackageLimits;
pub use self::options::ReadOptions;
pub(crate) use self::parts::Parts;
#[cfg(feature = "mtom")]
pub(crate) use self::parts::{content_id_of, unescaped};
pub use self::reader::Reader;
pub use self::text::TextIn;
pub(super) use self::text::xs_boolean;
pub use self::traits::{ReadElement, ReadText};
pub use self::xsi_type::TypeName;
