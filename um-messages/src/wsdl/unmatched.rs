//! Options that name something of the documents which is not there: a name with a mistake in it would change nothing otherwise.

use super::diagnostic::{Diagnostic, Report};
use super::options::Options;
use super::read::xsd::XS;
use super::resolve::{BuiltIn, Documents, Symbols, nearest_of};

/// Reports the names of types, elements and namespaces that no document has.
pub(super) fn report_unmatched(
    options: &Options,
    documents: &Documents,
    symbols: &Symbols<'_>,
    report: &mut Report,
) {
    let mut problems: Vec<(String, Option<String>)> = Vec::new();
    let types = || symbols.types.all().map(|defined| defined.key);
    let elements = symbols.elements.all().map(|defined| defined.key);
    let names: Vec<(&str, &str)> = types().chain(elements).collect();
    for name in options.names.keys() {
        problems.extend(unmatched("--rename", name, &names));
    }
    for name in &options.optional {
        problems.extend(unmatched("--optional", name, &names));
    }
    let of_xml_schema = BuiltIn::NAMES.iter().map(|name| (XS.uri(), *name));
    let types: Vec<(&str, &str)> = types().chain(of_xml_schema).collect();
    for name in options.types.keys() {
        let local = name.strip_prefix(&format!("{{{}}}", XS.uri()));
        if local.and_then(BuiltIn::named).is_none() {
            problems.extend(unmatched("--type", name, &types));
        }
    }
    for (option, namespaces) in [
        ("--module", &options.modules),
        ("--prefix", &options.prefixes),
    ] {
        for namespace in namespaces.keys() {
            let mut known = documents.namespaces();
            if !known.any(|known| known == namespace) {
                let near = nearest_of(documents.namespaces(), namespace);
                let problem =
                    format!("no document is of the namespace `{namespace}` of `{option}`");
                problems.push((problem, near.map(str::to_owned)));
            }
        }
    }
    problems.sort();
    for (problem, near) in problems {
        let help = near.map(|near| format!("did you mean `{near}`?"));
        report.add(Diagnostic::error(problem).optional_help(help));
    }
}

/// What is wrong with `{namespace}local`, `{namespace}local/part` or `{namespace}local=value`, if nothing has this name, and what may
/// have been meant.
fn unmatched(option: &str, name: &str, known: &[(&str, &str)]) -> Option<(String, Option<String>)> {
    let Some((namespace, local)) = name.strip_prefix('{').and_then(|name| name.split_once('}'))
    else {
        let problem = format!("`{name}` of `{option}` has no namespace");
        let near = known.iter().find(|(_, local)| *local == name);
        return Some((problem, near.map(|key| shown(*key))));
    };
    let local = local.split(['/', '=']).next().unwrap_or_default();
    if known.contains(&(namespace, local)) {
        return None;
    }
    let problem = format!("nothing is called `{{{namespace}}}{local}`, as `{option}` says");
    let of_namespace = known.iter().filter(|(known, _)| *known == namespace);
    let near = nearest_of(of_namespace.map(|(_, local)| *local), local);
    let elsewhere = known.iter().find(|(_, known)| *known == local);
    let near = near.map(|near| shown((namespace, near)));
    Some((problem, near.or(elsewhere.map(|key| shown(*key)))))
}

fn shown((namespace, local): (&str, &str)) -> String {
    format!("{{{namespace}}}{local}")
}
