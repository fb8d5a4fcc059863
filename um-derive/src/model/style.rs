//! The styles of `rename_all`: serde's eight, and one that changes nothing.

use syn::LitStr;

use crate::ctxt::Ctxt;
use crate::parse::Setting;
use crate::suggest::{nearest, quoted};

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Style {
    Lower,
    Upper,
    #[default]
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
    Verbatim,
}

const STYLES: &[(&str, Style)] = &[
    ("lowercase", Style::Lower),
    ("UPPERCASE", Style::Upper),
    ("PascalCase", Style::Pascal),
    ("camelCase", Style::Camel),
    ("snake_case", Style::Snake),
    ("SCREAMING_SNAKE_CASE", Style::ScreamingSnake),
    ("kebab-case", Style::Kebab),
    ("SCREAMING-KEBAB-CASE", Style::ScreamingKebab),
    ("verbatim", Style::Verbatim),
];

impl Style {
    /// `PascalCase` where nothing is said, because that is what SOAP services use.
    pub(crate) fn of(ctxt: &Ctxt, rename_all: Option<&Setting<LitStr>>) -> Self {
        let Some(setting) = rename_all else {
            return Self::default();
        };
        let name = setting.value.value();
        if let Some((_, style)) = STYLES.iter().find(|(style, _)| *style == name) {
            return *style;
        }
        let names = STYLES.iter().map(|(style, _)| *style);
        let help = match nearest(&name, names.clone()) {
            Some(style) => format!("did you mean `{style}`?"),
            None => format!("the styles are {}", quoted(names)),
        };
        ctxt.error_help(&setting.value, format_args!("unknown style `{name}`"), help);
        Self::default()
    }

    /// The name of a field, whose identifier is in snake case.
    pub(crate) fn field(self, ident: &str) -> String {
        match self {
            // As serde does it, `lowercase` and `UPPERCASE` leave the underscores.
            Self::Lower | Self::Snake | Self::Verbatim => ident.to_owned(),
            Self::Upper | Self::ScreamingSnake => ident.to_uppercase(),
            Self::Pascal => ident.split('_').map(capitalized).collect(),
            Self::Camel => decapitalized(&Self::Pascal.field(ident)),
            Self::Kebab => ident.replace('_', "-"),
            Self::ScreamingKebab => ident.to_uppercase().replace('_', "-"),
        }
    }

    /// The name of a variant, whose identifier is in Pascal case.
    pub(crate) fn variant(self, ident: &str) -> String {
        match self {
            Self::Pascal | Self::Verbatim => ident.to_owned(),
            Self::Lower => ident.to_lowercase(),
            Self::Upper => ident.to_uppercase(),
            Self::Camel => decapitalized(ident),
            Self::Snake => separated(ident),
            Self::ScreamingSnake => separated(ident).to_uppercase(),
            Self::Kebab => separated(ident).replace('_', "-"),
            Self::ScreamingKebab => separated(ident).to_uppercase().replace('_', "-"),
        }
    }
}

fn capitalized(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}

fn decapitalized(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}

/// An underscore before each capital but the first, as serde does it.
fn separated(ident: &str) -> String {
    let mut result = String::with_capacity(ident.len() + 4);
    for (index, character) in ident.char_indices() {
        if index > 0 && character.is_uppercase() {
            result.push('_');
        }
        result.extend(character.to_lowercase());
    }
    result
}

#[cfg(test)]
mod tests {
    use super::STYLES;

    #[test]
    fn fields_as_serde_names_them() {
        let names = STYLES.iter().map(|(_, style)| style.field("very_tasty"));
        let expected = [
            "very_tasty",
            "VERY_TASTY",
            "VeryTasty",
            "veryTasty",
            "very_tasty",
            "VERY_TASTY",
            "very-tasty",
            "VERY-TASTY",
            "very_tasty",
        ];
        assert_eq!(names.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn variants_as_serde_names_them() {
        let names = STYLES.iter().map(|(_, style)| style.variant("VeryTasty"));
        let expected = [
            "verytasty",
            "VERYTASTY",
            "VeryTasty",
            "veryTasty",
            "very_tasty",
            "VERY_TASTY",
            "very-tasty",
            "VERY-TASTY",
            "VeryTasty",
        ];
        assert_eq!(names.collect::<Vec<_>>(), expected);
    }
}
