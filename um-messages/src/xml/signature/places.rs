//! Where elements stand in a document.

use std::collections::{BTreeSet, HashMap};

use super::structure::{DSIG, problem};
use crate::error::{Error, ErrorKind, Position, Result, SignatureProblem};
use crate::qname::QName;
use crate::xml::syntax::Token;
use crate::xml::{ReadOptions, Reader};

/// Where an element stands.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) name: QName,
    /// Its first byte, and the one behind its last one.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Where its end tag begins; where it begins itself if it is one tag.
    pub(crate) end_tag: usize,
    /// Where the element around it begins.
    pub(crate) parent: Option<usize>,
}

impl Place {
    /// Whether another element stands in it.
    pub(crate) fn contains(&self, other: &Self) -> bool {
        self.start < other.start && other.end <= self.end
    }
}

/// Goes through a document element by element. `is_wanted` gets a reader that stands in an element, and says whether its place is to be told.
pub(crate) fn places(
    xml: &str,
    options: &ReadOptions,
    mut is_wanted: impl FnMut(&Reader<'_>) -> Result<bool>,
) -> Result<Vec<Place>> {
    let mut reader = Reader::from_str_with(xml, &as_it_stands(options));
    let mut found: Vec<Place> = Vec::new();
    // The open elements: where each begins, and which of the places is its.
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    loop {
        let token = reader.token()?;
        let (start, end) = reader.token_range();
        match token {
            Token::Start => {
                let number = is_wanted(&reader)?.then_some(found.len());
                if number.is_some() {
                    found.push(Place {
                        name: reader.name(),
                        start,
                        end,
                        end_tag: start,
                        parent: open.last().map(|(start, _)| *start),
                    });
                }
                open.push((start, number));
            }
            Token::End => {
                let number = open.pop().and_then(|(_, number)| number);
                if let Some(place) = number.and_then(|number| found.get_mut(number)) {
                    (place.end_tag, place.end) = (start, end);
                }
            }
            Token::EndOfDocument => return Ok(found),
            _ => {}
        }
    }
}

/// The options, where nothing is read but what stands there.
fn as_it_stands(options: &ReadOptions) -> ReadOptions {
    let options = options.clone().resolve_references(false);
    options.replace_illegal_characters(false)
}

/// A reader that stands in the element that begins at a byte.
pub(crate) fn reader_at<'x>(
    xml: &'x str,
    options: &ReadOptions,
    start: usize,
) -> Result<Reader<'x>> {
    let mut reader = Reader::from_str_with(xml, &as_it_stands(options));
    loop {
        match reader.token()? {
            Token::Start if reader.token_range().0 == start => return Ok(reader),
            Token::EndOfDocument => return Err(reader.error(ErrorKind::UnexpectedEnd)),
            _ => {}
        }
    }
}

/// The places of the elements that have these identifiers. An identifier is an attribute `Id`, in capitals or not and in whatever namespace, as
/// `wsu:Id` and `xml:id`, or SAML's `AssertionID`: so that none of those that another program looks at is there a second time.
pub(crate) fn places_of_ids<'i>(
    xml: &str,
    options: &ReadOptions,
    wanted: &BTreeSet<&'i str>,
) -> Result<HashMap<&'i str, Place>> {
    let mut ids: Vec<&'i str> = Vec::new();
    let mut known = BTreeSet::new();
    let found = places(xml, options, |reader| {
        let mut is_wanted = false;
        for index in 0..reader.attribute_count() {
            if !is_identifier(reader.attribute_name(index).local()) {
                continue;
            }
            let value = reader.attribute_value(index)?;
            let Some(id) = wanted.get(&*value).copied() else {
                continue;
            };
            if !known.insert(id) {
                let twin = SignatureProblem::DuplicateId(id.to_owned());
                return Err(reader.error(ErrorKind::Signature(twin)));
            }
            if !is_wanted {
                ids.push(id);
            }
            is_wanted = true;
        }
        Ok(is_wanted)
    })?;
    Ok(ids.into_iter().zip(found).collect())
}

pub(crate) fn is_identifier(local: &str) -> bool {
    local.eq_ignore_ascii_case("id") || local == "AssertionID"
}

/// The place of the element with an identifier.
pub(crate) fn place_of_id(xml: &str, options: &ReadOptions, id: &str) -> Result<Place> {
    let found = places_of_ids(xml, options, &BTreeSet::from([id]))?.remove(id);
    found.ok_or_else(|| problem(SignatureProblem::NoTarget(id.to_owned())))
}

/// The one signature that is a child of an element, the document element if none is named; and that element.
pub(super) fn signature_in(
    xml: &str,
    options: &ReadOptions,
    parent: Option<usize>,
) -> Result<(Place, Place)> {
    let mut depth = None;
    let found = places(xml, options, |reader| {
        let is_parent = match parent {
            Some(start) => reader.token_range().0 == start,
            None => reader.depth() == 1,
        };
        if is_parent {
            depth = Some(reader.depth());
            return Ok(true);
        }
        let is_child = depth.is_some_and(|depth| reader.depth() == depth + 1);
        Ok(is_child && reader.is_in(DSIG.uri(), "Signature"))
    })?;
    let mut found = found.into_iter();
    let Some(parent) = found.next() else {
        return Err(problem(SignatureProblem::Missing));
    };
    let mut signatures = found.filter(|place| place.parent == Some(parent.start));
    match (signatures.next(), signatures.next()) {
        (Some(signature), None) => Ok((parent, signature)),
        (None, _) => Err(located(
            problem(SignatureProblem::Missing),
            xml,
            options,
            parent.start,
        )),
        (_, Some(second)) => Err(located(
            problem(SignatureProblem::Second),
            xml,
            options,
            second.start,
        )),
    }
}

/// The error, at the element that begins at a byte. A place that it has already, it keeps.
#[cold]
pub(crate) fn located(error: Error, xml: &str, options: &ReadOptions, start: usize) -> Error {
    match place_of(xml, options, start) {
        Some((path, position)) => error.located(|| path, Some(position)),
        None => error,
    }
}

/// The error, at the element that begins at a byte, whatever place it has: it is one of another text.
#[cold]
pub(super) fn moved(error: Error, xml: &str, options: &ReadOptions, start: usize) -> Error {
    match place_of(xml, options, start) {
        Some((path, position)) => error.with_place(path, position),
        None => error,
    }
}

fn place_of(xml: &str, options: &ReadOptions, start: usize) -> Option<(String, Position)> {
    let reader = reader_at(xml, options, start).ok()?;
    let here = reader.error(ErrorKind::UnexpectedEnd);
    Some((here.path()?.to_owned(), here.position()?))
}
