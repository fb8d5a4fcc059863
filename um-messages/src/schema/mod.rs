//! From structs to an XML Schema 1.0 and a WSDL 1.1, for stacks that want one: .NET, Java, zeep.
//!
//! What a derive knows of a type, it says with the feature `schema`; without the feature it generates nothing of this. [`of`] makes the schema of a
//! type, [`Service`] the WSDL of what a service does.
//!
//! ```
//! use um_messages::schema::{Operation, Service};
//! use um_messages::SoapMessage;
//!
//! #[derive(SoapMessage)]
//! #[soap(namespace = "urn:bank", action = "urn:bank/Hold", response = HoldResponse)]
//! struct Hold {
//!     account: String,
//!     #[soap(schema_type = "decimal")]
//!     amount: String,
//! }
//!
//! #[derive(SoapMessage)]
//! #[soap(namespace = "urn:bank")]
//! struct HoldResponse {
//!     id: Option<u32>,
//! }
//!
//! let service = Service::new("Bank", "urn:bank").operation(Operation::of::<Hold>());
//! let wsdl = service.wsdl("https://bank.example/soap")?;
//! assert!(wsdl.contains(r#"<xs:element name="Amount" type="xs:decimal"/>"#));
//! assert!(wsdl.contains(r#"<xs:element name="Id" type="xs:unsignedInt" minOccurs="0"/>"#));
//! # Ok::<(), um_messages::Error>(())
//! ```
//!
//! A service answers `GET …?wsdl` with it, as `text/xml; charset=utf-8`: so does the one of the
//! [examples](https://github.com/um-messages/um-messages/blob/main/um-messages/examples/service/wsdl.rs).
//!
//! Structs that are written by hand for a WSDL that there is, are held against it by [`check`] in a test, which needs the feature `wsdl`, too.
//!
//! # What becomes of what
//!
//! | Rust | schema |
//! |---|---|
//! | a message, a header block, an entry of a fault's detail | an element at the top, with its type inside |
//! | a struct | a complex type of its name, its fields in a `sequence`: the order in which they are written |
//! | a struct of a [`text`](macro@crate::SoapType#text) alone, a newtype of a struct | what stands in it |
//! | a newtype of a simple type, an enum of values, a [`union`](macro@crate::SoapType#union), a [`list`](macro@crate::SoapType#list) | a simple type of its name |
//! | an enum with [`other`](macro@crate::SoapType#other) | its values or any string, unless [`Service::closed_enums`] |
//! | a choice | `choice`, and where nothing may stand, `minOccurs="0"` |
//! | [`flatten`](macro@crate::SoapType#flatten) | its particles and attributes, where it stands |
//! | `Option`, `Vec`, [`min_occurs`](macro@crate::SoapType#min_occurs), [`max_occurs`](macro@crate::SoapType#max_occurs), `default`, [`skip_if`](macro@crate::SoapType#skip_if) | `minOccurs`, `maxOccurs`, `use` |
//! | [`nillable`](macro@crate::SoapType#nillable), [`Nillable`](crate::xml::Nillable) | `nillable` |
//! | [`default_text`](macro@crate::SoapType#default_text) | `default` of an attribute; of an element with [`empty_is_default`](macro@crate::SoapType#empty_is_default) beside it |
//! | [`inner`](macro@crate::SoapType#inner), [`wrapper`](macro@crate::SoapType#wrapper) | an element with a type inside |
//! | [`unqualified`](macro@crate::SoapType#unqualified); a field in a namespace of its own | `form="unqualified"`; a reference to an element or attribute of the schema of that |
//! | an enum with [`xsi_type`](macro@crate::SoapType#xsi_type) | a base, which is abstract without a `default`, and its extensions: their first fields are those of the base |
//! | [`any`](macro@crate::SoapType#any), [`any_attribute`](macro@crate::SoapType#any_attribute), [`Element`](crate::xml::Element) as a field | `any`, of other namespaces where it has to be told apart; `anyAttribute`; `anyType` |
//! | numbers, `bool`, the types of [`xml`](crate::xml), `chrono` and others | the types of XML Schema of the same values |
//! | a text that [`with`](macro@crate::SoapType#with) or [`SimpleType`](crate::xml::SimpleType) reads | `string`, or what [`schema_type`](macro@crate::SoapType#schema_type) or `simple_type!(T => "decimal")` says |
//!
//! Other names that are read (`alias`, `namespace_alias`) are not described, nor what is read leniently: a schema says what is written.
//! A type without a namespace is a type of each schema that has it; a second type of one name has a number behind it. What a schema cannot
//! say is an error that names the field: a type with `WriteElement` written by hand that has no
//! [`description`](crate::xml::Description), a variant with `xsi_type` that does not begin with the fields of the default one.

#[cfg(feature = "wsdl")]
mod check;
mod collect;
mod components;
mod derivation;
mod fields;
mod operation;
mod prefixes;
mod print;
mod references;
mod scope;
mod service;
mod survey;
mod wsdl;

use std::path::Path;
use std::{fmt, fs, io};

#[cfg(feature = "wsdl")]
#[cfg_attr(docsrs, doc(cfg(feature = "wsdl")))]
pub use self::check::{Difference, Differences, Wsdl, check};
use self::collect::Collector;
use self::components::Schemas;
pub use self::operation::{Answer, Operation};
pub use self::service::Service;
use crate::error::Result;
use crate::xml::description::Describe;
use crate::xml::{self, Root, WriteElement};

/// The namespace of XML Schema.
const XS: &str = "http://www.w3.org/2001/XMLSchema";

/// How structs become a schema.
#[derive(Clone, Debug, Default)]
struct Options {
    are_enums_closed: bool,
    /// Whether the schema says where in Rust an element or attribute is.
    has_origins: bool,
}

/// The schema of a type, and of all that stands in it: its own element is at the top.
///
/// # Errors
///
/// If there is something that no schema can say.
///
/// ```
/// use um_messages::{SoapType, schema};
///
/// #[derive(SoapType)]
/// #[soap(namespace = "urn:calls")]
/// struct Call {
///     #[soap(attribute)]
///     id: Option<u32>,
///     state: State,
/// }
///
/// #[derive(SoapType)]
/// enum State {
///     Idle,
///     Connected,
/// }
///
/// let expected = r#"<?xml version="1.0" encoding="utf-8"?>
/// <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tns="urn:calls" targetNamespace="urn:calls" elementFormDefault="qualified">
///   <xs:element name="Call">
///     <xs:complexType>
///       <xs:sequence>
///         <xs:element name="State" type="tns:State"/>
///       </xs:sequence>
///       <xs:attribute name="Id" type="xs:unsignedInt"/>
///     </xs:complexType>
///   </xs:element>
///   <xs:simpleType name="State">
///     <xs:restriction base="xs:string">
///       <xs:enumeration value="Idle"/>
///       <xs:enumeration value="Connected"/>
///     </xs:restriction>
///   </xs:simpleType>
/// </xs:schema>
/// "#;
/// assert_eq!(schema::of::<Call>()?.to_string(), expected);
/// # Ok::<(), um_messages::Error>(())
/// ```
pub fn of<T: Root + WriteElement>() -> Result<Documents> {
    documents(&[T::description], &Options::default())
}

fn documents(roots: &[Describe], options: &Options) -> Result<Documents> {
    let mut collector = Collector::of(options, roots.iter().copied());
    for root in roots {
        collector.root(*root)?;
    }
    Documents::new(&collector.schemas)
}

impl Documents {
    fn new(schemas: &Schemas) -> Result<Self> {
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
fn printed(root: &xml::Element) -> Result<String> {
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
    fn imports(&self, schema: &components::Schema) -> Vec<&'static str> {
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
