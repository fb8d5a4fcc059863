//! Texts that are values of simple types.

use um_messages::xml::QName;

use crate::make::Maker;
use crate::pattern::Pattern;
use crate::schema::{Global, Kind, Node, Scope, XS};

/// What a simple type is made of, and what narrows it, the last word first.
#[derive(Debug, Default)]
struct Facets<'d> {
    nodes: Vec<(Kind, &'d str)>,
}

/// What a simple type is in the end.
enum Variety<'d> {
    /// A built-in type.
    BuiltIn(&'d str),
    /// One of these.
    Values(&'d Node, Vec<&'d str>),
    /// Several of a type.
    List(Of<'d>),
    /// One of several types.
    Union(&'d Node, Vec<Of<'d>>),
}

/// A type: its name, or the node itself.
#[derive(Clone, Copy)]
enum Of<'d> {
    Name(&'d QName),
    Node(&'d Node),
}

impl<'d> Facets<'d> {
    fn get(&self, kind: Kind) -> Option<&'d str> {
        self.nodes
            .iter()
            .find_map(|(own, value)| (*own == kind).then_some(*value))
    }

    fn number(&self, kind: Kind) -> Option<usize> {
        self.get(kind)?.trim().parse().ok()
    }

    /// How long a value is at least and at most.
    fn lengths(&self) -> (usize, Option<usize>) {
        let length = self.number(Kind::Length);
        let min = length.or(self.number(Kind::MinLength)).unwrap_or(0);
        (min, length.or(self.number(Kind::MaxLength)))
    }

    fn has_length(&self, text: &str) -> bool {
        let (min, max) = self.lengths();
        let length = text.chars().count();
        length >= min && max.is_none_or(|max| length <= max)
    }
}

impl<'d> Maker<'d> {
    /// A value of the simple type of this name.
    pub(crate) fn value_of_name(&mut self, name: &'d QName, scope: Scope<'d>) -> String {
        let mut facets = Facets::default();
        let (variety, scope) = self.variety_of_name(name, scope, &mut facets, None);
        self.value_of_variety(&variety, scope, &facets)
    }

    /// A value of this simple type, or of this restriction of one.
    pub(crate) fn value(&mut self, of_type: &'d Node, scope: Scope<'d>) -> String {
        let mut facets = Facets::default();
        let (variety, scope) = self.variety(of_type, scope, &mut facets);
        self.value_of_variety(&variety, scope, &facets)
    }

    fn value_of(&mut self, of: Of<'d>, scope: Scope<'d>) -> String {
        match of {
            Of::Name(name) => self.value_of_name(name, scope),
            Of::Node(node) => self.value(node, scope),
        }
    }

    fn variety_of_name(
        &mut self,
        name: &'d QName,
        scope: Scope<'d>,
        facets: &mut Facets<'d>,
        around: Option<&Node>,
    ) -> (Variety<'d>, Scope<'d>) {
        let key = scope.key(name);
        if key.0 == XS {
            return (Variety::BuiltIn(key.1), scope);
        }
        let found = match around {
            Some(around) => self.globals().get_other(Kind::SimpleType, key, around),
            None => self.globals().get(Kind::SimpleType, key),
        };
        match found {
            Some(Global {
                node,
                scope,
                kind: Kind::SimpleType,
                ..
            }) => self.variety(node, scope, facets),
            // The text of a complex type.
            Some(Global { node, scope, .. }) => match crate::schema::derivation(node) {
                Some((derivation, _)) => {
                    self.variety_of_derivation(derivation, scope, facets, Some(node))
                }
                None => (Variety::BuiltIn("string"), scope),
            },
            None => {
                self.miss();
                (Variety::BuiltIn("string"), scope)
            }
        }
    }

    fn variety(
        &mut self,
        of_type: &'d Node,
        scope: Scope<'d>,
        facets: &mut Facets<'d>,
    ) -> (Variety<'d>, Scope<'d>) {
        if let Some(list) = of_type.first(Kind::List) {
            let item = list.item_type.as_ref().map(Of::Name);
            let item = item.or_else(|| list.first(Kind::SimpleType).map(Of::Node));
            return match item {
                Some(item) => (Variety::List(item), scope),
                None => (Variety::BuiltIn("string"), scope),
            };
        }
        if let Some(union) = of_type.first(Kind::Union) {
            let named = union.member_types.iter().map(Of::Name);
            let members = named.chain(union.all(Kind::SimpleType).map(Of::Node));
            return (Variety::Union(union, members.collect()), scope);
        }
        let restriction = of_type.first(Kind::Restriction).unwrap_or(of_type);
        self.variety_of_derivation(restriction, scope, facets, Some(of_type))
    }

    fn variety_of_derivation(
        &mut self,
        derivation: &'d Node,
        scope: Scope<'d>,
        facets: &mut Facets<'d>,
        around: Option<&Node>,
    ) -> (Variety<'d>, Scope<'d>) {
        let values: Vec<&str> = derivation
            .all(Kind::Enumeration)
            .filter_map(|value| value.value.as_deref())
            .collect();
        if !values.is_empty() {
            return (Variety::Values(derivation, values), scope);
        }
        let own = derivation
            .nodes()
            .filter_map(|(kind, node)| Some((kind, node.value.as_deref()?)));
        facets.nodes.extend(own);
        if let Some(inner) = derivation.first(Kind::SimpleType) {
            return self.variety(inner, scope, facets);
        }
        match &derivation.base {
            Some(base) => self.variety_of_name(base, scope, facets, around),
            None => (Variety::BuiltIn("string"), scope),
        }
    }

    fn value_of_variety(
        &mut self,
        variety: &Variety<'d>,
        scope: Scope<'d>,
        facets: &Facets<'d>,
    ) -> String {
        match variety {
            Variety::BuiltIn(name) => self.built_in(name, facets),
            Variety::Values(node, values) => {
                let index = self.choose(node.address(), values.len());
                values.get(index).copied().unwrap_or_default().to_owned()
            }
            Variety::Union(node, members) => {
                let index = self.choose(node.address(), members.len());
                members
                    .get(index)
                    .map(|member| self.value_of(*member, scope))
                    .unwrap_or_default()
            }
            Variety::List(item) => {
                let (min, max) = facets.lengths();
                let wanted = if self.is_least() {
                    min.max(1)
                } else {
                    min.max(3)
                };
                let count = wanted.min(max.unwrap_or(wanted));
                let items: Vec<String> = (0..count).map(|_| self.value_of(*item, scope)).collect();
                items.join(" ")
            }
        }
    }

    fn built_in(&mut self, name: &str, facets: &Facets<'d>) -> String {
        let pattern = facets.get(Kind::Pattern);
        if let Some(text) = pattern.and_then(|pattern| matching(pattern, facets)) {
            return text;
        }
        let number = self.next_number();
        match name {
            "boolean" => if number.is_multiple_of(2) {
                "false"
            } else {
                "true"
            }
            .to_owned(),
            "float" | "double" => self.bound(facets).unwrap_or_else(|| "1.5".to_owned()),
            "duration" => "P1DT2H".to_owned(),
            "dateTime" => self
                .bound(facets)
                .unwrap_or_else(|| "2024-02-29T12:30:45.5Z".to_owned()),
            "time" => self.bound(facets).unwrap_or_else(|| "12:30:45".to_owned()),
            "date" => self
                .bound(facets)
                .unwrap_or_else(|| "2024-02-29".to_owned()),
            "gYear" => self.bound(facets).unwrap_or_else(|| "2024".to_owned()),
            "gYearMonth" => "2024-02".to_owned(),
            "gMonth" => "--02".to_owned(),
            "gMonthDay" => "--02-29".to_owned(),
            "gDay" => "---29".to_owned(),
            "hexBinary" => "0A".repeat(facets.lengths().0.max(1)),
            "base64Binary" => base64(facets.lengths().0.max(1)),
            "anyURI" => fitting(&format!("urn:example:{number}"), facets),
            "QName" | "NOTATION" => self.qname(),
            "language" => fitting("en", facets),
            "ID" | "IDREF" | "IDREFS" | "ENTITY" | "ENTITIES" | "Name" | "NCName" | "NMTOKEN"
            | "NMTOKENS" => fitting(&format!("n{number}"), facets),
            "decimal" => self.bound(facets).unwrap_or_else(|| decimal(facets)),
            name => match whole_number(name) {
                Some((min, max)) => self.bound(facets).unwrap_or_else(|| {
                    let bound = if self.is_least() { min } else { max };
                    bound
                        .unwrap_or(7)
                        .clamp(min.unwrap_or(i128::MIN), max.unwrap_or(i128::MAX))
                        .to_string()
                }),
                None => fitting(&format!("text {number}"), facets),
            },
        }
    }

    /// The lowest or the highest value that is allowed, if one is said.
    fn bound(&self, facets: &Facets<'d>) -> Option<String> {
        let exclusive = |kind, step: i128| {
            let bound: i128 = facets.get(kind)?.trim().parse().ok()?;
            Some((bound + step).to_string())
        };
        let inclusive = |kind| facets.get(kind).map(|bound| bound.trim().to_owned());
        let min = inclusive(Kind::MinInclusive).or_else(|| exclusive(Kind::MinExclusive, 1));
        let max = inclusive(Kind::MaxInclusive).or_else(|| exclusive(Kind::MaxExclusive, -1));
        if self.is_least() {
            min.or(max)
        } else {
            max.or(min)
        }
    }
}

/// The bounds of an integer type, if it is one.
fn whole_number(name: &str) -> Option<(Option<i128>, Option<i128>)> {
    let signed = |bits: u32| {
        (
            Some(-(1_i128 << (bits - 1))),
            Some((1_i128 << (bits - 1)) - 1),
        )
    };
    let unsigned = |bits: u32| (Some(0), Some((1_i128 << bits) - 1));
    Some(match name {
        "integer" => (None, None),
        "nonNegativeInteger" => (Some(0), None),
        "positiveInteger" => (Some(1), None),
        "nonPositiveInteger" => (None, Some(0)),
        "negativeInteger" => (None, Some(-1)),
        "long" => signed(64),
        "int" => signed(32),
        "short" => signed(16),
        "byte" => signed(8),
        "unsignedLong" => unsigned(64),
        "unsignedInt" => unsigned(32),
        "unsignedShort" => unsigned(16),
        "unsignedByte" => unsigned(8),
        _ => return None,
    })
}

fn decimal(facets: &Facets<'_>) -> String {
    match facets.number(Kind::FractionDigits) {
        Some(0) => "7".to_owned(),
        Some(digits) => format!("7.{}", "5".repeat(digits.min(2))),
        None => "7.50".to_owned(),
    }
}

/// A text of a length that is allowed, in the set of characters of `text`.
fn fitting(text: &str, facets: &Facets<'_>) -> String {
    let (min, max) = facets.lengths();
    let mut text: String = text.chars().take(max.unwrap_or(usize::MAX)).collect();
    let missing = min.saturating_sub(text.chars().count());
    text.push_str(&"x".repeat(missing));
    // White space at the end would not be there any more in a token.
    match text.strip_suffix(' ') {
        Some(start) => format!("{start}x"),
        None => text,
    }
}

/// A text that matches a pattern, and has a length that is allowed.
fn matching(pattern: &str, facets: &Facets<'_>) -> Option<String> {
    let pattern = Pattern::new(pattern);
    let alternatives = 0..6;
    let mut samples = alternatives.flat_map(|alternative| {
        let pattern = &pattern;
        (0..60).map(move |more| pattern.sample(more, alternative))
    });
    samples.find(|sample| facets.has_length(sample))
}

/// So many bytes in Base64.
fn base64(length: usize) -> String {
    let padding = (3 - length % 3) % 3;
    let digits = "AQID".repeat(length.div_ceil(3));
    let kept = digits.len() - padding;
    match padding {
        0 => digits,
        1 => format!("{}I=", digits.get(..kept - 1).unwrap_or_default()),
        _ => format!("{}Q==", digits.get(..kept - 1).unwrap_or_default()),
    }
}
