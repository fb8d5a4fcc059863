//! Declarations that several elements need: they stand on the document element, once.
//!
//! `<a><p:b xmlns:p="u"/></a>` becomes `<a xmlns:p="u"><p:b/><p:c/></a>` as soon as there is a second element that
//! needs the prefix; `<t:a><b xmlns="u"/></t:a>` becomes `<t:a xmlns="u"><b/><c/></t:a>` if nothing relies on it that there is
//! no default namespace. What is written stays where it is until the text is complete.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::xml::namespace::NamespaceId;

/// Made when an element needs the first: most documents have none.
#[derive(Default)]
pub(super) struct SharedDeclarations(Option<Box<Declarations>>);

#[derive(Default)]
struct Declarations {
    /// Where a prefix is declared that one element has needed so far.
    single: BTreeMap<(Cow<'static, str>, NamespaceId), Range<usize>>,
    /// What prefixes are bound to on the document element.
    shared: BTreeMap<Cow<'static, str>, NamespaceId>,
    /// The same by namespace.
    prefixes: BTreeSet<(NamespaceId, Cow<'static, str>)>,
    /// How many of the prefixes `ns1`, `ns2`, … are among them, without a gap.
    numbered: u32,
    /// The declarations of these, which are moved there.
    moved: Vec<Range<usize>>,
    /// Where default namespaces are declared that elements of the document need.
    defaults: BTreeMap<NamespaceId, DefaultDeclarations>,
    /// Where an element needs that there is no default namespace.
    without_default: Vec<usize>,
}

/// Where one default namespace is declared, outside of which there is none.
struct DefaultDeclarations {
    /// On the first element that needs it.
    first: Range<usize>,
    /// Where the others begin their declarations; they are written when it is known that they have to be.
    others: Vec<usize>,
}

/// A change to the text: what it replaces, and by what.
type Change<'a> = (Range<usize>, Cow<'a, str>);

const NO_DEFAULT: &str = " xmlns=\"\"";

impl SharedDeclarations {
    fn made(&mut self) -> &mut Declarations {
        self.0.get_or_insert_default()
    }

    /// Whether nothing has to be put into its place.
    #[inline]
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// What a prefix is bound to on the document element.
    pub(super) fn namespace_of(&self, prefix: &str) -> Option<NamespaceId> {
        self.0.as_ref()?.shared.get(prefix).copied()
    }

    /// The prefixes that are bound to a namespace on the document element.
    pub(super) fn prefixes_of(
        &self,
        namespace: NamespaceId,
    ) -> impl Iterator<Item = &Cow<'static, str>> {
        let from = (namespace, Cow::Borrowed(""));
        let prefixes = self
            .0
            .iter()
            .flat_map(move |made| made.prefixes.range(from.clone()..));
        prefixes
            .take_while(move |(bound, _)| *bound == namespace)
            .map(|(_, prefix)| prefix)
    }

    /// The first of the prefixes `ns1`, `ns2`, … that is not bound on the document element.
    pub(super) fn next_number(&self) -> u32 {
        let numbered = self.0.as_ref().map_or(0, |made| made.numbered);
        numbered.saturating_add(1)
    }

    /// Remembers the first element that needs a prefix, and where it is declared there.
    pub(super) fn remember(
        &mut self,
        prefix: Cow<'static, str>,
        namespace: NamespaceId,
        at: Range<usize>,
    ) {
        self.made().single.insert((prefix, namespace), at);
    }

    /// Declares a prefix on the document element, if an element has needed it before.
    pub(super) fn share(&mut self, prefix: Cow<'static, str>, namespace: NamespaceId) -> bool {
        let (key, made) = ((prefix, namespace), self.made());
        let Some(declaration) = made.single.remove(&key) else {
            return false;
        };
        made.prefixes.insert((namespace, key.0.clone()));
        made.shared.insert(key.0, namespace);
        made.moved.push(declaration);
        while made
            .shared
            .contains_key(numbered(made.numbered + 1).as_str())
        {
            made.numbered += 1;
        }
        true
    }

    /// An element needs a default namespace, where there is none. Whether it has been declared before.
    pub(super) fn is_known_default(&mut self, namespace: NamespaceId, at: usize) -> bool {
        let known = self.made().defaults.get_mut(&namespace);
        known.map(|known| known.others.push(at)).is_some()
    }

    /// Remembers the first element that needs a default namespace, and where it is declared there.
    pub(super) fn remember_default(&mut self, namespace: NamespaceId, first: Range<usize>) {
        let others = Vec::new();
        let declarations = DefaultDeclarations { first, others };
        self.made().defaults.insert(namespace, declarations);
    }

    /// An element needs that there is no default namespace, as it is now.
    pub(super) fn need_no_default(&mut self, at: usize) {
        self.made().without_default.push(at);
    }

    /// Forgets what stands behind this place of the text, which is taken back.
    pub(super) fn truncate(&mut self, length: usize) {
        let Some(made) = &mut self.0 else { return };
        made.single.retain(|_, at| at.end <= length);
        made.without_default.retain(|at| *at <= length);
        made.defaults.retain(|_, declarations| {
            declarations.others.retain(|at| *at <= length);
            declarations.first.end <= length
        });
    }

    /// The text with its declarations in their places; the document element begins at `document` or behind it, and
    /// may declare a default namespace or not.
    pub(super) fn settle(
        &mut self,
        text: String,
        document: usize,
        may_have_default: bool,
    ) -> String {
        let mut shared = self.0.take().unwrap_or_default();
        if shared.moved.is_empty() && shared.defaults.is_empty() {
            return text;
        }
        let default = shared.take_default(may_have_default);
        let mut changes: Vec<Change<'_>> = Vec::new();
        let piece = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
        for DefaultDeclarations { first, others } in shared.defaults.values() {
            let declaration = Cow::Borrowed(piece(first));
            changes.extend(others.iter().map(|&at| (at..at, declaration.clone())));
        }
        if let Some(first) = default {
            let places = shared.without_default.into_iter();
            changes.extend(places.map(|at| (at..at, Cow::Borrowed(NO_DEFAULT))));
            shared.moved.push(first);
        }
        if !shared.moved.is_empty() {
            let at = declarations_end(&text, document);
            changes.push((at..at, shared.moved.iter().map(piece).collect()));
            changes.extend(shared.moved.into_iter().map(|it| (it, Cow::Borrowed(""))));
        }
        changed(&text, changes)
    }
}

impl Declarations {
    /// The default namespace that takes most if it is not declared on the document element, if there is one and it may be
    /// there: where it is declared first.
    fn take_default(&mut self, may_have_default: bool) -> Option<Range<usize>> {
        let shared = self.defaults.iter();
        let shared = shared.filter(|(_, it)| may_have_default && !it.others.is_empty());
        let taken = shared.max_by_key(|(_, it)| it.first.len() * it.others.len())?;
        let namespace = *taken.0;
        self.defaults.remove(&namespace).map(|it| it.first)
    }
}

/// The prefix of a namespace that has none of its own.
pub(super) fn numbered(number: u32) -> String {
    format!("ns{number}")
}

/// The text with the changes.
fn changed(text: &str, mut changes: Vec<Change<'_>>) -> String {
    changes.sort_by_key(|(range, _)| range.start);
    let added: usize = changes.iter().map(|(_, by)| by.len()).sum();
    let piece = |range: Range<usize>| text.get(range).unwrap_or_default();
    let mut result = String::with_capacity(text.len() + added);
    let mut from = 0;
    for (range, by) in changes {
        result.push_str(piece(from..range.start));
        result.push_str(&by);
        from = range.end;
    }
    result.push_str(piece(from..text.len()));
    result
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
