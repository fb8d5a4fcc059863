//! A value that is being read: what has been read of it.

use super::reading::{Progress, Reading, Slots};
use super::{End, ReadFields};
use crate::error::Result;
use crate::xml::bind::find::Part;
use crate::xml::bind::offer::Claim;
use crate::xml::bind::outline::Outline;
use crate::xml::namespace::FieldInfo;
use crate::xml::read::Reader;

/// What has been read of one value.
pub(crate) struct Open<'de, T: ReadFields<'de>> {
    slots: SlotsOf<'de, T>,
    progress: Progress,
}

/// What has been read of the fields of a type.
pub(super) struct SlotsOf<'de, T: ReadFields<'de>>(pub(super) T::State);

impl<'de, T: ReadFields<'de>> Slots<'de> for SlotsOf<'de, T> {
    fn begin(&mut self, variant: usize) {
        self.0 = T::choose(variant);
    }

    fn fill(&mut self, field: usize, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        T::fill(&mut self.0, field, part, reader)
    }

    fn fill_ahead(&mut self, field: usize, info: &FieldInfo, reader: &mut Reader<'de>) -> bool {
        let may_be = const { Outline::of::<T>().has_parts_ahead() };
        may_be && T::fill(&mut self.0, field, info, reader)
    }
}

impl<'de, T: ReadFields<'de>> Open<'de, T> {
    #[inline]
    pub(crate) fn start() -> Self {
        Self {
            slots: SlotsOf(T::start()),
            progress: Progress::default(),
        }
    }

    /// Whether something has been read.
    pub(crate) const fn is_filled(&self) -> bool {
        let Progress {
            last,
            has_attributes,
            has_text,
        } = self.progress;
        last.is_some() || has_attributes || has_text
    }

    /// Notes that the element has text, if it has.
    pub(crate) const fn note_text(&mut self, has_text: bool) {
        self.progress.has_text |= has_text;
    }

    /// The value.
    #[inline]
    pub(crate) fn finish(&mut self, reader: &Reader<'de>) -> Result<T> {
        finish::<T>(&mut self.slots.0, End::of::<T>(reader))
    }

    /// To read into it.
    #[inline]
    pub(super) fn reading(&mut self) -> Reading<'_, 'de> {
        Reading {
            slots: &mut self.slots,
            progress: &mut self.progress,
            outline: Outline::of::<T>(),
        }
    }

    /// Reads a part, which comes with the namespace of the type's names, if a field claims it.
    pub(crate) fn offer(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        self.reading().offer(part, reader)
    }

    /// As [`offer`](Self::offer), to fields for elements of any name.
    pub(crate) fn offer_as_any(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        self.reading().offer_as_any(part, reader)
    }
}

/// What is read of a type in the end. One copy, for both ways of reading.
#[inline(never)]
pub(super) fn finish<'de, T: ReadFields<'de>>(
    state: &mut T::State,
    end: End<'_, 'de>,
) -> Result<T> {
    T::finish(state, end)
}
