//! What the fuzzers begin with, and what a fixed seed makes of it.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use crate::generated::mutations::changed;

/// Runs a fuzzer on all documents that it begins with, on what it has found before, on so many changes of these, and on
/// as many random bytes. It is the same on every run.
pub fn run(name: &str, fuzzer: fn(&[u8]), count: u32) {
    let seeds = seeds(name);
    assert!(seeds.len() > 40, "{} seeds", seeds.len());
    for seed in &seeds {
        fuzzer(seed);
    }
    let texts = seeds
        .into_iter()
        .filter_map(|seed| String::from_utf8(seed).ok());
    let texts = changed(select(texts.collect::<Vec<_>>())).prop_map(String::into_bytes);
    each(&texts, fuzzer, count);
    each(&vec(any::<u8>(), 0..1024), fuzzer, count);
}

fn each(inputs: &impl Strategy<Value = Vec<u8>>, fuzzer: fn(&[u8]), count: u32) {
    let mut runner = TestRunner::deterministic();
    for _ in 0..count {
        fuzzer(&inputs.new_tree(&mut runner).unwrap().current());
    }
}

/// The documents of the project, those that were made for the fuzzers, and what this one has found.
fn seeds(name: &str) -> Vec<Vec<u8>> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = tests.join("fuzz/found").join(name);
    let folders = [tests.join("documents"), tests.join("fuzz/seeds"), found];
    let mut files: Vec<PathBuf> = folders.iter().flat_map(|folder| files_in(folder)).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// All files in a folder, and in those in it.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files_in(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}
