//! Parts of documents: an element where it stands, and what is left out.

use um_messages::xml::canonical::Subset;
use um_messages::{ErrorKind, ReadOptions};

use super::{exclusive, inclusive, inclusive_1_1, of_element};

#[test]
fn an_element_where_it_stands() {
    let xml = "<!-- 1 --><s:a xmlns:s='urn:s' xmlns='urn:d' xml:lang='de'>1<b s:x='2'>2<s:c/></b>3<b>4</b></s:a><?p?>";
    let lang = r#"<b xmlns="urn:d" xmlns:s="urn:s" xml:lang="de" s:x="2">2<s:c></s:c></b>"#;
    assert_eq!(of_element(&inclusive(), xml, "<b s"), lang);
    assert_eq!(of_element(&inclusive_1_1(), xml, "<b s"), lang);
    let exclusive_form = r#"<b xmlns="urn:d" xmlns:s="urn:s" s:x="2">2<s:c></s:c></b>"#;
    assert_eq!(of_element(&exclusive(), xml, "<b s"), exclusive_form);
    assert_eq!(
        of_element(&exclusive(), xml, "<s:c"),
        r#"<s:c xmlns:s="urn:s"></s:c>"#
    );
    // The document element is one without what is outside of it.
    assert_eq!(
        of_element(&exclusive(), "<!-- 1 --><a/><?p?>", "<a"),
        "<a></a>"
    );
}

/// The nearest one of each counts, and the element's own before all; the exclusive way has none.
#[test]
fn attributes_of_xml_around_it() {
    let xml = "<a xml:lang='en' xml:space='default' xml:id='1' xml:other='o'><b xml:lang='fr'/><b xml:lang='de'><c xml:space='preserve'/></b></a>";
    assert_eq!(
        of_element(&inclusive(), xml, "<c"),
        r#"<c xml:id="1" xml:lang="de" xml:other="o" xml:space="preserve"></c>"#
    );
    assert_eq!(
        of_element(&inclusive_1_1(), xml, "<c"),
        r#"<c xml:lang="de" xml:space="preserve"></c>"#
    );
    assert_eq!(
        of_element(&exclusive(), xml, "<c"),
        r#"<c xml:space="preserve"></c>"#
    );
}

#[test]
fn what_is_left_out() {
    let xml = "<a>1<s>2<s/>3</s>4<!-- c --><b><s/></b></a>";
    let without = |start: &str| {
        let subset = Subset::of(xml).without_element_at(xml.find(start).unwrap());
        exclusive().canonicalize_subset(&subset).unwrap()
    };
    assert_eq!(without("<s>"), "<a>14<b><s></s></b></a>");
    assert_eq!(without("<s/>"), "<a>1<s>23</s>4<b><s></s></b></a>");
    assert_eq!(without("<b>"), "<a>1<s>2<s></s>3</s>4</a>");
    let both = Subset::of(xml).element_at(xml.find("<b>").unwrap());
    let both = both.without_element_at(xml.rfind("<s/>").unwrap());
    assert_eq!(exclusive().canonicalize_subset(&both).unwrap(), "<b></b>");
}

#[test]
fn where_no_element_begins() {
    for byte in [1, 4, 100] {
        let error = exclusive()
            .canonicalize_subset(&Subset::of("<a>1</a>").element_at(byte))
            .unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
        assert!(error.to_string().contains(&format!("`{byte}`")), "{error}");
    }
}

#[test]
fn all_of_the_document_has_to_be_right() {
    let xml = "<a><b/></c>";
    let error = exclusive()
        .canonicalize_subset(&Subset::of(xml).element_at(3))
        .unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Syntax(_)), "{error}");
    let error = exclusive().canonicalize("<!DOCTYPE a><a/>").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::DocumentType), "{error}");
}

#[test]
fn limits_hold() {
    let deep = "<a>".repeat(80) + &"</a>".repeat(80);
    let error = exclusive().canonicalize(&deep).unwrap_err();
    assert!(
        matches!(
            error.kind(),
            ErrorKind::Limit {
                limit: "max_depth",
                ..
            }
        ),
        "{error}"
    );
    let subset = Subset::of(&deep).with_options(ReadOptions::new().max_depth(80));
    assert_eq!(exclusive().canonicalize_subset(&subset).unwrap(), deep);
}

/// What options forgive is not forgiven here: another text would be signed than was sent.
#[test]
fn nothing_is_replaced_or_followed() {
    let options = ReadOptions::new()
        .replace_illegal_characters(true)
        .resolve_references(true);
    let subset = Subset::of("<a>&#x1A;</a>").with_options(options.clone());
    assert!(matches!(
        exclusive().canonicalize_subset(&subset).unwrap_err().kind(),
        ErrorKind::Syntax(_)
    ));
    let xml = r##"<a><b href="#c"></b><c id="c">1</c></a>"##;
    let subset = Subset::of(xml).with_options(options);
    assert_eq!(exclusive().canonicalize_subset(&subset).unwrap(), xml);
}
