//! XML Schema 1.0 as structs (part 1, section 3): as much of a schema as says something of the messages that follow it.
//!
//! Identity constraints (`xs:key`, `xs:keyref`, `xs:unique`) and notations say nothing of a message's form; they are skipped.

use super::names::ncname;
use crate::SoapType;
use crate::error::Result;
use crate::wsdl::diagnostic::At;
use crate::xml::{self, QName, ReadText, TextIn, TextOut, WriteText};

/// The namespace of XML Schema.
pub(crate) const XS: xml::Namespace =
    xml::Namespace::new("http://www.w3.org/2001/XMLSchema").with_prefix("xs");

/// `xs:schema`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename = "schema", rename_all = "camelCase")]
pub(crate) struct Schema {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute)]
    pub(crate) target_namespace: Option<String>,
    #[soap(attribute, default)]
    pub(crate) element_form_default: Form,
    #[soap(attribute, default)]
    pub(crate) attribute_form_default: Form,
    #[soap(flatten)]
    pub(crate) components: Vec<Component>,
}

/// Whether a local name is in the schema's target namespace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) enum Form {
    Qualified,
    #[default]
    Unqualified,
}

/// What stands at the top of a schema.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) enum Component {
    Include(Reference),
    Import(Import),
    Redefine(Redefine),
    Override(OfVersion1_1),
    DefaultOpenContent(OfVersion1_1),
    SimpleType(SimpleType),
    ComplexType(Box<ComplexType>),
    Group(Box<Group>),
    AttributeGroup(AttributeGroup),
    Element(Box<Element>),
    Attribute(Box<Attribute>),
    #[soap(other)]
    Other(xml::Element),
}

/// `xs:include`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Reference {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute)]
    pub(crate) schema_location: String,
}

/// `xs:import`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Import {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute)]
    pub(crate) namespace: Option<String>,
    #[soap(attribute)]
    pub(crate) schema_location: Option<String>,
}

/// `xs:redefine`: the components of another document, some of them said anew.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Redefine {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute)]
    pub(crate) schema_location: String,
    #[soap(flatten)]
    pub(crate) components: Vec<Component>,
}

/// `xs:element`, at the top or in a content model.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Element {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "ncname")]
    pub(crate) name: Option<String>,
    #[soap(attribute, rename = "ref")]
    pub(crate) reference: Option<QName>,
    #[soap(attribute, rename = "type")]
    pub(crate) type_name: Option<QName>,
    #[soap(attribute)]
    pub(crate) substitution_group: Option<QName>,
    #[soap(attribute)]
    pub(crate) default: Option<String>,
    #[soap(attribute)]
    pub(crate) fixed: Option<String>,
    #[soap(attribute)]
    pub(crate) form: Option<Form>,
    #[soap(attribute, default)]
    pub(crate) nillable: bool,
    #[soap(attribute, default, rename = "abstract")]
    pub(crate) is_abstract: bool,
    #[soap(flatten)]
    pub(crate) occurs: Occurs,
    pub(crate) annotation: Vec<Annotation>,
    pub(crate) simple_type: Option<SimpleType>,
    pub(crate) complex_type: Option<ComplexType>,
    #[soap(rename = "alternative")]
    pub(crate) alternatives: Vec<OfVersion1_1>,
}

/// What is of XML Schema 1.1, and is not read: where it stands.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS)]
pub(crate) struct OfVersion1_1 {
    #[soap(position)]
    pub(crate) at: At,
}

/// `minOccurs` and `maxOccurs`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) struct Occurs {
    #[soap(attribute, default_text = "1", rename = "minOccurs")]
    pub(crate) min: u64,
    #[soap(attribute, default_text = "1", rename = "maxOccurs")]
    pub(crate) max: Bound,
}

/// The value of `maxOccurs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, SoapType)]
#[soap(crate = crate, union)]
pub(crate) enum Bound {
    Number(u64),
    None(Unbounded),
}

/// `unbounded`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) enum Unbounded {
    Unbounded,
}

/// `xs:complexType`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct ComplexType {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "ncname")]
    pub(crate) name: Option<String>,
    #[soap(attribute, default, rename = "abstract")]
    pub(crate) is_abstract: bool,
    #[soap(attribute, default, rename = "mixed")]
    pub(crate) is_mixed: bool,
    pub(crate) annotation: Vec<Annotation>,
    pub(crate) simple_content: Option<Content>,
    pub(crate) complex_content: Option<Content>,
    pub(crate) open_content: Option<OfVersion1_1>,
    #[soap(flatten)]
    pub(crate) particle: Option<Particle>,
    #[soap(flatten)]
    pub(crate) attributes: Vec<AttributeUse>,
    /// What does not belong here.
    #[soap(any)]
    pub(crate) others: Vec<xml::Element>,
}

/// `xs:simpleContent` or `xs:complexContent`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Content {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, rename = "mixed")]
    pub(crate) is_mixed: Option<bool>,
    pub(crate) extension: Option<Derivation>,
    pub(crate) restriction: Option<Derivation>,
}

/// `xs:extension` or `xs:restriction` of a complex type.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Derivation {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute)]
    pub(crate) base: Option<QName>,
    pub(crate) simple_type: Option<Box<SimpleType>>,
    pub(crate) open_content: Option<OfVersion1_1>,
    #[soap(flatten)]
    pub(crate) particle: Option<Particle>,
    #[soap(flatten)]
    pub(crate) facets: Vec<Facet>,
    #[soap(flatten)]
    pub(crate) attributes: Vec<AttributeUse>,
}

/// What a content model is made of.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) enum Particle {
    Element(Box<Element>),
    Group(Box<Group>),
    All(Box<Model>),
    Choice(Box<Model>),
    Sequence(Box<Model>),
    Any(Wildcard),
}

/// `xs:all`, `xs:choice` or `xs:sequence`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS)]
pub(crate) struct Model {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(flatten)]
    pub(crate) occurs: Occurs,
    #[soap(flatten)]
    pub(crate) particles: Vec<Particle>,
}

/// `xs:group`: a definition with a name, or a reference to one.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Group {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "ncname")]
    pub(crate) name: Option<String>,
    #[soap(attribute, rename = "ref")]
    pub(crate) reference: Option<QName>,
    #[soap(flatten)]
    pub(crate) occurs: Occurs,
    #[soap(flatten)]
    pub(crate) particle: Option<Particle>,
}

/// `xs:any` or `xs:anyAttribute`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Wildcard {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, default_text = "##any")]
    pub(crate) namespace: String,
    #[soap(flatten)]
    pub(crate) occurs: Occurs,
}

/// What stands where attributes are declared.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) enum AttributeUse {
    Attribute(Box<Attribute>),
    AttributeGroup(AttributeGroup),
    AnyAttribute(Wildcard),
}

/// `xs:attribute`, at the top or in a type.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Attribute {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "ncname")]
    pub(crate) name: Option<String>,
    #[soap(attribute, rename = "ref")]
    pub(crate) reference: Option<QName>,
    #[soap(attribute, rename = "type")]
    pub(crate) type_name: Option<QName>,
    #[soap(attribute, default, rename = "use")]
    pub(crate) usage: Use,
    #[soap(attribute)]
    pub(crate) default: Option<String>,
    #[soap(attribute)]
    pub(crate) fixed: Option<String>,
    #[soap(attribute)]
    pub(crate) form: Option<Form>,
    pub(crate) annotation: Vec<Annotation>,
    pub(crate) simple_type: Option<SimpleType>,
    #[soap(attribute, namespace = "http://schemas.xmlsoap.org/wsdl/")]
    pub(crate) array_type: Option<ArrayType>,
}

/// What an array of SOAP's encoding holds: `wsdl:arrayType="xs:string[]"`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ArrayType {
    /// The type of its items, unless these are arrays themselves, or it is not said.
    pub(crate) item: Option<QName>,
}

impl<'de> ReadText<'de> for ArrayType {
    fn read_text(text: TextIn<'_, 'de>) -> Result<Self> {
        let (name, dimensions) = text.token().split_once('[').unwrap_or((text.token(), ""));
        let item = text.resolve(name).filter(|_| !dimensions.contains('['));
        Ok(Self { item })
    }
}

impl WriteText for ArrayType {
    fn write_text(&self, out: &mut TextOut<'_>) {
        if let Some(item) = &self.item {
            out.push_qname(item);
            out.push("[]");
        }
    }
}

/// Whether an attribute has to stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) enum Use {
    #[default]
    Optional,
    Required,
    Prohibited,
}

/// `xs:attributeGroup`: a definition with a name, or a reference to one.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct AttributeGroup {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "ncname")]
    pub(crate) name: Option<String>,
    #[soap(attribute, rename = "ref")]
    pub(crate) reference: Option<QName>,
    #[soap(flatten)]
    pub(crate) attributes: Vec<AttributeUse>,
}

/// `xs:simpleType`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct SimpleType {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "ncname")]
    pub(crate) name: Option<String>,
    pub(crate) annotation: Vec<Annotation>,
    #[soap(flatten)]
    pub(crate) variety: Option<Variety>,
}

/// How a simple type is made of others.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) enum Variety {
    Restriction(Restriction),
    List(Box<List>),
    Union(Union),
}

/// `xs:restriction` of a simple type.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Restriction {
    #[soap(attribute)]
    pub(crate) base: Option<QName>,
    pub(crate) simple_type: Option<Box<SimpleType>>,
    #[soap(flatten)]
    pub(crate) facets: Vec<Facet>,
}

/// What narrows a simple type (part 2, section 4.3).
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) enum Facet {
    Enumeration(Enumeration),
    Pattern(FacetValue),
    WhiteSpace(FacetValue),
    Length(FacetValue),
    MinLength(FacetValue),
    MaxLength(FacetValue),
    MinInclusive(FacetValue),
    MinExclusive(FacetValue),
    MaxInclusive(FacetValue),
    MaxExclusive(FacetValue),
    TotalDigits(FacetValue),
    FractionDigits(FacetValue),
}

/// The value of a facet.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct FacetValue {
    #[soap(attribute, default)]
    pub(crate) value: String,
}

/// `xs:enumeration`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Enumeration {
    #[soap(attribute)]
    pub(crate) value: String,
    pub(crate) annotation: Vec<Annotation>,
}

/// `xs:list`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct List {
    #[soap(attribute)]
    pub(crate) item_type: Option<QName>,
    pub(crate) simple_type: Option<SimpleType>,
}

/// `xs:union`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Union {
    #[soap(attribute, list, default)]
    pub(crate) member_types: Vec<QName>,
    pub(crate) simple_type: Vec<SimpleType>,
}

/// `xs:annotation`: what its author says to people.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = XS, rename_all = "camelCase")]
pub(crate) struct Annotation {
    pub(crate) documentation: Vec<xml::Element>,
}
