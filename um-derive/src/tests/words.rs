//! What is said of keys that do not exist: the near ones, and what other libraries call them.

use super::soup::messages;
use crate::derive;
use crate::parse::Derive;

/// Where a word is put, and the words: misspelt keys first, then those of serde, of other XML libraries,
/// of JAXB and of WCF.
#[rustfmt::skip]
const WORDS: &[(Derive, &str, &[&str])] = &[
    (Derive::Type, "struct X { #[soap(#A)] field: u8 }", &[
        "atribute", "attr", "Attribute", "txt", "flattern", "flaten", "namspace", "prefx", "nilable", "nillible", "unqualifed",
        "wraper", "skipif", "skip-if", "any-attribute", "anyattribute", "cdta", "defualt", "alais", "rename-all", "xsitype",
        "default_value", "empty_as_none", "default_on_empty", "ns", "xmlns", "tag", "name", "skip_serializing_if", "skip_serializing", "serialize_with", "borrow", "child",
        "element", "required", "optional", "order", "type", "use", "nil", "content", "value", "ignore", "rest",
        "XmlElement", "XmlAttribute", "XmlValue", "XmlElementWrapper", "XmlTransient", "XmlAnyElement", "XmlAnyAttribute",
        "XmlList", "XmlJavaTypeAdapter", "IsRequired", "EmitDefaultValue", "Order", "Name", "Namespace", "IsNullable", "DataMember",
        "frobnicate",
    ]),
    (Derive::Message, "#[soap(namespace = \"urn:a\", #A)] struct X { field: u8 }", &[
        "namespace-alias", "rename-all", "renameAll", "rename_all_fields", "soap_action", "SoapAction", "soap_version", "reply",
        "inner_name", "innner", "deny_unknown_field", "strict", "order", "sequence", "bounds", "root", "XmlRootElement", "DataContract",
        "TargetNamespace", "frobnicate",
    ]),
    (Derive::Type, "#[soap(#A)] enum X { A(Y) }", &["xsitype", "xsi-type", "unoin", "untagged", "tagged", "XmlSeeAlso", "KnownType"]),
    (Derive::Type, "#[soap(xsi_type)] enum X { #[soap(#A)] A(Y) }", &["name", "tag", "defualt", "fallback"]),
    (Derive::Type, "enum X { #[soap(#A)] A }", &["name", "renam", "value", "XmlEnumValue", "othr", "fallback"]),
    (Derive::Type, "enum X { #[soap(#A)] A(Y) }", &["name", "ns", "XmlElement", "nil", "attr"]),
    (Derive::Type, "#[soap(union)] enum X { #[soap(#A)] A(Y) }", &["nam"]),
];

#[test]
fn every_word_of_others_has_an_answer() {
    let mut lines = Vec::new();
    for (kind, declaration, words) in WORDS {
        lines.push(format!("\n{declaration}"));
        for word in *words {
            let source = declaration.replace("#A", &format!("{word} = \"X\""));
            let tokens = source.parse().expect("the declaration is one");
            let messages = messages(&source, derive(tokens, *kind));
            assert_eq!(messages.len(), 1, "{source}: {messages:?}");
            lines.push(messages.concat().replace("\nhelp: ", "; "));
        }
    }
    insta::assert_snapshot!(lines.join("\n"));
}
