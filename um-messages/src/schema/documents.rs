//! Schemas as documents: one for each namespace.

use std::path::Path;
use std::{fmt, fs, io};

use super::collect::Collector;
use super::components::{Schema, Schemas};
use super::options::Options;
use crate::error::Result;
use crate::xml;
use crate::xml::description::Describe;

/// The schemas of types that have elements of their own.
pub(super) fn documents(roots: &[Describe], options: &Options) -> Result<Documents> {
    let mut collector = Collector::of(options, roots.iter().copied());
    for root in roots {
        collector.root(*root)?;
    }
    Documents::new(&collector.schemas)
}

impl Documents {
    pub(super) fn new(schemas: &Schemas) -> Result<Self> {
        let file_of = |namespace: &str| {
            let mut all = schemas.all.iter();
            let number = all.position(|schema| schema.namespace == namespace);
            number.map(file_name)
        };
        let documents = schemas.all.iter().map(|schema| {
            let element = schema.to_element(&schemas.imports(schema), file_of);
            Ok(Document {
                namespace: schema.namespace,
                file_name: file_of(schema.namespace).unwrap_or_default(),
                xml: printed(&element)?,
            })
        });
        documents.collect::<Result<_>>().map(Self)
    }
}

fn file_name(number: usize) -> String {
    match number {
        0 => "schema.xsd".to_owned(),
        number => format!("schema{}.xsd", number + 1),
    }
}

/// The text of a document, for people too.
pub(super) fn printed(root: &xml::Element) -> Result<String> {
    let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    Ok(format!("{declaration}{}\n", xml::pretty(&root.to_xml()?)?))
}

/// Schemas, one for each namespace: that of the first type comes first. Their `Display` is their texts, one behind the other.
#[derive(Clone, Debug)]
pub struct Documents(Vec<Document>);

/// The schema of one namespace.
#[derive(Clone, Debug)]
pub struct Document {
    namespace: &'static str,
    file_name: String,
    xml: String,
}

impl Documents {
    /// The schemas.
    pub fn iter(&self) -> std::slice::Iter<'_, Document> {
        self.0.iter()
    }

    /// Writes each schema as a file into a folder, which is there.
    ///
    /// # Errors
    ///
    /// Those of the file system.
    pub fn write_to(&self, folder: impl AsRef<Path>) -> io::Result<()> {
        let folder = folder.as_ref();
        self.iter()
            .try_for_each(|document| fs::write(folder.join(&document.file_name), &document.xml))
    }
}

impl<'a> IntoIterator for &'a Documents {
    type Item = &'a Document;
    type IntoIter = std::slice::Iter<'a, Document>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Document {
    /// The target namespace, empty for none.
    #[must_use]
    pub const fn namespace(&self) -> &'static str {
        self.namespace
    }

    /// The name under which the other schemas look for this one: `schema.xsd`, `schema2.xsd`.
    #[must_use]
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// The text.
    #[must_use]
    pub fn xml(&self) -> &str {
        &self.xml
    }
}

impl fmt::Display for Documents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|document| f.write_str(&document.xml))
    }
}

impl Schemas {
    /// The namespaces that a schema refers to, beside its own.
    pub(super) fn imports(&self, schema: &Schema) -> Vec<&'static str> {
        let mut used = Vec::new();
        schema.visit_references(&mut |name| {
            let mut all = self.all.iter();
            let found = all.find(|other| other.namespace == name.namespace());
            let found = found.map(|other| other.namespace);
            used.extend(found.filter(|found| !used.contains(found) && *found != schema.namespace));
        });
        used
    }
}
