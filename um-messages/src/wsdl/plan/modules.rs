//! A module for each namespace. The one that most is in, or that the service is of, is the file itself.

use std::collections::HashMap;

use super::naming::{Names, snake};
use super::rust::{Module, ModuleId};
use crate::wsdl::options::Options;

/// The modules, found by their namespaces.
#[derive(Debug)]
pub(super) struct Modules<'o> {
    options: &'o Options,
    pub(super) all: Vec<Module>,
    by_namespace: HashMap<String, ModuleId>,
    names: Names,
    prefixes: Names,
}

impl<'o> Modules<'o> {
    /// The file itself, for this namespace.
    pub(super) fn new(namespace: &str, options: &'o Options) -> Self {
        let mut modules = Self {
            options,
            all: Vec::new(),
            by_namespace: HashMap::new(),
            names: Names::default(),
            prefixes: Names::default(),
        };
        for taken in ["xml", "soap", "um_messages"] {
            modules.names.unique(taken);
        }
        modules.of(namespace);
        // The name of the first module is not written, and may be that of the file.
        modules
            .names
            .unique(options.file_module.as_deref().unwrap_or_default());
        modules
    }

    /// The module of a namespace.
    pub(super) fn of(&mut self, namespace: &str) -> ModuleId {
        if let Some(id) = self.by_namespace.get(namespace) {
            return *id;
        }
        let id = ModuleId(self.all.len());
        let asked = self.options.modules.get(namespace);
        let path = asked.filter(|asked| asked.contains("::")).cloned();
        let asked = asked.filter(|_| path.is_none()).cloned();
        let name = asked.unwrap_or_else(|| self.names.unique(&module_name(namespace)));
        let initial: String = name.trim_start_matches("r#").chars().take(1).collect();
        let prefix = match self.options.prefixes.get(namespace) {
            Some(prefix) => prefix.clone(),
            None => self.prefixes.unique(&initial),
        };
        self.all.push(Module {
            name,
            namespace: namespace.to_owned(),
            path,
            prefix: (!namespace.is_empty()).then_some(prefix),
            is_used: false,
        });
        self.by_namespace.insert(namespace.to_owned(), id);
        id
    }

    /// The module, because something names its namespace.
    pub(super) fn used(&mut self, namespace: &str) -> ModuleId {
        let id = self.of(namespace);
        if let Some(module) = self.all.get_mut(id.0) {
            module.is_used = true;
        }
        id
    }
}

/// The last part of the URI that is a name, and no number or version: `bank` of `http://example.org/bank/2006/v1`.
fn module_name(namespace: &str) -> String {
    let without_scheme = namespace
        .split_once("://")
        .map_or(namespace, |(_, rest)| rest);
    let mut parts = without_scheme
        .split(['/', ':', '#', '?', '='])
        .filter(|part| !part.is_empty());
    let is_name = |part: &&str| {
        let part = part.trim_start_matches(['v', 'V']);
        part.len() > 1 && !part.starts_with(|first: char| first.is_ascii_digit())
    };
    let host = parts.clone().next().filter(|_| namespace.contains("://"));
    let name = parts.rfind(is_name).unwrap_or("no_namespace");
    let name = match host {
        Some(host) if host == name => name.trim_start_matches("www.").split('.').next(),
        _ => name
            .strip_suffix(".xsd")
            .or(name.strip_suffix(".wsdl"))
            .or(Some(name)),
    };
    snake(name.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::module_name;

    #[test]
    fn the_last_part_that_is_a_name() {
        for (namespace, name) in [
            (
                "http://schemas.microsoft.com/exchange/services/2006/messages",
                "messages",
            ),
            ("http://tempuri.org/", "tempuri"),
            ("http://www.example.org/bank/2006/v1", "bank"),
            ("urn:example:bank", "bank"),
            ("urn:bank-types.xsd", "bank_types"),
            ("", "no_namespace"),
            ("urn:type", "r#type"),
        ] {
            assert_eq!(module_name(namespace), name, "{namespace}");
        }
    }
}
