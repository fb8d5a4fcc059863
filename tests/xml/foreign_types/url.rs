//! URLs of `url`.

use um_messages::xml;
use url::Url;

use crate::everywhere::{Child, all_refused, reads, same};

#[test]
fn absolute_urls_are_written_as_the_url_standard_spells_them() {
    for text in [
        "https://example.com/",
        "https://user:secret@example.com:8080/a/b;c?d=%20&amp;e#f",
        "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8",
        "mailto:ada@example.com",
        "file:///a",
        // The standard calls these invalid, and leaves them as they are.
        "http://example.com/a%20b|c",
        "http://example.com/%zz",
        "http://example.com/[x]",
    ] {
        same(&Url::parse(&text.replace("&amp;", "&")).unwrap(), text);
    }
    for (text, url) in [
        ("HTTP://Example.COM", "http://example.com/"),
        ("https://example.com:443/", "https://example.com/"),
        ("https://example.com/a/./b/../c", "https://example.com/a/c"),
        (
            "https://b\u{fc}cher.example/\u{e9}",
            "https://xn--bcher-kva.example/%C3%A9",
        ),
        ("\n https://example.com/\t", "https://example.com/"),
    ] {
        reads(text, &Url::parse(url).unwrap());
    }
}

#[test]
fn relative_and_invalid_urls_are_refused() {
    all_refused::<Url>(
        &[
            "",
            "a",
            "/a",
            "//example.com/",
            "?a",
            "#a",
            "example.com",
            "http://",
            "http://a b/",
            "https://[::1",
            "1:a",
        ],
        "an absolute URL, as in `https://example.com/`",
    );
    for (text, violation) in [
        ("https:\\\\example.com\\", "backslash"),
        ("https:example.com", "expected //"),
        ("https://example.com/a b", "non-URL code point"),
        ("HTTPS://example.com/%zz", "expected 2 hex digits after %"),
        (
            "https://example.com/a&#x9;b",
            "tabs or newlines are ignored in URLs",
        ),
    ] {
        let error = xml::from_str::<Child<Url>>(&format!("<Child><Value>{text}</Value></Child>"))
            .unwrap_err();
        assert!(
            error
                .to_string()
                .contains(&format!("is not a valid URL ({violation})")),
            "{error}"
        );
    }
}
