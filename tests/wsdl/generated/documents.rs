//! The documents in `instances/NAME`, each of the type that its name begins with, read, written, and read again.
//!
//! What is written says the same as what was read. Where it rightly does not, because a default is written, there is a document
//! `….written.xml` of what is written. With `UM_WSDL_WRITTEN=FOLDER` all that is written is kept, for another one to judge.

use std::fs;
use std::path::Path;

use um_messages::schema::Wsdl;
use um_messages::xml::first_difference;
use um_wsdl_tests::files;

use super::code::{BASES, Code, FACETS, NILS, SCHEMAS, SERVICES};

/// What is wrong with the documents of these modules.
fn problems(modules: &[Code]) -> Vec<String> {
    let mut problems = Vec::new();
    for code in modules {
        let documents = files(&format!("instances/{}", code.name), "xml");
        for root in code.roots {
            if !documents
                .iter()
                .any(|(name, _)| type_of(name) == root.local_name())
            {
                problems.push(format!(
                    "{}: there is no document of `{}`",
                    code.name, root.name
                ));
            }
        }
        let documents = documents
            .iter()
            .filter(|(name, _)| !name.ends_with(".written"));
        problems.extend(documents.filter_map(|(name, path)| {
            let problem = problem(code, name, path)?;
            Some(format!("{}/{name}: {problem}", code.name))
        }));
    }
    problems
}

/// The type that a document of this name is of.
fn type_of(name: &str) -> &str {
    name.split(['-', '.']).next().unwrap_or_default()
}

fn problem(code: &Code, name: &str, path: &Path) -> Option<String> {
    let Some(root) = code
        .roots
        .iter()
        .find(|root| root.local_name() == type_of(name))
    else {
        return Some("there is no such type".to_owned());
    };
    let document = text(path);
    let expected = path.with_extension("written.xml");
    let expected = if expected.exists() {
        text(&expected)
    } else {
        document.clone()
    };
    match (root.round_trip)(&document) {
        Ok(written) => {
            keep(code.name, name, &written);
            let difference = first_difference(&expected, &written).unwrap();
            difference.map(|difference| format!("{difference}\n{written}"))
        }
        Err(problem) => Some(problem),
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub(crate) fn keep(module: &str, name: &str, written: &str) {
    if let Some(kept) = std::env::var_os("UM_WSDL_WRITTEN") {
        let kept = Path::new(&kept).join(module);
        fs::create_dir_all(&kept).unwrap();
        fs::write(kept.join(format!("{name}.xml")), written).unwrap();
    }
}

#[test]
fn of_schemas() {
    assert_eq!(problems(SCHEMAS), [""; 0]);
    assert_eq!(problems(BASES), [""; 0]);
    assert_eq!(problems(FACETS), [""; 0]);
}

#[test]
fn of_services() {
    assert_eq!(problems(SERVICES), [""; 0]);
    assert_eq!(problems(NILS), [""; 0]);
}

/// What is generated from a schema is described by one again. With `UM_WSDL_DESCRIBED=FOLDER` it is kept, for another one to judge the documents by.
#[test]
fn of_schemas_are_described() {
    for code in SCHEMAS {
        for root in code.roots {
            let Some(schema) = root.schema else {
                continue;
            };
            let schema = schema().unwrap_or_else(|error| panic!("{}: {error}", root.name));
            if let Some(kept) = std::env::var_os("UM_WSDL_DESCRIBED") {
                let kept = Path::new(&kept).join(code.name).join(root.local_name());
                fs::create_dir_all(&kept).unwrap();
                schema.write_to(&kept).unwrap();
            }
        }
    }
}

/// What is generated from a schema differs from it only where it is wider, as the tool says.
#[test]
fn of_schemas_differ_where_they_are_wider() {
    let mut found = String::new();
    for (code, (name, path)) in SCHEMAS.iter().zip(files("schemas", "xsd")) {
        assert_eq!(code.name, name);
        let wsdl = Wsdl::read(&path).unwrap();
        for root in code.roots {
            if let Some(Err(differences)) = root.check.map(|check| check(&wsdl)) {
                let folder = format!("{}/", path.parent().unwrap().display());
                found.push_str(&differences.to_string().replace(&folder, ""));
            }
        }
    }
    insta::assert_snapshot!(found);
}

/// Each document has a module, and each module a document.
#[test]
fn all_modules_are_there() {
    for (modules, kind, extension) in [(SCHEMAS, "schemas", "xsd"), (SERVICES, "services", "wsdl")]
    {
        let modules: Vec<&str> = modules.iter().map(|code| code.name).collect();
        let files = files(kind, extension);
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(modules, names);
    }
}
