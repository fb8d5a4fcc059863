//! The diagnostics of the derives, word by word, and near misses that must compile.
//!
//! The compiler frames them, and each version frames a little differently. They are compared on
//! the pinned toolchain; on another one the near misses are compiled, and the rest is left to the pinned.
//! `TRYBUILD=overwrite cargo test -p um-tests --test ui` writes the expected output anew; read
//! every change before it is committed.

use std::process::Command;

/// The toolchain whose frames the expected output has.
const PINNED: &str = "rustc 1.95.";

#[test]
fn diagnostics() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    if is_pinned() {
        cases.compile_fail("ui/fail/*/*.rs");
    } else {
        eprintln!("not compared: the diagnostics are those of {PINNED}*");
    }
}

fn is_pinned() -> bool {
    let compiler = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let version = Command::new(compiler).arg("--version").output();
    version.is_ok_and(|version| String::from_utf8_lossy(&version.stdout).starts_with(PINNED))
}
