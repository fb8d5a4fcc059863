//! Reading flattened groups.

use super::ReadFlat;
use crate::error::Result;
use crate::xml::bind::{Claim, ReadGroup, Seat};
use crate::xml::namespace::NsId;
use crate::xml::read::Reader;

/// What has been read of one group.
#[derive(Default)]
pub struct Open<S> {
    state: S,
    /// The place of the field that claimed last.
    last: Option<usize>,
    has_attributes: bool,
    has_text: bool,
}

impl<S> Open<S> {
    fn is_filled(&self) -> bool {
        self.last.is_some() || self.has_attributes || self.has_text
    }

    fn claim_attribute<'de, T: ReadGroup<'de, State = S>>(
        &mut self,
        reader: &mut Reader<'de>,
        index: usize,
    ) -> Result<bool> {
        let is_claimed = T::claim_attribute(&mut self.state, reader, index)?;
        self.has_attributes |= is_claimed;
        Ok(is_claimed)
    }

    fn claim<'de, T: ReadGroup<'de, State = S>>(
        &mut self,
        reader: &mut Reader<'de>,
        namespace: NsId,
    ) -> Result<bool> {
        let claim = T::claim(&mut self.state, reader, namespace)?;
        Ok(self.record(claim))
    }

    fn keep<'de, T: ReadGroup<'de, State = S>>(
        &mut self,
        reader: &mut Reader<'de>,
    ) -> Result<bool> {
        let claim = T::keep(&mut self.state, reader)?;
        Ok(self.record(claim))
    }

    fn record(&mut self, claim: Claim) -> bool {
        let claimed = claim.field();
        self.last = claimed.or(self.last);
        claimed.is_some()
    }

    fn keep_attribute<'de, T: ReadGroup<'de, State = S>>(
        &mut self,
        reader: &Reader<'de>,
        index: usize,
    ) -> Result<bool> {
        let is_kept = T::keep_attribute(&mut self.state, reader, index)?;
        self.has_attributes |= is_kept;
        Ok(is_kept)
    }

    /// Whether an element of the group cannot be one of this group any more: its field is filled
    /// and may not repeat, or stands before the last one filled.
    fn is_taken<'de, T: ReadGroup<'de, State = S>>(
        &self,
        reader: &mut Reader<'de>,
        namespace: NsId,
    ) -> Option<bool> {
        let seat = T::seat(&self.state, reader, namespace)?;
        Some(self.is_behind(seat))
    }

    /// The same of an element that no field claims.
    fn is_keeper_taken<'de, T: ReadGroup<'de, State = S>>(&self) -> Option<bool> {
        let seat = T::keeping_seat(&self.state)?;
        Some(self.is_behind(seat))
    }

    fn is_behind(&self, seat: Seat) -> bool {
        seat.is_taken || self.last.is_some_and(|last| seat.field < last)
    }
}

/// The namespace of the elements of a group that is flattened where `outer` is theirs.
fn namespace<'de, T: ReadGroup<'de>>(reader: &mut Reader<'de>, outer: NsId) -> NsId {
    match T::SHAPE.namespace {
        Some(uri) => reader.namespace(uri),
        None => outer,
    }
}

#[diagnostic::do_not_recommend]
impl<'de, T: ReadGroup<'de>> ReadFlat<'de> for T {
    type Slot = Open<T::State>;

    fn claim_attribute(
        slot: &mut Self::Slot,
        reader: &mut Reader<'de>,
        index: usize,
    ) -> Result<bool> {
        slot.claim_attribute::<T>(reader, index)
    }

    fn claim(slot: &mut Self::Slot, reader: &mut Reader<'de>, outer: NsId) -> Result<bool> {
        let namespace = namespace::<T>(reader, outer);
        slot.claim::<T>(reader, namespace)
    }

    fn is_taken(slot: &Self::Slot, reader: &mut Reader<'de>, outer: NsId) -> Option<bool> {
        let namespace = namespace::<T>(reader, outer);
        slot.is_taken::<T>(reader, namespace)
    }

    fn keep(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<bool> {
        slot.keep::<T>(reader)
    }

    fn is_keeper_taken(slot: &Self::Slot) -> Option<bool> {
        slot.is_keeper_taken::<T>()
    }

    fn keep_attribute(slot: &mut Self::Slot, reader: &Reader<'de>, index: usize) -> Result<bool> {
        slot.keep_attribute::<T>(reader, index)
    }

    fn read_text(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        slot.has_text |= reader.has_text()?;
        T::read_text(&mut slot.state, reader)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_filled()
    }

    fn take(slot: &mut Self::Slot, reader: &Reader<'de>) -> Result<Self> {
        T::finish(&mut slot.state, reader)
    }
}

impl<'de, T: ReadGroup<'de>> ReadFlat<'de> for Option<T> {
    type Slot = Open<T::State>;

    fn claim_attribute(
        slot: &mut Self::Slot,
        reader: &mut Reader<'de>,
        index: usize,
    ) -> Result<bool> {
        slot.claim_attribute::<T>(reader, index)
    }

    fn claim(slot: &mut Self::Slot, reader: &mut Reader<'de>, outer: NsId) -> Result<bool> {
        <T as ReadFlat>::claim(slot, reader, outer)
    }

    fn is_taken(slot: &Self::Slot, reader: &mut Reader<'de>, outer: NsId) -> Option<bool> {
        <T as ReadFlat>::is_taken(slot, reader, outer)
    }

    fn keep(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<bool> {
        slot.keep::<T>(reader)
    }

    fn is_keeper_taken(slot: &Self::Slot) -> Option<bool> {
        slot.is_keeper_taken::<T>()
    }

    fn keep_attribute(slot: &mut Self::Slot, reader: &Reader<'de>, index: usize) -> Result<bool> {
        slot.keep_attribute::<T>(reader, index)
    }

    fn read_text(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        <T as ReadFlat>::read_text(slot, reader)
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.is_filled()
    }

    fn take(slot: &mut Self::Slot, reader: &Reader<'de>) -> Result<Self> {
        if !slot.is_filled() {
            return Ok(None);
        }
        T::finish(&mut slot.state, reader).map(Some)
    }
}

/// What has been read of any number of groups.
pub struct Items<T, S> {
    complete: Vec<T>,
    open: Open<S>,
}

impl<T, S: Default> Default for Items<T, S> {
    fn default() -> Self {
        Self {
            complete: Vec::new(),
            open: Open::default(),
        }
    }
}

impl<T, S: Default> Items<T, S> {
    fn complete<'de>(&mut self, reader: &Reader<'de>) -> Result<()>
    where
        T: ReadGroup<'de, State = S>,
    {
        let mut open = std::mem::take(&mut self.open);
        self.complete.push(T::finish(&mut open.state, reader)?);
        Ok(())
    }

    /// The same where the reader stands in the next item: what is missing is missing in the parent.
    fn complete_before<'de>(&mut self, reader: &Reader<'de>) -> Result<()>
    where
        T: ReadGroup<'de, State = S>,
    {
        self.complete(reader)
            .map_err(|error| reader.in_parent(error))
    }
}

impl<'de, T: ReadGroup<'de>> ReadFlat<'de> for Vec<T> {
    type Slot = Items<T, T::State>;

    fn claim_attribute(_: &mut Self::Slot, _: &mut Reader<'de>, _: usize) -> Result<bool> {
        Ok(false)
    }

    fn claim(slot: &mut Self::Slot, reader: &mut Reader<'de>, outer: NsId) -> Result<bool> {
        let namespace = namespace::<T>(reader, outer);
        let is_taken =
            slot.open.is_filled() && slot.open.is_taken::<T>(reader, namespace) == Some(true);
        if is_taken {
            slot.complete_before(reader)?;
        }
        slot.open.claim::<T>(reader, namespace)
    }

    fn is_taken(slot: &Self::Slot, reader: &mut Reader<'de>, outer: NsId) -> Option<bool> {
        let namespace = namespace::<T>(reader, outer);
        T::seat(&slot.open.state, reader, namespace).map(|_| false)
    }

    fn keep(slot: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<bool> {
        if slot.open.is_filled() && slot.open.is_keeper_taken::<T>() == Some(true) {
            slot.complete_before(reader)?;
        }
        slot.open.keep::<T>(reader)
    }

    fn is_keeper_taken(slot: &Self::Slot) -> Option<bool> {
        T::keeping_seat(&slot.open.state).map(|_| false)
    }

    fn keep_attribute(_: &mut Self::Slot, _: &Reader<'de>, _: usize) -> Result<bool> {
        Ok(false)
    }

    fn read_text(_: &mut Self::Slot, reader: &mut Reader<'de>) -> Result<()> {
        reader.skip()
    }

    fn is_filled(slot: &Self::Slot) -> bool {
        slot.open.is_filled() || !slot.complete.is_empty()
    }

    fn take(slot: &mut Self::Slot, reader: &Reader<'de>) -> Result<Self> {
        if slot.open.is_filled() {
            slot.complete(reader)?;
        }
        Ok(std::mem::take(&mut slot.complete))
    }
}
