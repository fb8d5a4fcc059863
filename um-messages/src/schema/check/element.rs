//! A type held against the element of its name.

use std::path::Path;

use super::compare::Comparison;
use super::contract::Wsdl;
use super::difference::{Difference, Differences};
use super::services::{check_parts, rpc_parts};
use crate::schema::collect::problem;
use crate::schema::documents::{Document, Documents, documents};
use crate::schema::options::Options;
use crate::wsdl::diagnostic::Report;
use crate::wsdl::model::Builder;
use crate::wsdl::options;
use crate::wsdl::resolve::{self, Key, Sources, Symbols, TypeDefinition, nearest_of, shown};
use crate::xml::description::Description;

/// Reads the schema that is made of the type.
fn described(value: fn() -> Description) -> Result<resolve::Documents, Differences> {
    let options = Options {
        has_origins: true,
        ..Options::default()
    };
    let schemas = documents(&[value], &options).map_err(|error| Differences::of_error(&error))?;
    Ok(loaded(&schemas))
}

/// The documents of schemas, as um-wsdl reads them.
pub(super) fn loaded(schemas: &Documents) -> resolve::Documents {
    let mut sources = Sources::default();
    for schema in schemas {
        let text = schema.xml().as_bytes().to_vec();
        sources.texts.insert(schema.file_name().into(), text);
    }
    let root = schemas.iter().next().map(Document::file_name);
    let root = Path::new(root.unwrap_or_default());
    resolve::load(root, &sources, &mut Report::default())
}

/// Compares a type with the element, the type or the message of its name.
pub(super) fn check_element(
    wsdl: &Wsdl,
    value: fn() -> Description,
    name: Key<'_>,
) -> Result<Vec<Difference>, Differences> {
    let rust = described(value)?;
    let mut reports = (Report::default(), Report::default());
    let rust_symbols = Symbols::new(&rust, &mut reports.1);
    let wsdl_symbols = Symbols::new(&wsdl.documents, &mut reports.0);
    let options = options::Options::default();
    let mut of_rust = Builder::new(&rust_symbols, &options, &mut reports.1);
    let mut of_wsdl = Builder::new(&wsdl_symbols, &options, &mut reports.0);
    let Some(own) = rust_symbols.elements.get(name) else {
        return Err(Differences::of_error(&problem("a type without an element")));
    };
    let own = of_rust.global_element(own);
    if let Some(element) = wsdl_symbols.elements.get(name) {
        let element = of_wsdl.global_element(element);
        let (wsdl, rust) = (of_wsdl.finish(), of_rust.finish());
        let mut comparison = Comparison::new(&wsdl, &rust);
        comparison.roots(element, own);
        return Ok(comparison.found);
    }
    if let Some(defined) = wsdl_symbols.types.get(name) {
        let of_type = of_wsdl.defined(defined);
        let (wsdl, rust) = (of_wsdl.finish(), of_rust.finish());
        let mut comparison = Comparison::new(&wsdl, &rust);
        comparison.type_and_root(of_type, own, name.1);
        return Ok(comparison.found);
    }
    if let Some(parts) = rpc_parts(wsdl, name) {
        drop((of_wsdl, of_rust));
        return Ok(check_parts(wsdl, &rust, parts, name));
    }
    Ok(vec![no_element(&wsdl_symbols, name)])
}

fn no_element(symbols: &Symbols<'_>, name: Key<'_>) -> Difference {
    let elements = symbols.elements.all().map(|element| element.key);
    let types = symbols
        .types
        .all()
        .map(|defined: resolve::Defined<'_, TypeDefinition<'_>>| defined.key);
    let known: Vec<Key<'_>> = elements.chain(types).collect();
    let same_local = known.iter().find(|(_, local)| *local == name.1);
    let of_namespace = known.iter().filter(|(namespace, _)| *namespace == name.0);
    let near = same_local.map(|other| shown(*other)).or_else(|| {
        let near = nearest_of(of_namespace.map(|(_, local)| *local), name.1)?;
        Some(format!("`{near}`"))
    });
    let near = near.map(|near| format!("; did you mean {near}?"));
    Difference::new(
        name.1,
        format!(
            "is in Rust alone: there is no element and no type {}{}",
            shown(name),
            near.unwrap_or_default()
        ),
    )
}
