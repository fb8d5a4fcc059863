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
//! | [`empty_text`](macro@crate::SoapType#empty_text) | `default` of an element |
//! | [`inner`](macro@crate::SoapType#inner), [`wrapper`](macro@crate::SoapType#wrapper) | an element with a type inside |
//! | [`unqualified`](macro@crate::SoapType#unqualified); a field in a namespace of its own | `form="unqualified"`; a reference to an element or attribute of the schema of that |
//! | an enum with [`xsi_type`](macro@crate::SoapType#xsi_type) | a base, which is abstract without a `default`, and its extensions: their first fields are those of the base |
//! | [`any`](macro@crate::SoapType#any), [`any_attribute`](macro@crate::SoapType#any_attribute), [`Element`](crate::xml::Element) as a field | `any`, of other namespaces where it has to be told apart; `anyAttribute`; `anyType` |
//! | numbers, `bool`, the types of [`xml`](crate::xml), `chrono` and others | the types of XML Schema of the same values |
//! | a text that [`with`](macro@crate::SoapType#with) or [`SimpleType`](crate::xml::SimpleType) reads | `string`, or what [`schema_type`](macro@crate::SoapType#schema_type) or `simple_type!(T => "decimal")` says |
//!
//! | a header block, optional or not | a `soap:header`, with `wsdl:required` if its field has to stand |
//!
//! Documentation comments are not described: they are written for who reads the code, and a WSDL is for everybody. Nor are the [`Facets`](crate::xml::Facets) of a type, which is
//! described as the one that it narrows; whoever needs them in the schema keeps a schema of his own, and holds the structs against it with [`check`].
//! Other names that are read (`alias`, `namespace_alias`) are not described, nor what is read leniently: a schema says what is written.
//! A type without a namespace is a type of each schema that has it; a second type of one name has a number behind it. What a schema cannot
//! say is an error that names the field: a type with `WriteElement` written by hand that has no
//! [`description`](crate::xml::Description), a variant with `xsi_type` that does not begin with the fields of the default one, a default of an element that
//! has no text.

#[cfg(feature = "wsdl")]
mod check;
mod collect;
mod components;
mod derivation;
mod documents;
mod fields;
mod operation;
mod options;
mod prefixes;
mod print;
mod references;
mod scope;
mod service;
mod survey;
mod wsdl;

#[cfg(feature = "wsdl")]
#[cfg_attr(docsrs, doc(cfg(feature = "wsdl")))]
pub use self::check::{Difference, Differences, Wsdl, check};
use self::documents::documents;
pub use self::documents::{Document, Documents};
pub use self::operation::{Answer, Operation};
use self::options::Options;
pub use self::service::Service;
use crate::error::Result;
use crate::xml::{Root, WriteElement};

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
