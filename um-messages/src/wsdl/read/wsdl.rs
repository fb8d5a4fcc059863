//! WSDL 1.1 as structs, with its bindings to SOAP 1.1 and 1.2 (sections 2 and 3 of the note) and to MIME (section 5).
//! Other bindings (HTTP GET and POST, JMS) have other elements, and are skipped.

use super::names::label;
use super::xsd::{Schema, XS};
use crate::SoapType;
use crate::wsdl::diagnostic::At;
use crate::xml::{self, QName};

/// The namespace of WSDL 1.1.
pub(crate) const WSDL: xml::Namespace =
    xml::Namespace::new("http://schemas.xmlsoap.org/wsdl/").with_prefix("wsdl");
/// The namespaces of its bindings.
pub(crate) const SOAP_1_1: &str = "http://schemas.xmlsoap.org/wsdl/soap/";
pub(crate) const SOAP_1_2: &str = "http://schemas.xmlsoap.org/wsdl/soap12/";
const MIME: &str = "http://schemas.xmlsoap.org/wsdl/mime/";
const ADDRESSING: &str = "http://www.w3.org/2006/05/addressing/wsdl";

/// `wsdl:definitions`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename = "definitions", rename_all = "camelCase")]
pub(crate) struct Definitions {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute)]
    pub(crate) target_namespace: Option<String>,
    pub(crate) documentation: Option<xml::Element>,
    pub(crate) import: Vec<Import>,
    pub(crate) types: Vec<Types>,
    pub(crate) message: Vec<Message>,
    pub(crate) port_type: Vec<PortType>,
    pub(crate) binding: Vec<Binding>,
    pub(crate) service: Vec<Service>,
}

/// `wsdl:import`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct Import {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute)]
    pub(crate) namespace: Option<String>,
    #[soap(attribute)]
    pub(crate) location: Option<String>,
}

/// `wsdl:types`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL)]
pub(crate) struct Types {
    #[soap(namespace = XS, rename = "schema")]
    pub(crate) schemas: Vec<Schema>,
}

/// `wsdl:message`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct Message {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "label")]
    pub(crate) name: String,
    #[soap(rename = "part")]
    pub(crate) parts: Vec<Part>,
}

/// `wsdl:part`: an element, or a type whose element the binding names.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct Part {
    #[soap(position)]
    pub(crate) at: At,
    /// What has an element needs none.
    #[soap(attribute, default, with = "label")]
    pub(crate) name: String,
    #[soap(attribute)]
    pub(crate) element: Option<QName>,
    #[soap(attribute, rename = "type")]
    pub(crate) type_name: Option<QName>,
}

/// `wsdl:portType`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct PortType {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "label")]
    pub(crate) name: String,
    #[soap(rename = "operation")]
    pub(crate) operations: Vec<Operation>,
}

/// `wsdl:operation` of a port type.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct Operation {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "label")]
    pub(crate) name: String,
    pub(crate) documentation: Option<xml::Element>,
    pub(crate) input: Option<Direction>,
    pub(crate) output: Option<Direction>,
    #[soap(rename = "fault")]
    pub(crate) faults: Vec<Direction>,
}

/// `wsdl:input`, `wsdl:output` or `wsdl:fault` of a port type's operation.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct Direction {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "label")]
    pub(crate) name: Option<String>,
    #[soap(attribute)]
    pub(crate) message: QName,
    #[soap(attribute, rename = "Action", namespace = ADDRESSING)]
    pub(crate) addressing_action: Option<String>,
}

/// `wsdl:binding`: how the operations of a port type go over a protocol.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct Binding {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "label")]
    pub(crate) name: String,
    #[soap(attribute, rename = "type")]
    pub(crate) port_type: QName,
    #[soap(namespace = SOAP_1_1, rename = "binding")]
    pub(crate) soap_1_1: Option<SoapBinding>,
    #[soap(namespace = SOAP_1_2, rename = "binding")]
    pub(crate) soap_1_2: Option<SoapBinding>,
    #[soap(rename = "operation")]
    pub(crate) operations: Vec<BoundOperation>,
}

/// `soap:binding`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) struct SoapBinding {
    #[soap(attribute)]
    pub(crate) style: Option<Style>,
}

/// What stands in the Body: the elements of the parts, or an element named as the operation with the parts in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) enum Style {
    #[default]
    Document,
    Rpc,
}

/// `wsdl:operation` of a binding.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct BoundOperation {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "label")]
    pub(crate) name: String,
    #[soap(namespace = SOAP_1_1, rename = "operation")]
    pub(crate) soap_1_1: Option<SoapOperation>,
    #[soap(namespace = SOAP_1_2, rename = "operation")]
    pub(crate) soap_1_2: Option<SoapOperation>,
    pub(crate) input: Option<BoundMessage>,
    pub(crate) output: Option<BoundMessage>,
    #[soap(rename = "fault")]
    pub(crate) faults: Vec<BoundFault>,
}

/// `wsdl:fault` of a binding.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct BoundFault {
    #[soap(attribute, with = "label")]
    pub(crate) name: Option<String>,
    #[soap(namespace = SOAP_1_1, rename = "fault")]
    pub(crate) soap_1_1: Option<SoapFault>,
    #[soap(namespace = SOAP_1_2, rename = "fault")]
    pub(crate) soap_1_2: Option<SoapFault>,
}

/// `soap:fault`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) struct SoapFault {
    #[soap(attribute)]
    pub(crate) namespace: Option<String>,
}

/// `soap:operation`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) struct SoapOperation {
    #[soap(attribute)]
    pub(crate) soap_action: Option<String>,
    #[soap(attribute)]
    pub(crate) style: Option<Style>,
}

/// `wsdl:input` or `wsdl:output` of a binding.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct BoundMessage {
    #[soap(attribute, with = "label")]
    pub(crate) name: Option<String>,
    #[soap(flatten)]
    pub(crate) soap_1_1: Extensions11,
    #[soap(flatten)]
    pub(crate) soap_1_2: Extensions12,
    #[soap(namespace = MIME, rename = "multipartRelated")]
    pub(crate) multipart: Option<Multipart>,
}

/// What SOAP 1.1 says of a bound message.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = SOAP_1_1, rename_all = "camelCase")]
pub(crate) struct Extensions11 {
    pub(crate) body: Option<SoapBody>,
    #[soap(rename = "header")]
    pub(crate) headers: Vec<SoapHeader>,
}

/// What SOAP 1.2 says of a bound message.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = SOAP_1_2, rename_all = "camelCase")]
pub(crate) struct Extensions12 {
    pub(crate) body: Option<SoapBody>,
    #[soap(rename = "header")]
    pub(crate) headers: Vec<SoapHeader>,
}

/// `mime:multipartRelated`: the envelope is one of its parts.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = MIME)]
pub(crate) struct Multipart {
    #[soap(rename = "part")]
    pub(crate) parts: Vec<MimePart>,
}

/// `mime:part`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate)]
pub(crate) struct MimePart {
    #[soap(flatten)]
    pub(crate) soap_1_1: Extensions11,
    #[soap(flatten)]
    pub(crate) soap_1_2: Extensions12,
    #[soap(namespace = MIME, rename = "content")]
    pub(crate) contents: Vec<MimeContent>,
}

/// `mime:content`: a part that is no XML.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) struct MimeContent {
    #[soap(attribute)]
    pub(crate) part: Option<String>,
}

/// `soap:body`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) struct SoapBody {
    #[soap(attribute, rename = "use")]
    pub(crate) encoding: Option<Encoding>,
    #[soap(attribute)]
    pub(crate) namespace: Option<String>,
    #[soap(attribute, list)]
    pub(crate) parts: Option<Vec<String>>,
}

/// Whether a message is what its schema says, or SOAP's encoding of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) enum Encoding {
    #[default]
    Literal,
    Encoded,
}

/// `soap:header`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) struct SoapHeader {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute)]
    pub(crate) message: QName,
    #[soap(attribute)]
    pub(crate) part: String,
    #[soap(attribute)]
    pub(crate) namespace: Option<String>,
    #[soap(attribute, default, namespace = WSDL, rename = "required")]
    pub(crate) is_required: bool,
    #[soap(rename = "headerfault")]
    pub(crate) faults: Vec<HeaderFault>,
}

/// `soap:headerfault`: a block of the Header of a fault that says what is wrong with the block.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) struct HeaderFault {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute)]
    pub(crate) message: QName,
    #[soap(attribute)]
    pub(crate) part: String,
    #[soap(attribute)]
    pub(crate) namespace: Option<String>,
}

/// `wsdl:service`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct Service {
    #[soap(attribute, with = "label")]
    pub(crate) name: String,
    pub(crate) documentation: Option<xml::Element>,
    #[soap(rename = "port")]
    pub(crate) ports: Vec<Port>,
}

/// `wsdl:port`: a binding at an address.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, namespace = WSDL, rename_all = "camelCase")]
pub(crate) struct Port {
    #[soap(position)]
    pub(crate) at: At,
    #[soap(attribute, with = "label")]
    pub(crate) name: String,
    #[soap(attribute)]
    pub(crate) binding: QName,
    #[soap(namespace = SOAP_1_1, rename = "address")]
    pub(crate) soap_1_1: Option<Address>,
    #[soap(namespace = SOAP_1_2, rename = "address")]
    pub(crate) soap_1_2: Option<Address>,
}

/// `soap:address`.
#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate, rename_all = "camelCase")]
pub(crate) struct Address {
    #[soap(attribute)]
    pub(crate) location: String,
}
