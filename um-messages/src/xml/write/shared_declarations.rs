//! Declarations that several elements need: they stand on the document element, once.
//!
//! `<a><p:b xmlns:p="u"/></a>` becomes `<a xmlns:p="u"><p:b/><p:c/></a>` as soon as there is a second element that
//! needs the prefix. What is written stays where it is until the text is complete.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::xml::namespace::NamespaceId;

#[derive(Default)]
pub(super) struct SharedDeclarations {
    /// Where a prefix is declared that one element has needed so far.
    single: BTreeMap<(Cow<'static, str>, NamespaceId), Range<usize>>,
    /// What prefixes are bound to on the document element.
    shared: BTreeMap<Cow<'static, str>, NamespaceId>,
    /// The declarations of these, which are moved there.
    moved: Vec<Range<usize>>,
}

impl SharedDeclarations {
    /// What a prefix is bound to on the document element.
    pub(super) fn namespace_of(&self, prefix: &str) -> Option<NamespaceId> {
        self.shared.get(prefix).copied()
    }

    /// The prefixes that are bound to a namespace on the document element.
    pub(super) fn prefixes_of(
        &self,
        namespace: NamespaceId,
    ) -> impl Iterator<Item = &Cow<'static, str>> {
        let shared = self.shared.iter();
        shared.filter_map(move |(prefix, bound)| (*bound == namespace).then_some(prefix))
    }

    /// Remembers the first element that needs a prefix, and where it is declared there.
    pub(super) fn remember(
        &mut self,
        prefix: Cow<'static, str>,
        namespace: NamespaceId,
        at: Range<usize>,
    ) {
        self.single.insert((prefix, namespace), at);
    }

    /// Declares a prefix on the document element, if an element has needed it before.
    pub(super) fn share(&mut self, prefix: Cow<'static, str>, namespace: NamespaceId) -> bool {
        let key = (prefix, namespace);
        let Some(declaration) = self.single.remove(&key) else {
            return false;
        };
        self.shared.insert(key.0, namespace);
        self.moved.push(declaration);
        true
    }

    /// Forgets what stands behind this place of the text, which is taken back.
    pub(super) fn truncate(&mut self, length: usize) {
        self.single.retain(|_, at| at.end <= length);
    }

    /// The text with its declarations in their places; the document element begins at `document` or behind it.
    pub(super) fn settle(&mut self, text: String, document: usize) -> String {
        let mut moved = std::mem::take(self).moved;
        if moved.is_empty() {
            return text;
        }
        let piece = |range| text.get(range).unwrap_or_default();
        let mut from = declarations_end(&text, document);
        let mut settled = String::with_capacity(text.len());
        settled.push_str(piece(0..from));
        for declaration in &moved {
            settled.push_str(piece(declaration.clone()));
        }
        moved.sort_unstable_by_key(|declaration| declaration.start);
        for Range { start, end } in moved {
            settled.push_str(piece(from..start));
            from = end;
        }
        settled.push_str(piece(from..text.len()));
        settled
    }
}

/// Where the declarations of the first start tag behind `from` end, or its name if it has none.
fn declarations_end(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let starts = rest.match_indices('<').map(|(at, _)| at);
    let mut starts = starts.filter(|at| !rest.get(at + 1..).unwrap_or_default().starts_with('?'));
    let start = starts.next().unwrap_or_default();
    let tag = rest.get(start..).unwrap_or_default();
    let mut end = tag.find([' ', '/', '>']).unwrap_or(tag.len());
    while let Some(declaration) = tag.get(end..).filter(|rest| rest.starts_with(" xmlns")) {
        let mut quotes = declaration.match_indices('"');
        let Some((close, _)) = quotes.nth(1) else {
            break;
        };
        end += close + 1;
    }
    from + start + end
}
