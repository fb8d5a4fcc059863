//! Boxes where a type would hold itself, where a field would make its struct large, and where one variant of an enum would be much
//! larger than the others.

use super::rust::{Body, File, Item, ItemId, RustType};

/// A field whose type is larger than this, in bytes, is boxed. Structs that hold structs would multiply in size from level to level, and
/// what is read stands on the stack.
const MAX_FIELD: usize = 512;

/// A variant larger than this, in bytes, is boxed.
const MAX_VARIANT: usize = 128;

/// Adds the boxes that are needed.
pub(super) fn add_boxes(file: &mut File) {
    let components = components(&file.items);
    let count = file.items.len();
    for index in 0..count {
        box_cycles(&mut file.items, index, &components);
    }
    let mut sizes = vec![0; count];
    for index in bottom_up(&file.items) {
        if let Some(item) = file.items.get_mut(index) {
            box_large(&mut item.body, &sizes);
            let size = size_of(item, &sizes);
            set(&mut sizes, index, size);
        }
    }
}

/// Boxes what is large by itself, once the sizes of all that is held are known.
fn box_large(body: &mut Body, sizes: &[usize]) {
    let is_large = |id: ItemId, limit: usize| get(sizes, id.0) > limit;
    match body {
        Body::Struct(fields) => {
            let values = fields.iter_mut().map(|field| &mut field.value);
            values.for_each(|value| box_inside(value, &|id| is_large(id, MAX_FIELD)));
        }
        Body::Enum(variants) if variants.len() > 1 => {
            let values = variants
                .iter_mut()
                .filter_map(|variant| variant.value.as_mut());
            values.for_each(|value| box_inside(value, &|id| is_large(id, MAX_VARIANT)));
        }
        Body::Enum(_) | Body::Tuple(_) | Body::Restricted(..) => {}
    }
}

fn box_cycles(items: &mut [Item], index: usize, components: &[usize]) {
    let own = components.get(index).copied();
    let Some(item) = items.get_mut(index) else {
        return;
    };
    let is_cycle = |id: ItemId| components.get(id.0).copied() == own;
    if let Body::Struct(fields) = &mut item.body {
        let fields = fields.iter_mut().filter(|field| !field.is_base);
        fields.for_each(|field| box_inside(&mut field.value, &is_cycle));
    } else {
        item.body
            .values_mut()
            .for_each(|value| box_inside(value, &is_cycle));
    }
}

/// Boxes an item that is held by value, where it needs a box.
fn box_inside(value: &mut RustType, needs_box: &impl Fn(ItemId) -> bool) {
    match value {
        RustType::Named(id) if needs_box(*id) => *value = value.clone().boxed(),
        RustType::Option(inner) | RustType::Nillable(inner) | RustType::Block(inner) => {
            box_inside(inner, needs_box);
        }
        RustType::Named(_)
        | RustType::Known(_)
        | RustType::Mapped(_)
        | RustType::Tuple(_)
        | RustType::Vec(_)
        | RustType::Box(_) => {}
    }
}

/// The items that an item holds by value.
fn held(item: &Item) -> Vec<usize> {
    let held = item.body.values().filter_map(|value| {
        let mut value = value;
        loop {
            match value {
                RustType::Named(id) => break Some(id.0),
                RustType::Option(inner) | RustType::Nillable(inner) | RustType::Block(inner) => {
                    value = inner;
                }
                _ => break None,
            }
        }
    });
    held.collect()
}

/// The strongly connected component of each item, by Tarjan's algorithm, without recursion. An item that does not
/// hold itself has a component of its own, which no edge leads back to.
fn components(items: &[Item]) -> Vec<usize> {
    let edges: Vec<Vec<usize>> = items.iter().map(held).collect();
    let mut search = Search {
        edges: &edges,
        order: vec![0; items.len()],
        lowest: vec![0; items.len()],
        component: vec![usize::MAX; items.len()],
        open: Vec::new(),
        count: 0,
    };
    for start in 0..items.len() {
        search.from(start);
    }
    search.component
}

struct Search<'e> {
    edges: &'e [Vec<usize>],
    /// When each was met, from 1; 0 for not yet.
    order: Vec<usize>,
    lowest: Vec<usize>,
    component: Vec<usize>,
    open: Vec<usize>,
    count: usize,
}

impl Search<'_> {
    fn from(&mut self, start: usize) {
        if get(&self.order, start) != 0 {
            return;
        }
        let mut path = vec![(start, 0)];
        self.enter(start);
        while let Some((node, edge)) = path.last_mut() {
            let node = *node;
            let next = self
                .edges
                .get(node)
                .and_then(|edges| edges.get(*edge))
                .copied();
            *edge += 1;
            match next {
                Some(next) if get(&self.order, next) == 0 => {
                    self.enter(next);
                    path.push((next, 0));
                }
                Some(next) => {
                    if get(&self.component, next) == usize::MAX {
                        self.lower(node, get(&self.order, next));
                    }
                }
                None => {
                    path.pop();
                    self.leave(node);
                    if let Some((before, _)) = path.last() {
                        self.lower(*before, get(&self.lowest, node));
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.count += 1;
        set(&mut self.order, node, self.count);
        set(&mut self.lowest, node, self.count);
        self.open.push(node);
    }

    fn lower(&mut self, node: usize, lowest: usize) {
        let lowest = lowest.min(get(&self.lowest, node));
        set(&mut self.lowest, node, lowest);
    }

    fn leave(&mut self, node: usize) {
        if get(&self.lowest, node) != get(&self.order, node) {
            return;
        }
        while let Some(member) = self.open.pop() {
            set(&mut self.component, member, node);
            if member == node {
                break;
            }
        }
    }
}

fn get(list: &[usize], index: usize) -> usize {
    list.get(index).copied().unwrap_or_default()
}

fn set(list: &mut [usize], index: usize, value: usize) {
    if let Some(place) = list.get_mut(index) {
        *place = value;
    }
}

/// All items, each behind those that it holds. Boxes have cut all cycles.
fn bottom_up(items: &[Item]) -> Vec<usize> {
    let mut order = Vec::with_capacity(items.len());
    let mut is_placed = vec![false; items.len()];
    for start in 0..items.len() {
        let mut open = vec![start];
        while let Some(index) = open.pop() {
            let Some(item) = items
                .get(index)
                .filter(|_| is_placed.get(index) == Some(&false))
            else {
                continue;
            };
            let mut missing = held(item);
            missing.retain(|id| is_placed.get(*id) == Some(&false) && *id != index);
            if missing.is_empty() {
                order.push(index);
                if let Some(placed) = is_placed.get_mut(index) {
                    *placed = true;
                }
            } else {
                open.push(index);
                open.append(&mut missing);
            }
        }
    }
    order
}

/// About how many bytes a value of an item takes.
fn size_of(item: &Item, sizes: &[usize]) -> usize {
    let values = item.body.values().map(|value| size(value, sizes));
    match &item.body {
        Body::Struct(_) | Body::Tuple(_) | Body::Restricted(..) => values.sum(),
        Body::Enum(_) => values.max().unwrap_or(0) + 8,
    }
}

fn size(value: &RustType, sizes: &[usize]) -> usize {
    match value {
        RustType::Named(id) => get(sizes, id.0),
        RustType::Known(known) => known.size,
        RustType::Tuple(values) => values.iter().map(|value| size(value, sizes)).sum(),
        RustType::Option(inner) => size(inner, sizes) + 8,
        RustType::Nillable(inner) | RustType::Block(inner) => size(inner, sizes) + 32,
        RustType::Vec(_) | RustType::Mapped(_) => 24,
        RustType::Box(_) => 8,
    }
}
