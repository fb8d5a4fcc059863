//! Names as they stand in a document, for who keeps them.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::ids::UriId;
use crate::qname::QName;

/// A qualified name with the prefix that it has in a document: `p:Call`.
#[derive(Clone, Debug, Default)]
pub(crate) struct PrefixedName {
    pub(crate) name: QName,
    /// Empty for a name without one.
    pub(crate) prefix: Cow<'static, str>,
}

/// The names that were met last, so that all nodes of a name share it.
#[derive(Default)]
pub(crate) struct SharedNames {
    /// By what is written; the URI tells whether it means the same.
    known: HashMap<Box<str>, (UriId, Arc<PrefixedName>)>,
}

/// How many names are remembered. A document of which no two names are alike has no use for more.
const REMEMBERED: usize = 1024;

impl SharedNames {
    /// Forgets the names in namespaces behind this one, whose number another one gets.
    pub(crate) fn forget_behind(&mut self, last: UriId) {
        self.known.retain(|_, (uri, _)| *uri <= last);
    }

    /// The name that is written so, where its prefix is bound to `uri`.
    pub(crate) fn get(
        &mut self,
        written: &str,
        uri: UriId,
        make: impl FnOnce() -> PrefixedName,
    ) -> Arc<PrefixedName> {
        if let Some((_, name)) = self.known.get(written).filter(|(known, _)| *known == uri) {
            return Arc::clone(name);
        }
        if self.known.len() == REMEMBERED {
            self.known.clear();
        }
        let name = Arc::new(make());
        self.known.insert(written.into(), (uri, Arc::clone(&name)));
        name
    }
}
