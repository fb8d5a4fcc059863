//! Names of Rust for names of XML.

use std::collections::HashSet;

/// Words that are no identifiers, even with `r#`, and those that become one with it.
const NEVER: [&str; 5] = ["self", "Self", "super", "crate", "_"];
const RAW: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// What a generated item must not be called, because generated code needs the name for something else.
pub(super) const TAKEN: [&str; 15] = [
    "Box",
    "Option",
    "Some",
    "None",
    "String",
    "Vec",
    "Result",
    "Ok",
    "Err",
    "SoapMessage",
    "SoapType",
    "Debug",
    "Clone",
    "PartialEq",
    "Default",
];

/// The words of a name: they end at what is no letter or digit, and where a capital follows a small letter or begins a
/// word behind capitals, as in `HTTPServer`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for piece in name.split(|character: char| !character.is_alphanumeric()) {
        let characters: Vec<char> = piece.chars().collect();
        let mut word = String::new();
        for (index, character) in characters.iter().enumerate() {
            let before = index
                .checked_sub(1)
                .and_then(|before| characters.get(before));
            let after = characters.get(index + 1);
            let is_start = character.is_uppercase()
                && before.is_some_and(|before| {
                    !before.is_uppercase() || after.is_some_and(|after| after.is_lowercase())
                });
            if is_start && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            word.push(*character);
        }
        if !word.is_empty() {
            words.push(word);
        }
    }
    words
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    let rest = characters.as_str().to_lowercase();
    first.chain(rest.chars()).collect()
}

/// The name of a type or of a variant.
pub(super) fn pascal(name: &str) -> String {
    let mut result = String::new();
    for word in words(name) {
        let word = capitalized(&word);
        let are_digits = result.ends_with(|last: char| last.is_ascii_digit())
            && word.starts_with(|first: char| first.is_ascii_digit());
        if are_digits {
            result.push('_');
        }
        result.push_str(&word);
    }
    identifier(result, "Value")
}

/// The name of a field or of a module.
pub(super) fn snake(name: &str) -> String {
    let words: Vec<String> = words(name).iter().map(|word| word.to_lowercase()).collect();
    let name = identifier(words.join("_"), "value");
    match name.as_str() {
        keyword if RAW.contains(&keyword) => format!("r#{keyword}"),
        _ => name,
    }
}

/// The name, made an identifier where it is none. Letters without case may not be what an identifier is made of.
fn identifier(name: String, otherwise: &str) -> String {
    let is_start =
        |first: char| first.is_ascii_alphabetic() || (!first.is_ascii() && first.is_alphabetic());
    match name.chars().next() {
        None => otherwise.to_owned(),
        Some(_) if NEVER.contains(&name.as_str()) => format!("{name}_"),
        Some(first) if is_start(first) => name,
        Some(_) => format!("_{name}"),
    }
}

/// Names that are in use, so that no other one is the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    used: HashSet<String>,
}

impl Names {
    /// Those of a module.
    pub(super) fn of_items() -> Self {
        Self {
            used: TAKEN.iter().map(|name| (*name).to_owned()).collect(),
        }
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.used.contains(name)
    }

    /// The name, with a number behind it if it is in use.
    pub(super) fn unique(&mut self, name: &str) -> String {
        let mut result = name.to_owned();
        let mut number = 2;
        while !self.used.insert(result.clone()) {
            let separator = if name.ends_with(|last: char| last.is_ascii_digit()) {
                "_"
            } else {
                ""
            };
            let name = name.trim_end_matches('_');
            result = format!("{name}{separator}{number}");
            number += 1;
        }
        result
    }
}

/// A style of the key `rename_all`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) key: &'static str,
    field: fn(&str) -> String,
    variant: fn(&str) -> String,
}

/// The styles, the one without a key first. They are those of the derives, and do what these do.
const STYLES: [Style; 5] = [
    Style {
        key: "PascalCase",
        field: pascal_of_field,
        variant: str::to_owned,
    },
    Style {
        key: "camelCase",
        field: |field| decapitalized(&pascal_of_field(field)),
        variant: decapitalized,
    },
    Style {
        key: "snake_case",
        field: str::to_owned,
        variant: separated,
    },
    Style {
        key: "SCREAMING_SNAKE_CASE",
        field: str::to_uppercase,
        variant: |variant| separated(variant).to_uppercase(),
    },
    Style {
        key: "UPPERCASE",
        field: str::to_uppercase,
        variant: str::to_uppercase,
    },
];

fn pascal_of_field(field: &str) -> String {
    field
        .split('_')
        .map(|word| with_first(word, char::to_uppercase))
        .collect()
}

fn decapitalized(name: &str) -> String {
    with_first(name, char::to_lowercase)
}

fn with_first<I: Iterator<Item = char>>(word: &str, change: fn(char) -> I) -> String {
    let mut characters = word.chars();
    let first = characters.next().into_iter().flat_map(change);
    first.chain(characters.clone()).collect()
}

fn separated(variant: &str) -> String {
    let mut result = String::new();
    for (index, character) in variant.char_indices() {
        if index > 0 && character.is_uppercase() {
            result.push('_');
        }
        result.extend(character.to_lowercase());
    }
    result
}

impl Style {
    /// The style that says most of these names of fields, each with the name of XML that it stands for.
    pub(super) fn of_fields<'a>(
        names: &(impl Iterator<Item = (&'a str, &'a str)> + Clone),
    ) -> Self {
        Self::best(|style| count(style.field, names.clone()))
    }

    /// The same for variants.
    pub(super) fn of_variants<'a>(
        names: &(impl Iterator<Item = (&'a str, &'a str)> + Clone),
    ) -> Self {
        Self::best(|style| count(style.variant, names.clone()))
    }

    /// A key is worth its line if it saves two others.
    fn best(count: impl Fn(Self) -> usize) -> Self {
        let [first, others @ ..] = STYLES;
        let mut best = (count(first) + 1, first);
        for style in others {
            let count = count(style);
            if count > best.0 {
                best = (count, style);
            }
        }
        best.1
    }

    pub(super) fn is_default(self) -> bool {
        self.key == "PascalCase"
    }

    /// What the derive takes the field for.
    pub(super) fn field(self, name: &str) -> String {
        (self.field)(name.trim_start_matches("r#"))
    }

    /// What the derive takes the variant for.
    pub(super) fn variant(self, name: &str) -> String {
        (self.variant)(name)
    }
}

/// How many names a rule makes right.
fn count<'a>(rule: fn(&str) -> String, names: impl Iterator<Item = (&'a str, &'a str)>) -> usize {
    names
        .filter(|(name, xml)| rule(name.trim_start_matches("r#")) == *xml)
        .count()
}

#[cfg(test)]
mod tests {
    use super::{Names, Style, pascal, snake};

    #[test]
    fn names_of_xml_become_names_of_rust() {
        for (name, type_name, field) in [
            ("callID", "CallId", "call_id"),
            ("HTTPServer", "HttpServer", "http_server"),
            ("get-call.info_2", "GetCallInfo2", "get_call_info_2"),
            ("type", "Type", "r#type"),
            ("self", "Self_", "self_"),
            ("2dCode", "_2dCode", "_2d_code"),
            ("", "Value", "value"),
            ("-", "Value", "value"),
            ("ÄnderungÜber", "ÄnderungÜber", "änderung_über"),
            ("A1.1", "A1_1", "a1_1"),
        ] {
            assert_eq!(
                (pascal(name).as_str(), snake(name).as_str()),
                (type_name, field)
            );
        }
    }

    #[test]
    fn no_name_is_used_twice() {
        let mut names = Names::of_items();
        assert_eq!(names.unique("Call"), "Call");
        assert_eq!(names.unique("Call"), "Call2");
        assert_eq!(names.unique("String"), "String2");
        assert_eq!(names.unique("V1"), "V1");
        assert_eq!(names.unique("V1"), "V1_2");
    }

    #[test]
    fn a_style_has_to_save_two_keys() {
        let style =
            |names: &[(&'static str, &'static str)]| Style::of_fields(&names.iter().copied()).key;
        assert_eq!(style(&[("a_b", "aB"), ("c", "c")]), "camelCase");
        assert_eq!(style(&[("c", "c")]), "PascalCase");
        assert_eq!(style(&[("a_b", "AB"), ("c_d", "CD")]), "PascalCase");
        assert_eq!(style(&[("r#type", "type"), ("a_b", "a_b")]), "snake_case");
    }
}
