//! Reading parts into the fields of a value, whatever its type is: what a value makes of the next part, after what has been read of it.

use super::items_ahead::read_items_ahead;
use crate::error::{Error, ErrorKind, Result};
use crate::qname::QName;
use crate::xml::bind::find::{Part, can_begin, is_for, own_field, search};
use crate::xml::bind::offer::Claim;
use crate::xml::bind::outline::Outline;
use crate::xml::namespace::{FieldInfo, Place, TypeInfo};
use crate::xml::read::Reader;
use crate::xml::syntax::is_blank;

/// What has been read of fields, whatever their type is.
pub(super) trait Slots<'de> {
    /// Forgets it, and begins a choice with the variant of this number.
    fn begin(&mut self, variant: usize);

    /// Reads a part into the field of this number, if there is room for it.
    fn fill(&mut self, field: usize, part: &Part, reader: &mut Reader<'de>) -> Result<Claim>;

    /// Reads what stands next into the field of this number; whether the field can be as it is then.
    fn fill_ahead(&mut self, field: usize, info: &FieldInfo, reader: &mut Reader<'de>) -> bool;
}

#[derive(Default)]
pub(super) struct Progress {
    /// The field that an element was read into last.
    pub(super) last: Option<usize>,
    pub(super) has_attributes: bool,
    pub(super) has_text: bool,
}

/// A value that is being read, without its type: one copy of how it is read. Compiled for each type, this and the comparisons of names were
/// four tenths of what a crate of structs takes to build. What is not read ahead is read a quarter slower so.
pub(super) struct Reading<'o, 'de> {
    pub(super) slots: &'o mut dyn Slots<'de>,
    pub(super) progress: &'o mut Progress,
    pub(super) outline: &'static Outline,
}

impl<'de> Reading<'_, 'de> {
    #[inline]
    pub(super) const fn info(&self) -> &'static TypeInfo {
        self.outline.info
    }

    /// Forgets what has been read of what is no choice.
    pub(super) fn restart(&mut self) {
        self.slots.begin(0);
        *self.progress = Progress::default();
    }

    /// Reads a part, which comes with the namespace of the type's names, if a field claims it.
    pub(super) fn offer(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        if self.outline.shares_names && part.is_element() {
            return self.offer_shared(part, reader);
        }
        self.offer_by_name(part, reader)
    }

    /// As [`offer`](Self::offer), to fields for elements of any name.
    pub(super) fn offer_as_any(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
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
    fn offer_shared(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        let info = self.info();
        if !info.is_choice {
            let fields = info.fields.iter().enumerate();
            for (number, field) in fields.skip(self.progress.last.unwrap_or(0)) {
                if part.is_for(field, reader)
                    && self.fill_field(number, part, reader)? == Claim::Read
                {
                    self.record(number, part);
                    return Ok(Claim::Read);
                }
            }
            return self.offer_by_name(part, reader);
        }
        let standing = match self.progress.last {
            Some(chosen) if is_for(info.field(chosen), part, reader) => Some(chosen),
            Some(_) => None,
            None => {
                let mut fields = info.fields.iter();
                fields.position(|field| can_begin(field, part, reader))
            }
        };
        match standing {
            Some(field) => self.fill(field, part, reader),
            None => self.offer_by_name(part, reader),
        }
    }

    /// Whether it may matter for a part what was read before.
    #[inline]
    const fn has_order(&self, part: &Part) -> bool {
        self.outline.has_order || part.is_in_list
    }

    #[inline]
    fn offer_by_name(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        if let Some(field) = own_field(self.outline, part, reader) {
            return self.fill(field, part, reader);
        }
        if self.outline.has_further_names {
            return self.offer_further(part, reader);
        }
        Ok(Claim::No)
    }

    /// As [`offer`](Self::offer), where it is no field of the type's own under its first name.
    fn offer_further(&mut self, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        let info = self.info();
        if self.has_order(part) || part.place != Place::Element {
            return match search(info, part, reader) {
                Some(field) => self.fill(field, part, reader),
                None => Ok(Claim::No),
            };
        }
        // Without an order flattened types can be asked and filled at once.
        for (number, field) in info.fields.iter().enumerate() {
            let is_asked = field.has_further_names()
                && (field.flattened_type().is_some() || part.is_for(field, reader));
            if is_asked && self.fill(number, part, reader)? != Claim::No {
                return Ok(Claim::Read);
            }
        }
        Ok(Claim::No)
    }

    #[inline]
    fn fill(&mut self, field: usize, part: &Part, reader: &mut Reader<'de>) -> Result<Claim> {
        if self.has_order(part) {
            if let Some(claim) = self.before_filling(field, part, reader)? {
                return Ok(claim);
            }
        }
        let claim = self.fill_field(field, part, reader)?;
        match claim {
            Claim::Read => {
                self.record(field, part);
                let may_be_followed = part.is_element() && !part.is_in_list && !part.is_alone;
                if self.outline.has_lists_ahead && may_be_followed {
                    read_items_ahead(self, (field, part.namespace), reader);
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
        let denies = self.info().deny_unknown_fields;
        reader.denying(denies, |reader| self.slots.fill(field, part, reader))
    }

    /// The error that the element `inner` stands beside what has been read.
    #[cold]
    pub(super) fn beside_inner(&self, reader: &Reader<'_>) -> Error {
        if let Some(last) = self.progress.last {
            return second_choice(self.info(), last, reader);
        }
        let mut attributes = Vec::new();
        self.info().add_names(Place::Attribute, "", &mut attributes);
        let attributes: Vec<&str> = attributes.iter().map(QName::local).collect();
        reader.second_choice(&attributes)
    }

    /// What hinders a field from being filled because of what was read before.
    fn before_filling(
        &mut self,
        field: usize,
        part: &Part,
        reader: &mut Reader<'de>,
    ) -> Result<Option<Claim>> {
        if self.info().is_choice {
            return self.choose(field, part, reader);
        }
        // Neither attributes nor text stand before or behind others.
        if !part.is_element() || self.progress.last.is_none_or(|last| last <= field) {
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
        match self.progress.last {
            None => {
                self.slots.begin(field);
                Ok(None)
            }
            Some(chosen) if chosen == field => Ok(None),
            Some(_) if part.is_in_list => Ok(Some(Claim::Full)),
            // What a flattened variant would keep is unknown beside another variant.
            Some(_)
                if matches!(part.place, Place::AnyElement | Place::AnyOfNamespace)
                    && self.info().field(field).place == Place::Flattened =>
            {
                Ok(Some(Claim::No))
            }
            Some(chosen) => Err(second_choice(self.info(), chosen, reader)),
        }
    }

    /// Whether the text is one of what a choice has: beside an element that stands, white space is none.
    fn is_text_of_choice(&self, part: &Part, reader: &mut Reader<'de>) -> Result<bool> {
        let is_beside = self.progress.last.is_some() && !part.is_in_list;
        reader.is_text(|text| !(text.is_empty() || is_beside && is_blank(text)))
    }

    #[inline]
    fn record(&mut self, field: usize, part: &Part) {
        match part.place {
            Place::Element | Place::AnyElement | Place::AnyOfNamespace => {
                self.progress.last = Some(field);
            }
            Place::Text if self.info().is_choice => self.progress.last = Some(field),
            // Whether there is a text, only reading ahead can tell: `<a></a>`.
            Place::Text => {}
            _ => self.progress.has_attributes = true,
        }
    }
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
