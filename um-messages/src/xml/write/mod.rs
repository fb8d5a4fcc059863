//! Elements appended to one text with the declarations that they need, and what can be written: text and elements.

mod bound_prefixes;
mod chunks;
mod elements;
mod extracted;
mod extracting;
mod known_markup;
mod namespaces;
mod output;
mod parts;
mod secrets;
mod shared_declarations;
mod start_tag;
mod text;
mod traits;
mod values;
mod writer;

pub(crate) use self::chunks::{Chunks, OpenList};
#[cfg(feature = "mtom")]
pub(crate) use self::extracted::{Extracted, ExtractedPart};
pub(crate) use self::known_markup::KnownMarkup;
pub(super) use self::secrets::{MASK, Secret};
pub use self::start_tag::{Content, StartTag};
pub use self::text::TextOut;
pub use self::traits::{WriteElement, WriteText};
pub(super) use self::writer::OpenElement;
pub(crate) use self::writer::StartTagExtras;
pub use self::writer::Writer;
