//! What the derives make of some declarations.

mod documentation;
mod pairs;
mod soup;
mod words;

use crate::derive;
use crate::parse::Derive;

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

/// Found by the fuzzer of the macros.
#[test]
fn a_constant_is_written_as_in_an_expression() {
    let source =
        |constant: &str| format!("#[soap(inner = {constant})] struct X<'a> {{ a: &'a str }}");
    for (constant, is_one) in [
        ("NAME", true),
        ("Names::<u8>::NAME", true),
        ("Names<'a, u8>", false),
        ("<u8 as Names>::NAME", false),
    ] {
        let source = source(constant);
        let output = derive(source.parse().unwrap_or_default(), Derive::Type);
        let messages = soup::messages(&source, output);
        assert_eq!(messages.is_empty(), is_one, "{source}: {messages:?}");
    }
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
