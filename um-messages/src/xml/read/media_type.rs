//! Media types: `text/xml; charset="utf-8"` (RFC 9110 sections 5.6.6 and 8.3.1).

/// What stands before the parameters, as `text/xml`.
#[cfg(any(feature = "http", feature = "mtom"))]
pub(crate) fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// The value of a parameter, if there is one of the name that is not empty.
pub(crate) fn parameter(media_type: &str, name: &str) -> Option<String> {
    let (_, mut rest) = media_type.split_once(';')?;
    loop {
        let (found, behind) = rest.split_once('=')?;
        // `text/xml; boundary; charset=utf-8`: one without a value says nothing.
        let found = found.rsplit(';').next().unwrap_or_default();
        let (value, behind) = value(behind.trim_start());
        if found.trim().eq_ignore_ascii_case(name) && !value.is_empty() {
            return Some(value);
        }
        rest = behind;
    }
}

/// The value that a text begins with, a token or a quoted string, and what stands behind it.
fn value(text: &str) -> (String, &str) {
    let Some(quoted) = text.strip_prefix('"') else {
        let (token, behind) = text.split_once(';').unwrap_or((text, ""));
        return (token.trim().to_owned(), behind);
    };
    let mut value = String::new();
    let mut characters = quoted.chars();
    while let Some(character) = characters.next() {
        match character {
            '"' => break,
            '\\' => value.extend(characters.next()),
            other => value.push(other),
        }
    }
    (value, characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::parameter;

    #[test]
    fn the_charset_of_a_media_type() {
        for (media_type, charset) in [
            ("text/xml", None),
            ("", None),
            ("text/xml;", None),
            ("text/xml; charset", None),
            ("text/xml; charset=", None),
            ("charset=utf-8", None),
            ("text/xml; xcharset=utf-8; charsetx=utf-8", None),
            ("text/xml; charset=utf-8", Some("utf-8")),
            ("text/xml;charset=UTF-8;x=y", Some("UTF-8")),
            ("text/xml ; CharSet = \"utf-8\" ; x=y", Some("utf-8")),
            ("text/xml; x; charset=utf-8", Some("utf-8")),
            (
                "text/xml; action=\"a;charset=b\"; charset=utf-8",
                Some("utf-8"),
            ),
            (
                "text/xml; action=\"a\\\";charset=b\"; charset=utf-8",
                Some("utf-8"),
            ),
            ("text/xml; charset=\"utf\\-8", Some("utf-8")),
            ("text/xml; action=\"\u{e9}; charset=b", None),
            ("text/xml; charset=; charset=utf-8", Some("utf-8")),
        ] {
            let found = parameter(media_type, "charset");
            assert_eq!(found.as_deref(), charset, "{media_type}");
        }
    }
}
