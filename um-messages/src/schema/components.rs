//! A schema without its syntax (XML Schema part 1, section 2.2): as much of one as structs can say.

use crate::qname::QName;

/// The namespace of XML Schema.
pub(super) const XS: &str = "http://www.w3.org/2001/XMLSchema";

/// The schemas of all namespaces, in the order in which they were first needed.
#[derive(Debug, Default)]
pub(super) struct Schemas {
    pub(super) all: Vec<Schema>,
}

/// The schema of one target namespace.
#[derive(Debug, Default)]
pub(super) struct Schema {
    /// Empty for none.
    pub(super) namespace: &'static str,
    pub(super) elements: Vec<Element>,
    pub(super) attributes: Vec<Attribute>,
    /// None of a type that is being defined: it may be recursive.
    pub(super) types: Vec<(String, Option<Definition>)>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Definition {
    Simple(SimpleType),
    Complex(ComplexType),
}

/// A type where it is used.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TypeUse {
    Named(QName),
    Inside(Box<Definition>),
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum SimpleType {
    /// With values, one of these.
    Restriction {
        base: QName,
        values: Vec<&'static str>,
    },
    List(TypeUse),
    Union(Vec<TypeUse>),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ComplexType {
    pub(super) is_abstract: bool,
    /// What it extends.
    pub(super) base: Option<QName>,
    pub(super) content: Content,
    pub(super) attributes: Vec<Attribute>,
    pub(super) has_any_attribute: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Content {
    Elements {
        particles: Vec<Particle>,
        is_mixed: bool,
    },
    /// Text of this simple type, or that of the base.
    Text(Option<QName>),
}

impl Default for Content {
    fn default() -> Self {
        Self::Elements {
            particles: Vec::new(),
            is_mixed: false,
        }
    }
}

/// A part of a content model, and how often it stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Particle {
    pub(super) occurs: Occurs,
    pub(super) term: Term,
}

/// `minOccurs` and `maxOccurs`; no maximum is `unbounded`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Occurs {
    pub(super) min: usize,
    pub(super) max: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Term {
    Element(Element),
    /// An element at the top of the schema of its namespace.
    Reference(QName),
    Sequence(Vec<Particle>),
    Choice(Vec<Particle>),
    Any(Wildcard),
}

/// Whose elements a wildcard takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Wildcard {
    /// `##any`
    Any,
    /// `##other`
    Other,
    Namespace(&'static str),
}

/// An element, at the top of a schema or in a content model.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Element {
    pub(super) local: &'static str,
    pub(super) is_qualified: bool,
    pub(super) type_use: TypeUse,
    pub(super) is_nillable: bool,
    pub(super) default: Option<&'static str>,
    /// Where it is in Rust, if the schema is to say it.
    pub(super) origin: Option<String>,
}

/// An attribute, at the top of a schema or of a type.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attribute {
    /// In a namespace if it is one at the top of the schema of that.
    pub(super) name: QName,
    pub(super) type_use: TypeUse,
    pub(super) is_required: bool,
    pub(super) default: Option<&'static str>,
    pub(super) origin: Option<String>,
}

impl Schemas {
    /// Does something with the schema of a namespace.
    pub(super) fn with<R>(
        &mut self,
        namespace: &'static str,
        change: impl FnOnce(&mut Schema) -> R,
    ) -> R {
        let mut all = self.all.iter_mut();
        if let Some(known) = all.find(|schema| schema.namespace == namespace) {
            return change(known);
        }
        let mut schema = Schema {
            namespace,
            ..Schema::default()
        };
        let result = change(&mut schema);
        self.all.push(schema);
        result
    }
}

impl Occurs {
    pub(super) const ONCE: Self = Self {
        min: 1,
        max: Some(1),
    };
}
