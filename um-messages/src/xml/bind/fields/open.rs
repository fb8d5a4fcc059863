//! A value that is being read: what has been read of it, and what it makes of the next part.

use super::items_ahead::{has_lists_ahead, read_items_ahead};
use super::{End, ReadFields};
use crate::error::{Error, ErrorKind, Result};
use crate::qname::QName;
use crate::xml::bind::find::{Part, can_begin, is_for, own_field, search};
use crate::xml::bind::offer::Claim;
use crate::xml::namespace::{Place, TypeInfo};
use crate::xml::read::Reader;
use crate::xml::syntax::is_blank;

/// What has been read of one value.
pub(crate) struct Open<'de, T: ReadFields<'de>> {
    pub(super) state: T::State,
    /// The field that an element was read into last.
    last: Option<usize>,
    has_attributes: bool,
    pub(crate) has_text: bool,
}

impl<'de, T: ReadFields<'de>> Open<'de, T> {
    #[inline]
    pub(crate) fn start() -> Self {
        Self {
            state: T::start(),
            last: None,
            has_attributes: false,
            has_text: false,
        }
    }

    /// Whether something has been read.
    pub(crate) fn is_filled(&self) -> bool {
        self.last.is_some() || self.has_attributes || self.has_text
    }

    /// The value.
    #[inline]
    pub(crate) fn finish(&mut self, reader: &Reader<'de>) -> Result<T> {
        finish::<T>(&mut self.state, End::of::<T>(reader))
    }

    /// Reads a part, which comes with the namespace of the type's names, if a field claims it.
    #[inline]
    pub(crate) fn offer(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        if const { T::INFO.shares_names() } && part.is_element() {
            return self.offer_shared(part, reader);
        }
        self.offer_by_name(part, reader)
    }

    /// As [`offer`](Self::offer), to fields for elements of any name.
    pub(crate) fn offer_as_any(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        for part in part.of_any_name() {
            let claim = self.offer(&part, reader)?;
            if claim.is_mine() {
                return Ok(claim);
            }
        }
        Ok(Claim::No)
    }

    /// As [`offer`](Self::offer), where a name is of several fields: of a choice the variant that stands has it before
    /// others, of a sequence the next field with room for it.
    #[inline(never)]
    fn offer_shared(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        let fields = T::INFO.fields.iter().enumerate();
        if const { !T::INFO.is_choice } {
            for (number, field) in fields.skip(self.last.unwrap_or(0)) {
                if part.is_for(field, reader)
                    && self.fill_field(number, part, reader)? == Claim::Read
                {
                    self.record(number, part);
                    return Ok(Claim::Read);
                }
            }
            return self.offer_by_name(part, reader);
        }
        let standing = match self.last {
            Some(chosen) if is_for(T::INFO.field(chosen), part, reader) => Some(chosen),
            Some(_) => None,
            None => {
                let mut fields = T::INFO.fields.iter();
                fields.position(|field| can_begin(field, part, reader))
            }
        };
        match standing {
            Some(field) => self.fill(field, part, reader),
            None => self.offer_by_name(part, reader),
        }
    }

    #[inline]
    fn offer_by_name(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        if let Some(field) = own_field(T::INFO, part, reader) {
            return self.fill(field, part, reader);
        }
        if const { T::INFO.has_further_names() } {
            return self.offer_further(part, reader);
        }
        Ok(Claim::No)
    }

    /// As [`offer`](Self::offer), where it is no field of the type's own under its first name.
    #[inline(never)]
    fn offer_further(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        let has_order = const { T::INFO.is_choice || T::INFO.is_ordered } || part.is_in_list;
        if has_order || part.place != Place::Element {
            return match search(T::INFO, part, reader) {
                Some(field) => self.fill(field, part, reader),
                None => Ok(Claim::No),
            };
        }
        // Without an order flattened types can be asked and filled at once.
        for (field, info) in T::INFO.fields.iter().enumerate() {
            let is_asked = info.has_further_names()
                && (info.flattened_type().is_some() || part.is_for(info, reader));
            if is_asked && self.fill(field, part, reader)? != Claim::No {
                return Ok(Claim::Read);
            }
        }
        Ok(Claim::No)
    }

    #[inline]
    fn fill(&mut self, field: usize, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        if let Some(claim) = self.before_filling(field, part, reader)? {
            return Ok(claim);
        }
        let claim = self.fill_field(field, part, reader)?;
        match claim {
            Claim::Read => {
                self.record(field, part);
                let may_be_followed = part.is_element() && !part.is_in_list && !part.is_alone;
                if const { has_lists_ahead::<T>() } && may_be_followed {
                    read_items_ahead::<T>(&mut self.state, (field, part.namespace), reader);
                }
            }
            // In a list the next item has room for it.
            Claim::Full if !part.is_in_list => return Err(no_room(part, reader)),
            Claim::Full | Claim::No => {}
        }
        Ok(claim)
    }

    #[inline]
    fn fill_field(&mut self, field: usize, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        let denies = const { T::INFO.deny_unknown_fields };
        reader.denying(denies, |reader| {
            T::fill(&mut self.state, field, part, reader)
        })
    }

    /// The error that the element `inner` stands beside what has been read.
    #[cold]
    pub(super) fn beside_inner(&self, reader: &Reader<'_>) -> Error {
        if let Some(last) = self.last {
            return second_choice(T::INFO, last, reader);
        }
        let mut attributes = Vec::new();
        T::INFO.add_names(Place::Attribute, "", &mut attributes);
        let attributes: Vec<&str> = attributes.iter().map(QName::local).collect();
        reader.second_choice(&attributes)
    }

    /// What hinders a field from being filled because of what was read before.
    #[inline]
    fn before_filling(
        &mut self,
        field: usize,
        part: &Part,
        reader: &mut Reader<'de>,
    ) -> Result<Option<Claim>> {
        if const { T::INFO.is_choice } {
            return self.choose(field, part, reader);
        }
        let has_order = part.is_element() && (part.is_in_list || const { T::INFO.is_ordered });
        if !has_order || self.last.is_none_or(|last| last <= field) {
            return Ok(None);
        }
        if part.is_in_list {
            return Ok(Some(Claim::Full));
        }
        Err(reader.error(ErrorKind::OutOfOrder(reader.local().to_owned())))
    }

    /// Of a choice one variant stands, the first.
    fn choose(
        &mut self,
        field: usize,
        part: &Part,
        reader: &mut Reader<'de>,
    ) -> Result<Option<Claim>> {
        if part.place == Place::Text && !self.is_text_of_choice(part, reader)? {
            return Ok(Some(Claim::No));
        }
        match self.last {
            None => {
                self.state = T::choose(field);
                Ok(None)
            }
            Some(chosen) if chosen == field => Ok(None),
            Some(_) if part.is_in_list => Ok(Some(Claim::Full)),
            // What a flattened variant would keep is unknown beside another variant.
            Some(_)
                if matches!(part.place, Place::AnyElement | Place::AnyOfNamespace)
                    && T::INFO.field(field).place == Place::Flattened =>
            {
                Ok(Some(Claim::No))
            }
            Some(chosen) => Err(second_choice(T::INFO, chosen, reader)),
        }
    }

    /// Whether the text is one of what a choice has: beside an element that stands, white space is none.
    fn is_text_of_choice(&self, part: &Part, reader: &mut Reader<'de>) -> Result<bool> {
        let is_beside = self.last.is_some() && !part.is_in_list;
        reader.is_text(|text| !(text.is_empty() || is_beside && is_blank(text)))
    }

    #[inline]
    fn record(&mut self, field: usize, part: &Part) {
        match part.place {
            Place::Element | Place::AnyElement | Place::AnyOfNamespace => self.last = Some(field),
            Place::Text if const { T::INFO.is_choice } => self.last = Some(field),
            // Whether there is a text, only reading ahead can tell: `<a></a>`.
            Place::Text => {}
            _ => self.has_attributes = true,
        }
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

/// The error that the element is one of a choice of which a variant stands already, under one of its names.
#[cold]
fn second_choice(info: &TypeInfo, chosen: usize, reader: &Reader<'_>) -> Error {
    let mut beside = Vec::new();
    info.field(chosen).add_elements(&mut beside);
    reader.second_choice(&beside)
}

/// The error that a part stands here a second time.
#[cold]
fn no_room(part: &Part, reader: &Reader<'_>) -> Error {
    if part.is_element() {
        reader.duplicate()
    } else {
        reader.duplicate_attribute(part.index)
    }
}
