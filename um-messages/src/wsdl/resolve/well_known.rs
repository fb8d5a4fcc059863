//! Schemas that everybody refers to, and few have beside their own: as much of them as says something of a message.

/// The namespaces, each with its schema.
pub(super) const SCHEMAS: [(&str, &str); 8] = [
    (
        "http://www.w3.org/2001/XMLSchema",
        include_str!("well_known/xml-schema.xsd"),
    ),
    (
        "http://www.w3.org/XML/1998/namespace",
        include_str!("well_known/xml.xsd"),
    ),
    (
        "http://schemas.xmlsoap.org/soap/encoding/",
        include_str!("well_known/soap-encoding.xsd"),
    ),
    (
        "http://www.w3.org/2005/05/xmlmime",
        include_str!("well_known/xmlmime.xsd"),
    ),
    (
        "http://www.w3.org/2004/08/xop/include",
        include_str!("well_known/xop-include.xsd"),
    ),
    (
        "http://www.w3.org/2005/08/addressing",
        include_str!("well_known/ws-addressing.xsd"),
    ),
    (
        "http://schemas.xmlsoap.org/ws/2004/08/addressing",
        include_str!("well_known/ws-addressing-2004.xsd"),
    ),
    (
        "http://www.w3.org/2000/09/xmldsig#",
        include_str!("well_known/xml-signature.xsd"),
    ),
];

/// Whether the schema of a namespace may be one of these.
pub(super) fn is_well_known(namespace: &str) -> bool {
    SCHEMAS.iter().any(|(known, _)| *known == namespace)
}
