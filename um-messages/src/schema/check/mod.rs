//! Structs held against a WSDL or a schema: where they differ.
//!
//! The struct is described by a schema that says where in Rust everything is; both are read as `um-wsdl` reads them, and
//! compared.

mod compare;
mod content;
mod difference;
mod operation;
mod values;

use std::path::{Path, PathBuf};

use self::compare::Comparison;
pub use self::difference::{Difference, Differences};
use super::operation::Operation;
use super::service::Service;
use super::{Documents, Options, documents};
use crate::wsdl::diagnostic::Report;
use crate::wsdl::model::Builder;
use crate::wsdl::options;
use crate::wsdl::resolve::{self, Key, Sources, Symbols, TypeDefinition, nearest_of, shown};
use crate::xml::description::{Description, MessageDescription};
use crate::xml::{Root, WriteElement};

/// A WSDL or a schema that structs are held against, with all that it imports.
///
/// ```
/// use um_messages::schema::{self, Wsdl};
/// use um_messages::SoapType;
///
/// let schema = r#"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:bank" elementFormDefault="qualified">
///   <xs:element name="Account">
///     <xs:complexType>
///       <xs:sequence>
///         <xs:element name="Iban" type="xs:string"/>
///         <xs:element name="Owner" type="xs:string" minOccurs="0"/>
///       </xs:sequence>
///     </xs:complexType>
///   </xs:element>
/// </xs:schema>"#;
/// let bank = Wsdl::from_text("bank.xsd", schema)?;
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:bank")]
/// struct Account {
///     iban: String,
///     owner: String,
/// }
///
/// let differences = schema::check::<Account>(&bank).unwrap_err();
/// assert_eq!(
///     differences.to_string(),
///     "`Account/Owner` stands at most once in the description, and once in Rust\n  \
///      --> bank.xsd:6:9\n  --> field `owner` of `Account`\n",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct Wsdl {
    documents: resolve::Documents,
}

impl Wsdl {
    /// Reads a file, a WSDL 1.1 or an XML Schema 1.0, and the files that it imports; nothing is fetched.
    ///
    /// # Errors
    ///
    /// If there is something wrong with the documents: what `um-wsdl check` says of them.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Differences> {
        Self::load(path.as_ref(), &Sources::default())
    }

    /// The same of a text. `name` is what places are said in; what is imported is looked for beside a file of this name.
    ///
    /// # Errors
    ///
    /// If there is something wrong with the documents.
    pub fn from_text(
        name: impl Into<PathBuf>,
        text: impl Into<Vec<u8>>,
    ) -> Result<Self, Differences> {
        let name = name.into();
        let mut sources = Sources::default();
        sources.texts.insert(name.clone(), text.into());
        Self::load(&name, &sources)
    }

    fn load(root: &Path, sources: &Sources) -> Result<Self, Differences> {
        let mut report = Report::default();
        let documents = resolve::load(root, sources, &mut report);
        // What names mean is said where they are used; here it is whether they mean one thing.
        Symbols::new(&documents, &mut report);
        if report.has_errors() {
            return Err(Differences::of_report(report));
        }
        Ok(Self { documents })
    }
}

/// Where a type differs from the element, or the type, of its name: what is missing and what is superfluous, names, namespaces and
/// whether they are qualified, order, how often something stands, nil, the types of values and their defaults; of a message also its action, the
/// version of SOAP and its answer. Header blocks and faults are held against a WSDL by [`Operation::check`].
///
/// It is for a test. A text may be any of the types that have no type in Rust (`xs:decimal`, `xs:anyURI`, `xs:gYear`), `i64` is an `xs:integer`, an
/// enum may keep other values, and what has a default may be absent. So what `um-wsdl` generates has no differences, but where it is wider and says so: elements whose names alone do not tell where they
/// belong. Facets are not compared, nor is the order of `xs:all` taken for none.
///
/// # Errors
///
/// The differences, each with its places. [`Wsdl`] has an example.
pub fn check<T: Root + WriteElement>(wsdl: &Wsdl) -> Result<(), Differences> {
    let description = T::description();
    let mut found = check_element(wsdl, T::description, (T::NAMESPACE, T::NAME))?;
    if let Some(message) = message_of(&description) {
        let name = (T::NAMESPACE, T::NAME);
        operation::check_message(wsdl, name, message, &mut found);
    }
    Differences::unless_none(found)
}

fn message_of(description: &Description) -> Option<&'static MessageDescription> {
    description.named().and_then(|named| named.message)
}

/// Reads the schema that is made of the type.
fn described(value: fn() -> Description) -> Result<resolve::Documents, Differences> {
    let options = Options {
        has_origins: true,
        ..Options::default()
    };
    let schemas = documents(&[value], &options).map_err(|error| Differences::of_error(&error))?;
    Ok(loaded(&schemas))
}

fn loaded(schemas: &Documents) -> resolve::Documents {
    let mut sources = Sources::default();
    for schema in schemas {
        let text = schema.xml().as_bytes().to_vec();
        sources.texts.insert(schema.file_name().into(), text);
    }
    let root = schemas.iter().next().map(super::Document::file_name);
    let root = Path::new(root.unwrap_or_default());
    resolve::load(root, &sources, &mut Report::default())
}

fn check_element(
    wsdl: &Wsdl,
    value: fn() -> Description,
    name: Key<'_>,
) -> Result<Vec<Difference>, Differences> {
    let rust = described(value)?;
    let mut reports = (Report::default(), Report::default());
    let rust_symbols = Symbols::new(&rust, &mut reports.1);
    let wsdl_symbols = Symbols::new(&wsdl.documents, &mut reports.0);
    let options = options::Options::default();
    let mut of_rust = Builder::new(&rust_symbols, &options, &mut reports.1);
    let mut of_wsdl = Builder::new(&wsdl_symbols, &options, &mut reports.0);
    let Some(own) = rust_symbols.elements.get(name) else {
        return Err(Differences::of_error(&super::collect::problem(
            "a type without an element",
        )));
    };
    let own = of_rust.global_element(own);
    if let Some(element) = wsdl_symbols.elements.get(name) {
        let element = of_wsdl.global_element(element);
        let (wsdl, rust) = (of_wsdl.finish(), of_rust.finish());
        let mut comparison = Comparison::new(&wsdl, &rust);
        comparison.roots(element, own);
        return Ok(comparison.found);
    }
    if let Some(defined) = wsdl_symbols.types.get(name) {
        let of_type = of_wsdl.defined(defined);
        let (wsdl, rust) = (of_wsdl.finish(), of_rust.finish());
        let mut comparison = Comparison::new(&wsdl, &rust);
        comparison.type_and_root(of_type, own, name.1);
        return Ok(comparison.found);
    }
    if let Some(parts) = operation::rpc_parts(wsdl, name) {
        drop((of_wsdl, of_rust));
        return Ok(operation::check_parts(wsdl, &rust, parts, name));
    }
    Ok(vec![no_element(&wsdl_symbols, name)])
}

fn no_element(symbols: &Symbols<'_>, name: Key<'_>) -> Difference {
    let elements = symbols.elements.all().map(|element| element.key);
    let types = symbols
        .types
        .all()
        .map(|defined: resolve::Defined<'_, TypeDefinition<'_>>| defined.key);
    let known: Vec<Key<'_>> = elements.chain(types).collect();
    let same_local = known.iter().find(|(_, local)| *local == name.1);
    let of_namespace = known.iter().filter(|(namespace, _)| *namespace == name.0);
    let near = same_local.map(|other| shown(*other)).or_else(|| {
        let near = nearest_of(of_namespace.map(|(_, local)| *local), name.1)?;
        Some(format!("`{near}`"))
    });
    let near = near.map(|near| format!("; did you mean {near}?"));
    Difference::new(
        name.1,
        format!(
            "is in Rust alone: there is no element and no type {}{}",
            shown(name),
            near.unwrap_or_default()
        ),
    )
}

impl Operation {
    /// Where the operation differs from that of the WSDL: its messages, as [`check`] says of each, the header blocks of both, and the entries of
    /// its faults' detail.
    ///
    /// # Errors
    ///
    /// The differences, each with its places.
    ///
    /// ```
    /// use um_messages::schema::{Operation, Service, Wsdl};
    /// use um_messages::um;
    ///
    /// let text = um::service().wsdl("http://localhost/")?;
    /// let wsdl = Wsdl::from_text("um.wsdl", text)?;
    /// let differences = Operation::of::<um::Disconnect>().check(&wsdl).unwrap_err();
    /// assert!(differences.to_string().contains("the fault `ExceptionType` is in the description alone"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn check(&self, wsdl: &Wsdl) -> Result<(), Differences> {
        Differences::unless_none(operation::check_operation(wsdl, self)?)
    }
}

impl Service {
    /// Where the service differs from that of the WSDL: its operations, as [`Operation::check`] says of each, and operations that one of the two has
    /// alone.
    ///
    /// # Errors
    ///
    /// The differences, each with its places.
    pub fn check(&self, wsdl: &Wsdl) -> Result<(), Differences> {
        let mut found = Vec::new();
        for operation in self.operations() {
            found.extend(operation::check_operation(wsdl, operation)?);
        }
        operation::check_missing(wsdl, self.operations(), &mut found);
        Differences::unless_none(found)
    }
}
