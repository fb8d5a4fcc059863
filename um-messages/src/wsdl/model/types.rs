//! Types, each built once, when something first uses it.

use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

use super::documentation::text_of;
use super::{
    Complex, Content, Definition, Element, ElementId, Model, Particle, Type, TypeId, TypeName,
    TypeRef,
};
use crate::wsdl::diagnostic::{At, Diagnostic, Report};
use crate::wsdl::options::{Options, Subtypes};
use crate::wsdl::read::xsd::{self, XS};
use crate::wsdl::resolve::{
    BuiltIn, Defined, Key, NamedType, Scope, Symbols, TypeDefinition, shown,
};
use crate::xml::QName;

/// How many types may be derived one from another, and groups stand in one another.
const MAX_DEPTH: usize = 64;

/// Up to so many derived types are all generated where their base stands; of more, those that something else uses.
const MAX_DERIVED: usize = 32;

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

fn address_of(definition: TypeDefinition<'_>) -> Address {
    match definition {
        TypeDefinition::Simple(definition) => address(definition),
        TypeDefinition::Complex(definition) => address(definition),
    }
}

/// Makes the model of what is asked for, and of all that this reaches.
pub(crate) struct Builder<'a, 's> {
    pub(super) symbols: &'s Symbols<'a>,
    options: &'a Options,
    pub(super) report: &'s mut Report,
    pub(super) model: Model<'a>,
    ids: HashMap<Address, TypeId>,
    simple: HashMap<Address, TypeRef>,
    elements: HashMap<Address, ElementId>,
    /// The simple types that are being resolved, to find those that are made of themselves.
    open: Vec<Address>,
    /// The same of groups.
    pub(super) open_groups: Vec<Address>,
    pub(super) groups: HashMap<Address, Rc<Particle<'a>>>,
    queue: VecDeque<(TypeId, Defined<'a, &'a xsd::ComplexType>)>,
    built: Vec<(TypeId, Defined<'a, &'a xsd::ComplexType>)>,
    derived: HashMap<Address, Vec<Defined<'a, TypeDefinition<'a>>>>,
    pub(super) substitutes: HashMap<Key<'a>, Vec<Defined<'a, &'a xsd::Element>>>,
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
            open: Vec::new(),
            open_groups: Vec::new(),
            groups: HashMap::new(),
            queue: VecDeque::new(),
            built: Vec::new(),
            derived: HashMap::new(),
            substitutes: HashMap::new(),
        };
        builder.index_derived();
        builder.index_substitutes();
        builder
    }

    /// Which types are derived from which. Names that mean nothing are reported where the type is used.
    fn index_derived(&mut self) {
        let symbols = self.symbols;
        for defined in symbols.types.all() {
            let TypeDefinition::Complex(definition) = defined.item else {
                continue;
            };
            let Some(base) = derivation(definition).and_then(|derivation| derivation.base.as_ref())
            else {
                continue;
            };
            if let Ok(NamedType::Defined(base)) =
                symbols.type_named(base, defined.scope, definition.at)
            {
                let derived = self.derived.entry(address_of(base.item)).or_default();
                derived.push(defined);
            }
        }
    }

    fn index_substitutes(&mut self) {
        let symbols = self.symbols;
        for defined in symbols.elements.all() {
            let Some(head) = &defined.item.substitution_group else {
                continue;
            };
            if let Ok(head) = symbols.named(&symbols.elements, head, defined.scope, defined.item.at)
            {
                self.substitutes.entry(head.key).or_default().push(defined);
            }
        }
    }

    /// All that was asked for, with all that it reaches.
    pub(crate) fn finish(mut self) -> Model<'a> {
        let mut built = 0;
        loop {
            while let Some((id, defined)) = self.queue.pop_front() {
                let complex = self.complex(id, defined);
                self.set(id, Definition::Complex(complex));
                self.built.push((id, defined));
            }
            let Some((_, defined)) = self.built.get(built).copied() else {
                break;
            };
            built += 1;
            self.reach_derived(defined);
        }
        for (id, defined) in std::mem::take(&mut self.built) {
            let derived = self.derived_from(id, defined);
            let of_type = self.model.types.get_mut(id.0);
            if let Some(Definition::Complex(complex)) =
                of_type.map(|of_type| &mut of_type.definition)
            {
                complex.derived = derived;
            }
        }
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
        Element {
            key,
            value: self.type_of_element(element, key, scope, owner),
            is_nillable: element.nillable,
            default: element.default.as_deref().or(element.fixed.as_deref()),
            documentation: text_of(&element.annotation).map(Rc::from),
        }
    }

    fn type_of_element(
        &mut self,
        element: &'a xsd::Element,
        key: Key<'a>,
        scope: Scope<'a>,
        owner: Option<TypeId>,
    ) -> TypeRef {
        let name = TypeName::Inside { owner, name: key.1 };
        if let Some(type_name) = &element.type_name {
            return self.named(type_name, scope, element.at);
        }
        if let Some(definition) = &element.complex_type {
            return self.complex_ref(definition, name, scope);
        }
        if let Some(definition) = &element.simple_type {
            return self.simple_ref(definition, name, scope);
        }
        self.type_of_head(element, scope)
            .unwrap_or(TypeRef::BuiltIn(BuiltIn::AnyType))
    }

    /// An element without a type has that of the head of its substitution group (part 1, section 3.3.2).
    fn type_of_head(&mut self, element: &'a xsd::Element, scope: Scope<'a>) -> Option<TypeRef> {
        let symbols = self.symbols;
        let mut seen = HashSet::from([address(element)]);
        let (mut element, mut scope) = (element, scope);
        while let Some(head) = &element.substitution_group {
            let head = symbols
                .named(&symbols.elements, head, scope, element.at)
                .ok()?;
            if !seen.insert(address(head.item)) {
                return None;
            }
            (element, scope) = (head.item, head.scope);
            let is_typed = element.type_name.is_some()
                || element.complex_type.is_some()
                || element.simple_type.is_some();
            if is_typed {
                return Some(self.type_of_element(element, head.key, scope, None));
            }
        }
        None
    }

    /// What was found, or a report of what was not.
    pub(super) fn found<T>(&mut self, found: Result<T, Diagnostic>) -> Option<T> {
        found.map_err(|diagnostic| self.report.add(diagnostic)).ok()
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
            Some(NamedType::BuiltIn(built_in)) => self
                .mapped((XS.uri(), name.local()))
                .unwrap_or(TypeRef::BuiltIn(built_in)),
            Some(NamedType::Defined(defined)) => self.defined(defined),
            None => TypeRef::BuiltIn(BuiltIn::AnyType),
        }
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
    fn mapped(&mut self, (namespace, local): Key<'_>) -> Option<TypeRef> {
        if self.options.types.is_empty() {
            return None;
        }
        let path = self.options.types.get(&format!("{{{namespace}}}{local}"))?;
        let known = self.model.mapped.iter().position(|known| known == path);
        let index = known.unwrap_or_else(|| {
            self.model.mapped.push(path);
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
        if let Some(id) = self.ids.get(&address(definition)) {
            return TypeRef::Defined(*id);
        }
        let documentation = text_of(&definition.annotation);
        let id = self.reserve(name, scope, definition.at, documentation);
        self.ids.insert(address(definition), id);
        let key = (
            scope.namespace,
            definition.name.as_deref().unwrap_or_default(),
        );
        let item = definition;
        self.queue.push_back((id, Defined { item, key, scope }));
        TypeRef::Defined(id)
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
            definition: Definition::Broken,
        });
        id
    }

    fn complex(&mut self, id: TypeId, defined: Defined<'a, &'a xsd::ComplexType>) -> Complex<'a> {
        let mut complex = self.own(id, defined, &mut Vec::new());
        complex.is_abstract = defined.item.is_abstract;
        complex
    }

    /// What a type has of its own and from its base.
    fn own(
        &mut self,
        id: TypeId,
        defined: Defined<'a, &'a xsd::ComplexType>,
        chain: &mut Vec<Address>,
    ) -> Complex<'a> {
        let definition = defined.item;
        if let Some(problem) = endless(chain, address(definition)) {
            let problem = format!("the type {} {problem}", shown(defined.key));
            self.refuse(problem, defined.scope, definition.at);
            return Complex::default();
        }
        chain.push(address(definition));
        let complex = match content_of(definition) {
            None => self.without_base(id, definition, defined.scope),
            Some((content, is_simple)) => {
                self.derived_content(id, defined, (content, is_simple), chain)
            }
        };
        chain.pop();
        complex
    }

    fn without_base(
        &mut self,
        id: TypeId,
        definition: &'a xsd::ComplexType,
        scope: Scope<'a>,
    ) -> Complex<'a> {
        let particle = definition.particle.as_ref();
        let content = self.content(id, particle, definition.is_mixed, scope);
        let mut complex = Complex {
            content,
            ..Complex::default()
        };
        self.add_attributes(id, &definition.attributes, scope, &mut complex);
        complex
    }

    fn derived_content(
        &mut self,
        id: TypeId,
        defined: Defined<'a, &'a xsd::ComplexType>,
        (content, is_simple): (&'a xsd::Content, bool),
        chain: &mut Vec<Address>,
    ) -> Complex<'a> {
        let scope = defined.scope;
        let (derivation, is_extension) = match (&content.extension, &content.restriction) {
            (Some(extension), _) => (extension, true),
            (None, Some(restriction)) => (restriction, false),
            (None, None) => {
                let problem = "there is neither an `extension` nor a `restriction`";
                self.refuse(problem, scope, content.at);
                return Complex::default();
            }
        };
        let base = self.base(id, defined, derivation, chain);
        let mut complex = base;
        if is_simple {
            complex.content = self.simple_content(id, derivation, complex.content, scope);
        } else {
            let is_mixed = content.is_mixed.unwrap_or(defined.item.is_mixed);
            let own = self.content(id, derivation.particle.as_ref(), is_mixed, scope);
            complex.content = if is_extension {
                extended(complex.content, own)
            } else if is_array(derivation) && matches!(own, Content::Empty) {
                self.keep_items(defined);
                complex.content
            } else {
                own
            };
        }
        self.add_attributes(id, &derivation.attributes, scope, &mut complex);
        complex
    }

    /// The items of an array in SOAP's encoding are what an attribute says, with any names.
    fn keep_items(&mut self, array: Defined<'a, &'a xsd::ComplexType>) {
        let problem = format!(
            "the items of the array {} are kept as elements",
            shown(array.key)
        );
        let diagnostic = Diagnostic::fallback(problem).at(array.scope.place(array.item.at));
        self.report
            .add(diagnostic.help("`xml::Element::read` reads each as the type that it has"));
    }

    /// The text of `xs:simpleContent`: that of the base, or of the type that restricts it.
    fn simple_content(
        &mut self,
        id: TypeId,
        derivation: &'a xsd::Derivation,
        base: Content<'a>,
        scope: Scope<'a>,
    ) -> Content<'a> {
        let name = TypeName::Inside {
            owner: Some(id),
            name: "value",
        };
        match (&derivation.simple_type, base) {
            (Some(definition), _) => Content::Text(self.simple_ref(definition, name, scope)),
            (None, Content::Text(base)) => Content::Text(self.enumeration(
                &derivation.facets,
                base,
                (name, scope, derivation.at),
            )),
            (None, _) => Content::Text(TypeRef::BuiltIn(BuiltIn::String)),
        }
    }

    /// What the base of a type has.
    fn base(
        &mut self,
        id: TypeId,
        defined: Defined<'a, &'a xsd::ComplexType>,
        derivation: &'a xsd::Derivation,
        chain: &mut Vec<Address>,
    ) -> Complex<'a> {
        let Some(name) = &derivation.base else {
            return Complex::default();
        };
        let found = self.symbols.type_named(name, defined.scope, derivation.at);
        match self.found(found) {
            None | Some(NamedType::BuiltIn(BuiltIn::AnyType)) => Complex::default(),
            Some(NamedType::BuiltIn(built_in)) => text_only(TypeRef::BuiltIn(built_in)),
            Some(NamedType::Defined(base)) => match base.item {
                TypeDefinition::Simple(_) => text_only(self.defined(base)),
                TypeDefinition::Complex(definition) => {
                    let base = self.before_redefinition(defined, base, definition);
                    self.own(id, base, chain)
                }
            },
        }
    }

    /// A type that says itself anew has what it was before as its base (part 1, section 4.2.2).
    fn before_redefinition(
        &self,
        defined: Defined<'a, &'a xsd::ComplexType>,
        base: Defined<'a, TypeDefinition<'a>>,
        definition: &'a xsd::ComplexType,
    ) -> Defined<'a, &'a xsd::ComplexType> {
        let is_itself = std::ptr::eq(defined.item, definition);
        let original = is_itself
            .then(|| self.symbols.types.original(base.key))
            .flatten();
        let (item, scope) = match original.map(|original| (original.item, original.scope)) {
            Some((TypeDefinition::Complex(original), scope)) => (original, scope),
            _ => (definition, base.scope),
        };
        Defined {
            item,
            key: base.key,
            scope,
        }
    }

    /// The definitions of the types that may stand where this one is expected.
    fn all_derived(
        &self,
        defined: Defined<'a, &'a xsd::ComplexType>,
    ) -> Vec<Defined<'a, TypeDefinition<'a>>> {
        let mut all: Vec<Defined<'a, TypeDefinition<'a>>> = Vec::new();
        let mut seen = HashSet::from([address(defined.item)]);
        let mut open = vec![address(defined.item)];
        while let Some(base) = open.pop() {
            for derived in self.derived.get(&base).into_iter().flatten() {
                if seen.insert(address_of(derived.item)) {
                    open.push(address_of(derived.item));
                    all.push(*derived);
                }
            }
        }
        all.sort_by_key(|derived| derived.key);
        all
    }

    /// Builds these, if they are asked for.
    fn reach_derived(&mut self, defined: Defined<'a, &'a xsd::ComplexType>) {
        let all = self.all_derived(defined);
        let is_asked_for = match self.options.selection.subtypes {
            Subtypes::Auto => all.len() <= MAX_DERIVED,
            Subtypes::All => true,
            Subtypes::Reached => false,
        };
        if is_asked_for {
            for derived in all {
                self.defined(derived);
            }
        }
    }

    /// Those that were built, because they are few or because something else reaches them.
    fn derived_from(
        &mut self,
        id: TypeId,
        defined: Defined<'a, &'a xsd::ComplexType>,
    ) -> Vec<TypeId> {
        let all = self.all_derived(defined);
        let built: Vec<TypeId> = all
            .iter()
            .filter_map(|derived| self.ids.get(&address_of(derived.item)).copied())
            .collect();
        let place = self
            .model
            .types
            .get(id.0)
            .map(|of_type| of_type.place.clone());
        if let Some(place) = place.filter(|_| built.len() < all.len()) {
            self.report.add(
                Diagnostic::fallback(format!(
                    "{} of the {} types that may stand for {} are kept as elements",
                    all.len() - built.len(),
                    all.len(),
                    shown(defined.key)
                ))
                .at(place)
                .help("`--subtypes all` generates all of them"),
            );
        }
        built
    }
}

fn text_only<'a>(text: TypeRef) -> Complex<'a> {
    Complex {
        content: Content::Text(text),
        ..Complex::default()
    }
}

/// Whether it says what an array in SOAP's encoding holds (SOAP 1.1 section 5.4.2).
fn is_array(derivation: &xsd::Derivation) -> bool {
    let base = derivation.base.as_ref();
    base.is_some_and(|base| base.is("http://schemas.xmlsoap.org/soap/encoding/", "Array"))
}

/// The content of a base, and behind it what extends it.
fn extended<'a>(base: Content<'a>, own: Content<'a>) -> Content<'a> {
    match (base, own) {
        (base, Content::Empty) => base,
        (
            Content::Elements { particle, is_mixed },
            Content::Elements {
                particle: own,
                is_mixed: is_own_mixed,
            },
        ) => Content::Elements {
            particle: Particle::one_behind_the_other(particle, own),
            is_mixed: is_mixed || is_own_mixed,
        },
        (_, own) => own,
    }
}

fn content_of(definition: &xsd::ComplexType) -> Option<(&xsd::Content, bool)> {
    match (&definition.simple_content, &definition.complex_content) {
        (Some(content), _) => Some((content, true)),
        (None, Some(content)) => Some((content, false)),
        (None, None) => None,
    }
}

fn derivation(definition: &xsd::ComplexType) -> Option<&xsd::Derivation> {
    let (content, _) = content_of(definition)?;
    content.extension.as_ref().or(content.restriction.as_ref())
}
