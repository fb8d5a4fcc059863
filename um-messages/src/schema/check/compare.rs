//! Two models, element by element.

use std::collections::HashSet;

use super::content::{Inventory, expression};
use super::difference::Difference;
use super::values::{Kind, accepts, are_texts, kind_of};
use crate::wsdl::diagnostic::Place;
use crate::wsdl::model::{
    Attribute, Complex, Content, Element, ElementId, Enumeration, Model, Occurs, Particle, Type,
    TypeId, TypeName, TypeRef,
};
use crate::wsdl::resolve::{BuiltIn, shown};

/// How deep elements are compared that stand in one another: types may be recursive in two ways.
const MAX_DEPTH: usize = 64;

pub(super) struct Comparison<'m, 'a> {
    pub(super) wsdl: &'m Model<'a>,
    pub(super) rust: &'m Model<'a>,
    pub(super) found: Vec<Difference>,
    /// The pairs of types that have been compared.
    seen: HashSet<(TypeRef, TypeRef)>,
    path: Vec<String>,
}

/// Where both sides say what is compared.
#[derive(Clone, Copy)]
pub(super) struct Places<'p> {
    wsdl: Option<&'p Place>,
    rust: Option<&'p str>,
}

impl<'m, 'a> Comparison<'m, 'a> {
    pub(super) fn new(wsdl: &'m Model<'a>, rust: &'m Model<'a>) -> Self {
        Self {
            wsdl,
            rust,
            found: Vec::new(),
            seen: HashSet::new(),
            path: Vec::new(),
        }
    }

    /// Two elements at the top.
    pub(super) fn roots(&mut self, of_wsdl: ElementId, of_rust: ElementId) {
        let elements = (
            self.wsdl.elements.get(of_wsdl.0),
            self.rust.elements.get(of_rust.0),
        );
        if let (Some(of_wsdl), Some(of_rust)) = elements {
            self.within(of_wsdl.key.1.to_owned(), |it| it.elements(of_wsdl, of_rust));
        }
    }

    /// A type, and an element that is one.
    pub(super) fn type_and_root(&mut self, of_wsdl: TypeRef, of_rust: ElementId, name: &str) {
        if let Some(element) = self.rust.elements.get(of_rust.0) {
            let places = Places {
                wsdl: None,
                rust: element.documentation.as_deref(),
            };
            self.within(name.to_owned(), |it| {
                it.types(of_wsdl, element.value, places);
            });
        }
    }

    pub(super) fn within(&mut self, step: String, compare: impl FnOnce(&mut Self)) {
        self.path.push(step);
        if self.path.len() < MAX_DEPTH {
            compare(self);
        }
        self.path.pop();
    }

    pub(super) fn differ(&mut self, what: impl Into<String>, places: Places<'_>) {
        let mut difference = Difference::new(self.path.join("/"), what).in_rust(places.rust);
        if let Some(place) = places.wsdl {
            difference = difference.described_at(place);
        }
        self.found.push(difference);
    }

    pub(super) fn elements(&mut self, of_wsdl: &Element<'a>, of_rust: &Element<'a>) {
        let places = Places {
            wsdl: Some(&of_wsdl.place),
            rust: of_rust.documentation.as_deref(),
        };
        let is_kept = of_rust.value == TypeRef::BuiltIn(BuiltIn::AnyType);
        if of_wsdl.is_nillable != of_rust.is_nillable && !is_kept {
            let what = if of_wsdl.is_nillable {
                "may be nil in the description, and not in Rust"
            } else {
                "may be nil in Rust, and not in the description"
            };
            self.differ(what, places);
        }
        self.defaults(of_wsdl.default, of_rust.default, places);
        self.types(of_wsdl.value, of_rust.value, places);
    }

    /// A default that is described need not be one in Rust, where an `Option` tells absent from there.
    fn defaults(&mut self, of_wsdl: Option<&str>, of_rust: Option<&str>, places: Places<'_>) {
        if let Some(own) = of_rust.filter(|own| of_wsdl != Some(own)) {
            let described = of_wsdl.map_or_else(|| "none".to_owned(), |text| format!("`{text}`"));
            let what =
                format!("has the default {described} in the description, and `{own}` in Rust");
            self.differ(what, places);
        }
    }

    pub(super) fn types(&mut self, of_wsdl: TypeRef, of_rust: TypeRef, places: Places<'_>) {
        if !self.seen.insert((of_wsdl, of_rust)) {
            return;
        }
        let (described, own) = (kind_of(self.wsdl, of_wsdl), kind_of(self.rust, of_rust));
        match (&described, &own) {
            (Kind::Unknown, _)
            | (_, Kind::Unknown)
            | (Kind::Tokens, Kind::List(_) | Kind::BuiltIn(BuiltIn::String)) => {}
            (Kind::BuiltIn(described), Kind::BuiltIn(own)) if accepts(*described, *own) => {}
            (Kind::Values(described, _), Kind::Values(own, _)) => {
                self.values(described, own, places);
            }
            // An enum that keeps any other text.
            (Kind::BuiltIn(described), Kind::Values(_, true))
                if accepts(*described, BuiltIn::String) => {}
            (Kind::List(described), Kind::List(own)) => self.types(*described, *own, places),
            (Kind::Union(members), Kind::BuiltIn(BuiltIn::String)) if are_texts(members) => {}
            (Kind::Union(described), Kind::Union(own)) if described.len() == own.len() => {
                for (described, own) in described.iter().zip(own.iter()) {
                    self.types(*described, *own, places);
                }
            }
            (Kind::Complex(described), Kind::Complex(own)) => self.complex(described, own, places),
            // A text with attributes that are none.
            (
                Kind::Complex(Complex {
                    content: Content::Text(text),
                    attributes,
                    ..
                }),
                _,
            ) if attributes.is_empty() => {
                self.types(*text, of_rust, places);
            }
            (
                _,
                Kind::Complex(Complex {
                    content: Content::Text(text),
                    attributes,
                    ..
                }),
            ) if attributes.is_empty() => {
                self.types(of_wsdl, *text, places);
            }
            _ => {
                let what = format!("is {described} in the description, and {own} in Rust");
                self.differ(what, places);
            }
        }
    }

    /// Values are the same as those of the types that they are said to be of: `2.0` is `2`.
    fn values(&mut self, described: &Enumeration<'_>, own: &Enumeration<'_>, places: Places<'_>) {
        for missing in described.values.iter().filter(|value| !own.has(value.text)) {
            self.differ(
                format!("has the value `{}` in the description alone", missing.text),
                places,
            );
        }
        let superfluous = own.values.iter().filter(|value| !described.has(value.text));
        for value in superfluous {
            let value = value.text;
            self.differ(format!("has the value `{value}` in Rust alone"), places);
        }
    }

    fn complex(&mut self, described: &Complex<'a>, own: &Complex<'a>, places: Places<'_>) {
        self.derived(&described.derived, &own.derived, places);
        // Nothing is of an abstract type: what it has, those that are derived from it have.
        if described.is_abstract && own.is_abstract {
            return;
        }
        self.attributes(described, own, places);
        match (&described.content, &own.content) {
            (Content::Text(described), Content::Text(own)) => self.types(*described, *own, places),
            (Content::Text(_), _) => {
                self.differ("has text in the description, and none in Rust", places);
            }
            (_, Content::Text(_)) => {
                self.differ("has text in Rust, and none in the description", places);
            }
            (described, own) => self.contents(described, own, places),
        }
    }

    fn attributes(&mut self, described: &Complex<'a>, own: &Complex<'a>, places: Places<'_>) {
        for attribute in &described.attributes {
            let found = own.attributes.iter().find(|own| own.key == attribute.key);
            let Some(own) = found else {
                self.missing_attribute(attribute, own, places);
                continue;
            };
            let places = Places {
                wsdl: Some(&attribute.place),
                rust: own.documentation.as_deref(),
            };
            self.within(format!("@{}", attribute.key.1), |it| {
                it.attribute(attribute, own, places);
            });
        }
        for attribute in &own.attributes {
            let is_known = described
                .attributes
                .iter()
                .any(|known| known.key == attribute.key);
            if !is_known && !described.has_any_attribute {
                let what = format!("has the attribute {} in Rust alone", shown(attribute.key));
                let rust = attribute.documentation.as_deref();
                self.differ(what, Places { rust, ..places });
            }
        }
        if described.has_any_attribute && !own.has_any_attribute {
            self.differ(
                "may have any attribute in the description, and not in Rust",
                places,
            );
        }
    }

    fn missing_attribute(
        &mut self,
        attribute: &Attribute<'a>,
        own: &Complex<'a>,
        places: Places<'_>,
    ) {
        if own.has_any_attribute && !attribute.is_required {
            return;
        }
        let form = own
            .attributes
            .iter()
            .find(|own| own.key.1 == attribute.key.1);
        let form = form.map(|other| format!(", where it is {}", shown_in(other.key.0)));
        let what = format!(
            "has the {} attribute {} in the description alone{}",
            if attribute.is_required {
                "required"
            } else {
                "optional"
            },
            shown(attribute.key),
            form.unwrap_or_default(),
        );
        let wsdl = Some(&attribute.place);
        self.differ(what, Places { wsdl, ..places });
    }

    fn attribute(&mut self, described: &Attribute<'a>, own: &Attribute<'a>, places: Places<'_>) {
        match (described.is_required, own.is_required) {
            (true, false) => self.differ(
                "is required in the description, and optional in Rust",
                places,
            ),
            (false, true) => self.differ(
                "is optional in the description, and required in Rust",
                places,
            ),
            _ => {}
        }
        self.defaults(described.default, own.default, places);
        self.types(described.value, own.value, places);
    }

    fn contents(&mut self, described: &Content<'a>, own: &Content<'a>, places: Places<'_>) {
        let (described, described_mixed) = particle_of(described);
        let (own, own_mixed) = particle_of(own);
        if described_mixed != own_mixed {
            let what = if described_mixed {
                "may have text between its elements in the description, and not in Rust"
            } else {
                "may have text between its elements in Rust, and not in the description"
            };
            self.differ(what, places);
        }
        self.particles(described, own, places);
    }

    /// Two content models: first what stands in them, and if that is the same, how it stands.
    pub(super) fn particles(
        &mut self,
        described: Option<&Particle<'a>>,
        own: Option<&Particle<'a>>,
        places: Places<'_>,
    ) {
        let before = self.found.len();
        let (described_all, own_all) = (Inventory::of(described), Inventory::of(own));
        self.inventories(&described_all, &own_all, places);
        if self.found.len() > before {
            return;
        }
        let (described, own) = (expression(described), expression(own));
        if described != own {
            let what = format!("is {described} in the description, and {own} in Rust");
            self.differ(what, places);
        }
    }

    fn inventories(
        &mut self,
        described: &Inventory<'_, 'a>,
        own: &Inventory<'_, 'a>,
        places: Places<'_>,
    ) {
        for entry in &described.entries {
            let element = entry.element;
            match own.find(element.key) {
                None => self.missing_element(entry.element, entry.occurs, own, places),
                Some(found) => self.within(element.key.1.to_owned(), |it| {
                    let places = Places {
                        wsdl: Some(&element.place),
                        rust: found.element.documentation.as_deref(),
                    };
                    // What has a default may be absent in Rust, and is written all the same.
                    let mut own = found.occurs;
                    if element.default.is_some() && own.max == Some(1) {
                        own.min = entry.occurs.min;
                    }
                    if entry.occurs != own {
                        let what = format!(
                            "stands {} in the description, and {} in Rust",
                            times(entry.occurs),
                            times(own)
                        );
                        it.differ(what, places);
                    }
                    it.elements(element, found.element);
                }),
            }
        }
        for entry in &own.entries {
            if described.find(entry.element.key).is_none() && !described.has_any {
                let what = format!("has the element {} in Rust alone", shown(entry.element.key));
                let rust = entry.element.documentation.as_deref();
                self.differ(what, Places { rust, ..places });
            }
        }
        if described.has_any && !own.has_any {
            self.differ(
                "may have any element in the description, and not in Rust",
                places,
            );
        } else if own.has_any && !described.has_any {
            self.differ(
                "may have any element in Rust, and not in the description",
                places,
            );
        }
    }

    fn missing_element(
        &mut self,
        element: &Element<'a>,
        occurs: Occurs,
        own: &Inventory<'_, 'a>,
        places: Places<'_>,
    ) {
        let mut entries = own.entries.iter();
        let other = entries.find(|entry| entry.element.key.1 == element.key.1);
        let other = other.map(|other| format!(", where it is {}", shown_in(other.element.key.0)));
        let what = format!(
            "has the element {}, which stands {}, in the description alone{}",
            shown(element.key),
            times(occurs),
            other.unwrap_or_default(),
        );
        let wsdl = Some(&element.place);
        self.differ(what, Places { wsdl, ..places });
    }

    /// The types that may stand for this one.
    fn derived(&mut self, described: &[TypeId], own: &[TypeId], places: Places<'_>) {
        for id in described {
            let Some(of_type) = self.wsdl.types.get(id.0) else {
                continue;
            };
            let found = own.iter().find_map(|id| {
                let own = self.rust.types.get(id.0)?;
                (name_of(own) == name_of(of_type)).then_some(*id)
            });
            match (found, name_of(of_type)) {
                (Some(found), Some((_, local))) => self.within(local.to_owned(), |it| {
                    it.types(TypeRef::Defined(*id), TypeRef::Defined(found), places);
                }),
                (None, Some(name)) => {
                    let what = format!(
                        "may be of the type {} in the description, and not in Rust",
                        shown(name)
                    );
                    let wsdl = Some(&of_type.place);
                    self.differ(what, Places { wsdl, ..places });
                }
                _ => {}
            }
        }
        for id in own {
            let own = self.rust.types.get(id.0).and_then(name_of);
            let mut described = described.iter().filter_map(|id| self.wsdl.types.get(id.0));
            if let Some(name) = own.filter(|own| !described.any(|it| name_of(it) == Some(*own))) {
                let what = format!(
                    "may be of the type {} in Rust, and not in the description",
                    shown(name)
                );
                self.differ(what, places);
            }
        }
    }
}

impl Places<'_> {
    pub(super) const NONE: Self = Self {
        wsdl: None,
        rust: None,
    };
}

fn name_of<'a>(of_type: &Type<'a>) -> Option<(&'a str, &'a str)> {
    match of_type.name {
        TypeName::Global(local) => Some((of_type.namespace, local)),
        TypeName::Inside { .. } => None,
    }
}

/// The content model of a type.
pub(super) fn content_of<'m, 'a>(model: &'m Model<'a>, of: TypeRef) -> Option<&'m Particle<'a>> {
    match kind_of(model, of) {
        Kind::Complex(complex) => particle_of(&complex.content).0,
        _ => None,
    }
}

fn particle_of<'c, 'a>(content: &'c Content<'a>) -> (Option<&'c Particle<'a>>, bool) {
    match content {
        Content::Elements { particle, is_mixed } => (Some(particle), *is_mixed),
        Content::Empty | Content::Text(_) => (None, false),
    }
}

fn shown_in(namespace: &str) -> String {
    if namespace.is_empty() {
        "in no namespace".to_owned()
    } else {
        format!("in the namespace `{namespace}`")
    }
}

/// How often something stands, in words.
fn times(occurs: Occurs) -> String {
    match (occurs.min, occurs.max) {
        (1, Some(1)) => "once".to_owned(),
        (0, Some(1)) => "at most once".to_owned(),
        (0, None) => "any number of times".to_owned(),
        (1, None) => "at least once".to_owned(),
        (min, None) => format!("at least {min} times"),
        (min, Some(max)) if min == max => format!("{min} times"),
        (min, Some(max)) => format!("{min} to {max} times"),
    }
}
