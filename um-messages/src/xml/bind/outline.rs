//! What is known of a type before the program runs, for who reads its fields: asked of the table once.

use std::marker::PhantomData;

use super::content_model::ContentModel;
use super::root::Root;
use crate::xml::namespace::{FieldInfo, KnownName, Place, TypeInfo};
use crate::xml::read::{Expected, MOST_ATTRIBUTES, is_large};

/// A type whose fields are read, without the type: how they are read is compiled once for all types.
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are questions, each on its own"
)]
pub(super) struct Outline {
    pub(super) info: &'static TypeInfo,
    pub(super) model: ContentModel,
    pub(super) expected: Expected,
    /// The name of the element `inner`, as it is looked for.
    pub(super) inner: Option<&'static KnownName>,
    /// Whether a name is of several fields.
    pub(super) shares_names: bool,
    /// Whether it may matter what was read before.
    pub(super) has_order: bool,
    /// Whether there are names beside the first ones of the type's own fields.
    pub(super) has_further_names: bool,
    /// Whether items of lists are read ahead that stand behind one: where it is certain that each element of the name is one.
    pub(super) has_lists_ahead: bool,
    /// Whether values may be read ahead.
    pub(super) is_read_ahead: bool,
    /// What is known at a glance of the names of the first fields.
    glances: [Glance; GLANCES],
}

/// How many fields have one. Those behind them are compared one by one.
const GLANCES: usize = 64;

/// The place of a field, if it has a name there, and how long the name is: most other fields of a type have another one. A byte, so that
/// those of a type are next to each other.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Glance(u8);

impl Glance {
    const NONE: Self = Self(0);

    #[allow(clippy::cast_possible_truncation, reason = "it is less")]
    pub(super) const fn new(place: Place, length: usize) -> Self {
        const LONGEST: usize = 0x7F;
        let length = if length < LONGEST { length } else { LONGEST } as u8;
        match place {
            Place::Element => Self(length),
            Place::Attribute => Self(0x80 | length),
            _ => Self::NONE,
        }
    }

    const fn of(field: &FieldInfo) -> Self {
        Self::new(field.place, field.known_name().len())
    }

    const fn all(fields: &[FieldInfo]) -> [Self; GLANCES] {
        let mut glances = [Self::NONE; GLANCES];
        let mut field = 0;
        while field < fields.len() && field < GLANCES {
            glances[field] = Self::of(&fields[field]);
            field += 1;
        }
        glances
    }
}

/// The outline of a type, made once, however many functions ask for it.
struct OutlineOf<T>(PhantomData<T>);

impl<T: Root> OutlineOf<T> {
    const OUTLINE: &'static Outline = &Outline::new::<T>();
}

impl Outline {
    /// That of a type.
    #[inline]
    pub(super) const fn of<T: Root>() -> &'static Self {
        OutlineOf::<T>::OUTLINE
    }

    const fn new<T: Root>() -> Self {
        let info = T::INFO;
        let shares_names = info.shares_names();
        Self {
            info,
            model: info.content_model(),
            expected: Expected::of(info),
            inner: match info.inner {
                Some(tags) => Some(tags.known_name()),
                None => None,
            },
            shares_names,
            has_order: info.is_choice || info.is_ordered,
            has_further_names: info.has_further_names(),
            has_lists_ahead: info.has_list() && !info.is_choice && !shares_names,
            is_read_ahead: is_read_ahead(info) && !is_large::<T>(),
            glances: Glance::all(info.fields),
        }
    }

    /// The first field that looks so at a glance, and is the one that is wanted.
    #[inline]
    pub(super) fn find(
        &self,
        glance: Glance,
        is_wanted: impl Fn(&FieldInfo) -> bool,
    ) -> Option<usize> {
        let fields = self.info.fields;
        let mut glanced = fields.iter().zip(&self.glances);
        let found = glanced.position(|(field, own)| *own == glance && is_wanted(field));
        found.or_else(|| {
            let rest = fields.get(GLANCES..)?;
            let looks_so = |field: &FieldInfo| Glance::of(field) == glance && is_wanted(field);
            Some(GLANCES + rest.iter().position(looks_so)?)
        })
    }

    /// Whether anything of a value is read ahead.
    pub(super) const fn has_parts_ahead(&self) -> bool {
        self.is_read_ahead || self.has_lists_ahead
    }

    /// Whether anything may stand in the element but white space.
    pub(super) const fn has_content(&self) -> bool {
        self.model.has_elements() || self.model.has_text()
    }
}

/// Whether values of a type may be read ahead: its names are in one namespace, and it has nothing but attributes, and elements or
/// text. Functions that call themselves have them on the stack, so they are not large either.
const fn is_read_ahead(info: &TypeInfo) -> bool {
    let mut field = 0;
    let mut attributes = 0;
    while field < info.fields.len() {
        if info.fields[field].namespace().is_some() {
            return false;
        }
        match info.fields[field].place {
            Place::Attribute => attributes += 1,
            Place::Element | Place::Text => {}
            _ => return false,
        }
        field += 1;
    }
    let is_plain = !info.is_choice && !info.shares_names() && !info.content_model().is_mixed();
    is_plain && attributes <= MOST_ATTRIBUTES
}
