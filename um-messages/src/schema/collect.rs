//! From descriptions to components: each type once, under a name of its own.

use std::collections::{HashMap, HashSet};

use super::components::{
    Attribute, ComplexType, Content, Definition, Element, Occurs, Particle, Schemas, SimpleType,
    Term, TypeUse, XS,
};
use super::options::Options;
use super::scope::Scope;
use super::survey::{Base, Survey};
use crate::error::{Error, ErrorKind, Result, Shown};
use crate::qname::QName;
use crate::xml::description::{Describe, Description, Named, Shape};

/// A type in a place: one without a namespace of its own is another one in another namespace.
type Identity = (&'static str, Scope);

pub(super) struct Collector<'o> {
    pub(super) options: &'o Options,
    pub(super) survey: Survey,
    pub(super) schemas: Schemas,
    names: HashMap<Identity, QName>,
    taken: HashSet<QName>,
}

/// A type where it is used, and whether nil stands for it as well.
#[derive(Clone, Debug)]
pub(super) struct Use {
    pub(super) type_use: TypeUse,
    pub(super) is_nillable: bool,
}

impl From<TypeUse> for Use {
    fn from(type_use: TypeUse) -> Self {
        Self {
            type_use,
            is_nillable: false,
        }
    }
}

/// The name of a type of XML Schema.
pub(super) fn built_in(local: &'static str) -> QName {
    QName::new(XS, local)
}

fn inside(definition: Definition) -> TypeUse {
    TypeUse::Inside(Box::new(definition))
}

/// A type that is its content, but with a name.
fn restriction(base: QName) -> SimpleType {
    SimpleType::Restriction {
        base,
        values: Vec::new(),
    }
}

impl<'o> Collector<'o> {
    fn new(options: &'o Options, survey: Survey) -> Self {
        // What is told apart by `xsi:type` has the name that is said there.
        let taken = survey.names.values().cloned().collect();
        Self {
            options,
            survey,
            schemas: Schemas::default(),
            names: HashMap::new(),
            taken,
        }
    }

    /// That of all types that these reach.
    pub(super) fn of(options: &'o Options, roots: impl Iterator<Item = Describe>) -> Self {
        let mut survey = Survey::default();
        for root in roots {
            survey.root(root(), Scope::new(""));
        }
        Self::new(options, survey)
    }

    /// An element at the top of the schema of its namespace, for a type that names it.
    pub(super) fn root(&mut self, value: Describe) -> Result<QName> {
        let description = value();
        let named = description.named().ok_or_else(unsaid)?;
        let namespace = named.info.namespace.unwrap_or_default();
        // The schema of the first root is the first one.
        self.schemas.with(namespace, |_| ());
        let content = self.root_content(description, Scope::new(namespace))?;
        let name = QName::new(namespace, named.info.name);
        let mut element = Element::of(named.info.name, content);
        element.origin = self.origin_of(named);
        self.global_element(namespace, element)?;
        Ok(name)
    }

    /// What stands in a root: in the element itself, unless fields have it as well.
    fn root_content(&mut self, description: Description, scope: Scope) -> Result<Use> {
        match *description.shape() {
            Shape::Newtype(named, value) => self.use_of(value, scope.of(&named)),
            Shape::Fields(named, fields) if !self.survey.in_fields.contains(named.rust) => {
                let definition = self.struct_definition(&named, fields, scope.of(&named))?;
                Ok(as_use(definition).into())
            }
            Shape::List(named, entry) => {
                let list = self.list(entry, scope.of(&named))?;
                Ok(inside(Definition::Simple(list)).into())
            }
            _ => self.described(description, scope),
        }
    }

    /// A type where a field or another type has it.
    pub(super) fn use_of(&mut self, value: Describe, scope: Scope) -> Result<Use> {
        self.described(value(), scope)
    }

    fn described(&mut self, description: Description, scope: Scope) -> Result<Use> {
        let name = match *description.shape() {
            Shape::Unknown => return Err(unsaid()),
            Shape::Any => {
                // What keeps an element as it is keeps one that is nil.
                return Ok(Use {
                    type_use: TypeUse::Named(built_in("anyType")),
                    is_nillable: true,
                });
            }
            Shape::BuiltIn(local) => built_in(local),
            Shape::Nothing => {
                let nothing = Definition::Complex(ComplexType::default());
                return Ok(inside(nothing).into());
            }
            Shape::Nillable(value) => {
                let mut content = self.use_of(value, scope)?;
                content.is_nillable = true;
                return Ok(content);
            }
            Shape::Newtype(named, value) => return self.newtype(&named, value, scope),
            Shape::List(named, entry) => self.named(&named, scope, |it, scope| {
                it.list(entry, scope).map(Definition::Simple)
            })?,
            Shape::Values {
                named,
                texts,
                is_open,
                base,
            } => self.named(&named, scope, |it, _| {
                Ok(Definition::Simple(it.values(texts, is_open, base)))
            })?,
            Shape::Union(named, members) => self.named(&named, scope, |it, scope| {
                let members = members.iter();
                let members = members.map(|member| Ok(it.use_of(*member, scope)?.type_use));
                let members = members.collect::<Result<_>>()?;
                Ok(Definition::Simple(SimpleType::Union(members)))
            })?,
            Shape::Fields(named, fields) => return self.use_of_struct(&named, fields, scope),
            Shape::XsiTypes(named, variants) => return self.xsi_types(&named, variants, scope),
        };
        Ok(TypeUse::Named(name).into())
    }

    /// Another name for a simple type is a type; what else it is another name for, it is.
    fn newtype(&mut self, named: &Named, value: Describe, scope: Scope) -> Result<Use> {
        let content = self.use_of(value, scope.of(named))?;
        let TypeUse::Named(base) = &content.type_use else {
            return Ok(content);
        };
        if content.is_nillable || !self.is_simple(base) {
            return Ok(content);
        }
        let base = base.clone();
        let name = self.named(named, scope, |_, _| {
            Ok(Definition::Simple(restriction(base)))
        })?;
        Ok(TypeUse::Named(name).into())
    }

    fn is_simple(&self, name: &QName) -> bool {
        if name.namespace() == XS {
            return name.local() != "anyType";
        }
        let mut schemas = self.schemas.all.iter();
        let schema = schemas.find(|schema| schema.namespace == name.namespace());
        let types = schema.map_or(&[][..], |schema| &schema.types);
        let found = types.iter().find(|(local, _)| local == name.local());
        matches!(found, Some((_, Some(Definition::Simple(_)))))
    }

    pub(super) fn list(&mut self, entry: Describe, scope: Scope) -> Result<SimpleType> {
        Ok(SimpleType::List(self.use_of(entry, scope)?.type_use))
    }

    fn values(&self, texts: &[&'static str], is_open: bool, base: &'static str) -> SimpleType {
        let values = SimpleType::Restriction {
            base: built_in(base),
            values: texts.to_vec(),
        };
        if !is_open || self.options.are_enums_closed {
            return values;
        }
        let values = inside(Definition::Simple(values));
        SimpleType::Union(vec![values, TypeUse::Named(built_in("string"))])
    }

    /// The name of a type, which is defined where it is used first.
    pub(super) fn named(
        &mut self,
        named: &Named,
        scope: Scope,
        define: impl FnOnce(&mut Self, Scope) -> Result<Definition>,
    ) -> Result<QName> {
        let scope = scope.of(named);
        if let Some(name) = self.names.get(&(named.rust, scope)) {
            return Ok(name.clone());
        }
        let name = self.new_name(named, scope);
        self.names.insert((named.rust, scope), name.clone());
        let local = name.local().to_owned();
        let at = self.schemas.with(scope.schema, |schema| {
            schema.types.push((local, None));
            schema.types.len() - 1
        });
        let definition = define(self, scope)?;
        self.schemas.with(scope.schema, |schema| {
            if let Some((_, reserved)) = schema.types.get_mut(at) {
                *reserved = Some(definition);
            }
        });
        Ok(name)
    }

    /// The name of the type, with a number where another type has it.
    fn new_name(&mut self, named: &Named, scope: Scope) -> QName {
        if let Some(name) = self.survey.names.get(named.rust) {
            if name.namespace() == scope.schema {
                return name.clone();
            }
        }
        let mut name = QName::new(scope.schema, named.info.name);
        let mut number = 2;
        while !self.taken.insert(name.clone()) {
            name = QName::new(scope.schema, format!("{}{number}", named.info.name));
            number += 1;
        }
        name
    }

    /// An element at the top of a schema. All that refer to it mean one type.
    pub(super) fn global_element(
        &mut self,
        namespace: &'static str,
        element: Element,
    ) -> Result<()> {
        self.schemas.with(namespace, |schema| {
            let mut elements = schema.elements.iter();
            let known = elements.find(|known| known.local == element.local);
            match known.map(|known| known.type_use == element.type_use) {
                None => {
                    schema.elements.push(element);
                    Ok(())
                }
                Some(true) => Ok(()),
                Some(false) => Err(twice("element", namespace, element.local)),
            }
        })
    }

    /// The same of an attribute.
    pub(super) fn global_attribute(
        &mut self,
        namespace: &'static str,
        attribute: Attribute,
    ) -> Result<()> {
        self.schemas.with(namespace, |schema| {
            let mut attributes = schema.attributes.iter();
            let known = attributes.find(|known| known.name == attribute.name);
            match known.map(|known| known.type_use == attribute.type_use) {
                None => {
                    schema.attributes.push(attribute);
                    Ok(())
                }
                Some(true) => Ok(()),
                Some(false) => Err(twice("attribute", namespace, attribute.name.local())),
            }
        })
    }

    /// Where a type is in Rust, if the schema is to say it.
    pub(super) fn origin_of(&self, named: &Named) -> Option<String> {
        let is_said = self.options.has_origins;
        is_said.then(|| format!("`{}`", named.short()))
    }
}

/// A complex type that is the content of one element alone, or the simple type that it is.
pub(super) fn as_use(definition: Definition) -> TypeUse {
    match definition {
        Definition::Simple(SimpleType::Restriction { base, values }) if values.is_empty() => {
            TypeUse::Named(base)
        }
        definition => inside(definition),
    }
}

/// A type that is written by hand.
fn unsaid() -> Error {
    problem(
        "the schema of a type whose `WriteElement` is written by hand: its `description` has to say what it is",
    )
}

fn twice(what: &str, namespace: &str, local: &str) -> Error {
    problem(format!(
        "the {what} `{}` of namespace `{}` as one of two types, which a schema cannot say",
        Shown(local),
        Shown(namespace)
    ))
}

pub(super) fn problem(what: impl Into<String>) -> Error {
    Error::new(ErrorKind::Unwritable(what.into()))
}

impl Particle {
    pub(super) const fn once(term: Term) -> Self {
        Self {
            occurs: Occurs::ONCE,
            term,
        }
    }
}

impl Element {
    pub(super) fn of(local: &'static str, content: Use) -> Self {
        Self {
            local,
            is_qualified: true,
            type_use: content.type_use,
            is_nillable: content.is_nillable,
            default: None,
            origin: None,
        }
    }
}

impl Base {
    /// The type.
    pub(super) fn named(self) -> Option<Named> {
        match self {
            Self::Default(value, _) => super::survey::struct_of(value),
            Self::Abstract(named, _) => Some(named),
        }
    }
}

/// What a struct has in its element.
pub(super) fn content_of(particles: Vec<Particle>, is_mixed: bool) -> Content {
    Content::Elements {
        particles,
        is_mixed,
    }
}
