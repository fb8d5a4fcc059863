//! Document type declarations, which XML in SOAP may not have and published schemas do: that of XML Signature, for
//! instance. One is taken out before the document is read, and what it says of entities is put in.

use std::borrow::Cow;

/// How much longer replaced entities may make a document: they are names of namespaces, and not texts.
const MAX_GROWTH: usize = 64 * 1024;

/// The text without its document type declaration. Lines stay what they are.
///
/// # Errors
///
/// If the declaration does not end, or if its entities are more than plain texts.
pub(crate) fn without_doctype(text: &str) -> Result<Cow<'_, str>, &'static str> {
    let Some(start) = start(text) else {
        return Ok(Cow::Borrowed(text));
    };
    let (before, rest) = text.split_at(start);
    let length = length(rest).ok_or("the document type declaration does not end")?;
    let (declaration, after) = rest.split_at(length);
    let blank: String = declaration
        .chars()
        .map(|character| if character == '\n' { '\n' } else { ' ' })
        .collect();
    let after = replaced(after, &entities(declaration))?;
    Ok(Cow::Owned(format!("{before}{blank}{after}")))
}

/// Where the declaration begins: before the root, behind comments and processing instructions.
fn start(text: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        let trimmed = rest.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
        at += rest.len() - trimmed.len();
        let end = if trimmed.starts_with("<!--") {
            trimmed.find("-->")? + 3
        } else if trimmed.starts_with("<?") {
            trimmed.find("?>")? + 2
        } else {
            return trimmed.starts_with("<!DOCTYPE").then_some(at);
        };
        at += end;
    }
}

/// How long the declaration is: up to the `>` that is in no literal, comment or internal subset.
fn length(text: &str) -> Option<usize> {
    let mut depth = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = token_length(rest)?;
        match rest.as_bytes().first() {
            Some(b'<') if !rest.starts_with("<!--") && !rest.starts_with("<?") => depth += 1,
            Some(b'>') => depth -= 1,
            _ => {}
        }
        at += length;
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// How long the literal, comment or processing instruction at the beginning is, or else the character.
fn token_length(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    match first {
        '"' | '\'' => Some(text.get(1..)?.find(first)? + 2),
        '<' if text.starts_with("<!--") => Some(text.find("-->")? + 3),
        '<' if text.starts_with("<?") => Some(text.find("?>")? + 2),
        _ => Some(first.len_utf8()),
    }
}

/// Name and text of each general entity that is declared with its text.
fn entities(declaration: &str) -> Vec<(&str, &str)> {
    declaration
        .split("<!ENTITY")
        .skip(1)
        .filter_map(|entity| {
            let (name, rest) = entity.trim_start().split_once([' ', '\t', '\r', '\n'])?;
            let rest = rest.trim_start();
            let quote = rest
                .chars()
                .next()
                .filter(|first| matches!(first, '"' | '\''))?;
            let (value, _) = rest.get(1..)?.split_once(quote)?;
            Some((name, value))
        })
        .collect()
}

/// The text with these entities replaced. One in another one is not looked for, so that the text does not grow by
/// more than it may.
fn replaced<'a>(text: &'a str, entities: &[(&str, &str)]) -> Result<Cow<'a, str>, &'static str> {
    if entities.is_empty() || !text.contains('&') {
        return Ok(Cow::Borrowed(text));
    }
    let mut result = String::with_capacity(text.len());
    let mut pieces = text.split('&');
    result.extend(pieces.next());
    for piece in pieces {
        let name = piece.split_once(';').map_or("", |(name, _)| name);
        match entities.iter().find(|(entity, _)| *entity == name) {
            Some((_, value)) if value.contains(['&', '<', '%']) => {
                return Err("an entity of the document type declaration is more than a plain text");
            }
            Some((_, value)) => {
                result.push_str(value);
                result.push_str(piece.get(name.len() + 1..).unwrap_or_default());
            }
            None => {
                result.push('&');
                result.push_str(piece);
            }
        }
        if result.len() > text.len() + MAX_GROWTH {
            return Err("the entities of the document type declaration make the document too long");
        }
    }
    Ok(Cow::Owned(result))
}

#[cfg(test)]
mod tests {
    use super::without_doctype;

    #[test]
    fn a_declaration_is_taken_out_and_its_entities_are_put_in() {
        let text = "<?xml version='1.0'?>\n<!-- a > --><!DOCTYPE schema PUBLIC '-//X' \"x.dtd\" [\n  <!ATTLIST schema a CDATA '>'>\n  \
                    <!-- ]> -->\n  <!ENTITY dsig 'urn:d'>\n]>\n<a b='&dsig;x' c='&amp;'/>";
        let result = without_doctype(text).unwrap();
        assert_eq!(result.lines().count(), text.lines().count());
        assert!(result.ends_with("<a b='urn:dx' c='&amp;'/>"), "{result}");
        assert!(!result.contains("DOCTYPE"));
    }

    #[test]
    fn a_document_without_one_is_what_it_was() {
        for text in [
            "<a/>",
            "",
            "<!-- <!DOCTYPE a> --><a>&lt;</a>",
            "<?x",
            "<!--",
        ] {
            assert_eq!(without_doctype(text).unwrap(), text);
        }
    }

    #[test]
    fn what_does_not_end_or_grows_is_refused() {
        let growing = format!(
            "<!DOCTYPE a [<!ENTITY b '{}'>]><a>{}</a>",
            "x".repeat(1000),
            "&b;".repeat(1000)
        );
        let nested = "<!DOCTYPE a [<!ENTITY b '&c;'><!ENTITY c 'x'>]><a>&b;</a>";
        for text in ["<!DOCTYPE a [", "<!DOCTYPE a '", &growing, nested] {
            assert!(without_doctype(text).is_err(), "{text:.60}");
        }
    }
}
