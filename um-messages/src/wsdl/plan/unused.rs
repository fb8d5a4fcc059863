//! Items that nothing needs: the structs of lists that are fields with a wrapper, and types that were reached on a way
//! that is not taken.

use super::rust::{File, Item, ItemId, Key, RustType};

/// Keeps the items that are there for themselves, and what these need.
pub(super) fn forget(file: &mut File) {
    let roots = file
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.is_root);
    let mut open: Vec<ItemId> = roots.map(|(index, _)| ItemId(index)).collect();
    file.is_used = vec![false; file.items.len()];
    while let Some(id) = open.pop() {
        let unknown = file.is_used.get_mut(id.0).filter(|is_used| !**is_used);
        if let (Some(is_used), Some(item)) = (unknown, file.items.get(id.0)) {
            *is_used = true;
            needed(item, &mut open);
        }
    }
}

/// The items that an item names.
fn needed(item: &Item, open: &mut Vec<ItemId>) {
    for key in &item.keys {
        if let Key::Type(_, value) = key {
            add(value, open);
        }
    }
    item.body.values().for_each(|value| add(value, open));
}

fn add(value: &RustType, open: &mut Vec<ItemId>) {
    match value {
        RustType::Named(id) => open.push(*id),
        RustType::Known(_) | RustType::Mapped(_) => {}
        RustType::Tuple(values) => values.iter().for_each(|value| add(value, open)),
        RustType::Option(inner)
        | RustType::Vec(inner)
        | RustType::Box(inner)
        | RustType::Nillable(inner)
        | RustType::Block(inner) => add(inner, open),
    }
}
