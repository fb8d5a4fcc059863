//! All documents that one leads to, by `wsdl:import`, `xs:import`, `xs:include` and `xs:redefine`.

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::source::Sources;
use super::symbols::{nearest_of, shown};
use super::well_known;
use crate::wsdl::diagnostic::{At, Diagnostic, Place, Report};
use crate::wsdl::read::wsdl::Definitions;
use crate::wsdl::read::xsd::{Component, Schema, XS};
use crate::wsdl::read::{Document, Refusal};
use crate::xml::{QName, XML_NAMESPACE};

/// How many documents one may lead to, and how many bytes these may have.
const MAX_DOCUMENTS: usize = 10_000;
const MAX_BYTES: usize = 512 * 1024 * 1024;

/// All documents.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    pub(crate) definitions: Vec<DefinitionsDocument>,
    pub(crate) schemas: Vec<SchemaDocument>,
    /// What is referred to, and was not found.
    pub(crate) missing: Vec<Missing>,
    /// The files that were read.
    pub(crate) paths: Vec<PathBuf>,
}

impl Documents {
    /// The target namespaces of all.
    pub(crate) fn namespaces(&self) -> impl Iterator<Item = &str> {
        let definitions = self.definitions.iter();
        let definitions =
            definitions.filter_map(|document| document.definitions.target_namespace.as_deref());
        let schemas = self.schemas.iter();
        definitions.chain(schemas.map(|document| document.namespace.as_str()))
    }

    /// The target namespace of the first one.
    pub(crate) fn namespace(&self) -> &str {
        let definitions = self.definitions.first();
        let own = definitions.map(|document| document.definitions.target_namespace.as_deref());
        let of_schema = self
            .schemas
            .first()
            .map(|document| document.namespace.as_str());
        own.unwrap_or(of_schema).unwrap_or_default()
    }
}

/// A WSDL. Its schemas are documents of their own.
#[derive(Debug)]
pub(crate) struct DefinitionsDocument {
    pub(crate) file: Arc<str>,
    pub(crate) definitions: Definitions,
}

/// A schema.
#[derive(Debug)]
pub(crate) struct SchemaDocument {
    pub(crate) file: Arc<str>,
    pub(crate) schema: Schema,
    /// The target namespace: its own, or that of who includes it.
    pub(crate) namespace: String,
    /// Whether it has none of its own, so that names without a namespace are in that of who includes it
    /// (XML Schema part 1, section 4.2.1).
    pub(crate) is_chameleon: bool,
    /// Whether it is one that is always there.
    pub(crate) is_well_known: bool,
}

/// A document that is referred to, and was not found.
#[derive(Debug)]
pub(crate) struct Missing {
    pub(crate) namespace: String,
    pub(crate) location: String,
    /// The document that refers to it.
    pub(crate) from: PathBuf,
}

/// Loads the document at `root`, and all that it leads to.
pub(crate) fn load(root: &Path, sources: &Sources, report: &mut Report) -> Documents {
    let mut loader = Loader {
        sources,
        report,
        documents: Documents::default(),
        known: HashMap::new(),
        queue: VecDeque::new(),
        bytes: 0,
        mentioned: HashSet::from([XML_NAMESPACE]),
    };
    loader.queue.push_back(Wanted {
        path: root.to_owned(),
        included: None,
        from: None,
    });
    while let Some(wanted) = loader.queue.pop_front() {
        if !loader.has_room() {
            break;
        }
        loader.load(&wanted);
    }
    loader.add_well_known();
    loader.documents
}

/// A document that another one leads to.
struct Wanted {
    path: PathBuf,
    /// The target namespace of the schema that includes it.
    included: Option<String>,
    from: Option<Place>,
}

struct Loader<'a> {
    sources: &'a Sources,
    report: &'a mut Report,
    documents: Documents,
    /// The documents that were loaded, each with the namespaces of those that include it if it has none of its own.
    known: HashMap<PathBuf, Known>,
    queue: VecDeque<Wanted>,
    bytes: usize,
    /// The namespaces of well-known schemas that a document names, so that others need not be read.
    mentioned: HashSet<&'static str>,
}

enum Known {
    Once,
    ForEach(HashSet<String>),
}

impl Loader<'_> {
    fn has_room(&mut self) -> bool {
        let has_room = self.documents.paths.len() < MAX_DOCUMENTS && self.bytes < MAX_BYTES;
        if !has_room {
            self.report.add(Diagnostic::error(format!(
                "the document leads to more than {MAX_DOCUMENTS} others, or to more than {MAX_BYTES} bytes"
            )));
        }
        has_room
    }

    fn load(&mut self, wanted: &Wanted) {
        if self.is_known(wanted) {
            return;
        }
        let file: Arc<str> = wanted.path.to_string_lossy().into();
        match self.sources.read(&wanted.path) {
            Ok(bytes) => {
                self.bytes += bytes.len();
                self.mention(&bytes);
                self.documents.paths.push(wanted.path.clone());
                self.add(&file, &bytes, wanted);
            }
            Err(error) => {
                let diagnostic = Diagnostic::error(format!("`{file}` cannot be read: {error}"));
                let is_elsewhere = file.contains("://");
                let help = is_elsewhere.then(|| "`um-wsdl --fetch DIR` fetches it".to_owned());
                let diagnostic = diagnostic.optional_help(help);
                self.report.add(match &wanted.from {
                    Some(place) => diagnostic.at(place.clone()),
                    None => diagnostic,
                });
            }
        }
    }

    /// A text that is in none of the usual encodings may name any of them.
    fn mention(&mut self, document: &[u8]) {
        let text = std::str::from_utf8(document);
        for (namespace, _) in well_known::SCHEMAS {
            let is_new = !self.mentioned.contains(namespace);
            if is_new && text.is_ok_and(|text| text.contains(namespace)) || text.is_err() {
                self.mentioned.insert(namespace);
            }
        }
    }

    fn is_known(&self, wanted: &Wanted) -> bool {
        match self.known.get(&wanted.path) {
            None => false,
            Some(Known::Once) => true,
            Some(Known::ForEach(namespaces)) => {
                namespaces.contains(wanted.included.as_deref().unwrap_or_default())
            }
        }
    }

    fn add(&mut self, file: &Arc<str>, bytes: &[u8], wanted: &Wanted) {
        match Document::from_slice(bytes) {
            Ok(Document::Definitions(definitions)) => {
                self.known.insert(wanted.path.clone(), Known::Once);
                self.add_definitions(file, *definitions, &wanted.path);
            }
            Ok(Document::Schema(schema)) => self.add_schema(file, *schema, wanted),
            Err(refusal) => {
                self.known.insert(wanted.path.clone(), Known::Once);
                self.report.add(refused(file, &refusal));
            }
        }
    }

    fn add_definitions(&mut self, file: &Arc<str>, mut definitions: Definitions, path: &Path) {
        for import in &definitions.import {
            let namespace = import.namespace.as_deref().unwrap_or_default();
            let location = import.location.as_deref().unwrap_or_default();
            self.want(file, path, (namespace, location, import.at), None);
        }
        for types in &mut definitions.types {
            for schema in std::mem::take(&mut types.schemas) {
                let wanted = Wanted {
                    path: path.to_owned(),
                    included: None,
                    from: None,
                };
                self.push_schema(file, schema, &wanted);
            }
        }
        self.documents.definitions.push(DefinitionsDocument {
            file: Arc::clone(file),
            definitions,
        });
    }

    fn add_schema(&mut self, file: &Arc<str>, schema: Schema, wanted: &Wanted) {
        if schema.target_namespace.is_some() {
            self.known.insert(wanted.path.clone(), Known::Once);
        } else {
            let namespace = wanted.included.as_deref().unwrap_or_default();
            let known = self.known.entry(wanted.path.clone());
            if let Known::ForEach(namespaces) =
                known.or_insert_with(|| Known::ForEach(HashSet::new()))
            {
                namespaces.insert(namespace.to_owned());
            }
        }
        self.push_schema(file, schema, wanted);
    }

    fn push_schema(&mut self, file: &Arc<str>, schema: Schema, wanted: &Wanted) {
        let own = schema.target_namespace.clone();
        let is_own = own.is_some();
        let namespace = own.or_else(|| wanted.included.clone()).unwrap_or_default();
        for component in &schema.components {
            self.follow(file, component, &namespace, &wanted.path);
            if let Component::Other(other) = component {
                self.report_misplaced(other.name(), Place::new(file, schema.at));
            }
        }
        self.documents.schemas.push(SchemaDocument {
            file: Arc::clone(file),
            schema,
            is_chameleon: !is_own && !namespace.is_empty(),
            is_well_known: **file == *namespace && well_known::is_well_known(file),
            namespace,
        });
    }

    fn follow(&mut self, file: &Arc<str>, component: &Component, namespace: &str, path: &Path) {
        match component {
            Component::Include(include) => {
                let reference = (namespace, include.schema_location.as_str(), include.at);
                self.want(file, path, reference, Some(namespace));
            }
            Component::Redefine(redefine) => {
                let reference = (namespace, redefine.schema_location.as_str(), redefine.at);
                self.want(file, path, reference, Some(namespace));
            }
            Component::Import(import) => {
                let namespace = import.namespace.as_deref().unwrap_or_default();
                let location = import.schema_location.as_deref().unwrap_or_default();
                self.want(file, path, (namespace, location, import.at), None);
            }
            Component::Override(ignored) => {
                let consequence = "the document that it names is not read";
                let warning = Diagnostic::of_version_1_1("override", consequence);
                self.report.add(warning.at(Place::new(file, ignored.at)));
            }
            Component::DefaultOpenContent(ignored) => {
                let consequence = "the elements that it lets in are unknown";
                let warning = Diagnostic::of_version_1_1("defaultOpenContent", consequence);
                self.report.add(warning.at(Place::new(file, ignored.at)));
            }
            _ => {}
        }
    }

    /// At the top of a schema something stands that does not belong there. Where it would be needed, it is missing.
    fn report_misplaced(&mut self, name: &QName, place: Place) {
        let is_skipped = |skipped: &&str| name.is(XS.uri(), skipped);
        if ["annotation", "notation"].iter().any(is_skipped) {
            return;
        }
        let shown = shown((name.namespace(), name.local()));
        let problem =
            format!("the element {shown} does not belong at the top of a schema, and is left out");
        let near = nearest_of(COMPONENTS.into_iter(), name.local());
        self.report.add(
            Diagnostic::warning(problem)
                .at(place)
                .optional_help(near.map(|near| format!("is `xs:{near}` meant?"))),
        );
    }

    /// Finds the document that a namespace and a location mean, and keeps those in mind that are not found: it is an
    /// error once a name of theirs is needed.
    fn want(
        &mut self,
        file: &Arc<str>,
        from: &Path,
        (namespace, location, at): (&str, &str, At),
        included: Option<&str>,
    ) {
        let place = Place::new(file, at);
        match self.sources.find(location, namespace, from) {
            Some(path) => self.queue.push_back(Wanted {
                path,
                included: included.map(str::to_owned),
                from: Some(place),
            }),
            None if location.is_empty() => {}
            None => self.miss((namespace, location), from, place),
        }
    }

    fn miss(&mut self, (namespace, location): (&str, &str), from: &Path, place: Place) {
        if well_known::is_well_known(namespace) {
            return;
        }
        self.report.add(
            Diagnostic::note(format!("`{location}` was not found"))
                .at(place)
                .help("nothing is fetched without `--fetch`; `--location` says where a document is, and `--search` where to look"),
        );
        self.documents.missing.push(Missing {
            namespace: namespace.to_owned(),
            location: location.to_owned(),
            from: from.to_owned(),
        });
    }

    fn add_well_known(&mut self) {
        for (namespace, text) in well_known::SCHEMAS {
            let is_there = |schema: &SchemaDocument| schema.namespace == namespace;
            if !self.mentioned.contains(namespace) || self.documents.schemas.iter().any(is_there) {
                continue;
            }
            let wanted = Wanted {
                path: PathBuf::from(namespace),
                included: None,
                from: None,
            };
            self.add(&namespace.into(), text.as_bytes(), &wanted);
        }
    }
}

/// What is defined at the top of a schema.
const COMPONENTS: [&str; 6] = [
    "simpleType",
    "complexType",
    "group",
    "attributeGroup",
    "element",
    "attribute",
];

/// Why a document is of no use, and what is.
fn refused(file: &Arc<str>, refusal: &Refusal) -> Diagnostic {
    let place = Place::new(file, At::default());
    match refusal {
        Refusal::Broken(error) => Diagnostic::error(error.kind().to_string())
            .at(Place::of_error(file, error))
            .optional_help(error.path().map(|path| format!("it stands in `{path}`"))),
        Refusal::Doctype(problem) => Diagnostic::error(*problem).at(place),
        Refusal::Other(root) if root.local() == "description" => {
            Diagnostic::error("this is a WSDL 2.0, which is not supported")
                .at(place)
                .help("ask the service for its WSDL 1.1: most have both")
        }
        Refusal::WebPage => {
            Diagnostic::error("this is a web page, and neither a WSDL nor a schema")
                .at(place)
                .help("the WSDL of a service is often at its address with `?wsdl` behind it")
        }
        Refusal::Other(root) => Diagnostic::error(format!(
            "the root is `{root}`, and neither a WSDL's `definitions` nor a `schema`"
        ))
        .at(place),
    }
}
