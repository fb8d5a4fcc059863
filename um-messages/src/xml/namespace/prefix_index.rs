//! Finding a prefix among many.

use std::collections::HashMap;

/// The number of the innermost binding of each prefix. It is of use where many are in scope: few are found faster one
/// by one.
#[derive(Default)]
pub(crate) struct PrefixIndex {
    /// Made when it is needed first.
    innermost: Option<HashMap<Box<[u8]>, usize>>,
}

/// From this many bindings on the index is used.
const MANY: usize = 32;

/// How many it has room for at once. Growing step by step would cost a sixth of reading 200 declarations.
const ROOM: usize = 7 * MANY;

impl PrefixIndex {
    pub(crate) const NONE: Self = Self { innermost: None };

    /// Whether the bindings are in the index, all of them.
    #[inline]
    pub(crate) const fn is_used(&self) -> bool {
        self.innermost.is_some()
    }

    /// Whether the bindings, of which there are so many, have to be put into the index.
    #[inline]
    pub(crate) const fn is_due(&self, count: usize) -> bool {
        count > MANY && !self.is_used()
    }

    /// Puts a binding into the index; the number of the one that it shadows.
    #[cold]
    pub(crate) fn bind(&mut self, prefix: &[u8], number: usize) -> Option<usize> {
        let innermost = (self.innermost).get_or_insert_with(|| HashMap::with_capacity(ROOM));
        innermost.insert(prefix.into(), number)
    }

    /// Takes the innermost binding of a prefix out of the index, which had shadowed another one.
    #[cold]
    pub(crate) fn unbind(&mut self, prefix: &[u8], shadowed: Option<usize>) {
        let Some(innermost) = &mut self.innermost else {
            return;
        };
        match (innermost.get_mut(prefix), shadowed) {
            (Some(number), Some(shadowed)) => *number = shadowed,
            _ => {
                innermost.remove(prefix);
            }
        }
    }

    #[cold]
    pub(crate) fn innermost(&self, prefix: &[u8]) -> Option<usize> {
        self.innermost.as_ref()?.get(prefix).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::PrefixIndex;

    #[test]
    fn what_is_shadowed_comes_back() {
        let mut index = PrefixIndex::default();
        assert!(!index.is_used() && !index.is_due(32) && index.is_due(33));
        assert_eq!(index.bind(b"p", 0), None);
        assert_eq!(index.bind(b"q", 1), None);
        assert_eq!(index.bind(b"p", 2), Some(0));
        assert_eq!(index.innermost(b"p"), Some(2));
        index.unbind(b"p", Some(0));
        index.unbind(b"q", None);
        assert_eq!(
            (index.innermost(b"p"), index.innermost(b"q")),
            (Some(0), None)
        );
        assert!(index.is_used() && !index.is_due(33));
    }
}
