//! How often something that is not complete is looked at again, while more of it comes.

/// How many bytes may be looked at again: some for each that comes, so that all looks together take time linear in their number.
#[derive(Default)]
pub(crate) struct Credit(usize);

impl Credit {
    const FOR_EACH: usize = 4;

    /// Some to begin with.
    pub(super) const fn of(bytes: usize) -> Self {
        Self(bytes)
    }

    /// So many have come.
    pub(crate) fn earn(&mut self, bytes: usize) {
        self.0 = self.0.saturating_add(Self::FOR_EACH * bytes);
    }

    /// Whether so many may be looked at. If so, they are.
    pub(crate) fn spend(&mut self, bytes: usize) -> bool {
        let left = self.0.checked_sub(bytes);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}
