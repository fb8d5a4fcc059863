//! Writing a struct or a choice as an element.

use super::WriteFields;
use crate::qname::QName;
use crate::xml::bind::boundary::WrittenFields;
use crate::xml::bind::root::Root;
use crate::xml::namespace::{ElementName, FieldInfo, NamespaceId, Naming, Place, TypeInfo};
use crate::xml::write::Writer;

/// Where the children of a value are written: into the current element, whose start tag is complete.
///
/// It knows the type by its table, so that how a field is written is compiled once for each type of fields, and not for each type that has
/// one.
pub struct Children<'w> {
    pub(crate) writer: &'w mut Writer,
    info: &'static TypeInfo,
    /// Whether text may stand beside the children.
    pub(crate) are_mixed: bool,
    /// How fields are named that have the namespace of the type.
    pub(crate) naming: Naming,
    /// The type that has the element, if it is another one: this one is flattened into it.
    owner: Option<Owner>,
    /// Where it is noted what has been written, if that is asked.
    written: Option<&'w mut WrittenFields>,
}

/// The type that has an element, and the namespace that its names have there unless they say another.
#[derive(Clone, Copy)]
pub(crate) struct Owner {
    info: &'static TypeInfo,
    namespace: NamespaceId,
}

impl<'w> Children<'w> {
    /// Those of a value of the type.
    #[inline]
    pub(crate) const fn of<T: Root>(writer: &'w mut Writer, naming: Naming) -> Self {
        Self {
            writer,
            info: T::INFO,
            are_mixed: const { T::INFO.content_model().is_mixed() },
            naming,
            owner: None,
            written: None,
        }
    }

    /// The children of a type that is flattened; in a wrapper no type has the element.
    pub(crate) fn flattened(
        self,
        owner: Option<Owner>,
        written: Option<&'w mut WrittenFields>,
    ) -> Self {
        Self {
            owner,
            written,
            ..self
        }
    }

    /// The type that has the element.
    pub(crate) fn owner(&self) -> Owner {
        self.owner.unwrap_or(Owner {
            info: self.info,
            namespace: self.naming.namespace,
        })
    }

    /// The field of this number.
    #[inline]
    pub(crate) const fn field(&self, number: usize) -> &'static FieldInfo {
        self.info.field(number)
    }

    /// Where it is noted what is written of the fields, if that is asked.
    #[inline]
    pub(crate) fn written(&mut self) -> Option<&mut WrittenFields> {
        self.written.as_deref_mut()
    }

    /// Whether an element of this name would be read into a field in this place, of the type that has the element or of one
    /// that is flattened there.
    pub(crate) fn is_claimed(&self, place: Place, name: &QName) -> bool {
        let owner = self.owner();
        let around = self.writer.uri(owner.namespace);
        owner.info.claims(place, name, around)
    }

    /// How elements of a field are named.
    #[inline]
    pub(crate) fn naming_of(&mut self, field: &FieldInfo) -> Naming {
        if field.is_plain() {
            self.naming
        } else {
            self.own_naming_of(field)
        }
    }

    /// The same, of one of the few fields that may have a namespace of their own: one copy for all.
    #[inline(never)]
    fn own_naming_of(&mut self, field: &FieldInfo) -> Naming {
        match field.namespace() {
            Some(uri) => self.writer.naming(uri, field.prefix().unwrap_or_default()),
            None => self.naming,
        }
    }

    /// A choice writes an element by `write`, or it could not be read back.
    pub fn choice(&mut self, write: impl FnOnce(&mut Self)) {
        let place = |writer: &Writer| (writer.length(), writer.passed_lists());
        let before = place(self.writer);
        write(self);
        if place(self.writer) == before {
            let problem = "a choice without an element, which would not be read back";
            self.writer.fail(problem.to_owned());
        }
    }
}

/// Writes a struct or a choice as an element.
pub fn write_fields<T: WriteFields>(value: &T, writer: &mut Writer, name: ElementName<'_>) {
    let Some(inner) = &T::INFO.inner else {
        return write_into(value, writer, name);
    };
    let outer = writer.start(name);
    writer.end_start_tag();
    let naming = naming::<T>(writer);
    write_into(value, writer, naming.name(inner));
    writer.end(outer, name);
}

/// Writes what stands in a struct into the current element, whose start tag is complete.
#[inline]
pub(crate) fn write_fields_content<T: WriteFields>(value: &T, writer: &mut Writer) {
    let naming = naming::<T>(writer);
    value.write_content(&mut Children::of::<T>(writer, naming));
}

/// What attributes of any name need is declared first, so that no name before them uses a prefix that
/// they give another meaning.
#[inline]
fn write_into<T: WriteFields>(value: &T, writer: &mut Writer, name: ElementName<'_>) {
    let opened = if const { T::INFO.has_elements_alone() } && writer.is_declared(name) {
        writer.start_alone(name)
    } else {
        let opened = writer.start_name(name);
        value.declare_any_attributes(writer);
        writer.start_attributes();
        value.write_attributes(writer);
        value.write_any_attributes(writer);
        writer.end_start_tag();
        opened
    };
    write_fields_content(value, writer);
    writer.end(opened, name);
}

/// How the fields of the struct are named inside the current element.
#[inline]
fn naming<T: Root>(writer: &mut Writer) -> Naming {
    match const { T::INFO.namespace } {
        Some(uri) => writer.naming(uri, const { T::INFO.prefix }),
        None => writer.element_naming(),
    }
}
