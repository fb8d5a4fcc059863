//! What the tests of this workspace share; the tests themselves stand beside this folder.

/// The README, so that its example is run with the other documentation.
#[doc = include_str!("../../README.md")]
#[derive(Debug)]
pub struct Readme;
