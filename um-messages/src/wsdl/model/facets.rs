//! What narrows simple types, beside values: lengths, bounds, digits and patterns (part 2, section 4.3).

use super::types::Builder;
use super::{Definition, TypeName, TypeRef};
use crate::wsdl::diagnostic::{At, Diagnostic, Place};
use crate::wsdl::read::xsd::Facet;
use crate::wsdl::resolve::{BuiltIn, Scope};
use crate::xml::is_decimal;

/// How many names are said of types that are not checked.
const MAX_NAMES: usize = 5;

/// What a simple type allows of the values of another one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Facets {
    /// The function of [`xml::Facets`](crate::xml::Facets) for such values; none if nothing is checked of them.
    pub(crate) kind: Option<&'static str>,
    /// The methods of it that are called, in this order.
    pub(crate) limits: Vec<(&'static str, Limit)>,
    /// What is not checked, as `pattern="[0-9]{5}"`.
    pub(crate) unchecked: Vec<String>,
}

/// What a method of [`xml::Facets`](crate::xml::Facets) is called with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Limit {
    Count(u32),
    Number(String),
}

impl Facets {
    fn of_built_in(built_in: BuiltIn) -> Self {
        let kind = match built_in {
            BuiltIn::String | BuiltIn::AnySimpleType => "text",
            BuiltIn::AnyUri | BuiltIn::Token => "token",
            BuiltIn::Tokens => "items",
            BuiltIn::HexBinary => "hex",
            BuiltIn::Base64Binary => "base64",
            BuiltIn::Float => "float",
            BuiltIn::Double => "double",
            BuiltIn::Decimal
            | BuiltIn::Integer
            | BuiltIn::NonNegativeInteger
            | BuiltIn::Long
            | BuiltIn::Int
            | BuiltIn::Short
            | BuiltIn::Byte
            | BuiltIn::UnsignedLong
            | BuiltIn::UnsignedInt
            | BuiltIn::UnsignedShort
            | BuiltIn::UnsignedByte => "decimal",
            BuiltIn::AnyType
            | BuiltIn::Boolean
            | BuiltIn::Duration
            | BuiltIn::DateTime
            | BuiltIn::Time
            | BuiltIn::Date
            | BuiltIn::PartOfDate
            | BuiltIn::QName => return Self::default(),
        };
        Self::of_kind(kind)
    }

    fn of_kind(kind: &'static str) -> Self {
        Self {
            kind: Some(kind),
            ..Self::default()
        }
    }

    /// A facet that says anew what the base says replaces it: it says less.
    fn add(&mut self, facet: &Facet) {
        let (name, method, value) = match facet {
            Facet::Enumeration(_) => return,
            Facet::WhiteSpace(value) => {
                if self.kind == Some("text") && value.value.trim() == "collapse" {
                    self.kind = Some("token");
                }
                return;
            }
            Facet::Pattern(value) => ("pattern", "", value),
            Facet::Length(value) => ("length", "length", value),
            Facet::MinLength(value) => ("minLength", "min_length", value),
            Facet::MaxLength(value) => ("maxLength", "max_length", value),
            Facet::MinInclusive(value) => ("minInclusive", "min_inclusive", value),
            Facet::MinExclusive(value) => ("minExclusive", "min_exclusive", value),
            Facet::MaxInclusive(value) => ("maxInclusive", "max_inclusive", value),
            Facet::MaxExclusive(value) => ("maxExclusive", "max_exclusive", value),
            Facet::TotalDigits(value) => ("totalDigits", "total_digits", value),
            Facet::FractionDigits(value) => ("fractionDigits", "fraction_digits", value),
        };
        match self.limit(method, &value.value) {
            Some(limit) => {
                self.limits.retain(|(known, _)| *known != method);
                self.limits.push((method, limit));
            }
            None => self.unchecked.push(format!("{name}=\"{}\"", value.value)),
        }
    }

    /// What a method is called with, if such values have what it is about.
    fn limit(&self, method: &str, value: &str) -> Option<Limit> {
        let value = value.trim();
        let count = |has_any: bool| has_any.then(|| value.parse().ok().map(Limit::Count))?;
        let number = |is_one: bool| is_one.then(|| Limit::Number(value.to_owned()));
        let is_number = matches!(self.kind?, "decimal" | "float" | "double");
        match method {
            "length" | "min_length" | "max_length" => count(!is_number),
            "total_digits" | "fraction_digits" => count(self.kind == Some("decimal")),
            "" => None,
            _ if self.kind == Some("decimal") => number(is_decimal(value)),
            _ => number(is_number && value.parse::<f64>().is_ok()),
        }
    }
}

impl<'a> Builder<'a, '_> {
    /// The base with what these facets allow, if they are asked for and something of them is checked.
    pub(super) fn restricted(
        &mut self,
        facets: &'a [Facet],
        base: TypeRef,
        (name, scope, at): (TypeName<'a>, Scope<'a>, At),
    ) -> TypeRef {
        let narrowed = Some(base).filter(|_| self.options.has_facets);
        let Some((value, inherited)) = narrowed.and_then(|base| self.narrowable(base)) else {
            return base;
        };
        let mut all = inherited.clone();
        for facet in facets {
            all.add(facet);
        }
        if all.unchecked.len() > inherited.unchecked.len() {
            self.note_unchecked(name, scope, at);
        }
        if all.limits == inherited.limits {
            return base;
        }
        let id = self.reserve(name, scope, at, None);
        self.set(id, Definition::Restricted(value, all));
        TypeRef::Defined(id)
    }

    /// The type whose values are narrowed, and what narrows them already. An enumeration says each of them.
    fn narrowable(&self, base: TypeRef) -> Option<(TypeRef, Facets)> {
        let facets = match base {
            TypeRef::BuiltIn(built_in) => Facets::of_built_in(built_in),
            TypeRef::Mapped(index) => {
                let mapped = self.model.mapped.get(index)?;
                mapped.built_in.map(Facets::of_built_in).unwrap_or_default()
            }
            TypeRef::Defined(id) => match &self.model.types.get(id.0)?.definition {
                Definition::Restricted(value, facets) => return Some((*value, facets.clone())),
                Definition::List(_) => Facets::of_kind("items"),
                Definition::Union(_) => Facets::default(),
                Definition::Enumeration(_) | Definition::Complex(_) | Definition::Broken => {
                    return None;
                }
            },
        };
        Some((base, facets))
    }

    pub(super) fn note_unchecked(&mut self, name: TypeName<'a>, scope: Scope<'a>, at: At) {
        self.unchecked.push((name, scope.place(at)));
    }

    /// Says which types have something that is not checked.
    pub(super) fn report_unchecked(&mut self) {
        let unchecked = std::mem::take(&mut self.unchecked);
        let Some((_, place)) = unchecked.first() else {
            return;
        };
        let names: Vec<String> = unchecked.iter().take(MAX_NAMES).map(named).collect();
        let rest = match unchecked.len() - names.len() {
            0 => String::new(),
            rest => format!(" and {rest} more"),
        };
        let types = match unchecked.len() {
            1 => "1 simple type is".to_owned(),
            count => format!("{count} simple types are"),
        };
        let problem = format!(
            "{types} narrowed by a pattern, or by what else is not checked: {}{rest}",
            names.join(", ")
        );
        let note = Diagnostic::note(problem).at(place.clone());
        self.report
            .add(note.help("`--type NAME=PATH` puts a type of your own there, which checks it"));
    }
}

fn named((name, _): &(TypeName<'_>, Place)) -> String {
    let (TypeName::Global(name) | TypeName::Inside { name, .. }) = name;
    format!("`{name}`")
}
