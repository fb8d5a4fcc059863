//! What the documents describe, without their syntax: types, elements and operations, all names resolved, groups put in
//! their places, and derived types with all that they have.
//!
//! Only what the operations reach is here, or what a schema has if there are none.

mod attributes;
mod booleans;
mod bound;
mod complex;
mod content;
mod derived;
mod documentation;
mod facets;
mod message;
mod service;
mod simple;
mod types;

use std::borrow::Cow;
use std::rc::Rc;

use super::diagnostic::Place;
use super::resolve::{BuiltIn, Key};
use crate::soap::SoapVersion;
use crate::xml::collapse;

pub(crate) use self::facets::{Facets, Limit};
pub(crate) use self::types::Builder;

/// A type in [`Model::types`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct TypeId(pub(crate) usize);

/// All that is reached.
#[derive(Debug, Default)]
pub(crate) struct Model<'a> {
    pub(crate) types: Vec<Type<'a>>,
    /// The elements at the top of the schemas that stand somewhere, or are messages.
    pub(crate) elements: Vec<Element<'a>>,
    /// The heads of substitution groups that messages, header blocks or details are.
    pub(crate) heads: Vec<Head<'a>>,
    pub(crate) services: Vec<Service<'a>>,
    /// The types that the user has.
    pub(crate) mapped: Vec<Mapped<'a>>,
}

impl<'a> Model<'a> {
    /// The namespace of the first request.
    pub(crate) fn namespace(&self) -> Option<&'a str> {
        let mut operations = self.services.iter().flat_map(|service| &service.operations);
        operations.find_map(|operation| match &operation.request.body {
            Body::Empty => None,
            Body::Elements(elements) => {
                let first = self.elements_of(elements.first()?).first()?;
                Some(self.elements.get(first.0)?.key.0)
            }
            Body::Rpc { key, .. } => Some(key.0),
        })
    }
}

/// A type that the user has for one of the schema.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mapped<'a> {
    pub(crate) path: &'a str,
    /// The type of XML Schema that it is for, if it is for one.
    pub(crate) built_in: Option<BuiltIn>,
}

impl Model<'_> {
    /// The type whose values a type has, whatever narrows them.
    pub(crate) fn unrestricted(&self, of: TypeRef) -> TypeRef {
        let TypeRef::Defined(id) = of else {
            return of;
        };
        match self.types.get(id.0).map(|of_type| &of_type.definition) {
            Some(Definition::Restricted(value, _)) => *value,
            _ => of,
        }
    }
}

impl<'a> Model<'a> {
    /// The type of the text of an element, if it has text and nothing else, whatever attributes it has. An element whose `xsi:type` may say
    /// another type may have other content.
    pub(crate) fn text_of(&self, element: TypeRef) -> Option<TypeRef> {
        let TypeRef::Defined(id) = element else {
            return Some(element);
        };
        match &self.types.get(id.0)?.definition {
            Definition::Complex(Complex {
                content: Content::Text(text),
                derived,
                ..
            }) if derived.is_empty() => Some(*text),
            Definition::Complex(_) | Definition::Broken => None,
            Definition::Enumeration(_)
            | Definition::List(_)
            | Definition::Union(_)
            | Definition::Restricted(..) => Some(element),
        }
    }

    /// The elements that may stand there.
    pub(crate) fn elements_of<'s>(&'s self, standing: &'s Standing) -> &'s [ElementId] {
        match standing {
            Standing::Element(element) => std::slice::from_ref(element),
            Standing::OneOf(head) => self.heads.get(head.0).map_or(&[], |head| &head.members),
        }
    }

    /// The values of a type, if it is those alone.
    pub(crate) fn enumeration(&self, of: TypeRef) -> Option<&Enumeration<'a>> {
        let TypeRef::Defined(id) = of else {
            return None;
        };
        match &self.types.get(id.0)?.definition {
            Definition::Enumeration(enumeration) => Some(enumeration),
            _ => None,
        }
    }
}

/// An element in [`Model::elements`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ElementId(pub(crate) usize);

/// The head of a substitution group in [`Model::heads`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct HeadId(pub(crate) usize);

/// The head of a substitution group, in whose place other elements may stand.
#[derive(Debug)]
pub(crate) struct Head<'a> {
    pub(crate) key: Key<'a>,
    /// The elements that may stand there, itself among them unless it is abstract.
    pub(crate) members: Vec<ElementId>,
}

/// What stands where a part of a message does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Standing {
    Element(ElementId),
    /// One of those that may stand in the place of a head.
    OneOf(HeadId),
}

/// A port of a service, with the operations that were asked for.
#[derive(Debug)]
pub(crate) struct Service<'a> {
    pub(crate) name: &'a str,
    pub(crate) version: SoapVersion,
    pub(crate) address: Option<&'a str>,
    pub(crate) operations: Vec<Operation<'a>>,
}

/// An operation.
#[derive(Debug)]
pub(crate) struct Operation<'a> {
    pub(crate) name: &'a str,
    pub(crate) documentation: Option<String>,
    pub(crate) action: Option<&'a str>,
    pub(crate) request: Message<'a>,
    /// None if nobody answers.
    pub(crate) response: Option<Message<'a>>,
    /// The elements that may stand in a fault's detail.
    pub(crate) faults: Vec<ElementId>,
    /// The blocks that may stand in the Header beside a fault.
    pub(crate) fault_headers: Vec<HeaderBlock>,
}

/// What goes in one direction.
#[derive(Debug, Default)]
pub(crate) struct Message<'a> {
    pub(crate) body: Body<'a>,
    pub(crate) headers: Vec<HeaderBlock>,
}

impl Message<'_> {
    /// Whether nothing stands in the Body.
    pub(crate) fn is_empty(&self) -> bool {
        self.body == Body::Empty
    }
}

/// A block of the Header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct HeaderBlock {
    pub(crate) element: Standing,
    pub(crate) is_required: bool,
}

/// What stands in the Body.
#[derive(Debug, Default, PartialEq)]
pub(crate) enum Body<'a> {
    #[default]
    Empty,
    /// An element, or several one behind the other.
    Elements(Vec<Standing>),
    /// An element of this name, with the parts in it (section 3.5 of the note on WSDL).
    Rpc {
        key: (&'a str, Cow<'a, str>),
        parts: Vec<Element<'a>>,
    },
}

/// A type: one of a schema that is not just another name for a built-in one.
#[derive(Debug)]
pub(crate) struct Type<'a> {
    pub(crate) name: TypeName<'a>,
    /// The target namespace of its schema.
    pub(crate) namespace: &'a str,
    pub(crate) place: Place,
    pub(crate) documentation: Option<String>,
    /// What of it is kept without a type, though it has one.
    pub(crate) fallback: Option<String>,
    pub(crate) definition: Definition<'a>,
}

/// What a type is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TypeName<'a> {
    /// By its schema.
    Global(&'a str),
    /// By the element or attribute that it is the type of, and by the type that has that.
    Inside {
        owner: Option<TypeId>,
        name: &'a str,
    },
}

/// What values a type has.
#[derive(Debug)]
pub(crate) enum Definition<'a> {
    Complex(Complex<'a>),
    Enumeration(Enumeration<'a>),
    List(TypeRef),
    Union(Vec<TypeRef>),
    /// The values of another type that these allow, where facets are asked for.
    Restricted(TypeRef, Facets),
    /// What could not be read: it was reported.
    Broken,
}

/// The values that a type has alone.
#[derive(Debug)]
pub(crate) struct Enumeration<'a> {
    /// The built-in type that they are values of, which says when a text is one of them.
    pub(crate) base: BuiltIn,
    pub(crate) values: Vec<Value<'a>>,
}

impl Enumeration<'_> {
    /// Whether a text is one of the values, however it spells it.
    pub(crate) fn has(&self, text: &str) -> bool {
        let (space, text) = (self.base.value_space(), collapse(text));
        self.values
            .iter()
            .any(|value| space.same(value.text, &text))
    }
}

/// A value of an enumeration.
#[derive(Debug)]
pub(crate) struct Value<'a> {
    pub(crate) text: &'a str,
    pub(crate) documentation: Option<String>,
}

/// A complex type, with all that it has from its base.
#[derive(Debug, Default)]
pub(crate) struct Complex<'a> {
    pub(crate) is_abstract: bool,
    pub(crate) content: Content<'a>,
    pub(crate) attributes: Vec<Attribute<'a>>,
    pub(crate) has_any_attribute: bool,
    /// The types that are derived from it and may stand in its place, with `xsi:type`.
    pub(crate) derived: Vec<TypeId>,
    /// The type that it extends, where that is to be a part of it.
    pub(crate) extended: Option<Extended<'a>>,
}

/// A type that another one extends.
#[derive(Debug)]
pub(crate) struct Extended<'a> {
    pub(crate) base: TypeId,
    /// What the other one has behind what it has from this one.
    pub(crate) own: Content<'a>,
}

/// What stands inside an element.
#[derive(Clone, Debug, Default)]
pub(crate) enum Content<'a> {
    #[default]
    Empty,
    /// Text of a simple type.
    Text(TypeRef),
    /// Elements, and text between them if it is mixed.
    Elements {
        particle: Rc<Particle<'a>>,
        is_mixed: bool,
    },
}

/// A type where it is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TypeRef {
    BuiltIn(BuiltIn),
    Defined(TypeId),
    /// A type of Rust that the user has for it, in [`Model::mapped`].
    Mapped(usize),
}

/// An attribute of a type.
#[derive(Clone, Debug)]
pub(crate) struct Attribute<'a> {
    /// Its namespace is empty unless it is qualified.
    pub(crate) key: Key<'a>,
    pub(crate) value: TypeRef,
    pub(crate) is_required: bool,
    /// What it is where it is absent, by `default` or `fixed`.
    pub(crate) default: Option<&'a str>,
    pub(crate) documentation: Option<String>,
    #[cfg_attr(
        not(feature = "schema"),
        expect(
            dead_code,
            reason = "where structs differ from it is said with its place"
        )
    )]
    pub(crate) place: Place,
}

/// How often something stands. `max` is `None` without a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occurs {
    pub(crate) min: u64,
    pub(crate) max: Option<u64>,
}

impl Occurs {
    pub(crate) const ONCE: Self = Self {
        min: 1,
        max: Some(1),
    };

    pub(crate) fn is_once(self) -> bool {
        self == Self::ONCE
    }

    /// Whether it may stand more than once.
    pub(crate) fn is_many(self) -> bool {
        self.max.is_none_or(|max| max > 1)
    }
}

/// A part of a content model, and how often it stands.
#[derive(Clone, Debug)]
pub(crate) struct Particle<'a> {
    pub(crate) occurs: Occurs,
    pub(crate) term: Term<'a>,
}

/// What a part of a content model is.
#[derive(Clone, Debug)]
pub(crate) enum Term<'a> {
    Element(Element<'a>),
    /// `xs:sequence`, and `xs:all`, whose order nobody insists on.
    Sequence(Group<'a>),
    Choice(Group<'a>),
    /// `xs:any`, and the namespace of its elements if it is for one alone.
    Any(Option<&'a str>),
}

/// Parts that stand together.
#[derive(Clone, Debug)]
pub(crate) struct Group<'a> {
    /// The name of the group of the schema, or of the head of the substitution group.
    pub(crate) name: Option<&'a str>,
    pub(crate) particles: Vec<Rc<Particle<'a>>>,
}

/// An element.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Element<'a> {
    /// Its namespace is empty if it is not qualified.
    pub(crate) key: Key<'a>,
    pub(crate) value: TypeRef,
    pub(crate) is_nillable: bool,
    /// What an empty one is, by `default` or `fixed`.
    pub(crate) default: Option<&'a str>,
    pub(crate) documentation: Option<Rc<str>>,
    pub(crate) place: Place,
}
