//! What is asked for the parts of a type, its fields, variants and values: names, and that one need not stand.

use std::collections::{HashMap, HashSet};

use crate::wsdl::options::Options;
use crate::wsdl::resolve::nearest_of;

const RENAME: &str = "--rename";
const OPTIONAL: &str = "--optional";

/// What is asked for, and which parts there are.
#[derive(Debug)]
pub(super) struct AskedParts<'o> {
    names: &'o HashMap<String, String>,
    optional: &'o HashSet<String>,
    /// Which of these there are, each with its option: both may be said of one part.
    met: HashSet<(&'static str, &'o str)>,
    /// The parts of each type, if anything is asked for.
    parts: HashMap<String, Vec<String>>,
}

impl<'o> AskedParts<'o> {
    pub(super) fn new(options: &'o Options) -> Self {
        Self {
            names: &options.names,
            optional: &options.optional,
            met: HashSet::new(),
            parts: HashMap::new(),
        }
    }

    /// There is this part.
    fn note(&mut self, of_type: &str, part: &str) {
        if !self.names.is_empty() || !self.optional.is_empty() {
            let parts = self.parts.entry(of_type.to_owned()).or_default();
            parts.push(part.to_owned());
        }
    }

    /// The name of a part, which stands behind the separator.
    pub(super) fn name(&mut self, of_type: &str, separator: char, part: &str) -> Option<String> {
        self.note(of_type, part);
        let asked = format!("{of_type}{separator}{part}");
        let (asked, name) = self.names.get_key_value(&asked)?;
        self.met.insert((RENAME, asked));
        Some(name.clone())
    }

    /// Whether an element or attribute that has to stand is asked to be optional.
    pub(super) fn is_optional(&mut self, of_type: &str, part: &str) -> bool {
        self.note(of_type, part);
        let asked = self.optional.get(&format!("{of_type}/{part}"));
        self.met
            .extend(asked.map(|asked| (OPTIONAL, asked.as_str())));
        asked.is_some()
    }

    /// What is asked for parts that the types of theirs have not, and what may have been meant.
    pub(super) fn unmatched(&self) -> Vec<(String, Option<String>)> {
        let names = self.names.keys().map(|asked| (RENAME, asked.as_str()));
        let optional = self.optional.iter().map(|asked| (OPTIONAL, asked.as_str()));
        let open = names
            .chain(optional)
            .filter(|asked| !self.met.contains(asked));
        let mut problems: Vec<_> = open
            .filter_map(|(option, asked)| self.problem(asked, option))
            .collect();
        problems.sort();
        problems
    }

    fn problem(&self, asked: &str, option: &str) -> Option<(String, Option<String>)> {
        let local = asked.find('}')?;
        let is_value = asked.get(local..)?.contains('=');
        let (of_type, part) = if is_value {
            asked.split_once('=')
        } else {
            let part = asked.rsplit_once('/');
            part.filter(|(of_type, _)| of_type.len() > local)
        }?;
        let Some(parts) = self.parts.get(of_type) else {
            return self.problem_around(of_type, local, option);
        };
        let near = nearest_of(parts.iter().map(String::as_str), part);
        let problem = if near == Some(part) {
            format!("`{part}` of `{of_type}` is no field that `{option}` can be said of")
        } else {
            format!("`{of_type}` has no part `{part}`, as `{option}` says")
        };
        Some((
            problem,
            near.filter(|near| *near != part).map(str::to_owned),
        ))
    }

    /// What is wrong with a part of something without parts, if that is in a type that has some: others may not be generated at all.
    fn problem_around(
        &self,
        inner: &str,
        local: usize,
        option: &str,
    ) -> Option<(String, Option<String>)> {
        let split = inner.rsplit_once('/');
        let (of_type, part) = split.filter(|(of_type, _)| of_type.len() > local)?;
        match self.parts.get(of_type) {
            Some(parts) if parts.iter().any(|known| known == part) => {
                let problem = format!("`{inner}` has no parts, as `{option}` says");
                Some((problem, None))
            }
            _ => self.problem(inner, option),
        }
    }
}
