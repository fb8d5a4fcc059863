//! No input may panic the macro, whatever stands in its attributes.

use proc_macro2::TokenStream;

use crate::{Derive, derive};

/// Pieces that attributes are made of, and some that they are not.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "namespace", "namespace_alias", "prefix", "rename", "rename_all", "inner", "action", "version", "response", "crate",
    "deny_unknown_fields", "attribute", "text", "default", "alias", "skip", "skip_if", "unqualified", "other", "nmespace",
    "flatten", "any", "any_attribute", "wrapper", "list", "nillable", "with", "cdata", "ordered", "union", "xsi_type", "bound", "\"T: Clone\"",
    "=", ",", ",", ",", "=", "::", "<", ">", "->", "'a", "-", "#", "5", "1.5", "\"\"", "\"a\"", "\"urn:a\"", "\"Dial String\"",
    "\"m\"", "\"xml\"", "\"1.2\"", "\"Option::is_none\"", "\"camelCase\"", "\"a::\"", "b\"x\"", "'x'", "A", "Self", "crate",
    "Vec<A, B>", "(", ")", "[", "]", "{", "}", "r#type", "self",
];

const SHAPES: &[&str] = &[
    "#A struct X { #A a: String, #A r#type: Option<u8>, #A c: Vec<Self> }",
    "#A #A struct X<'a, T: Clone, const N: usize> where T: Copy { #A a: &'a T, #A b: [u8; N] }",
    "#A struct X(#A String);",
    "#A struct X(#A String, #A u8);",
    "#A struct X();",
    "#A struct X;",
    "#A enum X { #A A, #A B = 5, #A Other(#A String) }",
    "#A enum X<'a> { #A A(#A A<'a>), #A B(#A B) }",
    "#A enum X { #A A { #A a: u8 }, #A B(#A u8, u8), #A C() }",
    "#A enum X<T> { #A A(#A Vec<T>), #A B(#A Option<Box<X<T>>>), #A C(#A xml::Element) }",
    "#A struct X { #A a: Vec<xml::Element>, #A b: Option<Vec<X>>, #A c: Vec<Attribute> }",
    "#A enum X {}",
    "#A union X { #A a: u8 }",
];

/// A small generator of numbers: a run that fails can be run again.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit as u64)).unwrap_or(0)
    }

    /// Often something like `key = value`, sometimes anything.
    fn attribute(&mut self) -> String {
        let count = self.below(8);
        let pieces: Vec<&str> = (0..count)
            .map(|_| PIECES[self.below(PIECES.len())])
            .collect();
        let arguments = pieces.join(" ");
        match self.below(12) {
            0 => "#[soap]".to_owned(),
            1 => format!("#[soap = {arguments}]"),
            2 => format!("#[soap[{arguments}]]"),
            3 => String::new(),
            _ => format!("#[soap({arguments})]"),
        }
    }
}

#[test]
fn attribute_soup_never_panics() {
    let mut numbers = Numbers(0x2545_F491_4F6C_DD1D);
    let mut parsed = 0;
    for _ in 0..20_000 {
        let shape = SHAPES[numbers.below(SHAPES.len())];
        let pieces: Vec<&str> = shape.split("#A").collect();
        let mut source = pieces[0].to_owned();
        for piece in &pieces[1..] {
            source += &numbers.attribute();
            source += piece;
        }
        // Unbalanced brackets never reach a macro.
        if let Ok(tokens) = source.parse::<TokenStream>() {
            parsed += 1;
            derive(tokens.clone(), Derive::Message);
            derive(tokens, Derive::Type);
        }
    }
    assert!(parsed > 1_000, "only {parsed} inputs were token streams");
}

#[test]
fn errors_are_reported_at_once_and_each_once() {
    let source = r#"
        #[soap(nmespace = "urn:a", prefix = "xmlns")]
        struct X {
            #[soap(attribute, text, rename = "a b")]
            a: String,
            #[soap(skip, rename = 5)]
            b: String,
        }
    "#;
    let output = derive(source.parse().unwrap_or_default(), Derive::Message).to_string();
    for message in [
        "unknown key `nmespace`",
        "prefix `xmlns` is reserved",
        "field `a` cannot be both `attribute` and `text`",
        "`attribute` is set here",
        "the value of `rename` must be a string",
    ] {
        assert_eq!(output.matches(message).count(), 1, "{message} in {output}");
    }
    assert!(!output.contains("has no XML namespace"), "{output}");
}

#[test]
fn the_module_of_the_runtime_carries_the_version() {
    let source = "struct X;".parse().unwrap_or_default();
    let output = derive(source, Derive::Type).to_string();
    let version = env!("CARGO_PKG_VERSION").replace('.', "_");
    assert!(
        output.contains(&format!("__private{version} as __rt")),
        "{output}"
    );
}
