//! Documents that a schema describes: for each element at its top the smallest one, the largest one, and as many more as it takes until each
//! branch of a choice, each type that may stand for another one and each value of an enumeration has been there.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use um_messages::xml::XSI_NAMESPACE;

use crate::attributes::Attributes;
use crate::document::{ANYTHING, Child, Made, UNKNOWN, prefix};
use crate::schema::{Documents, Global, Globals, Key, Kind, Node, Scope, XS, derivation};

/// How many documents are made for one element, how many elements one has, and how deep it is, at most.
const MAX_INSTANCES: usize = 60;
const MAX_ELEMENTS: usize = 1_500;
const MAX_DEPTH: usize = 14;

/// A document.
#[derive(Debug)]
pub struct Instance {
    /// The namespace of its element.
    pub namespace: String,
    /// The name of its element.
    pub element: String,
    /// What it is to be read as.
    pub text: String,
    /// What is to be written for it: the same with the attributes that have defaults.
    pub written: String,
}

/// The documents for all elements of a schema, or of the schemas of a WSDL.
#[must_use]
pub fn instances(path: &Path) -> Vec<Instance> {
    let documents = Documents::load(path);
    let globals = Globals::new(&documents);
    let mut instances = Vec::new();
    for element in &globals.elements {
        if !element.node.is_abstract {
            instances.extend(of_element(&globals, *element));
        }
    }
    instances
}

fn of_element(globals: &Globals<'_>, element: Global<'_>) -> Vec<Instance> {
    let mut maker = Maker {
        globals,
        size: Size::Least,
        covered: HashSet::new(),
        found: 0,
        elements: 0,
        number: 0,
        is_incomplete: false,
        open: Vec::new(),
        open_groups: Vec::new(),
        costs: HashMap::new(),
    };
    let mut instances: Vec<Instance> = Vec::new();
    while instances.len() < MAX_INSTANCES {
        let is_first = instances.is_empty();
        maker.size = if is_first { Size::Least } else { Size::Most };
        (maker.found, maker.elements, maker.number) = (0, 0, 0);
        let made = maker.global(element);
        if maker.found == 0 && instances.len() > 1 {
            break;
        }
        if maker.is_incomplete {
            break;
        }
        instances.push(Instance {
            namespace: element.key.0.to_owned(),
            element: element.key.1.to_owned(),
            text: made.document(globals, false),
            written: made.document(globals, true),
        });
    }
    instances
}

/// How much stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    /// As little as may be.
    Least,
    /// All that may be, what may be repeated twice.
    Most,
}

/// Makes documents for one element.
pub(crate) struct Maker<'d> {
    globals: &'d Globals<'d>,
    size: Size,
    /// What has been taken: of the node at this address the alternative of this number.
    covered: HashSet<(usize, usize)>,
    /// How much of that is new in this document.
    found: usize,
    elements: usize,
    number: usize,
    /// Whether a name means nothing in these documents: its schema is not there, or one that is well known.
    is_incomplete: bool,
    /// The types that are open, to find out where one stands in itself.
    open: Vec<usize>,
    open_groups: Vec<&'d Node>,
    costs: HashMap<(usize, usize), usize>,
}

impl<'d> Maker<'d> {
    pub(crate) fn globals(&self) -> &'d Globals<'d> {
        self.globals
    }

    /// Whether as little as may be is made, because that is asked for or because it would be too much otherwise.
    pub(crate) fn is_least(&self) -> bool {
        self.size == Size::Least || self.elements > MAX_ELEMENTS || self.open.len() > MAX_DEPTH
    }

    pub(crate) fn next_number(&mut self) -> usize {
        self.number += 1;
        self.number
    }

    /// A name that has a prefix in each document.
    pub(crate) fn qname(&self) -> String {
        format!("{}thing", prefix(self.globals, XS))
    }

    /// One of so many, one that has not been taken if there is one.
    pub(crate) fn choose(&mut self, address: usize, count: usize) -> usize {
        if self.is_least() {
            self.covered.insert((address, 0));
            return 0;
        }
        let mut all = 0..count;
        match all.find(|index| !self.covered.contains(&(address, *index))) {
            Some(index) => {
                self.covered.insert((address, index));
                self.found += 1;
                index
            }
            None => self.number % count.max(1),
        }
    }

    /// What has this name.
    pub(crate) fn get(&mut self, kind: Kind, key: Key<'d>) -> Option<Global<'d>> {
        let global = self.globals.get(kind, key);
        self.is_incomplete |= global.is_none();
        global
    }

    pub(crate) fn miss(&mut self) {
        self.is_incomplete = true;
    }

    fn global(&mut self, element: Global<'d>) -> Made {
        self.element(element.node, element.key, element.scope)
    }

    fn element(&mut self, node: &'d Node, key: Key<'d>, scope: Scope<'d>) -> Made {
        self.elements += 1;
        let mut made = Made {
            name: format!("{}{}", prefix(self.globals, key.0), key.1),
            ..Made::default()
        };
        if let Some(fixed) = &node.fixed {
            made.children.push(Child::Text(fixed.clone()));
            return made;
        }
        if node.is_nillable && self.choose(node.address() + 1, 2) == 1 {
            made.add_attribute(
                format!("{}nil", prefix(self.globals, XSI_NAMESPACE)),
                "true".to_owned(),
            );
            self.nil_attributes(node, scope, &mut made);
            return made;
        }
        self.content_of_element(node, scope, &mut made);
        made
    }

    /// An element that is nil has the attributes of its type.
    fn nil_attributes(&mut self, node: &'d Node, scope: Scope<'d>, made: &mut Made) {
        if let Some((of_type, scope)) = self.complex_type(node, scope) {
            let mut content = Made::default();
            self.complex(of_type, scope, &mut content);
            made.attributes.append(&mut content.attributes);
        }
    }

    /// The type of an element, if it is complex.
    fn complex_type(&self, node: &'d Node, scope: Scope<'d>) -> Option<(&'d Node, Scope<'d>)> {
        if let Some(own) = node.first(Kind::ComplexType) {
            return Some((own, scope));
        }
        let of_type = self
            .globals
            .get(Kind::ComplexType, scope.key(node.type_name.as_ref()?))?;
        (of_type.kind == Kind::ComplexType).then_some((of_type.node, of_type.scope))
    }

    fn content_of_element(&mut self, node: &'d Node, scope: Scope<'d>, made: &mut Made) {
        if let Some(own) = node.first(Kind::ComplexType) {
            self.complex(own, scope, made);
        } else if let Some(own) = node.first(Kind::SimpleType) {
            let value = self.value(own, scope);
            made.children.push(Child::Text(value));
        } else if let Some(name) = &node.type_name {
            self.content_of_type(name, scope, made);
        } else if let Some(head) = &node.substitution_group {
            if let Some(head) = self.globals.get(Kind::Element, scope.key(head)) {
                self.content_of_element(head.node, head.scope, made);
            }
        } else {
            made.children.push(Child::Text("anything".to_owned()));
        }
    }

    fn content_of_type(
        &mut self,
        name: &'d um_messages::xml::QName,
        scope: Scope<'d>,
        made: &mut Made,
    ) {
        let key = scope.key(name);
        if key == (XS, "anyType") {
            made.children.push(Child::Text("anything".to_owned()));
            return;
        }
        match self.globals.get(Kind::ComplexType, key) {
            Some(of_type) if of_type.kind == Kind::ComplexType => self.polymorphic(of_type, made),
            _ => {
                let value = self.value_of_name(name, scope);
                made.children.push(Child::Text(value));
            }
        }
    }

    /// The type, or one that is derived from it.
    fn polymorphic(&mut self, of_type: Global<'d>, made: &mut Made) {
        let mut types = self.globals.derived(of_type.node);
        if !of_type.node.is_abstract {
            types.insert(0, of_type);
        }
        let chosen = self.choose(of_type.node.address(), types.len());
        let Some(chosen) = types.get(chosen).copied() else {
            return;
        };
        if !std::ptr::eq(chosen.node, of_type.node) {
            let name = format!("{}{}", prefix(self.globals, chosen.key.0), chosen.key.1);
            made.add_attribute(format!("{}type", prefix(self.globals, XSI_NAMESPACE)), name);
        }
        self.complex(chosen.node, chosen.scope, made);
    }

    fn complex(&mut self, of_type: &'d Node, scope: Scope<'d>, made: &mut Made) {
        self.open.push(of_type.address());
        let mut attributes = Attributes::new();
        self.attributes(of_type, scope, &mut attributes);
        made.attributes.extend(
            attributes
                .into_iter()
                .filter_map(|(_, attribute)| attribute),
        );
        if is_mixed(of_type) && !self.is_least() {
            made.children.push(Child::Text("words ".to_owned()));
        }
        self.content(of_type, scope, made);
        self.open.pop();
    }

    /// What stands in a type, behind what stands in its base.
    fn content(&mut self, of_type: &'d Node, scope: Scope<'d>, made: &mut Made) {
        let Some((derivation, is_simple)) = derivation(of_type) else {
            self.particles(of_type, scope, made);
            return;
        };
        if is_simple {
            let value = self.value(derivation, scope);
            made.children.push(Child::Text(value));
            return;
        }
        let is_extension = of_type
            .first(Kind::ComplexContent)
            .and_then(|content| content.first(Kind::Extension))
            .is_some();
        let base = self.globals.base(of_type, scope);
        if let Some(base) = base.filter(|_| is_extension) {
            self.content(base.node, base.scope, made);
        }
        self.particles(derivation, scope, made);
    }

    fn particles(&mut self, parent: &'d Node, scope: Scope<'d>, made: &mut Made) {
        for (kind, node) in parent.nodes() {
            self.particle(kind, node, scope, made);
        }
    }

    fn particle(&mut self, kind: Kind, node: &'d Node, scope: Scope<'d>, made: &mut Made) {
        if !is_particle(kind) {
            return;
        }
        let (min, max) = node.occurs();
        let is_nested = self
            .open
            .iter()
            .rev()
            .skip(1)
            .any(|open| self.open.last() == Some(open));
        let count = if self.is_least() || (is_nested && min == 0) {
            min
        } else {
            min.max(2).min(max.unwrap_or(2))
        };
        for _ in 0..count {
            self.one(kind, node, scope, made);
        }
    }

    fn one(&mut self, kind: Kind, node: &'d Node, scope: Scope<'d>, made: &mut Made) {
        match kind {
            Kind::Element => {
                let element = self.local(node, scope);
                made.children.extend(element.map(Child::Element));
            }
            Kind::Sequence | Kind::All => self.particles(node, scope, made),
            Kind::Choice => self.choice(node, scope, made),
            Kind::Group => {
                if let Some(group) = self.group(node, scope) {
                    self.open_groups.push(group.node);
                    self.particles(group.node, group.scope, made);
                    self.open_groups.pop();
                }
            }
            Kind::Any => made
                .children
                .extend(self.any(node, scope).map(Child::Element)),
            _ => {}
        }
    }

    /// The group that is referred to: inside of itself, what it was before it was redefined.
    fn group(&mut self, reference: &'d Node, scope: Scope<'d>) -> Option<Global<'d>> {
        let key = scope.key(reference.reference.as_ref()?);
        let group = self.get(Kind::Group, key)?;
        let mut open = self.open_groups.iter();
        if open.any(|open| std::ptr::eq(*open, group.node)) {
            return self.globals.get_other(Kind::Group, key, group.node);
        }
        Some(group)
    }

    fn local(&mut self, node: &'d Node, scope: Scope<'d>) -> Option<Made> {
        let Some(reference) = &node.reference else {
            let name = node.name.as_deref()?;
            let key = (scope.namespace_of(Kind::Element, node), name);
            return Some(self.element(node, key, scope));
        };
        let head = self.get(Kind::Element, scope.key(reference))?;
        let mut members = self.globals.substitutes(head.key);
        if !head.node.is_abstract {
            members.insert(0, head);
        }
        let chosen = self.choose(head.node.address() + 2, members.len());
        members
            .get(chosen)
            .copied()
            .map(|member| self.global(member))
    }

    fn choice(&mut self, node: &'d Node, scope: Scope<'d>, made: &mut Made) {
        let branches: Vec<(Kind, &'d Node)> = node
            .nodes()
            .filter(|(kind, node)| is_particle(*kind) && node.occurs().1 != Some(0))
            .collect();
        let is_deep = self.is_least();
        let index = if is_deep {
            let costs = branches
                .iter()
                .map(|(kind, node)| self.cost(*kind, node, scope, MAX_DEPTH));
            let costs: Vec<usize> = costs.collect();
            costs
                .iter()
                .enumerate()
                .min_by_key(|(_, cost)| **cost)
                .map_or(0, |(index, _)| index)
        } else {
            self.choose(node.address(), branches.len())
        };
        if let Some((kind, branch)) = branches.get(index) {
            // A branch that is chosen stands there, though it need not.
            if is_deep || branch.occurs().0 > 0 {
                self.particle(*kind, branch, scope, made);
            } else {
                self.one(*kind, branch, scope, made);
            }
        }
    }

    /// How many elements this takes at least, as far as that is seen from here.
    fn cost(&mut self, kind: Kind, node: &'d Node, scope: Scope<'d>, depth: usize) -> usize {
        let min = node.occurs().0;
        if min == 0 || !is_particle(kind) {
            return 0;
        }
        if depth == 0 {
            return MAX_ELEMENTS;
        }
        if let Some(known) = self.costs.get(&(node.address(), depth)) {
            return *known;
        }
        let one = match kind {
            Kind::Element => {
                let target = node
                    .reference
                    .as_ref()
                    .and_then(|name| self.globals.get(Kind::Element, scope.key(name)));
                let (node, scope) =
                    target.map_or((node, scope), |target| (target.node, target.scope));
                match self.complex_type(node, scope) {
                    Some((of_type, scope)) => 1 + self.cost_of_content(of_type, scope, depth - 1),
                    None => 1,
                }
            }
            Kind::Choice => {
                let branches = node.nodes().filter(|(kind, _)| is_particle(*kind));
                let costs = branches.map(|(kind, node)| self.cost(kind, node, scope, depth - 1));
                costs.min().unwrap_or(0)
            }
            Kind::Group => {
                let name = node.reference.as_ref();
                let group = name.and_then(|name| self.globals.get(Kind::Group, scope.key(name)));
                group.map_or(0, |group| {
                    self.cost_of_all(group.node, group.scope, depth - 1)
                })
            }
            Kind::Any => 1,
            _ => self.cost_of_all(node, scope, depth - 1),
        };
        let cost = one.saturating_mul(min).min(MAX_ELEMENTS);
        self.costs.insert((node.address(), depth), cost);
        cost
    }

    fn cost_of_all(&mut self, node: &'d Node, scope: Scope<'d>, depth: usize) -> usize {
        node.nodes()
            .map(|(kind, node)| self.cost(kind, node, scope, depth))
            .sum()
    }

    fn cost_of_content(&mut self, of_type: &'d Node, scope: Scope<'d>, depth: usize) -> usize {
        let own = match derivation(of_type) {
            Some((derivation, _)) => {
                let base = self.globals.base(of_type, scope);
                let of_base = base.filter(|_| depth > 0).map_or(0, |base| {
                    self.cost_of_content(base.node, base.scope, depth - 1)
                });
                of_base + self.cost_of_all(derivation, scope, depth)
            }
            None => self.cost_of_all(of_type, scope, depth),
        };
        own.min(MAX_ELEMENTS)
    }

    /// An element that is allowed where anything is, unless only elements that are declared are, and none has to be there.
    fn any(&mut self, node: &'d Node, scope: Scope<'d>) -> Option<Made> {
        let is_strict = !matches!(node.process_contents.as_deref(), Some("lax" | "skip"));
        let allowed = node.namespace.as_deref().unwrap_or("##any");
        if is_strict {
            let is_allowed = |element: &&Global<'d>| match allowed {
                "##any" => true,
                "##other" => element.key.0 != scope.namespace && !element.key.0.is_empty(),
                "##targetNamespace" => element.key.0 == scope.namespace,
                allowed => allowed.split_whitespace().any(|one| one == element.key.0),
            };
            let mut elements = self
                .globals
                .elements
                .iter()
                .filter(|element| !element.node.is_abstract);
            let element = *elements.find(is_allowed)?;
            self.open.push(0);
            let is_deep = self.open.len() > MAX_DEPTH * 2;
            let made = (!is_deep).then(|| self.global(element));
            self.open.pop();
            return made;
        }
        let namespace = match allowed.split_whitespace().next() {
            None | Some("##any" | "##other") => ANYTHING,
            Some("##local") => "",
            Some("##targetNamespace") => scope.namespace,
            Some(namespace) => namespace,
        };
        let prefix = prefix(self.globals, namespace);
        let mut made = Made {
            name: format!("{prefix}anything"),
            attributes: Vec::new(),
            children: vec![Child::Text("anything".to_owned())],
        };
        // No document declares it, unless it is the namespace of all that is unknown.
        if prefix == UNKNOWN {
            made.add_attribute(
                format!("xmlns:{}", prefix.trim_end_matches(':')),
                namespace.to_owned(),
            );
        }
        Some(made)
    }
}

fn is_particle(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Element | Kind::Sequence | Kind::All | Kind::Choice | Kind::Group | Kind::Any
    )
}

fn is_mixed(of_type: &Node) -> bool {
    of_type.is_mixed
        || of_type
            .first(Kind::ComplexContent)
            .is_some_and(|content| content.is_mixed)
}
