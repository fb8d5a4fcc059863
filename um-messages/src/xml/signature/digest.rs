//! Digests of parts of a document, all made in one way through it.

use sha2::digest::DynDigest;

use super::DigestAlgorithm;
use crate::error::Result;
use crate::xml::ReadOptions;
use crate::xml::canonical::{Canonicalization, Part, write_canonical_forms};

/// A part of a document, how it is canonicalized, and how its digest is made.
pub(super) type Digested = (Canonicalization, Part, DigestAlgorithm);

pub(super) fn digests(
    xml: &str,
    options: &ReadOptions,
    parts: &[Digested],
) -> Result<Vec<Box<[u8]>>> {
    let begin = |(_, _, algorithm): &Digested| algorithm.begin();
    let mut digests: Vec<Box<dyn DynDigest>> = parts.iter().map(begin).collect();
    let wanted: Vec<_> = parts.iter().map(|(how, part, _)| (how, *part)).collect();
    write_canonical_forms(xml, options, &wanted, &mut |number, piece| {
        if let Some(digest) = digests.get_mut(number) {
            digest.update(piece.as_bytes());
        }
    })?;
    Ok(digests.into_iter().map(DynDigest::finalize).collect())
}
