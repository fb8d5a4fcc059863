//! What the tests of schemas share: a schema as it is to be, and files for another judge.

#![allow(
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

use std::fs;
use std::path::Path;

use um_messages::schema::{self, Documents};
use um_messages::xml::{self, Root, WriteElement};

/// The schema of a type, whose components are to be these.
///
/// # Panics
///
/// If they are others.
#[track_caller]
pub fn assert_schema<T: Root + WriteElement>(components: &str) {
    let documents = schema::of::<T>().unwrap_or_else(|error| panic!("{error}"));
    assert_components(&documents, components);
}

/// The components of all schemas, without the elements around them, are to be these.
///
/// # Panics
///
/// If they are others.
#[track_caller]
pub fn assert_components(documents: &Documents, components: &str) {
    let inner = documents.iter().map(|document| {
        let text = document.xml();
        let start = text.find("<xs:schema").unwrap_or_default();
        let from = start + text[start..].find('>').unwrap_or_default() + 1;
        let to = text.rfind("</xs:schema>").unwrap_or(from);
        text[from..to].to_owned()
    });
    let lines = |text: &str| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    };
    let is = lines(&inner.collect::<String>());
    assert_eq!(is, lines(components), "{documents}");
}

/// Keeps the schema of a type, and values as documents, in the folder that `UM_SCHEMA_WRITTEN` names, for another one to judge.
///
/// # Panics
///
/// If something cannot be written.
pub fn keep<T: Root + WriteElement>(name: &str, values: &[T]) {
    let Some(folder) = std::env::var_os("UM_SCHEMA_WRITTEN") else {
        return;
    };
    let folder = Path::new(&folder).join(name);
    let write = || -> Result<(), Box<dyn std::error::Error>> {
        fs::create_dir_all(&folder)?;
        schema::of::<T>()?.write_to(&folder)?;
        for (number, value) in values.iter().enumerate() {
            fs::write(folder.join(format!("{number}.xml")), xml::to_string(value)?)?;
        }
        Ok(())
    };
    write().unwrap_or_else(|error| panic!("{name}: {error}"));
}
