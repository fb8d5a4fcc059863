//! Documents with something in them that no type knows: one attribute or one child more, at each place of a document.

use std::fmt::Debug;

use um_messages::{ReadOptions, Result};

/// Attributes that any element may have, whatever its type.
const UNIVERSAL: [&str; 3] = [
    " xmlns:zzz='urn:zzz'",
    " xml:base='urn:zzz'",
    " xmlns:zzz='http://www.w3.org/2001/XMLSchema-instance' zzz:schemaLocation='urn:zzz zzz'",
];

/// Attributes that no type has.
const ATTRIBUTES: [&str; 2] = [" zzz='zzz'", " xmlns:zzz='urn:zzz' zzz:zzz='zzz'"];

/// A child that no type has, but one that keeps whatever there is.
const CHILD: &str = "<zzz xmlns='urn:zzz'/>";

/// Larger documents are not asked, for each place of one is tried.
const LARGEST: usize = 4096;

/// Where unknown attributes and children are denied, one is never passed over, wherever in the document it stands: the document is
/// refused, or is another value, because it keeps what it does not know. What any element may have is no stranger.
///
/// A document that is not this value then has a stranger already, and says nothing.
#[track_caller]
pub fn assert_denied<T: PartialEq + Debug>(
    document: &str,
    value: &T,
    read: &dyn Fn(&str, &ReadOptions) -> Result<T>,
) {
    let denying = ReadOptions::new().deny_unknown_fields(true);
    let is_known = read(document, &denying).is_ok_and(|read| read == *value);
    if !is_known || document.len() > LARGEST {
        return;
    }
    for tag in start_tags(document) {
        for attribute in UNIVERSAL {
            let document = tag.with_attribute(document, attribute);
            let is_read = read(&document, &ReadOptions::new()).is_ok();
            match read(&document, &denying) {
                Err(error) if is_read => panic!("{document}: {error}"),
                _ => {}
            }
        }
        let attributes = ATTRIBUTES.map(|attribute| tag.with_attribute(document, attribute));
        for document in attributes.into_iter().chain([tag.with_child(document)]) {
            if let Ok(read) = read(&document, &denying) {
                assert_ne!(read, *value, "a stranger is passed over: {document}");
            }
        }
    }
}

/// A start tag of a document that is well-formed.
struct StartTag<'d> {
    name: &'d str,
    /// Where its name ends.
    name_end: usize,
    /// Where its `>` stands.
    end: usize,
    is_empty: bool,
}

impl StartTag<'_> {
    fn with_attribute(&self, document: &str, attribute: &str) -> String {
        let (before, behind) = document.split_at(self.name_end);
        [before, attribute, behind].concat()
    }

    fn with_child(&self, document: &str) -> String {
        let (before, behind) = document.split_at(self.end);
        match (before.strip_suffix('/'), behind) {
            (Some(before), behind) if self.is_empty => {
                let behind = behind.trim_start_matches('>');
                format!("{before}>{CHILD}</{}>{behind}", self.name)
            }
            _ => format!("{before}>{CHILD}{}", &behind[1..]),
        }
    }
}

fn start_tags(document: &str) -> Vec<StartTag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(start) = document[at..].find('<').map(|start| at + start) {
        let rest = &document[start..];
        let end = |end: &str| {
            rest.find(end)
                .map_or(document.len(), |found| start + found + end.len())
        };
        at = match rest.as_bytes() {
            [b'<', b'!', b'-', ..] => end("-->"),
            [b'<', b'!', ..] => end("]]>"),
            [b'<', b'?', ..] => end("?>"),
            [b'<', b'/', ..] => end(">"),
            _ => {
                let tag = start_tag(document, start);
                let end = tag.end;
                tags.push(tag);
                end
            }
        };
    }
    tags
}

fn start_tag(document: &str, start: usize) -> StartTag<'_> {
    let is_end_of_name = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/');
    let length = document[start..].find(is_end_of_name).unwrap_or_default();
    let name_end = start + length;
    let mut quote = None;
    let ends = |(_, c): &(usize, char)| {
        match quote {
            Some(open) if open == *c => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(*c),
            None => return *c == '>',
            Some(_) => {}
        }
        false
    };
    let mut characters = document[name_end..].char_indices();
    let end = characters
        .find(ends)
        .map_or(document.len(), |(at, _)| name_end + at);
    StartTag {
        name: &document[start + 1..name_end],
        name_end,
        end,
        is_empty: document[..end].ends_with('/'),
    }
}
