//! Names that are asked for the parts of a type: its fields, variants and values.

use std::collections::{HashMap, HashSet};

use crate::wsdl::options::Options;
use crate::wsdl::resolve::nearest_of;

/// What is asked for, and which parts there are.
#[derive(Debug)]
pub(super) struct AskedNames<'o> {
    names: &'o HashMap<String, String>,
    met: HashSet<&'o str>,
    /// The parts of each type, if anything is asked for.
    parts: HashMap<String, Vec<String>>,
}

impl<'o> AskedNames<'o> {
    pub(super) fn new(options: &'o Options) -> Self {
        Self {
            names: &options.names,
            met: HashSet::new(),
            parts: HashMap::new(),
        }
    }

    /// The name of a part, which stands behind the separator.
    pub(super) fn get(&mut self, of_type: &str, separator: char, part: &str) -> Option<String> {
        if self.names.is_empty() {
            return None;
        }
        let parts = self.parts.entry(of_type.to_owned()).or_default();
        parts.push(part.to_owned());
        let asked = format!("{of_type}{separator}{part}");
        let (asked, name) = self.names.get_key_value(&asked)?;
        self.met.insert(asked);
        Some(name.clone())
    }

    /// What is asked for parts that the types of theirs have not, and what may have been meant.
    pub(super) fn unmatched(&self) -> Vec<(String, Option<String>)> {
        let open = self
            .names
            .keys()
            .filter(|name| !self.met.contains(name.as_str()));
        let problems = open.filter_map(|name| {
            let local = name.find('}')?;
            let is_value = name.get(local..)?.contains('=');
            let (of_type, part) = if is_value {
                name.split_once('=')
            } else {
                name.rsplit_once('/')
                    .filter(|(of_type, _)| of_type.len() > local)
            }?;
            let parts = self.parts.get(of_type)?;
            let near = nearest_of(parts.iter().map(String::as_str), part);
            let problem = format!("`{of_type}` has no part `{part}`, as `--rename` says");
            Some((problem, near.map(str::to_owned)))
        });
        let mut problems: Vec<_> = problems.collect();
        problems.sort();
        problems
    }
}
