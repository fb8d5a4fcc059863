//! What a name means: the symbol spaces of a schema (XML Schema part 1, section 2.5) and of a WSDL (section 2.1.1 of
//! the note).

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::built_in::BuiltIn;
use super::load::{DefinitionsDocument, Documents, SchemaDocument};
use crate::wsdl::diagnostic::{At, Diagnostic, Place, Report};
use crate::wsdl::read::wsdl::{Binding, Message, PortType, WSDL};
use crate::wsdl::read::xsd::{
    Attribute, AttributeGroup, ComplexType, Component, Element, Form, Group, SimpleType, XS,
};
use crate::xml::QName;

/// The document that something stands in, as far as it says what a name in it means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scope<'a> {
    pub(crate) file: &'a Arc<str>,
    /// The target namespace.
    pub(crate) namespace: &'a str,
    pub(crate) element_form: Form,
    pub(crate) attribute_form: Form,
    is_chameleon: bool,
    /// Whether it is a schema that is always there.
    pub(crate) is_well_known: bool,
    is_definitions: bool,
}

impl<'a> Scope<'a> {
    pub(crate) fn of_schema(document: &'a SchemaDocument) -> Self {
        Self {
            file: &document.file,
            namespace: &document.namespace,
            element_form: document.schema.element_form_default,
            attribute_form: document.schema.attribute_form_default,
            is_chameleon: document.is_chameleon,
            is_well_known: document.is_well_known,
            is_definitions: false,
        }
    }

    pub(crate) fn of_definitions(document: &'a DefinitionsDocument) -> Self {
        Self {
            file: &document.file,
            namespace: document
                .definitions
                .target_namespace
                .as_deref()
                .unwrap_or_default(),
            element_form: Form::Unqualified,
            attribute_form: Form::Unqualified,
            is_chameleon: false,
            is_well_known: false,
            is_definitions: true,
        }
    }

    pub(crate) fn place(self, at: At) -> Place {
        Place::new(self.file, at)
    }

    /// What a name in this document means. In a WSDL whose default namespace is WSDL's own, a name without a prefix is in that one,
    /// which has no names: those of the WSDL itself are meant.
    pub(crate) fn key(self, name: &'a QName) -> Key<'a> {
        match name.namespace() {
            "" if self.is_chameleon => (self.namespace, name.local()),
            namespace if self.is_definitions && namespace == WSDL.uri() => {
                (self.namespace, name.local())
            }
            namespace => (namespace, name.local()),
        }
    }
}

/// A namespace and a local name.
pub(crate) type Key<'a> = (&'a str, &'a str);

/// Something that has a name, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Defined<'a, T> {
    pub(crate) item: T,
    pub(crate) key: Key<'a>,
    pub(crate) scope: Scope<'a>,
}

/// A type of a schema.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum TypeDefinition<'a> {
    Simple(&'a SimpleType),
    Complex(&'a ComplexType),
}

/// What a type's name means.
#[derive(Clone, Copy, Debug)]
pub(crate) enum NamedType<'a> {
    BuiltIn(BuiltIn),
    Defined(Defined<'a, TypeDefinition<'a>>),
}

/// A name that is defined, and where.
#[derive(Debug)]
struct Symbol<'a, T> {
    defined: Defined<'a, T>,
    at: At,
}

/// The names of one kind.
#[derive(Debug)]
pub(crate) struct Space<'a, T> {
    /// What they are called in a diagnostic.
    kind: &'static str,
    symbols: HashMap<Key<'a>, Symbol<'a, T>>,
    /// In the order in which they are defined.
    order: Vec<Key<'a>>,
    /// What was said anew by `xs:redefine`, as it was before.
    originals: HashMap<Key<'a>, Defined<'a, T>>,
}

impl<'a, T: Copy + PartialEq> Space<'a, T> {
    fn new(kind: &'static str) -> Self {
        Self {
            kind,
            symbols: HashMap::new(),
            order: Vec::new(),
            originals: HashMap::new(),
        }
    }

    pub(crate) fn get(&self, key: Key<'a>) -> Option<Defined<'a, T>> {
        self.symbols.get(&key).map(|symbol| symbol.defined)
    }

    /// What was said anew as `item`, as it was before.
    pub(crate) fn original(&self, key: Key<'a>) -> Option<Defined<'a, T>> {
        self.originals.get(&key).copied()
    }

    /// All, in the order in which they are defined.
    pub(crate) fn all(&self) -> impl Iterator<Item = Defined<'a, T>> + '_ {
        self.order.iter().filter_map(|key| self.get(*key))
    }

    fn add(&mut self, defined: Defined<'a, T>, at: At, is_original: bool, report: &mut Report) {
        let key = defined.key;
        if is_original {
            self.originals.insert(key, defined);
            return;
        }
        match self.symbols.get(&key) {
            None => {
                self.symbols.insert(key, Symbol { defined, at });
                self.order.push(key);
            }
            Some(first) if first.defined.item == defined.item => {}
            Some(first) => {
                let first = first.defined.scope.place(first.at);
                report.add(
                    Diagnostic::error(format!(
                        "there are two different {}s {}",
                        self.kind,
                        shown(key)
                    ))
                    .at(defined.scope.place(at))
                    .help(format!(
                        "the other one is `{first}`; leave one of them out, or rename it"
                    )),
                );
            }
        }
    }
}

/// All names.
#[derive(Debug)]
pub(crate) struct Symbols<'a> {
    documents: &'a Documents,
    pub(crate) types: Space<'a, TypeDefinition<'a>>,
    pub(crate) elements: Space<'a, &'a Element>,
    pub(crate) attributes: Space<'a, &'a Attribute>,
    pub(crate) groups: Space<'a, &'a Group>,
    pub(crate) attribute_groups: Space<'a, &'a AttributeGroup>,
    pub(crate) messages: Space<'a, &'a Message>,
    pub(crate) port_types: Space<'a, &'a PortType>,
    pub(crate) bindings: Space<'a, &'a Binding>,
}

impl<'a> Symbols<'a> {
    pub(crate) fn new(documents: &'a Documents, report: &mut Report) -> Self {
        let mut symbols = Self {
            documents,
            types: Space::new("type"),
            elements: Space::new("element"),
            attributes: Space::new("attribute"),
            groups: Space::new("group"),
            attribute_groups: Space::new("attribute group"),
            messages: Space::new("message"),
            port_types: Space::new("port type"),
            bindings: Space::new("binding"),
        };
        let redefined = redefined(documents);
        for document in &documents.schemas {
            symbols.add_schema(document, &redefined, report);
        }
        for document in &documents.definitions {
            symbols.add_definitions(document, report);
        }
        symbols
    }

    fn add_schema(
        &mut self,
        document: &'a SchemaDocument,
        redefined: &HashSet<(Kind, Key<'a>)>,
        report: &mut Report,
    ) {
        let scope = Scope::of_schema(document);
        for component in &document.schema.components {
            if let Component::Redefine(redefine) = component {
                for component in &redefine.components {
                    self.add_component(component, scope, |_| false, report);
                }
            } else {
                let is_original = |name| redefined.contains(&name);
                self.add_component(component, scope, is_original, report);
            }
        }
    }

    fn add_component(
        &mut self,
        component: &'a Component,
        scope: Scope<'a>,
        is_original: impl Fn((Kind, Key<'a>)) -> bool,
        report: &mut Report,
    ) {
        let Some((kind, name)) = name_of(component) else {
            return;
        };
        let key = (scope.namespace, name);
        let is_original = is_original((kind, key));
        match component {
            Component::SimpleType(definition) => {
                let item = TypeDefinition::Simple(definition);
                let defined = Defined { item, key, scope };
                self.types.add(defined, definition.at, is_original, report);
            }
            Component::ComplexType(definition) => {
                let item = TypeDefinition::Complex(definition);
                let defined = Defined { item, key, scope };
                self.types.add(defined, definition.at, is_original, report);
            }
            Component::Group(item) => {
                let defined = Defined {
                    item: &**item,
                    key,
                    scope,
                };
                self.groups.add(defined, item.at, is_original, report);
            }
            Component::AttributeGroup(item) => {
                let defined = Defined { item, key, scope };
                self.attribute_groups
                    .add(defined, item.at, is_original, report);
            }
            Component::Element(item) => {
                let defined = Defined {
                    item: &**item,
                    key,
                    scope,
                };
                self.elements.add(defined, item.at, is_original, report);
            }
            Component::Attribute(item) => {
                let item = &**item;
                let defined = Defined { item, key, scope };
                self.attributes.add(defined, item.at, is_original, report);
            }
            Component::Include(_)
            | Component::Import(_)
            | Component::Redefine(_)
            | Component::Override(_)
            | Component::DefaultOpenContent(_)
            | Component::Other(_) => {}
        }
    }

    fn add_definitions(&mut self, document: &'a DefinitionsDocument, report: &mut Report) {
        let definitions = &document.definitions;
        let scope = Scope::of_definitions(document);
        for item in &definitions.message {
            let key = (scope.namespace, item.name.as_str());
            let defined = Defined { item, key, scope };
            self.messages.add(defined, item.at, false, report);
        }
        for item in &definitions.port_type {
            let key = (scope.namespace, item.name.as_str());
            let defined = Defined { item, key, scope };
            self.port_types.add(defined, item.at, false, report);
        }
        for item in &definitions.binding {
            let key = (scope.namespace, item.name.as_str());
            let defined = Defined { item, key, scope };
            self.bindings.add(defined, item.at, false, report);
        }
    }

    /// The type that a name in a document means.
    pub(crate) fn type_named(
        &self,
        name: &'a QName,
        scope: Scope<'a>,
        at: At,
    ) -> Result<NamedType<'a>, Diagnostic> {
        let key = scope.key(name);
        let built_in = (key.0 == XS.uri()).then(|| BuiltIn::named(key.1)).flatten();
        if let Some(built_in) = built_in {
            return Ok(NamedType::BuiltIn(built_in));
        }
        self.find(&self.types, key, scope, at)
            .map(NamedType::Defined)
    }

    /// What a name in a document means, among the names of one kind.
    pub(crate) fn named<T: Copy + PartialEq>(
        &self,
        space: &Space<'a, T>,
        name: &'a QName,
        scope: Scope<'a>,
        at: At,
    ) -> Result<Defined<'a, T>, Diagnostic> {
        self.find(space, scope.key(name), scope, at)
    }

    fn find<T: Copy + PartialEq>(
        &self,
        space: &Space<'a, T>,
        key: Key<'a>,
        scope: Scope<'a>,
        at: At,
    ) -> Result<Defined<'a, T>, Diagnostic> {
        space.get(key).ok_or_else(|| {
            Diagnostic::error(format!("there is no {} {}", space.kind, shown(key)))
                .at(scope.place(at))
                .optional_help(self.nearest(space, key))
        })
    }

    /// What may have been meant, or what is missing.
    fn nearest<T: Copy + PartialEq>(&self, space: &Space<'a, T>, key: Key<'a>) -> Option<String> {
        let missing = self.documents.missing.iter();
        if let Some(missing) = missing.clone().find(|missing| missing.namespace == key.0) {
            return Some(format!(
                "`{0}` was not found, and may have it; say where it is with `--location {0}=PATH`",
                missing.location
            ));
        }
        let other = match space.kind {
            "element" => self.types.get(key).map(|_| "a type"),
            "type" => self.elements.get(key).map(|_| "an element"),
            _ => None,
        };
        if let Some(other) = other {
            return Some(format!("there is {other} of that name"));
        }
        let own = space.order.iter().filter(|known| known.0 == key.0);
        let own = own.map(|known| known.1);
        let built_in = BuiltIn::NAMES.iter().filter(|_| key.0 == XS.uri());
        if let Some(near) = nearest_of(own.chain(built_in.copied()), key.1) {
            return Some(format!("did you mean `{near}`?"));
        }
        let elsewhere = space.order.iter().find(|known| known.1 == key.1);
        if let Some(known) = elsewhere {
            return Some(format!("there is one {}", shown(*known)));
        }
        let mut schemas = self.documents.schemas.iter();
        let mut definitions = self.documents.definitions.iter();
        let is_known = schemas.any(|document| document.namespace == key.0)
            || definitions.any(|document| Scope::of_definitions(document).namespace == key.0);
        (!is_known && key.0 != XS.uri()).then(|| {
            format!(
                "no document of this namespace is imported; `--location {}=PATH` says where one is",
                key.0
            )
        })
    }
}

/// The one of these that was most likely meant.
pub(crate) fn nearest_of<'n>(names: impl Iterator<Item = &'n str>, meant: &str) -> Option<&'n str> {
    let meant = meant.to_lowercase();
    let distances = names.map(|name| (strsim::osa_distance(&name.to_lowercase(), &meant), name));
    let near = distances.filter(|(distance, name)| *distance <= name.chars().count().max(3) / 3);
    near.min().map(|(_, name)| name)
}

/// The kinds of names of a schema that `xs:redefine` can say anew, and the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    Type,
    Group,
    AttributeGroup,
    Element,
    Attribute,
}

fn name_of(component: &Component) -> Option<(Kind, &str)> {
    let (kind, name) = match component {
        Component::SimpleType(item) => (Kind::Type, &item.name),
        Component::ComplexType(item) => (Kind::Type, &item.name),
        Component::Group(item) => (Kind::Group, &item.name),
        Component::AttributeGroup(item) => (Kind::AttributeGroup, &item.name),
        Component::Element(item) => (Kind::Element, &item.name),
        Component::Attribute(item) => (Kind::Attribute, &item.name),
        Component::Include(_)
        | Component::Import(_)
        | Component::Redefine(_)
        | Component::Override(_)
        | Component::DefaultOpenContent(_)
        | Component::Other(_) => return None,
    };
    Some((kind, name.as_deref()?))
}

/// What is said anew somewhere.
fn redefined(documents: &Documents) -> HashSet<(Kind, Key<'_>)> {
    let components = documents.schemas.iter().flat_map(|document| {
        let components = document.schema.components.iter();
        components.map(move |component| (component, document.namespace.as_str()))
    });
    components
        .filter_map(|(component, namespace)| match component {
            Component::Redefine(redefine) => Some((&redefine.components, namespace)),
            _ => None,
        })
        .flat_map(|(components, namespace)| {
            let names = components.iter().filter_map(name_of);
            names.map(move |(kind, name)| (kind, (namespace, name)))
        })
        .collect()
}

/// A name in a diagnostic.
pub(crate) fn shown((namespace, local): Key<'_>) -> String {
    match namespace {
        "" => format!("`{local}` in no namespace"),
        namespace => format!("`{local}` in the namespace `{namespace}`"),
    }
}
