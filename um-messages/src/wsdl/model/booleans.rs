//! What patterns leave of `xs:boolean`, which has two values and four texts (part 2, section 3.2.2).

use super::types::Builder;
use super::{Definition, Enumeration, TypeName, TypeRef, Value};
use crate::wsdl::diagnostic::{At, Diagnostic};
use crate::wsdl::read::xsd::Facet;
use crate::wsdl::resolve::{BuiltIn, Scope};

/// Both digits, as patterns say them.
const DIGITS: [&str; 3] = ["[01]", "[10]", "[0-1]"];

/// The texts. Of two for one value the first is written.
const TEXTS: [&str; 4] = ["true", "false", "1", "0"];

impl<'a> Builder<'a, '_> {
    /// `xs:boolean` with a pattern, `0|1` for one: a `bool` would be written as none of these. None where it is something else.
    pub(super) fn narrowed_boolean(
        &mut self,
        facets: &'a [Facet],
        base: TypeRef,
        (name, scope, at): (TypeName<'a>, Scope<'a>, At),
    ) -> Option<TypeRef> {
        let texts = self.boolean_texts(base)?;
        let patterns: Vec<&str> = facets.iter().filter_map(pattern).collect();
        if patterns.is_empty() {
            return None;
        }
        let is_plain = patterns
            .iter()
            .all(|pattern| alternatives(pattern).all(is_plain));
        let is_allowed = |text: &&str| {
            let mut alternatives = patterns.iter().flat_map(|pattern| alternatives(pattern));
            alternatives.any(|alternative| spells(alternative, text))
        };
        let texts: Vec<&'static str> = texts.into_iter().filter(is_allowed).collect();
        if !is_plain || texts.is_empty() {
            self.warn_of_boolean(&patterns.join("|"), scope, at);
            return Some(base);
        }
        // As a `bool` is written.
        if texts.starts_with(&["true", "false"]) {
            return Some(base);
        }
        let values = texts.into_iter().map(|text| Value {
            text,
            documentation: None,
        });
        let definition = Definition::Enumeration(Enumeration {
            base: BuiltIn::Boolean,
            values: values.collect(),
        });
        let id = self.reserve(name, scope, at, None);
        self.set(id, definition);
        Some(TypeRef::Defined(id))
    }

    /// The texts of `xs:boolean`, or of what patterns have left of it.
    fn boolean_texts(&self, base: TypeRef) -> Option<Vec<&'static str>> {
        if base == TypeRef::BuiltIn(BuiltIn::Boolean) {
            return Some(TEXTS.to_vec());
        }
        let enumeration = self.model.enumeration(base)?;
        let texts = enumeration.values.iter().map(|value| value.text);
        let texts: Vec<&str> = texts.collect();
        let is_left = |text: &&str| texts.contains(text);
        let is_boolean = enumeration.base == BuiltIn::Boolean;
        is_boolean.then(|| TEXTS.into_iter().filter(is_left).collect())
    }

    fn warn_of_boolean(&mut self, pattern: &str, scope: Scope<'a>, at: At) {
        let problem = format!(
            "`xs:boolean` is narrowed by the pattern `{pattern}`, and is written `true` or `false`"
        );
        self.report.add(
            Diagnostic::warning(problem)
                .at(scope.place(at))
                .help("`--type NAME=PATH` puts a type of your own there, which writes what the pattern allows"),
        );
    }
}

fn pattern(facet: &Facet) -> Option<&str> {
    match facet {
        Facet::Pattern(pattern) => Some(&pattern.value),
        _ => None,
    }
}

/// The branches of a pattern: `0` and `1` of `(0|1)`.
fn alternatives(pattern: &str) -> impl Iterator<Item = &str> {
    let branches = pattern.split('|');
    branches.map(|branch| branch.trim_matches(['(', ')']))
}

/// Whether it is certain what a branch matches.
fn is_plain(alternative: &str) -> bool {
    TEXTS.contains(&alternative) || DIGITS.contains(&alternative)
}

fn spells(alternative: &str, text: &str) -> bool {
    alternative == text || text.len() == 1 && DIGITS.contains(&alternative)
}
