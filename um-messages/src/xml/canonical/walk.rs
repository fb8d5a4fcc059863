//! One way through a document for all parts of it that are wanted.

use std::collections::HashMap;

use super::Canonicalization;
use super::around::Around;
use super::subset::Part;
use super::writer::CanonicalWriter;
use crate::error::{Error, Result};
use crate::xml::read::{ReadOptions, Reader};
use crate::xml::syntax::Token;

/// A part of a document, and how it is canonicalized.
pub(crate) type Wanted<'w> = (&'w Canonicalization, Part);

/// The canonical form of a part of a document.
pub(crate) fn canonical_form(
    xml: &str,
    options: &ReadOptions,
    wanted: Wanted<'_>,
) -> Result<String> {
    let mut form = String::new();
    write_canonical_forms(xml, options, &[wanted], &mut |_, piece| {
        form.push_str(piece);
        Ok(())
    })?;
    Ok(form)
}

/// Writes the canonical forms of parts of a document, piece by piece: `write` is told the number of the part, and may end it. The document is gone
/// through once, whatever is wanted, and no more is held of a form than a piece.
pub(crate) fn write_canonical_forms(
    xml: &str,
    options: &ReadOptions,
    wanted: &[Wanted<'_>],
    write: &mut dyn FnMut(usize, &str) -> Result<()>,
) -> Result<()> {
    let mut walk = Walk::new(xml, wanted, write);
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

struct Walk<'w, 's> {
    write: &'s mut dyn FnMut(usize, &str) -> Result<()>,
    writers: Vec<CanonicalWriter<'w>>,
    /// Which of them begin with the element that begins at a byte.
    waiting: HashMap<usize, Vec<usize>>,
    /// Which are at work.
    working: Vec<usize>,
    around: Around,
}

impl<'w, 's> Walk<'w, 's> {
    fn new(
        xml: &'w str,
        wanted: &[Wanted<'w>],
        write: &'s mut dyn FnMut(usize, &str) -> Result<()>,
    ) -> Self {
        let mut walk = Self {
            write,
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
                if let Some(piece) = writer.take_piece() {
                    (self.write)(number, &piece)?;
                }
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

    fn finish(self) -> Result<()> {
        if let Some(start) = self.waiting.keys().min() {
            let expected = "the first byte of an element of the document";
            return Err(Error::invalid_value(&start.to_string(), expected));
        }
        for (number, writer) in self.writers.into_iter().enumerate() {
            (self.write)(number, &writer.finish())?;
        }
        Ok(())
    }
}
