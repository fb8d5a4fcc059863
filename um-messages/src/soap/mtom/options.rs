//! How a package is written, and how much of one is read.

use std::borrow::Cow;
use std::hash::{BuildHasher, Hasher, RandomState};

use crate::xml::ReadOptions;

/// How a message is sent with parts beside it.
///
/// ```
/// use um_messages::mtom::MtomOptions;
/// use um_messages::{Envelope, SoapMessage, xml::Base64Binary};
///
/// #[derive(SoapMessage)]
/// #[soap(namespace = "urn:archive")]
/// struct Store { small: Base64Binary, large: Base64Binary }
///
/// let store = Store { small: vec![1; 100].into(), large: vec![2; 101].into() };
/// let package = Envelope::new(store).with_mtom(MtomOptions::new().threshold(100)).to_package()?;
/// assert_eq!(package.parts().len(), 1);
/// assert_eq!(package.parts()[0].content(), [2; 101]);
/// # Ok::<(), um_messages::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct MtomOptions {
    threshold: usize,
    boundary: Option<Cow<'static, str>>,
}

impl Default for MtomOptions {
    fn default() -> Self {
        Self::new()
    }
}

impl MtomOptions {
    /// The defaults.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            threshold: 768,
            boundary: None,
        }
    }

    /// Bytes become a part if there are more of them. Default: 768, as in WCF; as base64, they would take up more than the header of a part
    /// does. With 0 all become parts but those that are none, as in JAX-WS.
    #[must_use]
    pub const fn threshold(mut self, threshold: usize) -> Self {
        self.threshold = threshold;
        self
    }

    /// The boundary between the parts, which the content ids end with as well, so that what is written is the same each time. If it
    /// stands in a part, or is none (RFC 2046 section 5.1.1), another one is taken. Default: 128 random bits.
    #[must_use]
    pub fn boundary(mut self, boundary: impl Into<Cow<'static, str>>) -> Self {
        self.boundary = Some(boundary.into());
        self
    }

    pub(super) const fn get_threshold(&self) -> usize {
        self.threshold
    }

    pub(super) fn get_boundary(&self) -> Cow<'static, str> {
        self.boundary
            .clone()
            .unwrap_or_else(|| random_boundary().into())
    }
}

/// A boundary that nobody can foresee: the keys of the standard library's hashes are random.
pub(super) fn random_boundary() -> String {
    let random = || RandomState::new().build_hasher().finish();
    format!("um-messages-{:016x}{:016x}", random(), random())
}

/// What a content id may end with: the characters of a boundary that can stand there and in a URI as they are.
pub(super) fn content_id_suffix(boundary: &str) -> String {
    let can_stand = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
    boundary.chars().filter(can_stand).collect()
}

/// A setter for each limit; they differ in nothing but the name, the type and the documentation.
macro_rules! limits {
    ($($(#[$docs:meta])* $limit:ident, $of:ident: $type:ty;)*) => {
        impl ReadOptions {
            $(
                $(#[$docs])*
                #[must_use]
                pub fn $limit(mut self, $limit: $type) -> Self {
                    self.context_mut().package.$of = $limit;
                    self
                }
            )*
        }
    };
}

limits! {
    /// How many parts a [package](crate::mtom) may have, the document among them. Default: 1,000.
    max_parts, parts: usize;
    /// How many header fields a part of a package may have. Default: 64.
    max_part_headers, part_headers: usize;
    /// How many bytes the header of a part of a package may have. Default: 16 KiB.
    max_part_header_bytes, part_header_bytes: usize;
    /// How many bytes the content of a part of a package may have, as it is sent. Default: no limit beyond
    /// [`max_bytes`](Self::max_bytes).
    max_part_bytes, part_bytes: u64;
}
