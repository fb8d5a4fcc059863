//! One way through a document for all parts of it that are wanted.

use std::collections::HashMap;

use super::Canonicalization;
use super::around::Around;
use super::subset::Part;
use super::writer::CanonicalWriter;
use crate::error::{Error, Result};
use crate::xml::read::{ReadOptions, Reader};
use crate::xml::syntax::Token;

/// The canonical forms of parts of a document, in the order of `wanted`. The document is gone through once, whatever is wanted.
pub(crate) fn canonical_forms(
    xml: &str,
    options: &ReadOptions,
    wanted: &[(&Canonicalization, Part)],
) -> Result<Vec<String>> {
    let mut walk = Walk::new(xml, wanted);
    // Nothing is read but what stands there.
    let options = options
        .clone()
        .resolve_references(false)
        .replace_illegal_characters(false);
    let mut reader = Reader::from_str_with(xml, &options);
    loop {
        let token = reader.token()?;
        if token == Token::EndOfDocument {
            return walk.finish();
        }
        walk.see(token, &reader)?;
    }
}

struct Walk<'w> {
    writers: Vec<CanonicalWriter<'w>>,
    /// Which of them begin with the element that begins at a byte.
    waiting: HashMap<usize, Vec<usize>>,
    /// Which are at work.
    working: Vec<usize>,
    around: Around,
}

impl<'w> Walk<'w> {
    fn new(xml: &'w str, wanted: &[(&'w Canonicalization, Part)]) -> Self {
        let mut walk = Self {
            writers: Vec::with_capacity(wanted.len()),
            waiting: HashMap::new(),
            working: Vec::new(),
            around: Around::default(),
        };
        for (number, &(canonicalization, part)) in wanted.iter().enumerate() {
            let writer = CanonicalWriter::new(xml, canonicalization, part);
            walk.around.is_needed |= writer.needs_around();
            walk.writers.push(writer);
            match part.element {
                Some(start) => walk.waiting.entry(start).or_default().push(number),
                None => walk.working.push(number),
            }
        }
        walk
    }

    fn see(&mut self, token: Token, reader: &Reader<'_>) -> Result<()> {
        if token == Token::Start {
            if let Some(beginning) = self.waiting.remove(&reader.token_range().0) {
                self.working.extend(beginning);
            }
        }
        for &number in &self.working {
            if let Some(writer) = self.writers.get_mut(number) {
                writer.write(token, reader, &self.around)?;
            }
        }
        match token {
            Token::Start => self.around.enter(reader)?,
            Token::End => {
                self.around.leave(reader.depth());
                let writers = &self.writers;
                let is_complete = |number: &usize| {
                    let writer = writers.get(*number);
                    writer.is_some_and(CanonicalWriter::is_complete)
                };
                self.working.retain(|number| !is_complete(number));
            }
            _ => {}
        }
        Ok(())
    }

    fn finish(self) -> Result<Vec<String>> {
        if let Some(start) = self.waiting.keys().min() {
            let expected = "the first byte of an element of the document";
            return Err(Error::invalid_value(&start.to_string(), expected));
        }
        Ok(self
            .writers
            .into_iter()
            .map(CanonicalWriter::finish)
            .collect())
    }
}
