//! References inside a document: an element that is empty and refers to another one has the attributes and the content of that
//! (SOAP 1.1 section 5.4.1, SOAP 1.2 part 2 section 3.1.5).
//!
//! ```xml
//! <Caller href="#id0"/> … <multiRef id="id0"><Name>Ann</Name></multiRef>
//! ```
//!
//! The document is gone through twice: first to find what is referred to, and then to be read. There the reader goes on in
//! the element that is referred to, with what prefixes mean there, and comes back behind its end.

use std::collections::HashMap;
use std::sync::Arc;

use super::cursor::State;
use super::reader::Reader;
use super::targets::{Around, Reference, References, Target};
use crate::error::Result;
use crate::xml::namespace::{Scope, UriId};
use crate::xml::syntax::{Span, Token, is_blank, trim};

/// What is counted for a declaration around an element that is referred to: it holds again there, as ` xmlns="u"` does.
const SHORTEST_DECLARATION: usize = 10;

/// Has the attribute `root` of SOAP 1.1.
const ENCODING_1_1: &str = "http://schemas.xmlsoap.org/soap/encoding/";
/// Has the attributes `id` and `ref` of SOAP 1.2.
const ENCODING_1_2: &str = "http://www.w3.org/2003/05/soap-encoding";

impl Reader<'_> {
    /// Before anything is read, finds what refers to what; then, refuses what refers to nothing.
    #[cold]
    pub(super) fn prepare_references(&mut self) -> Result<()> {
        match self.cursor.state() {
            State::Unsearched => self.find_references(),
            _ => self.refuse_dangling(),
        }
    }

    /// Finds what is referred to. The document is read from its start again then. If it is not well-formed, that is found again,
    /// and it refers to nothing.
    fn find_references(&mut self) -> Result<()> {
        self.cursor.set_state(State::Content);
        while self.cursor.goes_on() {
            let more = self.cursor.read_on(usize::MAX);
            more.map_err(|problem| self.break_off(problem))?;
        }
        let around = self.elements.bindings().in_scope().len();
        let mut search = Search::default();
        let found = loop {
            match self.token() {
                Ok(Token::EndOfDocument) => break true,
                Ok(token) => search.see(token, self),
                Err(_) => break false,
            }
        };
        self.elements.forget_all(around, self.cursor.text());
        self.cursor.rewind();
        if found {
            let left = self.cursor.text().len();
            let left = left.saturating_add(self.options.max_repeated);
            self.references = Some(Box::new(search.finish(left)));
        }
        Ok(())
    }

    /// The start tag that was just read is that of an element which refers to another one, or is referred to, perhaps.
    #[cold]
    pub(super) fn follow_references(&mut self) -> Result<()> {
        let Some(mut references) = self.references.take() else {
            return Ok(());
        };
        let followed = self.follow(&mut references);
        self.references = Some(references);
        followed
    }

    fn follow(&mut self, references: &mut References) -> Result<()> {
        let mut hops = 0;
        let mut at = self.start_of_name();
        while let Some(reference) = references.referring.get(&at) {
            let target = match self.target_of(reference, at, hops) {
                Ok(target) => target,
                Err(problem) => {
                    references.problem = problem;
                    self.cursor.set_state(State::Dangling);
                    return Ok(());
                }
            };
            let around = target.around.declarations();
            let again = target.end - target.start + around.len() * SHORTEST_DECLARATION;
            let Some(left) = references.left.checked_sub(again) else {
                let max = self.options.max_repeated;
                let problem = self.cursor.limit("max_repeated", max);
                return Err(self.break_off(problem));
            };
            references.left = left;
            hops += 1;
            self.go_to((target.start, reference.end), &around)?;
            at = self.cursor.token_data().name.span.start;
        }
        if references.targets.contains_key(&at) {
            self.drop_attributes_of_target();
        }
        Ok(())
    }

    /// What an element refers to whose name begins at `at`, or what it should refer to instead.
    fn target_of<'r>(
        &self,
        reference: &'r Reference,
        at: usize,
        hops: usize,
    ) -> Result<&'r Target, &'static str> {
        let Some(target) = &reference.target else {
            return Err("a reference to an element of the document");
        };
        // A chain of references that does not end is one that leads back.
        let leads_back = (target.start..target.end).contains(&at)
            || self.elements.is_in_target(target.start)
            || hops > self.options.max_depth;
        if leads_back {
            return Err("a reference that does not lead back to itself");
        }
        Ok(target)
    }

    /// Goes on in an element that is referred to, instead of the one that the reader stands in, and behind `end` thereafter.
    fn go_to(&mut self, (start, end): (usize, usize), around: &[(Span, UriId)]) -> Result<()> {
        self.elements.jump((start, end), around, self.cursor.text());
        self.cursor.go_to(start);
        let entered = self.cursor.next(self.elements.name());
        let entered =
            entered.and_then(|_| self.elements.enter_target(&mut self.cursor, &self.options));
        entered.map_err(|problem| self.break_off(problem))
    }

    /// The end tag of an element that was jumped into has another name than the element that the reader stands in.
    #[cold]
    pub(super) fn is_end_of_target(&mut self) -> bool {
        let name = self.elements.name_of_target();
        name.is_some_and(|name| matches!(self.cursor.next(Some(name)), Ok(Token::End)))
    }

    fn start_of_name(&self) -> usize {
        let element = self.elements.innermost();
        element.map_or(0, |element| element.name.span().start)
    }

    /// Whether the element that the reader stands in is referred to, and it does not stand there because of that.
    pub(crate) fn is_referred_to(&self) -> bool {
        let targets = self
            .references
            .as_ref()
            .map(|references| &references.targets);
        targets.is_some_and(|targets| targets.contains_key(&self.start_of_name()))
    }

    /// What identifies an element is no part of what it has.
    fn drop_attributes_of_target(&mut self) {
        let bindings = self.elements.bindings();
        self.cursor.retain_attributes(|attribute, text| {
            let uri = bindings.uri(UriId::of_number(attribute.uri));
            let local = attribute.name.local().of(text);
            !matches!(
                (uri, local),
                ("" | ENCODING_1_2, "id") | (ENCODING_1_1, "root")
            )
        });
    }

    /// The reader goes into an element whose reference is none. What is skipped need not have one.
    fn refuse_dangling(&mut self) -> Result<()> {
        self.cursor.enter_content();
        let Some(references) = &self.references else {
            return Ok(());
        };
        let expected = references.problem;
        let is_reference = |&index: &usize| matches!(self.mark_at(index), Some(Mark::Reference(_)));
        let index = (0..self.attribute_count()).find(is_reference);
        let text = self.attribute_text(index.unwrap_or_default())?;
        Err(text.invalid(expected))
    }

    /// Whether the element that the reader stands in can be referred to.
    #[cfg(feature = "signature")]
    pub(crate) fn is_identified(&self) -> bool {
        let mut attributes = 0..self.attribute_count();
        attributes.any(|index| matches!(self.mark_at(index), Some(Mark::Id(_))))
    }

    /// What an attribute has to do with references.
    fn mark_at(&self, index: usize) -> Option<Mark> {
        let attribute = self.cursor.attribute(index)?;
        let uri = UriId::of_number(attribute.uri);
        let uri = self.elements.bindings().uri(uri);
        let local = attribute.name.local().of(self.cursor.text());
        let value = || self.attribute_value(index).ok();
        match (uri, local) {
            ("" | ENCODING_1_2, "id") => Some(Mark::Id(trim(&value()?).to_owned())),
            (ENCODING_1_2, "ref") => Some(Mark::Reference(trim(&value()?).to_owned())),
            ("", "href") => {
                let value = value()?;
                let id = trim(&value).strip_prefix('#')?;
                Some(Mark::Reference(id.to_owned()))
            }
            _ => None,
        }
    }
}

/// An attribute that says what an element is called, or which one it refers to.
enum Mark {
    Id(String),
    Reference(String),
}

/// What has been found so far.
#[derive(Default)]
struct Search {
    /// The open elements that refer, or may be referred to, outermost first.
    open: Vec<Found>,
    /// By identifier, the first one of each; with where its name begins.
    targets: HashMap<String, (usize, Arc<Target>)>,
    /// With where the name begins, and where the element ends.
    references: Vec<(usize, String, usize)>,
    /// The scopes of open elements that something was found in, each with how many declarations are in scope there.
    scopes: Vec<(usize, Around)>,
}

/// An element that has an identifier, or refers to one.
struct Found {
    depth: usize,
    name_at: usize,
    start: usize,
    id: Option<String>,
    reference: Option<String>,
    around: Around,
}

impl Search {
    fn see(&mut self, token: Token, reader: &Reader<'_>) {
        match token {
            Token::Start => {
                self.see_content(reader.depth().saturating_sub(1));
                self.see_start(reader);
            }
            Token::Text | Token::CData if !is_blank(reader.raw_text()) => {
                self.see_content(reader.depth());
            }
            Token::End => self.see_end(reader),
            _ => {}
        }
    }

    /// An element that has content refers to nothing.
    fn see_content(&mut self, depth: usize) {
        if let Some(found) = self.open.last_mut().filter(|found| found.depth == depth) {
            found.reference = None;
        }
    }

    fn see_start(&mut self, reader: &Reader<'_>) {
        let (mut id, mut reference) = (None, None);
        for index in 0..reader.attribute_count() {
            match reader.mark_at(index) {
                Some(Mark::Id(name)) => id = Some(name),
                Some(Mark::Reference(name)) => reference = Some(name),
                None => {}
            }
        }
        if id.is_some() || reference.is_some() {
            let found = Found {
                depth: reader.depth(),
                name_at: reader.start_of_name(),
                start: reader.token_range().0,
                id,
                reference,
                around: self.around(reader),
            };
            self.open.push(found);
        }
    }

    fn around(&mut self, reader: &Reader<'_>) -> Around {
        let known = self.scopes.last().map_or(0, |it| it.0);
        let counts = reader.elements.outer_counts();
        let mut counts: Vec<usize> = counts.take_while(|count| *count > known).collect();
        counts.dedup();
        let in_scope = reader.elements.bindings().in_scope();
        for count in counts.into_iter().rev() {
            let (outside, outer) = self.scopes.last().cloned().unzip();
            let own = in_scope.get(outside.unwrap_or(0)..count);
            let own = own.unwrap_or_default().iter();
            let own: Vec<_> = own.map(|binding| (binding.prefix, binding.uri)).collect();
            self.scopes.push((count, Arc::new(Scope::new(outer, own))));
        }
        let innermost = self.scopes.last();
        innermost.map_or_else(Around::default, |it| Arc::clone(&it.1))
    }

    fn see_end(&mut self, reader: &Reader<'_>) {
        let outside = reader.elements.outer_bindings();
        while self.scopes.last().is_some_and(|it| it.0 > outside) {
            self.scopes.pop();
        }
        let is_one = |found: &Found| found.depth == reader.depth();
        if !self.open.last().is_some_and(is_one) {
            return;
        }
        let Some(found) = self.open.pop() else {
            return;
        };
        let end = reader.token_range().1;
        if let Some(reference) = found.reference {
            self.references.push((found.name_at, reference, end));
        }
        if let Some(id) = found.id {
            let target = Target {
                start: found.start,
                end,
                around: found.around,
            };
            self.targets
                .entry(id)
                .or_insert((found.name_at, Arc::new(target)));
        }
    }

    fn finish(self, left: usize) -> References {
        let mut targets = HashMap::new();
        let references = self.references.into_iter().map(|(at, id, end)| {
            let target = self.targets.get(&id).map(|(name_at, target)| {
                targets.insert(*name_at, Arc::clone(target));
                Arc::clone(target)
            });
            (at, Reference { target, end })
        });
        References {
            referring: references.collect(),
            targets,
            left,
            problem: "",
        }
    }
}
