//! A stack whose first items need no allocation.

/// A stack of which the first `N` items lie in place.
#[derive(Debug)]
pub(crate) struct InlineStack<T, const N: usize> {
    inline: [T; N],
    length: usize,
    more: Vec<T>,
}

impl<T: Default, const N: usize> InlineStack<T, N> {
    pub(crate) fn new() -> Self {
        Self {
            inline: std::array::from_fn(|_| T::default()),
            length: 0,
            more: Vec::new(),
        }
    }

    /// A stack that has the first of `N` items.
    pub(crate) fn beginning_with(items: [T; N], length: usize) -> Self {
        Self {
            inline: items,
            length: length.min(N),
            more: Vec::new(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.length
    }

    pub(crate) fn push(&mut self, item: T) {
        match self.inline.get_mut(self.length) {
            Some(place) => *place = item,
            None => self.more.push(item),
        }
        self.length += 1;
    }

    /// Forgets all but the first `length` items.
    #[inline]
    pub(crate) fn truncate(&mut self, length: usize) {
        if length < self.length {
            self.length = length;
            self.more.truncate(length.saturating_sub(N));
        }
    }

    pub(crate) fn get(&self, index: usize) -> Option<&T> {
        match index {
            _ if index >= self.length => None,
            _ if index < N => self.inline.get(index),
            _ => self.more.get(index - N),
        }
    }

    /// The items, first pushed first.
    #[inline]
    pub(crate) fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.inline
            .iter()
            .take(self.length.min(N))
            .chain(&self.more)
    }

    pub(crate) fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut T> {
        self.inline
            .iter_mut()
            .take(self.length.min(N))
            .chain(&mut self.more)
    }

    /// The index of the item pushed first for which `is_wanted` holds.
    #[inline]
    pub(crate) fn first_index(&self, is_wanted: impl Fn(&T) -> bool) -> Option<usize> {
        // Not by `iter`: two plain loops take half the instructions.
        let inline = self.inline.get(..self.length.min(N)).unwrap_or_default();
        let first = inline.iter().position(&is_wanted);
        first.or_else(|| Some(N + self.more.iter().position(is_wanted)?))
    }

    /// The item pushed first for which `is_wanted` holds.
    #[inline]
    pub(crate) fn find(&self, is_wanted: impl Fn(&T) -> bool) -> Option<&T> {
        self.get(self.first_index(is_wanted)?)
    }

    /// The index of the item pushed last for which `is_wanted` holds.
    #[inline]
    pub(crate) fn last_index(&self, is_wanted: impl Fn(&T) -> bool) -> Option<usize> {
        self.iter()
            .rev()
            .position(is_wanted)
            .map(|from_last| self.length - 1 - from_last)
    }
}

#[cfg(test)]
mod tests {
    use super::InlineStack;

    #[test]
    fn items_beyond_the_first_ones_behave_the_same() {
        let mut stack = InlineStack::<u32, 2>::new();
        (0..5).for_each(|item| stack.push(item));
        assert_eq!(stack.iter().copied().collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
        assert_eq!(stack.last_index(|&item| item % 2 == 1), Some(3));
        let first = |wanted| stack.first_index(|&item| item == wanted);
        assert_eq!(
            [0, 1, 2, 4, 5].map(first),
            [Some(0), Some(1), Some(2), Some(4), None]
        );
        stack.truncate(3);
        assert_eq!(
            (stack.len(), stack.get(2), stack.get(3)),
            (3, Some(&2), None)
        );
        stack.truncate(1);
        stack.push(7);
        assert_eq!(stack.iter().rev().copied().collect::<Vec<_>>(), [7, 0]);
    }
}
