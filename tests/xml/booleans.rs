//! Booleans, characters and nothing.

use um_tests::loan::read_with;

use crate::simple::{is_invalid, not_simple, simple};

#[test]
fn booleans_characters_and_nothing() {
    simple(true, "true", &["1", " true ", "\n1"]);
    simple(false, "false", &["0"]);
    not_simple::<bool>(&["", "True", "FALSE", "yes", "10", "t"]);
    simple('x', "x", &["&#120;", "<![CDATA[x]]>"]);
    simple('&', "&amp;", &["&#38;"]);
    simple(' ', " ", &["&#32;"]);
    simple('\r', "&#xD;", &["&#13;"]);
    simple('\u{10ffff}', "\u{10ffff}", &[]);
    not_simple::<char>(&["", "ab", " x"]);
    not_simple::<()>(&["x"]);
}

/// XML Schema part 2: 3.2.2, 4.3.6.
/// Other libraries that turn structs into XML get this wrong.
#[test]
fn booleans_have_the_lexical_forms_of_xml_schema() {
    let renewable = |text: &str| {
        read_with(&format!("<Renewable>{text}</Renewable>")).map(|loan| loan.renewable.unwrap())
    };
    for (text, value) in [
        ("true", true),
        (" true ", true),
        ("1", true),
        ("false", false),
        ("\r\n0\t", false),
    ] {
        assert_eq!(renewable(text).unwrap(), value, "{text}");
    }
    for text in ["", "TRUE", "True", "yes", "01", "t", "tr ue"] {
        assert!(is_invalid(renewable(text)), "{text:?}");
    }
}
