//! XML names and namespaces, checked when they are made, each with the span of its literal.

use proc_macro2::{Ident, Span, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{LitStr, Path};

use super::style::Style;
use crate::ctxt::Ctxt;
use crate::parse::{Setting, StrValue};

/// The namespace of `xml:lang` and `xml:space`: an attribute may be in it, an element may not.
const XML_NAMESPACE: &str = "http://www.w3.org/XML/1998/namespace";

/// Namespaces that a type cannot have, each with what it belongs to.
const RESERVED: &[(&str, &str)] = &[
    (XML_NAMESPACE, "belongs to the prefix `xml`"),
    (
        "http://www.w3.org/2000/xmlns/",
        "belongs to declarations of namespaces",
    ),
    (
        "http://schemas.xmlsoap.org/soap/envelope/",
        "belongs to the envelope itself",
    ),
    (
        "http://www.w3.org/2003/05/soap-envelope",
        "belongs to the envelope itself",
    ),
];

/// A name without a colon, or the text of a value, where its text comes from: known to the macro, or
/// a constant that only the compiler can follow.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    /// Of a constant its path in braces, which no name is equal to.
    text: String,
    span: Span,
    constant: Option<Path>,
}

impl Name {
    /// The name that `rename` gives, or else the one that the style makes of the identifier.
    pub(crate) fn of(
        ctxt: &Ctxt,
        ident: &Ident,
        rename: Option<&Setting<StrValue>>,
        from_ident: impl FnOnce(&str) -> String,
    ) -> Self {
        if let Some(rename) = rename {
            return Self::written(ctxt, &rename.value);
        }
        let text = from_ident(&ident.unraw().to_string());
        if let Err(fault) = check(&text) {
            let message = format!(
                "`{ident}` becomes `{text}`, which is not an XML name: {}",
                fault.reason
            );
            ctxt.error_help(ident, message, "give it a name with `rename = \"...\"`");
        }
        Self {
            text,
            span: ident.span(),
            constant: None,
        }
    }

    /// A name as the user wrote it.
    pub(crate) fn written(ctxt: &Ctxt, name: &StrValue) -> Self {
        Self::new(name, |literal| {
            let text = literal.value();
            if let Err(fault) = check(&text) {
                let message = format!("`{text}` is not an XML name: {}", fault.reason);
                ctxt.error_help(literal, message, fault.help);
            }
        })
    }

    pub(crate) fn prefix(ctxt: &Ctxt, prefix: &StrValue) -> Self {
        Self::new(prefix, |literal| {
            let text = literal.value();
            if let Err(fault) = check(&text) {
                let message = format!("`{text}` is not a prefix: {}", fault.reason);
                ctxt.error_help(literal, message, "write it as in `prefix = \"m\"`");
            } else if text.to_ascii_lowercase().starts_with("xml") {
                let message = format!("prefix `{text}` is reserved: it begins with `xml`");
                ctxt.error_help(literal, message, "choose another, as in `prefix = \"m\"`");
            }
        })
    }

    /// The text of a value: anything that reads back as it was written.
    pub(crate) fn value(ctxt: &Ctxt, value: &StrValue) -> Self {
        Self::new(value, |literal| check_value(ctxt, literal))
    }

    pub(crate) fn value_of_ident(ident: &Ident, style: Style) -> Self {
        Self {
            text: style.variant(&ident.unraw().to_string()),
            span: ident.span(),
            constant: None,
        }
    }

    fn new(name: &StrValue, check: impl FnOnce(&LitStr)) -> Self {
        match name {
            StrValue::Literal(literal) => {
                check(literal);
                Self {
                    text: literal.value(),
                    span: literal.span(),
                    constant: None,
                }
            }
            StrValue::Constant(path) => Self {
                text: format!("{{{}}}", path.to_token_stream()),
                span: path.span(),
                constant: Some(path.clone()),
            },
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn is_constant(&self) -> bool {
        self.constant.is_some()
    }

    /// A literal of other text in the same place.
    pub(crate) fn spell(&self, text: &str) -> LitStr {
        LitStr::new(text, self.span)
    }
}

impl ToTokens for Name {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        if let Some(path) = &self.constant {
            path.to_tokens(tokens);
            return;
        }
        self.spell(&self.text).to_tokens(tokens);
    }
}

fn check_value(ctxt: &Ctxt, literal: &LitStr) {
    let text = literal.value();
    let collapsed: Vec<&str> = text.split([' ', '\t', '\r', '\n']).collect();
    let is_collapsed = text.is_empty() || collapsed.iter().all(|word| !word.is_empty());
    if text.contains(['\t', '\r', '\n']) || !is_collapsed {
        let message = format!("`{text}` cannot be read back: white space is collapsed");
        let help = "write it with single spaces, and none at the ends";
        ctxt.error_help(literal, message, help);
    } else if let Some(character) = text.chars().find(|character| !is_xml_char(*character)) {
        let message = format!("{character:?} cannot stand in XML");
        ctxt.error_help(literal, message, "write a text without it");
    }
}

/// The name of a namespace: a literal, or a path that only the compiler can follow.
#[derive(Clone, Debug)]
pub(crate) struct Namespace {
    key: Ident,
    uri: StrValue,
    text: String,
}

impl Namespace {
    pub(crate) fn new(ctxt: &Ctxt, setting: Setting<StrValue>) -> Self {
        Self::checked(ctxt, setting, None)
    }

    /// The namespace of an attribute, which may be that of `xml:lang`.
    pub(crate) fn of_attribute(ctxt: &Ctxt, setting: Setting<StrValue>) -> Self {
        Self::checked(ctxt, setting, Some(XML_NAMESPACE))
    }

    fn checked(ctxt: &Ctxt, setting: Setting<StrValue>, permitted: Option<&str>) -> Self {
        let Setting { key, value: uri } = setting;
        if let StrValue::Literal(literal) = &uri {
            check_uri(ctxt, literal, permitted);
        }
        let text = match &uri {
            StrValue::Literal(literal) => format!("{:?}", literal.value()),
            StrValue::Constant(path) => path.to_token_stream().to_string(),
        };
        Self { key, uri, text }
    }

    pub(crate) fn is_constant(&self) -> bool {
        self.constant().is_some()
    }

    /// The path of a constant, which may say more than the URI.
    pub(crate) fn constant(&self) -> Option<&Path> {
        match &self.uri {
            StrValue::Literal(_) => None,
            StrValue::Constant(path) => Some(path),
        }
    }

    /// The place of the key that sets it.
    pub(crate) fn span(&self) -> Span {
        self.key.span()
    }

    /// What two namespaces are compared by: the value itself is known to the compiler alone.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

impl ToTokens for Namespace {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.uri.to_tokens(tokens);
    }
}

/// `permitted` may stand although it is reserved.
fn check_uri(ctxt: &Ctxt, literal: &LitStr, permitted: Option<&str>) {
    let uri = literal.value();
    let awkward = |character: char| character.is_whitespace() || character.is_control();
    if let Some(character) = uri.chars().find(|character| awkward(*character)) {
        let message = format!(
            "`{uri}` is not the name of a namespace: it contains {}",
            describe(character)
        );
        ctxt.error_help(
            literal,
            message,
            "copy it from the service's WSDL or schema, as in `urn:example`",
        );
    }
    let mut reserved = RESERVED.iter().filter(|(name, _)| Some(*name) != permitted);
    if let Some((_, owner)) = reserved.find(|(name, _)| *name == uri) {
        let message = format!("namespace `{uri}` {owner}");
        ctxt.error_help(literal, message, "write the namespace of the content");
    }
}

/// Why a text is not a name, and what to do about it.
struct NameFault {
    reason: String,
    help: String,
}

/// `NCName` of Namespaces in XML 1.0.
fn check(text: &str) -> Result<(), NameFault> {
    let Some(first) = text.chars().next() else {
        return Err(NameFault {
            reason: "it is empty".to_owned(),
            help: "write at least one letter".to_owned(),
        });
    };
    if let Some(character) = text.chars().find(|character| !is_name_char(*character)) {
        let without: String = text.chars().filter(|other| is_name_char(*other)).collect();
        return Err(NameFault {
            reason: format!("it contains {}", describe(character)),
            help: match character {
                ':' => "write it without the prefix, and the prefix as `prefix = \"...\"` beside its `namespace`".to_owned(),
                _ => format!("write it without the {}, as in `{without}`", what(character)),
            },
        });
    }
    if !is_name_start(first) {
        return Err(NameFault {
            reason: format!("it begins with `{first}`"),
            help: "begin it with a letter or `_`".to_owned(),
        });
    }
    Ok(())
}

fn describe(character: char) -> String {
    match character {
        ' ' => "a space".to_owned(),
        ':' => "a colon".to_owned(),
        character if character.is_whitespace() => "white space".to_owned(),
        character if character.is_control() => format!("{character:?}"),
        character => format!("`{character}`"),
    }
}

fn what(character: char) -> String {
    match character {
        ' ' => "space".to_owned(),
        character if character.is_whitespace() => "white space".to_owned(),
        character => describe(character),
    }
}

#[rustfmt::skip]
fn is_name_start(character: char) -> bool {
    matches!(character,
        'A'..='Z' | '_' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

#[rustfmt::skip]
fn is_name_char(character: char) -> bool {
    is_name_start(character)
        || matches!(character,
            '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// `Char` of XML 1.0, white space aside: it has the control characters from U+007F on, no others.
fn is_xml_char(character: char) -> bool {
    !character.is_control() && !matches!(character, '\u{FFFE}' | '\u{FFFF}')
        || ('\u{7F}'..='\u{9F}').contains(&character)
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn names_of_xml() {
        for name in ["CallId", "_x", "a-b.c", "É", "a1", "x·y"] {
            assert!(check(name).is_ok(), "{name}");
        }
        for name in ["", "1a", "-a", ".a", "a b", "a:b", "a<b", "×", "a\u{37E}"] {
            assert!(check(name).is_err(), "{name}");
        }
    }

    #[test]
    fn a_fault_says_what_to_write() {
        let fault = check("Dial String").err();
        let help = fault.map(|fault| (fault.reason, fault.help));
        let expected = (
            "it contains a space".to_owned(),
            "write it without the space, as in `DialString`".to_owned(),
        );
        assert_eq!(help, Some(expected));
    }
}
