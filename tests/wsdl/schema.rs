//! Schemas as the makers of instances need them: no model, only what their authors wrote. It shares nothing with the generator, so that both
//! do not misunderstand a schema in the same way.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use um_messages::SoapType;
use um_messages::xml::{self, QName};

/// The namespace of XML Schema.
pub(crate) const XS: &str = "http://www.w3.org/2001/XMLSchema";

/// Any element of a schema, with the attributes that any of them may have.
#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = XS, rename = "schema", rename_all = "camelCase")]
pub(crate) struct Node {
    /// `@name`.
    #[soap(attribute)]
    pub(crate) name: Option<String>,
    /// `@ref`.
    #[soap(attribute, rename = "ref")]
    pub(crate) reference: Option<QName>,
    /// `@type`.
    #[soap(attribute, rename = "type")]
    pub(crate) type_name: Option<QName>,
    /// `@base`.
    #[soap(attribute)]
    pub(crate) base: Option<QName>,
    /// `@itemType`.
    #[soap(attribute)]
    pub(crate) item_type: Option<QName>,
    /// `@memberTypes`.
    #[soap(attribute, list, default)]
    pub(crate) member_types: Vec<QName>,
    /// `@substitutionGroup`.
    #[soap(attribute)]
    pub(crate) substitution_group: Option<QName>,
    /// `@targetNamespace`.
    #[soap(attribute)]
    pub(crate) target_namespace: Option<String>,
    /// `@elementFormDefault`.
    #[soap(attribute)]
    pub(crate) element_form_default: Option<String>,
    /// `@attributeFormDefault`.
    #[soap(attribute)]
    pub(crate) attribute_form_default: Option<String>,
    /// `@schemaLocation`.
    #[soap(attribute)]
    pub(crate) schema_location: Option<String>,
    /// `@default`.
    #[soap(attribute)]
    pub(crate) default: Option<String>,
    /// `@fixed`.
    #[soap(attribute)]
    pub(crate) fixed: Option<String>,
    /// `@form`.
    #[soap(attribute)]
    pub(crate) form: Option<String>,
    /// `@use`.
    #[soap(attribute, rename = "use")]
    pub(crate) usage: Option<String>,
    /// `@minOccurs`.
    #[soap(attribute)]
    pub(crate) min_occurs: Option<String>,
    /// `@maxOccurs`.
    #[soap(attribute)]
    pub(crate) max_occurs: Option<String>,
    /// `@namespace`, of a wildcard.
    #[soap(attribute)]
    pub(crate) namespace: Option<String>,
    /// `@processContents`.
    #[soap(attribute)]
    pub(crate) process_contents: Option<String>,
    /// `@value`, of a facet.
    #[soap(attribute)]
    pub(crate) value: Option<String>,
    /// `@nillable`.
    #[soap(attribute, default, rename = "nillable")]
    pub(crate) is_nillable: bool,
    /// `@abstract`.
    #[soap(attribute, default, rename = "abstract")]
    pub(crate) is_abstract: bool,
    /// `@mixed`.
    #[soap(attribute, default, rename = "mixed")]
    pub(crate) is_mixed: bool,
    /// What stands in it.
    #[soap(flatten)]
    pub(crate) children: Vec<Child>,
}

macro_rules! children {
    ($($kind:ident),*) => {
        /// What stands in a [`Node`].
        #[derive(Debug, PartialEq, SoapType)]
        #[soap(namespace = XS, rename_all = "camelCase")]
        pub(crate) enum Child {
            $($kind(Box<Node>),)*
            #[soap(other)]
            Other(xml::Element),
        }

        /// Which element it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(crate) enum Kind {
            $($kind),*
        }

        impl Child {
            /// The node, and which it is, unless it is nothing of a schema.
            fn node(&self) -> Option<(Kind, &Node)> {
                match self {
                    $(Self::$kind(node) => Some((Kind::$kind, node)),)*
                    Self::Other(_) => None,
                }
            }
        }
    };
}

children!(
    Import,
    Include,
    Redefine,
    SimpleType,
    ComplexType,
    Group,
    AttributeGroup,
    Element,
    Attribute,
    SimpleContent,
    ComplexContent,
    Extension,
    Restriction,
    All,
    Choice,
    Sequence,
    Any,
    AnyAttribute,
    List,
    Union,
    Enumeration,
    Length,
    MinLength,
    MaxLength,
    Pattern,
    MinInclusive,
    MaxInclusive,
    MinExclusive,
    MaxExclusive,
    TotalDigits,
    FractionDigits
);

impl Node {
    /// What stands in it, and is of a schema.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = (Kind, &Node)> {
        self.children.iter().filter_map(Child::node)
    }

    /// What of this kind stands in it.
    pub(crate) fn all(&self, kind: Kind) -> impl Iterator<Item = &Node> {
        self.nodes()
            .filter_map(move |(own, node)| (own == kind).then_some(node))
    }

    /// The first of this kind.
    #[must_use]
    pub(crate) fn first(&self, kind: Kind) -> Option<&Node> {
        self.all(kind).next()
    }

    /// What tells it from all others.
    #[must_use]
    pub(crate) fn address(&self) -> usize {
        std::ptr::from_ref(self).addr()
    }

    /// How often it stands; `None` for any number.
    #[must_use]
    pub(crate) fn occurs(&self) -> (usize, Option<usize>) {
        let number = |text: &Option<String>| {
            text.as_deref()
                .map_or(Some(1), |text| text.trim().parse().ok())
        };
        (
            number(&self.min_occurs).unwrap_or(1),
            number(&self.max_occurs),
        )
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(
    namespace = "http://schemas.xmlsoap.org/wsdl/",
    rename = "definitions",
    rename_all = "camelCase"
)]
struct Definitions {
    import: Vec<WsdlImport>,
    types: Vec<Types>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "http://schemas.xmlsoap.org/wsdl/")]
struct WsdlImport {
    #[soap(attribute, rename = "location")]
    location: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = XS)]
struct Types {
    #[soap(rename = "schema")]
    schemas: Vec<Node>,
}

/// A schema and its target namespace: its own, or that of who includes it.
#[derive(Debug)]
struct Document {
    namespace: String,
    is_chameleon: bool,
    node: Node,
}

/// All schemas that one leads to.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    documents: Vec<Document>,
    known: HashSet<(PathBuf, String)>,
}

impl Documents {
    /// Those that a schema or a WSDL leads to.
    #[must_use]
    pub(crate) fn load(path: &Path) -> Self {
        let mut documents = Self::default();
        documents.add_file(path, "");
        documents
    }

    fn add_file(&mut self, path: &Path, includer: &str) {
        if !self.known.insert((path.to_owned(), includer.to_owned())) {
            return;
        }
        let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let text = String::from_utf8_lossy(&bytes);
        let text = without_doctype(&text);
        if let Ok(definitions) = xml::from_str::<Definitions>(&text) {
            for location in definitions
                .import
                .iter()
                .filter_map(|import| import.location.as_deref())
            {
                self.follow(path, location, "");
            }
            for schema in definitions
                .types
                .into_iter()
                .flat_map(|types| types.schemas)
            {
                self.add(path, schema, "");
            }
        } else {
            match xml::from_str(&text) {
                Ok(schema) => self.add(path, schema, includer),
                Err(error) => panic!("{}: {error}", path.display()),
            }
        }
    }

    fn add(&mut self, path: &Path, node: Node, includer: &str) {
        let own = node.target_namespace.clone();
        let is_chameleon = own.is_none() && !includer.is_empty();
        let namespace = own.unwrap_or_else(|| includer.to_owned());
        for (kind, reference) in node.nodes() {
            let Some(location) = reference.schema_location.as_deref() else {
                continue;
            };
            match kind {
                Kind::Import => self.follow(path, location, ""),
                Kind::Include | Kind::Redefine => self.follow(path, location, &namespace),
                _ => {}
            }
        }
        self.documents.push(Document {
            namespace,
            is_chameleon,
            node,
        });
    }

    /// Documents that are not there are not needed: what the generator wrote did without them.
    fn follow(&mut self, from: &Path, location: &str, includer: &str) {
        let folder = from.parent().unwrap_or(Path::new(""));
        let name = location.rsplit('/').next().unwrap_or_default();
        let paths = [folder.join(location), folder.join(name)];
        if let Some(path) = paths.iter().find(|path| path.is_file()) {
            self.add_file(&path.canonicalize().unwrap_or(path.clone()), includer);
        }
    }
}

/// Where a node stands, as far as it says what a name in it means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scope<'d> {
    /// The target namespace.
    pub(crate) namespace: &'d str,
    schema: &'d Node,
    is_chameleon: bool,
}

impl<'d> Scope<'d> {
    fn of(document: &'d Document) -> Self {
        Self {
            namespace: &document.namespace,
            schema: &document.node,
            is_chameleon: document.is_chameleon,
        }
    }

    /// What a name means.
    #[must_use]
    pub(crate) fn key(self, name: &'d QName) -> Key<'d> {
        match name.namespace() {
            "" if self.is_chameleon => (self.namespace, name.local()),
            namespace => (namespace, name.local()),
        }
    }

    /// The namespace of a local element or attribute.
    #[must_use]
    pub(crate) fn namespace_of(self, kind: Kind, node: &Node) -> &'d str {
        let default = match kind {
            Kind::Attribute => &self.schema.attribute_form_default,
            _ => &self.schema.element_form_default,
        };
        match node.form.as_deref().or(default.as_deref()) {
            Some("qualified") => self.namespace,
            _ => "",
        }
    }
}

/// A namespace and a local name.
pub(crate) type Key<'d> = (&'d str, &'d str);

/// Something that has a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Global<'d> {
    /// Its name.
    pub(crate) key: Key<'d>,
    /// What it is.
    pub(crate) kind: Kind,
    /// The node itself.
    pub(crate) node: &'d Node,
    /// Where it stands.
    pub(crate) scope: Scope<'d>,
}

/// All that has a name.
#[derive(Debug, Default)]
pub(crate) struct Globals<'d> {
    /// All of one kind of names under one name: what redefines the others is first.
    named: HashMap<(Kind, Key<'d>), Vec<Global<'d>>>,
    /// The elements, in the order of the documents.
    pub(crate) elements: Vec<Global<'d>>,
    /// The types that are derived from the one at an address in one step.
    derived: HashMap<usize, Vec<Global<'d>>>,
    /// The elements that may stand for the one of a name by what they say themselves.
    substitutes: HashMap<Key<'d>, Vec<Global<'d>>>,
    /// The namespaces.
    pub(crate) namespaces: Vec<&'d str>,
}

impl<'d> Globals<'d> {
    /// Those of these documents.
    #[must_use]
    pub(crate) fn new(documents: &'d Documents) -> Self {
        let mut globals = Self::default();
        for document in &documents.documents {
            let scope = Scope::of(document);
            if !globals.namespaces.contains(&scope.namespace) {
                globals.namespaces.push(scope.namespace);
            }
            for (kind, node) in document.node.nodes() {
                globals.add(kind, node, scope, false);
                if kind == Kind::Redefine {
                    for (kind, node) in node.nodes() {
                        globals.add(kind, node, scope, true);
                    }
                }
            }
        }
        globals.relate();
        globals
    }

    /// Finds what stands for what.
    fn relate(&mut self) {
        let named = self.named.iter();
        let types = named.filter(|((kind, _), _)| *kind == Kind::ComplexType);
        let mut types: Vec<Global<'d>> = types.flat_map(|(_, types)| types).copied().collect();
        types.sort_by_key(|of_type| of_type.key);
        for of_type in types {
            if let Some(base) = self.base(of_type.node, of_type.scope) {
                let derived = self.derived.entry(base.node.address()).or_default();
                derived.push(of_type);
            }
        }
        for element in &self.elements {
            if let Some(head) = &element.node.substitution_group {
                let head = element.scope.key(head);
                self.substitutes.entry(head).or_default().push(*element);
            }
        }
    }

    fn add(&mut self, kind: Kind, node: &'d Node, scope: Scope<'d>, is_redefined: bool) {
        let Some(name) = node.name.as_deref() else {
            return;
        };
        let key = (scope.namespace, name);
        let global = Global {
            key,
            kind,
            node,
            scope,
        };
        if kind == Kind::Element {
            self.elements.push(global);
        }
        let named = self.named.entry((space(kind), key)).or_default();
        let index = if is_redefined { 0 } else { named.len() };
        named.insert(index, global);
    }

    /// What has this name.
    #[must_use]
    pub(crate) fn get(&self, kind: Kind, key: Key<'d>) -> Option<Global<'d>> {
        self.named.get(&(space(kind), key))?.first().copied()
    }

    /// What has this name and stands elsewhere than `around`: what that redefines.
    #[must_use]
    pub(crate) fn get_other(&self, kind: Kind, key: Key<'d>, around: &Node) -> Option<Global<'d>> {
        let named = self.named.get(&(space(kind), key))?;
        let is_around = |global: &&Global<'d>| std::ptr::eq(global.node, around);
        match named.iter().position(|global| is_around(&global)) {
            Some(index) => named.get(index + 1).copied(),
            None => named.first().copied(),
        }
    }

    /// The complex types that are derived from this one, over any number of steps, and are not abstract.
    #[must_use]
    pub(crate) fn derived(&self, base: &Node) -> Vec<Global<'d>> {
        let mut derived: Vec<Global<'d>> = Vec::new();
        let mut seen = HashSet::from([base.address()]);
        let mut open = vec![base.address()];
        while let Some(base) = open.pop() {
            for of_type in self.derived.get(&base).into_iter().flatten() {
                if seen.insert(of_type.node.address()) {
                    derived.push(*of_type);
                    open.push(of_type.node.address());
                }
            }
        }
        derived.retain(|of_type| !of_type.node.is_abstract);
        derived
    }

    /// The type that a complex type is derived from, if that is complex: what it was before it was redefined, if it is itself.
    #[must_use]
    pub(crate) fn base(&self, of_type: &'d Node, scope: Scope<'d>) -> Option<Global<'d>> {
        let (derivation, _) = derivation(of_type)?;
        let name = derivation.base.as_ref()?;
        self.get_other(Kind::ComplexType, scope.key(name), of_type)
    }

    /// The members of a substitution group that are not abstract, and not its head.
    #[must_use]
    pub(crate) fn substitutes(&self, head: Key<'d>) -> Vec<Global<'d>> {
        let mut members: Vec<Global<'d>> = Vec::new();
        let mut seen = HashSet::from([head]);
        let mut open = vec![head];
        while let Some(head) = open.pop() {
            for element in self.substitutes.get(&head).into_iter().flatten() {
                if seen.insert(element.key) {
                    members.push(*element);
                    open.push(element.key);
                }
            }
        }
        members.retain(|element| !element.node.is_abstract);
        members
    }
}

/// The kinds whose names are told apart by nothing else.
fn space(kind: Kind) -> Kind {
    match kind {
        Kind::SimpleType => Kind::ComplexType,
        kind => kind,
    }
}

/// The extension or restriction that a complex type is, and whether it is one of text.
#[must_use]
pub(crate) fn derivation(of_type: &Node) -> Option<(&Node, bool)> {
    let simple = of_type.first(Kind::SimpleContent);
    let content = simple.or_else(|| of_type.first(Kind::ComplexContent))?;
    let derivation = content.first(Kind::Extension);
    let derivation = derivation.or_else(|| content.first(Kind::Restriction))?;
    Some((derivation, simple.is_some()))
}

/// The text without a document type declaration, and with its entities replaced.
fn without_doctype(text: &str) -> String {
    let Some((before, rest)) = text.split_once("<!DOCTYPE") else {
        return text.to_owned();
    };
    let has_subset = rest
        .find('[')
        .is_some_and(|subset| Some(subset) < rest.find('>'));
    let end = if has_subset { "]>" } else { ">" };
    let (declaration, after) = rest.split_once(end).unwrap_or((rest, ""));
    let mut result = format!("{before}{after}");
    for entity in declaration.split("<!ENTITY").skip(1) {
        let mut pieces = entity.split(['"', '\'']);
        if let (Some(name), Some(value)) = (pieces.next(), pieces.next()) {
            result = result.replace(&format!("&{};", name.trim()), value);
        }
    }
    result
}
