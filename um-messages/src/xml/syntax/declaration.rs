//! The XML declaration: `<?xml version="1.0" encoding="utf-8" standalone="yes"?>`.

use super::chars::{trim, trim_start};
use super::scan::{Scanned, syntax};
use crate::error::Shown;

/// Where the declaration ends whose `xml` begins at `at`, if it is one that needs no check: those that most send, one of which
/// the writer writes. They are a tenth of reading a small message.
pub(crate) fn usual(text: &str, at: usize) -> Option<usize> {
    const USUAL: [&str; 2] = [
        "xml version=\"1.0\" encoding=\"utf-8\"?>",
        "xml version=\"1.0\" encoding=\"UTF-8\"?>",
    ];
    let rest = text.get(at..)?;
    let usual = USUAL.into_iter().find(|usual| rest.starts_with(usual))?;
    Some(at + usual.len() - "?>".len())
}

/// Checks what stands between `<?xml` and `?>` (XML 1.0 production 23); `at` is its first byte.
pub(super) fn check(text: &str, at: usize) -> Scanned<()> {
    let mut rest = text;
    let mut allowed: &[&str] = &["version", "encoding", "standalone"];
    loop {
        let trimmed = trim_start(rest);
        let place = at + text.len() - trimmed.len();
        if trimmed.is_empty() {
            break;
        }
        if trimmed.len() == rest.len() {
            return Err(syntax(
                "white space must stand before each part of the XML declaration",
                place,
            ));
        }
        let Some((name, value, behind)) = pseudo_attribute(trimmed) else {
            return Err(syntax(
                "the XML declaration has parts of the form `name=\"value\"`",
                place,
            ));
        };
        let Some(index) = allowed.iter().position(|&known| known == name) else {
            let rule =
                "the XML declaration has `version`, `encoding` and `standalone`, in this order";
            return Err(syntax(rule, place));
        };
        if allowed.len() == 3 && index > 0 {
            break;
        }
        if !is_valid(name, value) {
            return Err(syntax(
                format!("`{}` is not a value of `{name}`", Shown(value)),
                place,
            ));
        }
        allowed = &allowed[index + 1..];
        rest = behind;
    }
    if allowed.len() == 3 {
        return Err(syntax("the XML declaration begins with `version`", at));
    }
    Ok(())
}

/// The value of `encoding` in the declaration that `text` begins with, if it has one.
pub(crate) fn encoding(text: &str) -> Option<&str> {
    find(text, "encoding")
}

fn find<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
    let mut rest = text.trim_start_matches('\u{FEFF}').strip_prefix("<?xml")?;
    rest = rest.get(..rest.find("?>")?)?;
    // `<?xml-stylesheet …?>` is another thing.
    if trim_start(rest).len() == rest.len() {
        return None;
    }
    loop {
        let (name, value, behind) = pseudo_attribute(trim(rest))?;
        if name == wanted {
            return Some(value);
        }
        rest = behind;
    }
}

/// `name = "value"` at the start of the text: both, and what follows.
fn pseudo_attribute(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.split_once('=')?;
    let rest = trim_start(rest);
    let quote = rest.chars().next().filter(|&c| c == '"' || c == '\'')?;
    let (value, behind) = rest.get(1..)?.split_once(quote)?;
    Some((trim(name), value, behind))
}

fn is_valid(name: &str, value: &str) -> bool {
    match name {
        // A processor for XML 1.0 reads 1.x as 1.0 (production 26).
        "version" => value
            .strip_prefix("1.")
            .is_some_and(|minor| !minor.is_empty() && minor.bytes().all(|b| b.is_ascii_digit())),
        "encoding" => {
            value.starts_with(|c: char| c.is_ascii_alphabetic())
                && value
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
        }
        _ => value == "yes" || value == "no",
    }
}

/// The value of `standalone` in the declaration that `text` begins with, if it has one.
pub(crate) fn standalone(text: &str) -> Option<bool> {
    find(text, "standalone").map(|value| value == "yes")
}
