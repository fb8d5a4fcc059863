//! Flattened fields: structs and choices whose elements and attributes stand in the type that has the field.
//! `<Call><Id/><State/></Call>` is a `Call` with a field `base`, whose type has the fields `id` and `state`.

use std::borrow::Cow;

use crate::error::Result;
use crate::qname::SharedText;
use crate::xml::bind::boundary::WrittenFields;
use crate::xml::bind::fields::{Children, End, Open, Owner, ReadFields, WriteFields};
use crate::xml::bind::find::Part;
use crate::xml::bind::item::FlattenField;
use crate::xml::bind::occurs::Occurs;
use crate::xml::bind::offer::{Claim, Offer};
use crate::xml::bind::root::Root;
use crate::xml::namespace::{Naming, Place};
use crate::xml::read::Reader;
use crate::xml::write::Writer;

/// What has been read of a flattened field: the complete items, and the one that is open.
pub struct Flattened<'de, F: FlattenField<Item: ReadFields<'de>>> {
    complete: Option<F>,
    open: Open<'de, F::Item>,
}

/// The type of a field with `flatten`, where it is read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is neither a struct with named fields nor a choice of elements",
    note = "header blocks are fields of a struct, and what is flattened is a struct or a choice, with `#[derive(SoapType)]`, or an `Option` or `Vec` of one"
)]
pub trait ReadFlattened<'de>: FlattenField {
    /// What has been read of the field so far.
    type Slot;
}

#[diagnostic::do_not_recommend]
impl<'de, T: ReadFields<'de> + WriteFields> ReadFlattened<'de> for T {
    type Slot = Flattened<'de, T>;
}

impl<'de, T: ReadFields<'de> + WriteFields> ReadFlattened<'de> for Option<T> {
    type Slot = Flattened<'de, Self>;
}

impl<'de, T: ReadFields<'de> + WriteFields> ReadFlattened<'de> for Vec<T> {
    type Slot = Flattened<'de, Self>;
}

impl<'de, F: FlattenField<Item: ReadFields<'de>>> Default for Flattened<'de, F> {
    fn default() -> Self {
        Self {
            complete: None,
            open: Open::start(),
        }
    }
}

impl<'de, F> Flattened<'de, F>
where
    F: FlattenField<Item: ReadFields<'de>> + Occurs<<F as FlattenField>::Item>,
{
    /// Out of line: what this has on the stack, it has not while elements inside are read.
    #[inline(never)]
    fn complete(&mut self, reader: &Reader<'de>) -> Result<()> {
        let mut open = std::mem::replace(&mut self.open, Open::start());
        F::add(&mut self.complete, open.finish(reader)?);
        Ok(())
    }

    /// Whether something has been read.
    pub fn is_some(&self) -> bool {
        self.open.is_filled() || self.complete.is_some()
    }
}

/// Reads a part, if the flattened type has it; nothing is read ahead.
///
/// # Errors
///
/// If it cannot be read, or something is missing of the item that it ends.
pub fn fill<'de, F, O>(
    slot: &mut Flattened<'de, F>,
    offer: O,
    reader: &mut Reader<'de>,
) -> O::Answer
where
    F: FlattenField<Item: ReadFields<'de>> + Occurs<<F as FlattenField>::Item>,
    O: Offer,
{
    let field = (slot, reader);
    offer.fill(
        field,
        |(slot, reader), part| fill_by_part(slot, part, reader),
        |_, _| false,
    )
}

/// Reads a part, if the flattened type has it. Where there may be several items, what the open one has no room for
/// begins the next.
///
/// # Errors
///
/// If it cannot be read, or something is missing of the item that it ends.
pub(in crate::xml::bind) fn fill_by_part<'de, F>(
    slot: &mut Flattened<'de, F>,
    part: &Part,
    reader: &mut Reader<'de>,
) -> Result<Claim>
where
    F: FlattenField<Item: ReadFields<'de>> + Occurs<<F as FlattenField>::Item>,
{
    let part = part.inside(<F::Item as Root>::INFO, F::REPEATS, reader);
    if part.place == Place::Text {
        slot.open.note_text(reader.has_text()?);
    }
    let claim = slot.open.offer(&part, reader)?;
    if claim != Claim::Full || !F::REPEATS {
        return Ok(claim);
    }
    // The reader stands in the next item: what is missing is missing in the parent.
    slot.complete(reader)
        .map_err(|error| reader.in_parent(error))?;
    slot.open.offer(&part, reader)
}

/// The field's value.
///
/// # Errors
///
/// If something is missing.
pub fn take<'de, F>(slot: &mut Flattened<'de, F>, end: End<'_, 'de>, field: usize) -> Result<F>
where
    F: FlattenField<Item: ReadFields<'de>> + Occurs<<F as FlattenField>::Item>,
{
    take_items(slot, end.reader)?.ok_or_else(|| end.missing(field))
}

/// The items, if that may be none.
pub(in crate::xml::bind) fn take_items<'de, F>(
    slot: &mut Flattened<'de, F>,
    reader: &Reader<'de>,
) -> Result<Option<F>>
where
    F: FlattenField<Item: ReadFields<'de>> + Occurs<<F as FlattenField>::Item>,
{
    if slot.open.is_filled() || !F::OPTIONAL {
        slot.complete(reader)?;
    }
    Ok(slot.complete.take().or_else(F::absent))
}

/// Writes the attributes of what is flattened.
pub fn write_attributes<F>(value: &F, writer: &mut Writer)
where
    F: FlattenField + Occurs<<F as FlattenField>::Item>,
{
    for item in value.items() {
        item.write_attributes(writer);
    }
}

/// Declares the prefixes that attributes of any name need in a flattened type.
pub fn declare_any_attributes<F>(value: &F, writer: &mut Writer)
where
    F: FlattenField + Occurs<<F as FlattenField>::Item>,
{
    for item in value.items() {
        item.declare_any_attributes(writer);
    }
}

/// Writes these attributes.
pub fn write_any_attributes<F>(value: &F, writer: &mut Writer)
where
    F: FlattenField + Occurs<<F as FlattenField>::Item>,
{
    for item in value.items() {
        item.write_any_attributes(writer);
    }
}

/// Writes the children of what is flattened among those of the type that has the field.
pub fn write<F>(value: &F, children: &mut Children<'_>, field: usize)
where
    F: FlattenField + Occurs<<F as FlattenField>::Item>,
{
    let (naming, owner) = (children.naming, children.owner());
    let before = children.writer.length();
    let mut inside = children.written().map(|_| WrittenFields::default());
    write_items(value, children.writer, naming, Some(owner), inside.as_mut());
    let has_written = children.writer.length() > before;
    if let (Some(written), Some(inside)) = (children.written(), inside.filter(|_| has_written)) {
        written.add_flattened(field, &inside);
    }
}

/// Writes items into the current element; `outer` names the children of a type without a namespace of its own, `owner`
/// is the type that has the element, and in `written` it is noted what is written, if that is asked.
pub(in crate::xml::bind) fn write_items<F>(
    value: &F,
    writer: &mut Writer,
    outer: Naming,
    owner: Option<Owner>,
    mut written: Option<&mut WrittenFields>,
) where
    F: FlattenField + Occurs<<F as FlattenField>::Item>,
{
    let info = <F::Item as Root>::INFO;
    let is_asked =
        written.is_some() || const { F::REPEATS && !<F::Item as Root>::INFO.is_told_apart() };
    let mut before: Option<WrittenFields> = None;
    for item in value.items() {
        let from = writer.length();
        let mut of_item = is_asked.then(WrittenFields::default);
        write_item(item, writer, outer, owner, of_item.as_mut());
        if F::OPTIONAL && writer.length() == from {
            refuse_nothing::<F>(item, writer);
        }
        if let (Some(before), Some(item)) = (&before, &of_item) {
            if before.goes_on(info, item) {
                writer.fail(
                    "an item of a flattened `Vec` that begins with what the one before it has room for, and would be read as part of it",
                );
            }
        }
        if let (Some(written), Some(item)) = (written.as_deref_mut(), &of_item) {
            written.append(item);
        }
        before = of_item;
    }
}

fn write_item<T: WriteFields>(
    item: &T,
    writer: &mut Writer,
    outer: Naming,
    owner: Option<Owner>,
    written: Option<&mut WrittenFields>,
) {
    let naming = match const { T::INFO.namespace } {
        Some(uri) => writer.naming(uri, const { T::INFO.prefix }),
        None => outer.handed_down(),
    };
    // Where the table tells values apart, nothing has to be noted.
    let written = written.filter(|_| const { !T::INFO.is_told_apart() });
    item.write_content(&mut Children::of::<T>(writer, naming).flattened(owner, written));
}

/// An item that leaves nothing behind would be read as none, unless it has attributes.
fn refuse_nothing<F>(item: &F::Item, writer: &mut Writer)
where
    F: FlattenField + Occurs<<F as FlattenField>::Item>,
{
    let problem = if F::REPEATS {
        "nothing for a group in a `Vec`, which would not be read back"
    } else if has_attributes(item) {
        return;
    } else {
        "nothing for a group in an `Option`, which would be read as `None`"
    };
    writer.fail(problem.to_owned());
}

/// Whether a value has attributes. They stand in a start tag that is written already, so they are written once more, elsewhere.
fn has_attributes<T: WriteFields>(item: &T) -> bool {
    if const { !T::INFO.content_model().has_attributes() } {
        return false;
    }
    let mut has_some = false;
    let mut elsewhere = Writer::new();
    elsewhere.element(&Cow::Borrowed(""), &SharedText::Static(""), "_", |writer| {
        item.write_attributes(writer);
        item.write_any_attributes(writer);
        has_some = writer.has_attributes() || writer.has_failed();
    });
    has_some
}

/// Whether the field may be absent.
#[must_use]
pub const fn is_optional<F>() -> bool
where
    F: FlattenField + Occurs<<F as FlattenField>::Item>,
{
    F::OPTIONAL
}
