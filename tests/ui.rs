//! The diagnostics of the derives, word by word, and near misses that must compile.
//!
//! The expected output is that of the pinned toolchain. `TRYBUILD=overwrite cargo test --test ui`
//! writes it anew; read every change before it is committed.

#[test]
fn diagnostics() {
    let cases = trybuild::TestCases::new();
    cases.pass("ui/pass/*.rs");
    cases.compile_fail("ui/fail/*/*.rs");
}
