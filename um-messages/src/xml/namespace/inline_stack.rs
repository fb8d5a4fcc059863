//! A stack whose first items need no allocation.

/// A stack whose items lie in place as long as there are no more than `N`, and then all together elsewhere.
#[derive(Debug)]
pub(crate) struct InlineStack<T, const N: usize> {
    inline: [T; N],
    length: usize,
    /// All of them, from the one on that has no place.
    elsewhere: Vec<T>,
}

impl<T: Default + Copy, const N: usize> Default for InlineStack<T, N> {
    fn default() -> Self {
        Self::new([T::default(); N])
    }
}

impl<T: Default, const N: usize> InlineStack<T, N> {
    /// An empty one. What fills the places is a constant mostly, so that a reader or writer is made with one copy.
    #[inline]
    pub(crate) const fn new(places: [T; N]) -> Self {
        Self {
            inline: places,
            length: 0,
            elsewhere: Vec::new(),
        }
    }

    /// The items, first pushed first.
    #[inline]
    pub(crate) fn as_slice(&self) -> &[T] {
        if self.elsewhere.is_empty() {
            self.inline.get(..self.length).unwrap_or_default()
        } else {
            &self.elsewhere
        }
    }

    #[inline]
    pub(crate) fn as_mut_slice(&mut self) -> &mut [T] {
        if self.elsewhere.is_empty() {
            self.inline.get_mut(..self.length).unwrap_or_default()
        } else {
            &mut self.elsewhere
        }
    }

    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.length
    }

    /// The item is made in its place: where it is passed on, it is copied before it is stored.
    #[inline]
    pub(crate) fn push(&mut self, item: T) {
        if self.length >= N || !self.elsewhere.is_empty() {
            self.make_room_elsewhere();
        }
        let place = match self.elsewhere.last_mut() {
            None => self.inline.get_mut(self.length),
            last => last,
        };
        if let Some(place) = place {
            *place = item;
        }
        self.length += 1;
    }

    #[cold]
    fn make_room_elsewhere(&mut self) {
        if self.elsewhere.is_empty() {
            self.elsewhere.reserve(4 * N);
            let moved = self.inline.iter_mut().map(std::mem::take);
            self.elsewhere.extend(moved);
        }
        self.elsewhere.push(T::default());
    }

    /// Forgets all but the first `length` items.
    #[inline]
    pub(crate) fn truncate(&mut self, length: usize) {
        if length < self.length {
            self.length = length;
            // If none are left there, the next ones lie in place again.
            self.elsewhere.truncate(length);
        }
    }

    #[inline]
    pub(crate) fn get(&self, index: usize) -> Option<&T> {
        self.as_slice().get(index)
    }

    /// The items, first pushed first.
    #[inline]
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, T> {
        self.as_slice().iter()
    }

    /// The index of the item pushed first for which `is_wanted` holds.
    #[inline]
    pub(crate) fn first_index(&self, is_wanted: impl Fn(&T) -> bool) -> Option<usize> {
        self.iter().position(is_wanted)
    }

    /// The item pushed first for which `is_wanted` holds.
    #[inline]
    pub(crate) fn find(&self, is_wanted: impl Fn(&T) -> bool) -> Option<&T> {
        self.iter().find(|item| is_wanted(item))
    }

    /// The index of the item pushed last for which `is_wanted` holds.
    #[inline]
    pub(crate) fn last_index(&self, is_wanted: impl Fn(&T) -> bool) -> Option<usize> {
        self.iter().rposition(is_wanted)
    }
}

#[cfg(test)]
mod tests {
    use super::InlineStack;

    #[test]
    fn items_beyond_the_first_ones_behave_the_same() {
        let mut stack = InlineStack::new([0; 2]);
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
        stack.truncate(0);
        (0..3).for_each(|item| stack.push(item));
        assert_eq!(stack.as_mut_slice(), [0, 1, 2]);
        assert_eq!((stack.len(), stack.find(|&item| item > 1)), (3, Some(&2)));
    }
}
