//! Trees: `xml::Element`, alone and as a field.

use um_messages::soap::Block;
use um_messages::xml::{self, Element, Node, QName, Reader, XSI_NAMESPACE as XSI};
use um_messages::{Envelope, ReadOptions, SoapMessage, SoapType};
use um_tests::documents::MANY;
use um_tests::roundtrip::{same, written};
use um_tests::sources::{both, both_as, tree};

use crate::rows::{check, document_of};

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Holding {
    detail: Element,
    more: Vec<Element>,
}

#[test]
fn trees_as_fields() {
    same(
        &Holding {
            detail: Element::new("urn:a", "Detail")
                .with_attribute("", "id", "1")
                .with_text("x")
                .with_child(Element::new("urn:b", "y").with_attribute("urn:c", "z", "\"<"))
                .with_text(" "),
            more: vec![Element::new("urn:a", "More")],
        },
        concat!(
            r#"<a:Holding xmlns:a="urn:a"><a:Detail id="1">x<y xmlns="urn:b" xmlns:ns1="urn:c""#,
            r#" ns1:z="&quot;&lt;"/> </a:Detail><a:More/></a:Holding>"#,
        ),
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:calls", prefix = "c")]
struct Kept {
    e: Element,
}

#[test]
fn a_kept_element_is_written_beside_a_prefix_that_its_values_use() {
    assert_eq!(
        written::<Kept>(
            "<x:Kept xmlns:x='urn:calls'><x:E xmlns:c='urn:types' t='c:Foo'/></x:Kept>"
        ),
        concat!(
            r#"<c:Kept xmlns:c="urn:calls">"#,
            r#"<ns1:E xmlns:ns1="urn:calls" xmlns:c="urn:types" t="c:Foo"/></c:Kept>"#,
        )
    );
    // The names in it need no more than their own declarations.
    assert_eq!(
        written::<Kept>(
            "<x:Kept xmlns:x='urn:calls'><x:E xmlns:c='urn:types'><c:F>1</c:F></x:E></x:Kept>"
        ),
        r#"<c:Kept xmlns:c="urn:calls"><c:E><c:F xmlns:c="urn:types">1</c:F></c:E></c:Kept>"#
    );
}

/// What was written once is written so again, with the prefixes that it declares.
#[test]
fn a_kept_element_gets_no_further_declarations_from_hop_to_hop() {
    for (content, kind) in [
        (
            "<x:E xmlns:c='urn:types' t='c:Foo'>c:Foo</x:E>",
            "urn:types",
        ),
        ("<x:E xmlns:c='urn:types'>c:Foo</x:E>", "urn:types"),
        (
            "<x:E xmlns:c='urn:types' xmlns:ns1='urn:other' t='ns1:Foo'>c:Foo</x:E>",
            "urn:types",
        ),
        (
            "<y:E xmlns:y='urn:calls' xmlns:c='urn:types'>c:Foo</y:E>",
            "urn:types",
        ),
        (
            "<E xmlns='urn:calls' xmlns:c='urn:types'>c:Foo</E>",
            "urn:types",
        ),
        ("<x:E xmlns='urn:types'>Foo</x:E>", "urn:types"),
        ("<x:E>Foo</x:E>", ""),
    ] {
        let document = format!("<x:Kept xmlns:x='urn:calls'>{content}</x:Kept>");
        let once = written::<Kept>(&document);
        let twice = written::<Kept>(&once);
        assert_eq!(twice, once, "{document}");
        let kept = both_as::<Kept>(&twice).unwrap();
        let name: QName = kept.e.read().unwrap();
        assert!(name.is(kind, "Foo"), "{name}: {twice}");
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a", xsi_type)]
enum AnyTyped {
    Foo(Element),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct AnyHolder {
    typed: AnyTyped,
}

#[test]
fn what_a_type_says_already_a_kept_element_does_not_say_again() {
    let document = format!(
        "<a:AnyHolder xmlns:a='urn:a'><a:Typed xmlns:xsi='{XSI}' xsi:type='a:Foo' b='1'/></a:AnyHolder>"
    );
    let value = both_as::<AnyHolder>(&document).unwrap();
    let written = xml::to_string(&value).unwrap();
    assert_eq!(written.matches(":type=").count(), 1, "{written}");
    assert_eq!(both_as::<AnyHolder>(&written).unwrap(), value);
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m")]
struct Message {}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:h", prefix = "h")]
struct Headers {
    trace: Block<Element>,
}

#[test]
fn what_a_block_says_already_a_kept_element_does_not_say_again() {
    let document = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header>\
         <h:Trace xmlns:h='urn:h' s:mustUnderstand='1'>1</h:Trace></s:Header>\
         <s:Body><Message xmlns='urn:m'/></s:Body></s:Envelope>";
    let read = Envelope::<Message, Headers>::from_xml(document).unwrap();
    let written = read.to_xml().unwrap();
    assert_eq!(written.matches("mustUnderstand").count(), 1, "{written}");
    assert_eq!(
        Envelope::<Message, Headers>::from_xml(&written).unwrap(),
        read
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Holder {
    detail: Element,
    after: Option<String>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:d", rename_all = "camelCase")]
struct Detail {
    kind: QName,
}

/// The prefixes in scope come along, because values may use them (NS 6.1, XSD 2 3.2.18).
#[test]
fn trees_keep_what_their_values_mean() {
    let document = "<m:Holder xmlns:m='urn:a' xmlns:q='urn:q' xmlns='urn:d'>\
        <m:Detail><kind xmlns:r='urn:r'>q:name</kind></m:Detail></m:Holder>";
    let holder = both_as::<Holder>(document).unwrap();
    let kind = holder.detail.child("urn:d", "kind").unwrap();
    assert_eq!(kind.text(), "q:name");
    let alone = holder.detail.to_xml().unwrap();
    let reread: Element = alone.parse().unwrap();
    assert_eq!(reread, holder.detail);
    assert!(alone.contains("xmlns:q=\"urn:q\""), "{alone}");
    assert!(alone.contains("xmlns=\"urn:d\""), "{alone}");
    let detail = holder.detail.read::<Detail>().unwrap();
    assert_eq!(detail.kind, QName::new("urn:q", "name"));
}

/// A tree as a field is written under the field's name, whatever is declared in the tree.
#[test]
fn trees_are_written_where_they_stand() {
    for document in [
        "<Holder xmlns='urn:a'><Detail><x xmlns='urn:b'/></Detail><After>y</After></Holder>",
        "<m:Holder xmlns:m='urn:a'><m:Detail><x/></m:Detail><m:After>y</m:After></m:Holder>",
        "<m:Holder xmlns:m='urn:a' xmlns='urn:b'><m:Detail><x/></m:Detail><m:After>y</m:After></m:Holder>",
        "<m:Holder xmlns:m='urn:a'><m:Detail xmlns='urn:b' m:c='d'><x y='z'/>t</m:Detail></m:Holder>",
    ] {
        let holder = both_as::<Holder>(document).unwrap();
        let written = xml::to_string(&holder).unwrap();
        match xml::from_str::<Holder>(&written) {
            Ok(reread) => assert_eq!(reread, holder, "{written}"),
            Err(error) => panic!("{document} is written as {written}: {error}"),
        }
    }
}

/// A name that is none is no way to write markup: it is an error.
#[test]
fn what_is_no_name_is_not_written() {
    let elements = [
        Element::new("", "a b"),
        Element::new("", ""),
        Element::new("", "1"),
        Element::new("", "p:a"),
        Element::new("", "a><evil/"),
        Element::new("u", "a").with_prefix("1"),
        Element::new("u", "a").with_prefix("xmlns"),
        Element::new("u", "a").with_prefix("p q"),
        Element::new("", "a").with_prefix("p"),
        Element::new("", "a").with_attribute("", "b c", ""),
        Element::new("", "a").with_attribute("", "xmlns", "u"),
        Element::new("", "a").with_attribute("", "b='' c", ""),
        Element::new("", "a")
            .with_attribute("", "b", "1")
            .with_attribute("", "b", "2"),
        Element::new("http://www.w3.org/XML/1998/namespace", "a").with_prefix("p"),
        Element::new("http://www.w3.org/2000/xmlns/", "a"),
    ];
    let problems = elements.iter().filter_map(|element| {
        let written = element.to_xml().ok()?;
        match written.parse::<Element>() {
            Ok(read) if read == *element => None,
            read => Some(format!(
                "{element:?} is written as {written}, read as {read:?}"
            )),
        }
    });
    check(&problems.collect::<Vec<_>>());
}

#[test]
fn deep_trees_are_read_written_and_dropped() {
    const LEVELS: usize = 100_000;
    let document = format!("{}text{}", "<a>".repeat(LEVELS), "</a>".repeat(LEVELS));
    let options = ReadOptions::new().max_depth(LEVELS);
    let element = document_of(&document, &options).unwrap();
    assert_eq!(element.to_xml().unwrap(), document);
    let built = (0..LEVELS).fold(Element::new("", "a"), |inner, _| {
        Element::new("", "a").with_child(inner)
    });
    assert_eq!(built.to_xml().unwrap().len(), LEVELS * 7 + 4);
    drop((element, built));
}

/// A type that holds itself is read by functions that call themselves.
#[test]
fn deep_trees_are_no_values_of_types() {
    #[derive(Debug, SoapType)]
    #[soap(rename = "a")]
    struct Deep {
        #[soap(rename = "a")]
        inner: Option<Box<Deep>>,
    }
    let tree = |levels: usize| {
        let document = ["<a>", "</a>"].map(|tag| tag.repeat(levels)).concat();
        document_of(&document, &ReadOptions::new().max_depth(levels)).unwrap()
    };
    tree(64).read::<Deep>().unwrap();
    let deeper = tree(65);
    let error = deeper.read::<Deep>().unwrap_err().to_string();
    assert!(
        error.starts_with("more than `max_depth` allows (64)"),
        "{error}"
    );
    let value = deeper.read_with::<Deep>(&ReadOptions::new().max_depth(65));
    assert!(value.unwrap().inner.is_some());
    tree(100_000).read::<Deep>().unwrap_err();
}

#[test]
fn neighbours_of_text_are_joined() {
    let element = both("<a>x<!--y-->&amp;<![CDATA[z]]><b/>w</a>").unwrap();
    let expected = [
        Node::Text("x&z".into()),
        Node::Element(Element::new("", "b")),
        Node::Text("w".into()),
    ];
    assert_eq!(element.nodes(), expected);
}

/// A tree holds whatever stands there, an element that is nil as well (XML Schema part 1, 2.6.2).
#[test]
fn trees_may_be_nil() {
    let document = "<Holder xmlns='urn:a' xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>\
        <Detail i:nil='true'/></Holder>";
    let holder = both_as::<Holder>(document).unwrap();
    let nil = holder.detail.attribute(xml::XSI_NAMESPACE, "nil");
    assert_eq!(nil, Some("true"));
    assert_eq!(
        both_as::<Holder>(&xml::to_string(&holder).unwrap()).unwrap(),
        holder
    );
}

/// A tree is made of many small parts.
#[test]
fn nodes_are_small() {
    let word = size_of::<usize>();
    assert!(size_of::<Element>() <= 2 * word);
    assert!(size_of::<Node>() <= 3 * word);
    assert!(size_of::<xml::Attribute>() <= 4 * word);
}

#[test]
fn attributes_are_the_same_in_whatever_order() {
    let tag = |names: &[usize]| {
        let attributes = names.iter().map(|number| format!(" a{number}='{number}'"));
        let tag = format!("<a{}/>", attributes.collect::<String>());
        tag.parse::<Element>().unwrap()
    };
    let names: Vec<usize> = (0..200).collect();
    let mut others = names.clone();
    others.reverse();
    assert_eq!(tag(&names), tag(&others));
    others[7] = 200;
    assert_ne!(tag(&names), tag(&others));
    assert_ne!(tag(&names), tag(&names[1..]));
}

/// What overflows the stack ends the process: this fails loudly.
#[test]
fn deep_scopes_are_kept_and_dropped() {
    let open = "<p:a xmlns:p='u' p:b='p:c'>".repeat(MANY);
    let document = format!("{open}<p:d xmlns:p='v'/>{}", "</p:a>".repeat(MANY));
    let options = ReadOptions::new()
        .max_depth(usize::MAX)
        .max_namespaces(usize::MAX);
    let mut reader = Reader::from_str_with(&document, &options);
    for _ in 0..MANY {
        reader.next_child().unwrap();
    }
    let kept: Element = reader.read().unwrap();
    assert_eq!(kept.to_xml().unwrap().matches("xmlns").count(), 2);
    drop(kept);
}

/// What overflows the stack ends the process: this fails loudly.
#[test]
fn deep_trees_are_compared_and_cloned() {
    let document = format!("{}{}", "<x>".repeat(MANY), "</x>".repeat(MANY));
    let options = ReadOptions::new().max_depth(MANY);
    let tree = tree(&mut Reader::from_str_with(&document, &options)).unwrap();
    let copy = tree.clone();
    assert!(copy == tree);
}

/// Texts side by side are one, as they are when they are read, and an empty one is none.
#[test]
fn texts_side_by_side_are_one() {
    let element = Element::new("", "a")
        .with_text("")
        .with_text("b")
        .with_text("")
        .with_text("c")
        .with_child(Element::new("", "d").with_text(""))
        .with_text("");
    assert_eq!(element.nodes().len(), 2);
    let written = element.to_xml().unwrap();
    assert_eq!(written, "<a>bc<d/></a>");
    assert_eq!(both(&written).unwrap(), element);
}

/// A value that is a qualified name needs its prefix, which no name of the tree declares.
#[test]
fn a_declaration_for_a_qualified_name_in_a_value() {
    let pet = |element: Element| element.with_attribute(XSI, "type", "z:Cat");
    let built = pet(Element::new("urn:p", "Pet").with_declaration("z", "urn:zoo"));
    let document = concat!(
        r#"<Pet xmlns="urn:p" xmlns:z="urn:zoo" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" "#,
        r#"xsi:type="z:Cat"/>"#,
    );
    assert_eq!(built.to_xml().unwrap(), document);
    let read: Element = document.parse().unwrap();
    assert_eq!(read, built);
    assert_eq!(read.to_xml().unwrap(), document);
    // Inside another element, and where the name has the prefix.
    let name = |element: Element| element.with_declaration("z", "urn:zoo").with_text("z:Cat");
    let outer =
        Element::new("", "Pets").with_child(name(Element::new("urn:zoo", "Name").with_prefix("z")));
    assert_eq!(
        outer.to_xml().unwrap(),
        r#"<Pets><z:Name xmlns:z="urn:zoo">z:Cat</z:Name></Pets>"#
    );
    let twice = Element::new("", "a")
        .with_declaration("z", "urn:a")
        .with_declaration("z", "urn:b");
    assert_eq!(twice.to_xml().unwrap(), r#"<a xmlns:z="urn:b"/>"#);
}

#[test]
fn a_declaration_that_cannot_stand_is_an_error() {
    for (prefix, uri) in [
        ("a b", "urn:a"),
        ("a:b", "urn:a"),
        ("a", ""),
        ("xmlns", "urn:a"),
        ("xml", "urn:a"),
        ("a", "http://www.w3.org/XML/1998/namespace"),
        ("", "http://www.w3.org/2000/xmlns/"),
    ] {
        let element = Element::new("", "Pet").with_declaration(prefix, uri);
        let error = element.to_xml().unwrap_err().to_string();
        assert!(
            error.contains(&format!("the prefix `{prefix}` for the namespace")),
            "{error}"
        );
        let outer = Element::new("", "Pets").with_child(element);
        assert!(outer.to_xml().is_err());
    }
    // What was read is written, reserved or not.
    let document = r#"<a xmlns:xmlfoo="urn:x">xmlfoo:b</a>"#;
    assert_eq!(
        document.parse::<Element>().unwrap().to_xml().unwrap(),
        document
    );
}

/// What an element declares itself is not said of what is around it.
#[test]
fn a_prefix_is_declared_once_where_it_is_printed() {
    let element = r#"<p:x xmlns:p="urn:q"><p:z xmlns:p="urn:p"/></p:x>"#;
    let document = format!("<a xmlns:p='urn:p'>{element}</a>");
    let mut reader = Reader::from_str(&document);
    assert!(reader.next_child().unwrap() && reader.next_child().unwrap());
    let read: Element = reader.read().unwrap();
    assert_eq!(format!("{read:?}"), format!("Element({element})"));
}

/// `Debug` is XML, also of what is declared around the element; the fuzzer `messages` found that it was not.
#[test]
fn what_is_declared_around_is_printed_as_xml() {
    let mut reader = Reader::from_str("<a xmlns:t='a]]>b&amp;&quot;'><t:c/></a>");
    assert!(reader.next_child().unwrap() && reader.next_child().unwrap());
    let element: Element = reader.read().unwrap();
    let printed = r#"<t:c xmlns:t="a]]&gt;b&amp;&quot;"/>"#;
    assert_eq!(format!("{element:?}"), format!("Element({printed})"));
    assert_eq!(element.to_xml().unwrap(), printed);
}
