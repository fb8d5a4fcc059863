//! Types, each built once, when something first uses it.

use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

use super::documentation::text_of;
use super::{
    Definition, Element, ElementId, Mapped, Model, Particle, Standing, Type, TypeId, TypeName,
    TypeRef,
};
use crate::wsdl::diagnostic::{At, Diagnostic, Place, Report};
use crate::wsdl::options::Options;
use crate::wsdl::read::xsd::{self, XS};
use crate::wsdl::resolve::{
    BuiltIn, Defined, Key, NamedType, Scope, Symbols, TypeDefinition, shown,
};
use crate::xml::QName;

/// How many types may be derived one from another, and groups stand in one another.
const MAX_DEPTH: usize = 64;

/// Where a definition stands in memory: it tells it from all others.
pub(super) type Address = usize;

pub(super) fn address<T>(definition: &T) -> Address {
    std::ptr::from_ref(definition).addr()
}

/// What is wrong with a definition that is needed for each of these in turn.
pub(super) fn endless(open: &[Address], definition: Address) -> Option<&'static str> {
    if open.contains(&definition) {
        Some("is made of itself")
    } else if open.len() >= MAX_DEPTH {
        Some("is the 65th in a row of which each is made of the next")
    } else {
        None
    }
}

pub(super) fn address_of(definition: TypeDefinition<'_>) -> Address {
    match definition {
        TypeDefinition::Simple(definition) => address(definition),
        TypeDefinition::Complex(definition) => address(definition),
    }
}

/// Makes the model of what is asked for, and of all that this reaches.
pub(crate) struct Builder<'a, 's> {
    pub(super) symbols: &'s Symbols<'a>,
    pub(super) options: &'a Options,
    pub(super) report: &'s mut Report,
    pub(super) model: Model<'a>,
    pub(super) ids: HashMap<Address, TypeId>,
    simple: HashMap<Address, TypeRef>,
    elements: HashMap<Address, ElementId>,
    /// The elements that parts are taken for which have a type and none.
    pub(super) elements_of_types: HashMap<(Key<'a>, TypeRef), ElementId>,
    /// The type of each such part that is a message, by its name and whether it is an answer.
    pub(super) messages_of_types: HashMap<(&'a str, bool), TypeRef>,
    /// What stands where an element at the top is said that has substitutes.
    pub(super) standing: HashMap<Address, Standing>,
    /// The heads of substitution groups that have been looked at, and in which walk from an element to its head and on.
    heads: HashMap<Address, usize>,
    /// The simple types that are being resolved, to find those that are made of themselves.
    open: Vec<Address>,
    /// The same of groups.
    pub(super) open_groups: Vec<Address>,
    pub(super) groups: HashMap<Address, Rc<Particle<'a>>>,
    /// The simple types that something narrows which is not checked.
    pub(super) unchecked: Vec<(TypeName<'a>, Place)>,
    queue: VecDeque<(TypeId, Defined<'a, &'a xsd::ComplexType>)>,
    /// The complex types that something has a value of, in whose place derived ones may stand.
    values: Vec<(TypeId, Defined<'a, &'a xsd::ComplexType>)>,
    are_values: HashSet<TypeId>,
    pub(super) derived: HashMap<Address, Vec<Defined<'a, TypeDefinition<'a>>>>,
    pub(super) members_of: HashMap<Key<'a>, Vec<Defined<'a, &'a xsd::Element>>>,
}

impl<'a, 's> Builder<'a, 's> {
    pub(crate) fn new(
        symbols: &'s Symbols<'a>,
        options: &'a Options,
        report: &'s mut Report,
    ) -> Self {
        let mut builder = Self {
            symbols,
            options,
            report,
            model: Model::default(),
            ids: HashMap::new(),
            simple: HashMap::new(),
            elements: HashMap::new(),
            elements_of_types: HashMap::new(),
            messages_of_types: HashMap::new(),
            standing: HashMap::new(),
            heads: HashMap::new(),
            open: Vec::new(),
            open_groups: Vec::new(),
            groups: HashMap::new(),
            unchecked: Vec::new(),
            queue: VecDeque::new(),
            values: Vec::new(),
            are_values: HashSet::new(),
            derived: HashMap::new(),
            members_of: HashMap::new(),
        };
        builder.index_derived();
        builder.index_substitutes();
        builder
    }

    fn index_substitutes(&mut self) {
        let symbols = self.symbols;
        for defined in symbols.elements.all() {
            if let Some(head) = self.head_of(defined.item, defined.scope) {
                self.members_of.entry(head.key).or_default().push(defined);
            }
        }
    }

    /// All that was asked for, with all that it reaches.
    pub(crate) fn finish(mut self) -> Model<'a> {
        let mut reached = 0;
        loop {
            while let Some((id, defined)) = self.queue.pop_front() {
                let complex = self.complex(id, defined);
                self.set(id, Definition::Complex(complex));
            }
            let Some((_, defined)) = self.values.get(reached).copied() else {
                break;
            };
            reached += 1;
            self.reach_derived(defined);
        }
        for (id, defined) in std::mem::take(&mut self.values) {
            let derived = self.derived_from(id, defined);
            let of_type = self.model.types.get_mut(id.0);
            if let Some(Definition::Complex(complex)) =
                of_type.map(|of_type| &mut of_type.definition)
            {
                complex.derived = derived;
            }
        }
        self.report_unchecked();
        self.model
    }

    pub(super) fn set(&mut self, id: TypeId, definition: Definition<'a>) {
        if let Some(reserved) = self.model.types.get_mut(id.0) {
            reserved.definition = definition;
        }
    }

    /// An element at the top of a schema.
    pub(crate) fn global_element(&mut self, defined: Defined<'a, &'a xsd::Element>) -> ElementId {
        let address = address(defined.item);
        if let Some(index) = self.elements.get(&address) {
            return *index;
        }
        let element = self.declared(defined.item, defined.key, defined.scope, None);
        let id = self.add_element(element);
        self.elements.insert(address, id);
        id
    }

    pub(super) fn add_element(&mut self, element: Element<'a>) -> ElementId {
        let id = ElementId(self.model.elements.len());
        self.model.elements.push(element);
        id
    }

    /// An element that is declared here, and is no reference.
    pub(super) fn declared(
        &mut self,
        element: &'a xsd::Element,
        key: Key<'a>,
        scope: Scope<'a>,
        owner: Option<TypeId>,
    ) -> Element<'a> {
        self.check_heads(element, scope);
        if let Some(alternative) = element.alternatives.first() {
            let consequence = "whatever it tests, the element is of the type that is declared";
            let ignored = Diagnostic::of_version_1_1("alternative", consequence);
            self.report.add(ignored.at(scope.place(alternative.at)));
        }
        let own = self.type_of_element(element, key, scope, owner);
        self.report_missing_head(element, scope, own.is_some());
        let value = own.or_else(|| self.type_of_head(element, scope));
        let value = value.unwrap_or(TypeRef::BuiltIn(BuiltIn::AnyType));
        let default = element.default.as_deref().or(element.fixed.as_deref());
        let place = scope.place(element.at);
        self.note_default((value, default), place.clone());
        Element {
            key,
            value,
            is_nillable: element.nillable,
            default,
            documentation: text_of(&element.annotation).map(Rc::from),
            place,
        }
    }

    /// Notes that a default is left out: what its prefix stands for in the schema it need not stand for in a document.
    pub(super) fn note_default(&mut self, (of, default): (TypeRef, Option<&str>), place: Place) {
        let is_name = self.model.unrestricted(of) == TypeRef::BuiltIn(BuiltIn::QName);
        if let Some(default) = default.filter(|_| is_name) {
            let said = format!("the default `{default}` is a qualified name, and is left out");
            self.report.add(Diagnostic::note(said).at(place));
        }
    }

    /// The type that an element says itself.
    fn type_of_element(
        &mut self,
        element: &'a xsd::Element,
        key: Key<'a>,
        scope: Scope<'a>,
        owner: Option<TypeId>,
    ) -> Option<TypeRef> {
        let name = TypeName::Inside { owner, name: key.1 };
        if let Some(type_name) = &element.type_name {
            return Some(self.named(type_name, scope, element.at));
        }
        if let Some(definition) = &element.complex_type {
            return Some(self.complex_ref(definition, name, scope));
        }
        let definition = element.simple_type.as_ref()?;
        Some(self.simple_ref(definition, name, scope))
    }

    /// An element without a type has that of the head of its substitution group (part 1, section 3.3.2).
    fn type_of_head(&mut self, element: &'a xsd::Element, scope: Scope<'a>) -> Option<TypeRef> {
        let mut seen = HashSet::new();
        let mut head = self.head_of(element, scope)?;
        while seen.insert(address(head.item)) {
            let of_head = self.type_of_element(head.item, head.key, head.scope, None);
            if of_head.is_some() {
                return of_head;
            }
            head = self.head_of(head.item, head.scope)?;
        }
        None
    }

    /// Reports an element that is the head of its own head, or of the head of that (part 1, section 3.3.6). Each is looked at once.
    fn check_heads(&mut self, element: &'a xsd::Element, scope: Scope<'a>) {
        let walk = self.heads.len();
        let mut next = self.head_of(element, scope);
        while let Some(head) = next {
            match self.heads.get(&address(head.item)) {
                None => {
                    self.heads.insert(address(head.item), walk);
                    next = self.head_of(head.item, head.scope);
                }
                Some(known) => {
                    if *known == walk {
                        let name = shown(head.key);
                        let problem = format!(
                            "the substitution group of the element {name} is made of itself"
                        );
                        self.refuse(problem, head.scope, head.item.at);
                    }
                    return;
                }
            }
        }
    }

    /// Reports an element whose substitution group has no head. Where it has a type of its own, nothing is lost by that.
    fn report_missing_head(&mut self, element: &'a xsd::Element, scope: Scope<'a>, has_type: bool) {
        match self.look_for_head(element, scope) {
            Some(Err(missing)) if has_type => {
                let missing = missing.weakened();
                self.report
                    .add(missing.or_help("the element stands for itself alone"));
            }
            Some(found) => {
                self.found(found);
            }
            None => {}
        }
    }

    fn head_of(
        &self,
        element: &'a xsd::Element,
        scope: Scope<'a>,
    ) -> Option<Defined<'a, &'a xsd::Element>> {
        self.look_for_head(element, scope)?.ok()
    }

    fn look_for_head(
        &self,
        element: &'a xsd::Element,
        scope: Scope<'a>,
    ) -> Option<Result<Defined<'a, &'a xsd::Element>, Diagnostic>> {
        let (symbols, name) = (self.symbols, element.substitution_group.as_ref()?);
        Some(symbols.named(&symbols.elements, name, scope, element.at))
    }

    /// What was found, or a report of what was not. That is a fallback where it is allowed.
    pub(super) fn found<T>(&mut self, found: Result<T, Diagnostic>) -> Option<T> {
        let missing = match found {
            Ok(found) => return Some(found),
            Err(missing) if self.options.allows_missing => missing.fallen_back(),
            Err(missing) => missing.or_help("`--allow missing` does without it"),
        };
        self.report.add(missing);
        None
    }

    /// Whether what a name means is kept as an element where it is not there.
    pub(super) fn allows_missing(&self) -> bool {
        self.options.allows_missing
    }

    /// Reports what is wrong with something in a document.
    pub(super) fn refuse(&mut self, problem: impl Into<String>, scope: Scope<'a>, at: At) {
        self.report
            .add(Diagnostic::error(problem).at(scope.place(at)));
    }

    /// The type of a name. One that means nothing is reported, and anything else.
    pub(crate) fn named(&mut self, name: &'a QName, scope: Scope<'a>, at: At) -> TypeRef {
        let found = self.symbols.type_named(name, scope, at);
        match self.found(found) {
            Some(NamedType::BuiltIn(built_in)) => self.built_in(built_in, name),
            Some(NamedType::Defined(defined)) => self.defined(defined),
            None => TypeRef::BuiltIn(BuiltIn::AnyType),
        }
    }

    /// A type of XML Schema itself, of this name.
    pub(super) fn built_in(&mut self, built_in: BuiltIn, name: &QName) -> TypeRef {
        let mapped = self.mapped((XS.uri(), name.local()));
        mapped.unwrap_or(TypeRef::BuiltIn(built_in))
    }

    /// A type at the top of a schema.
    pub(crate) fn defined(&mut self, defined: Defined<'a, TypeDefinition<'a>>) -> TypeRef {
        if let Some(mapped) = self.mapped(defined.key) {
            return mapped;
        }
        let name = TypeName::Global(defined.key.1);
        match defined.item {
            TypeDefinition::Complex(definition) => {
                self.complex_ref(definition, name, defined.scope)
            }
            TypeDefinition::Simple(definition) => self.simple_ref(definition, name, defined.scope),
        }
    }

    /// The type that the user has for this name.
    fn mapped(&mut self, key: Key<'_>) -> Option<TypeRef> {
        let mapped = Mapped {
            path: self.options.type_for(key)?,
            built_in: BuiltIn::named(key.1).filter(|_| key.0 == XS.uri()),
        };
        let known = self.model.mapped.iter().position(|known| *known == mapped);
        let index = known.unwrap_or_else(|| {
            self.model.mapped.push(mapped);
            self.model.mapped.len() - 1
        });
        Some(TypeRef::Mapped(index))
    }

    pub(super) fn complex_ref(
        &mut self,
        definition: &'a xsd::ComplexType,
        name: TypeName<'a>,
        scope: Scope<'a>,
    ) -> TypeRef {
        let id = self.complex_id(definition, name, scope);
        if self.are_values.insert(id) {
            self.values.push((id, complex_type(definition, scope)));
        }
        TypeRef::Defined(id)
    }

    /// A complex type, which something has a value of or extends.
    pub(super) fn complex_id(
        &mut self,
        definition: &'a xsd::ComplexType,
        name: TypeName<'a>,
        scope: Scope<'a>,
    ) -> TypeId {
        if let Some(id) = self.ids.get(&address(definition)) {
            return *id;
        }
        let documentation = text_of(&definition.annotation);
        let id = self.reserve(name, scope, definition.at, documentation);
        self.ids.insert(address(definition), id);
        self.queue.push_back((id, complex_type(definition, scope)));
        id
    }

    pub(super) fn simple_ref(
        &mut self,
        definition: &'a xsd::SimpleType,
        name: TypeName<'a>,
        scope: Scope<'a>,
    ) -> TypeRef {
        let address = address(definition);
        if let Some(known) = self.simple.get(&address) {
            return *known;
        }
        if let Some(problem) = endless(&self.open, address) {
            let name = definition.name.as_deref().unwrap_or_default();
            let problem = format!("the simple type `{name}` {problem}");
            self.refuse(problem, scope, definition.at);
            return TypeRef::BuiltIn(BuiltIn::String);
        }
        self.open.push(address);
        let resolved = self.simple(definition, name, scope);
        self.open.pop();
        self.simple.insert(address, resolved);
        resolved
    }

    /// Says that a part of a type is kept without one.
    pub(super) fn fall_back(&mut self, id: TypeId, problem: String, help: &str) {
        if let Some(of_type) = self.model.types.get_mut(id.0) {
            let diagnostic = Diagnostic::fallback(&problem).at(of_type.place.clone());
            of_type.fallback = Some(problem);
            self.report.add(diagnostic.help(help));
        }
    }

    /// Room for a type that is not known yet.
    pub(super) fn reserve(
        &mut self,
        name: TypeName<'a>,
        scope: Scope<'a>,
        at: At,
        documentation: Option<String>,
    ) -> TypeId {
        let id = TypeId(self.model.types.len());
        self.model.types.push(Type {
            name,
            namespace: scope.namespace,
            place: scope.place(at),
            documentation,
            fallback: None,
            definition: Definition::Broken,
        });
        id
    }
}

fn complex_type<'a>(
    item: &'a xsd::ComplexType,
    scope: Scope<'a>,
) -> Defined<'a, &'a xsd::ComplexType> {
    let name = item.name.as_deref().unwrap_or_default();
    Defined {
        item,
        key: (scope.namespace, name),
        scope,
    }
}
