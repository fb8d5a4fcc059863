//! Components as a document.

use super::components::{
    Attribute, ComplexType, Content, Definition, Element, Occurs, Particle, Schema, SimpleType,
    Term, TypeUse, Wildcard, XS,
};
use super::prefixes::Prefixes;
use crate::qname::QName;
use crate::xml;

/// An element of XML Schema.
fn xs(local: &'static str) -> xml::Element {
    xml::Element::new(XS, local).with_prefix("xs")
}

/// The element with an attribute, if there is a value for it.
pub(super) fn with(
    element: xml::Element,
    local: &'static str,
    value: Option<impl Into<String>>,
) -> xml::Element {
    match value {
        Some(value) => element.with_attribute("", local, value),
        None => element,
    }
}

impl Schema {
    /// `xs:schema`, with imports of the namespaces that it refers to; `location` says where their schemas are, where they are not
    /// in the same document.
    pub(super) fn to_element(
        &self,
        imports: &[&'static str],
        location: impl Fn(&str) -> Option<String>,
    ) -> xml::Element {
        let prefixes = Prefixes::new(self.namespace, imports.iter().copied());
        let mut schema = with(xs("schema"), "targetNamespace", some(self.namespace))
            .with_attribute("", "elementFormDefault", "qualified");
        schema = prefixes.declared_on(schema);
        for import in imports {
            let printed = with(xs("import"), "namespace", some(import));
            schema = schema.with_child(with(printed, "schemaLocation", location(import)));
        }
        let printer = Printer { prefixes };
        for element in &self.elements {
            schema = schema.with_child(printer.element(element, true));
        }
        for attribute in &self.attributes {
            let declared = xs("attribute").with_attribute("", "name", attribute.name.local());
            schema = schema.with_child(printer.typed(declared, &attribute.type_use));
        }
        for (name, definition) in &self.types {
            if let Some(definition) = definition {
                schema = schema.with_child(printer.definition(definition, Some(name)));
            }
        }
        schema
    }
}

/// The namespace, if it is one.
fn some(namespace: &str) -> Option<&str> {
    Some(namespace).filter(|namespace| !namespace.is_empty())
}

struct Printer {
    prefixes: Prefixes,
}

impl Printer {
    fn definition(&self, definition: &Definition, name: Option<&str>) -> xml::Element {
        match definition {
            Definition::Simple(simple) => self.simple(simple, name),
            Definition::Complex(complex) => self.complex(complex, name),
        }
    }

    /// The element with its type: as an attribute, or inside.
    fn typed(&self, element: xml::Element, type_use: &TypeUse) -> xml::Element {
        match type_use {
            TypeUse::Named(name) => element.with_attribute("", "type", self.prefixes.name(name)),
            TypeUse::Inside(definition) => element.with_child(self.definition(definition, None)),
        }
    }

    fn element(&self, element: &Element, is_global: bool) -> xml::Element {
        let printed = xs("element").with_attribute("", "name", element.local);
        let form = (!is_global && !element.is_qualified).then_some("unqualified");
        let printed = with(printed, "form", form);
        self.with_facts(printed, element)
    }

    fn with_facts(&self, printed: xml::Element, element: &Element) -> xml::Element {
        let mut printed = printed;
        if let TypeUse::Named(name) = &element.type_use {
            printed = printed.with_attribute("", "type", self.prefixes.name(name));
        }
        printed = with(printed, "nillable", element.is_nillable.then_some("true"));
        printed = with(printed, "default", element.default);
        if let Some(origin) = &element.origin {
            printed = printed.with_child(annotation(origin));
        }
        if let TypeUse::Inside(definition) = &element.type_use {
            printed = printed.with_child(self.definition(definition, None));
        }
        printed
    }

    fn particle(&self, particle: &Particle) -> xml::Element {
        let printed = match &particle.term {
            Term::Element(element) => self.element(element, false),
            Term::Reference(name) => {
                xs("element").with_attribute("", "ref", self.prefixes.name(name))
            }
            Term::Sequence(particles) => self.group(xs("sequence"), particles),
            Term::Choice(particles) => self.group(xs("choice"), particles),
            Term::Any(wildcard) => {
                let namespace = match wildcard {
                    Wildcard::Any => "##any",
                    Wildcard::Other => "##other",
                    Wildcard::Namespace("") => "##local",
                    Wildcard::Namespace(namespace) => namespace,
                };
                xs("any")
                    .with_attribute("", "namespace", namespace)
                    .with_attribute("", "processContents", "lax")
            }
        };
        occurring(printed, particle.occurs)
    }

    fn group(&self, group: xml::Element, particles: &[Particle]) -> xml::Element {
        let particles = particles.iter();
        particles.fold(group, |group, particle| {
            group.with_child(self.particle(particle))
        })
    }

    fn complex(&self, complex: &ComplexType, name: Option<&str>) -> xml::Element {
        let printed = with(xs("complexType"), "name", name);
        let printed = with(printed, "abstract", complex.is_abstract.then_some("true"));
        let (particles, is_mixed) = match &complex.content {
            Content::Elements {
                particles,
                is_mixed,
            } => (particles, *is_mixed),
            Content::Text(text) => {
                let base = text.as_ref().or(complex.base.as_ref());
                let content = xs("simpleContent").with_child(self.extension(complex, base, &[]));
                return printed.with_child(content);
            }
        };
        let printed = with(printed, "mixed", is_mixed.then_some("true"));
        if let Some(base) = &complex.base {
            let extension = self.extension(complex, Some(base), particles);
            return printed.with_child(xs("complexContent").with_child(extension));
        }
        self.content(printed, complex, particles)
    }

    fn extension(
        &self,
        complex: &ComplexType,
        base: Option<&QName>,
        particles: &[Particle],
    ) -> xml::Element {
        let base = base.map(|base| self.prefixes.name(base));
        self.content(with(xs("extension"), "base", base), complex, particles)
    }

    /// Adds the content model and the attributes.
    fn content(
        &self,
        printed: xml::Element,
        complex: &ComplexType,
        particles: &[Particle],
    ) -> xml::Element {
        let mut printed = match particles {
            [] => printed,
            [only] if matches!(only.term, Term::Choice(_) | Term::Sequence(_)) => {
                printed.with_child(self.particle(only))
            }
            _ => printed.with_child(self.group(xs("sequence"), particles)),
        };
        for attribute in &complex.attributes {
            printed = printed.with_child(self.attribute(attribute));
        }
        if complex.has_any_attribute {
            let any = xs("anyAttribute")
                .with_attribute("", "namespace", "##any")
                .with_attribute("", "processContents", "lax");
            printed = printed.with_child(any);
        }
        printed
    }

    fn attribute(&self, attribute: &Attribute) -> xml::Element {
        let name = &attribute.name;
        let is_local = name.namespace().is_empty();
        let key = if is_local { "name" } else { "ref" };
        let printed = xs("attribute").with_attribute("", key, self.prefixes.name(name));
        let mut printed = match &attribute.type_use {
            TypeUse::Named(name) if is_local => {
                printed.with_attribute("", "type", self.prefixes.name(name))
            }
            _ => printed,
        };
        printed = with(printed, "use", attribute.is_required.then_some("required"));
        printed = with(printed, "default", attribute.default);
        if let Some(origin) = &attribute.origin {
            printed = printed.with_child(annotation(origin));
        }
        match &attribute.type_use {
            TypeUse::Inside(definition) if is_local => {
                printed.with_child(self.definition(definition, None))
            }
            _ => printed,
        }
    }

    fn simple(&self, simple: &SimpleType, name: Option<&str>) -> xml::Element {
        let printed = with(xs("simpleType"), "name", name);
        match simple {
            SimpleType::Restriction { base, values } => {
                let restriction =
                    xs("restriction").with_attribute("", "base", self.prefixes.name(base));
                // `xs:boolean` has no values that a facet could name (part 2, section 3.2.2.3): patterns can.
                let is_boolean = base.is(XS, "boolean");
                let facet = if is_boolean { "pattern" } else { "enumeration" };
                printed.with_child(values.iter().fold(restriction, |restriction, value| {
                    let value = xs(facet).with_attribute("", "value", *value);
                    restriction.with_child(value)
                }))
            }
            SimpleType::List(item) => printed.with_child(match item {
                TypeUse::Named(name) => {
                    xs("list").with_attribute("", "itemType", self.prefixes.name(name))
                }
                TypeUse::Inside(definition) => {
                    xs("list").with_child(self.definition(definition, None))
                }
            }),
            SimpleType::Union(members) => printed.with_child(self.union(members)),
        }
    }

    fn union(&self, members: &[TypeUse]) -> xml::Element {
        let mut names = Vec::new();
        let mut inside = Vec::new();
        for member in members {
            match member {
                TypeUse::Named(name) => names.push(self.prefixes.name(name)),
                TypeUse::Inside(definition) => inside.push(self.definition(definition, None)),
            }
        }
        let names = (!names.is_empty()).then(|| names.join(" "));
        let union = with(xs("union"), "memberTypes", names);
        inside.into_iter().fold(union, xml::Element::with_child)
    }
}

fn occurring(element: xml::Element, occurs: Occurs) -> xml::Element {
    let min = (occurs.min != 1).then(|| occurs.min.to_string());
    let max = match occurs.max {
        Some(1) => None,
        Some(max) => Some(max.to_string()),
        None => Some("unbounded".to_owned()),
    };
    with(with(element, "minOccurs", min), "maxOccurs", max)
}

fn annotation(text: &str) -> xml::Element {
    xs("annotation").with_child(xs("documentation").with_text(text))
}
