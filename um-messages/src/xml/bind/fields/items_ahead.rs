//! Reading the items of a list ahead that stand behind one.

use super::ReadFields;
use crate::xml::namespace::NamespaceId;
use crate::xml::read::Reader;

/// Whether items of lists are read ahead that stand behind one: where it is certain that each element of the name is one.
pub(super) const fn has_lists_ahead<'de, T: ReadFields<'de>>() -> bool {
    let info = T::INFO;
    info.has_list() && !info.is_choice && !info.shares_names()
}

/// Reads the elements ahead that stand behind the one that was read into a field, as long as each is one more item of it.
#[inline(never)]
pub(super) fn read_items_ahead<'de, T: ReadFields<'de>>(
    state: &mut T::State,
    (number, namespace): (usize, NamespaceId),
    reader: &mut Reader<'de>,
) {
    let field = T::INFO.field(number);
    let is_list = field.is_list && field.namespace().is_none();
    if is_list
        && reader
            .begin_items_ahead(T::INFO.namespace, namespace)
            .is_some()
    {
        // What is wrong with the next one is said where that is read token by token.
        T::fill(state, number, field, reader);
        reader.finish_items_ahead();
    }
}
