//! Digests of parts of a document, all made in one way through it.

use sha2::digest::DynDigest;

use super::DigestAlgorithm;
use crate::error::{Error, ErrorKind, Result};
use crate::xml::ReadOptions;
use crate::xml::canonical::{Canonicalization, Part, write_canonical_forms};

/// A part of a document, how it is canonicalized, and how its digest is made.
pub(super) type Digested = (Canonicalization, Part, DigestAlgorithm);

/// The digests of parts whose canonical forms have so many bytes together at most.
pub(super) fn digests(
    xml: &str,
    options: &ReadOptions,
    parts: &[Digested],
    max_bytes: usize,
) -> Result<Vec<Box<[u8]>>> {
    let begin = |(_, _, algorithm): &Digested| algorithm.begin();
    let too_long = || {
        let limit = "max_signed_bytes";
        Error::new(ErrorKind::Limit {
            limit,
            max: max_bytes,
        })
    };
    let mut digests: Vec<Box<dyn DynDigest>> = parts.iter().map(begin).collect();
    let wanted: Vec<_> = parts.iter().map(|(how, part, _)| (how, *part)).collect();
    let mut left = max_bytes;
    write_canonical_forms(xml, options, &wanted, &mut |number, piece| {
        left = left.checked_sub(piece.len()).ok_or_else(too_long)?;
        if let Some(digest) = digests.get_mut(number) {
            digest.update(piece.as_bytes());
        }
        Ok(())
    })?;
    Ok(digests.into_iter().map(DynDigest::finalize).collect())
}
