//! The text of what is generated for each document in `schemas` and `services`, and what is said of it. The snapshots are modules of
//! the other test, which compiles them and uses them.

use std::path::Path;

use um_messages::wsdl::{Diagnostic, Generator};
use um_wsdl_tests::{files, folder};

/// Compares what is generated for each of these files with its snapshot.
fn compare(kind: &str, extension: &str) {
    for (name, path) in files(kind, extension) {
        compare_file(kind, &name, &path);
    }
}

fn compare_file(kind: &str, name: &str, path: &Path) {
    let (code, notes) = generate(path);
    insta::with_settings!({
        omit_expression => true,
        prepend_module_to_snapshot => false,
        snapshot_path => folder("snapshots").join(kind),
    }, {
        insta::assert_binary_snapshot!(&format!("{name}.rs"), code.into_bytes());
        if !notes.is_empty() {
            insta::assert_snapshot!(format!("{name}.notes"), notes);
        }
    });
}

fn generate(path: &Path) -> (String, String) {
    let generated = match Generator::new(path).generate() {
        Ok(generated) => generated,
        Err(diagnostics) => panic!("{}: {}", path.display(), said(&diagnostics)),
    };
    let notes = said(generated.diagnostics());
    (generated.code().to_owned(), notes)
}

/// Diagnostics without the folder that the documents are in.
fn said(diagnostics: &[Diagnostic]) -> String {
    let texts: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    let folder = folder("").display().to_string();
    texts.join("\n\n").replace(&folder, "")
}

#[test]
fn schemas() {
    compare("schemas", "xsd");
}

#[test]
fn services() {
    compare("services", "wsdl");
}

/// With this, `tests/interop` calls other stacks.
#[test]
fn unified_messaging() {
    compare_file("interop", "um", &folder("../interop/um.wsdl"));
}

#[test]
fn the_same_every_time() {
    let services = files("services", "wsdl");
    for (name, path) in files("schemas", "xsd").into_iter().chain(services) {
        assert_eq!(generate(&path), generate(&path), "{name}");
    }
}
