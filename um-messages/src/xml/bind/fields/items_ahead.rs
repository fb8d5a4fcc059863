//! Reading the items of a list ahead that stand behind one.

use super::reading::Reading;
use crate::xml::namespace::NamespaceId;
use crate::xml::read::Reader;

/// Reads the elements ahead that stand behind the one that was read into a field, as long as each is one more item of it.
pub(super) fn read_items_ahead<'de>(
    value: &mut Reading<'_, 'de>,
    (number, namespace): (usize, NamespaceId),
    reader: &mut Reader<'de>,
) {
    let info = value.info();
    let field = info.field(number);
    let is_list = field.is_list && field.namespace().is_none();
    if is_list
        && reader
            .begin_items_ahead(info.namespace, namespace)
            .is_some()
    {
        // What is wrong with the next one is said where that is read token by token.
        value.slots.fill_ahead(number, field, reader);
        reader.finish_items_ahead();
    }
}
