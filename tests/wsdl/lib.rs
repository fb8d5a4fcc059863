//! Where the schemas, the services and the documents of the tests are, and documents that are made from schemas.

#![allow(
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod attributes;
mod document;
pub mod fuzzed;
pub mod make;
mod pattern;
mod schema;
mod values;

use std::fs;
use std::path::{Path, PathBuf};

/// A folder of this package.
#[must_use]
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The files in a folder of this package that have this extension, in order, each with its name without it: none if
/// there is no such folder.
#[must_use]
pub fn files(name: &str, extension: &str) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder(name)).into_iter().flatten();
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut files: Vec<(String, PathBuf)> = paths
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .filter_map(|path| Some((path.file_stem()?.to_str()?.to_owned(), path)))
        .collect();
    files.sort();
    files
}
