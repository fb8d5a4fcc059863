//! What is kept because no field is for it: elements and attributes, with the namespaces that they are in.

use um_messages::SoapType;
use um_messages::xml::{self, Attribute, Element, ReadElement, Reader, Root, WriteElement};

use crate::measure::{Case, numbered, repeated, unlimited};

#[derive(Debug, PartialEq, SoapType)]
struct Items {
    item: Vec<Item>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Item {
    #[soap(any_attribute)]
    attributes: Vec<Attribute>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Kept {
    #[soap(any)]
    elements: Vec<Element>,
}

/// Attributes whose values mention a prefix keep the namespace that it stands for.
#[test]
fn attributes_that_mention_a_prefix() {
    let make = |n: usize| {
        let before = format!("<Items xmlns:p='{}'>", "u".repeat(n * 10));
        repeated(&before, "<Item a='p:'/>", "</Items>", n)
    };
    let work = |document: &String| {
        let items: Items = Reader::from_str_with(document, &unlimited())
            .read_root()
            .unwrap();
        format!("{items:?}").len() + xml::to_string(&items).unwrap().len()
    };
    Case {
        name: "attributes that mention a prefix",
        make,
        length: String::len,
        work,
        peak: 64,
        output: 16,
    }
    .check(2_000);
}

/// Elements that are kept under many declarations.
#[test]
fn elements_under_many_declarations() {
    let make = |n: usize| {
        let before = numbered("<Kept", " xmlns:p#='urn:#'", ">", n);
        repeated(&before, "<e a='p0:'/>", "</Kept>", n)
    };
    let work = |document: &String| {
        let kept: Kept = Reader::from_str_with(document, &unlimited())
            .read_root()
            .unwrap();
        kept.elements.len()
    };
    Case {
        name: "elements under many declarations",
        make,
        length: String::len,
        work,
        peak: 64,
        output: 1,
    }
    .check(2_000);
}

/// What is kept of a document is written.
fn written_again<T: Root + for<'de> ReadElement<'de> + WriteElement>(
    name: &'static str,
    make: impl Fn(usize) -> String,
) {
    let work = |document: &String| {
        let mut reader = Reader::from_str_with(document, &unlimited());
        let kept: T = reader.read_root().unwrap();
        xml::to_string(&kept).unwrap().len()
    };
    Case {
        name,
        make,
        length: String::len,
        work,
        peak: 64,
        output: 8,
    }
    .check(2_000);
}

/// Elements in one namespace, with a long name: each of them is written with it.
#[test]
fn elements_that_are_written() {
    written_again::<Kept>("elements that are written", |n| {
        let before = format!("<Kept xmlns:p='{}'>", "u".repeat(n * 10));
        repeated(&before, "<p:e/>", "</Kept>", n)
    });
}

// A namespace is copied for each element here, and let go: what that takes, `max_uri` bounds.

#[test]
fn elements_that_are_printed() {
    let make = |n: usize| {
        let before = format!("<Kept xmlns:p='{}'>", "u".repeat(256));
        repeated(&before, "<p:e/>", "</Kept>", n)
    };
    let work = |document: &String| {
        let kept: Kept = Reader::from_str_with(document, &unlimited())
            .read_root()
            .unwrap();
        format!("{kept:?}").len()
    };
    Case {
        name: "elements that are printed",
        make,
        length: String::len,
        work,
        peak: 64,
        // Each with the beginning of the namespace, at most 80 characters.
        output: 24,
    }
    .check(2_000);
}

#[test]
fn elements_that_are_read_as_types() {
    let make = |n: usize| {
        let before = format!("<Kept xmlns:p='{}'>", "u".repeat(256));
        repeated(&before, "<p:Items/>", "</Kept>", n)
    };
    let work = |document: &String| {
        let kept: Kept = Reader::from_str_with(document, &unlimited())
            .read_root()
            .unwrap();
        kept.elements
            .iter()
            .map(|element| element.read::<Items>().unwrap().item.len())
            .sum()
    };
    Case {
        name: "elements that are read as types",
        make,
        length: String::len,
        work,
        peak: 64,
        output: 8,
    }
    .check(2_000);
}

/// One element with very many attributes or declarations is kept and written.
fn with_many(name: &'static str, make: impl Fn(usize) -> String) {
    let work = |document: &String| {
        let mut reader = Reader::from_str_with(document, &unlimited());
        let kept: Kept = reader.read_root().unwrap();
        xml::to_string(&kept).unwrap().len()
    };
    Case {
        name,
        make,
        length: String::len,
        work,
        peak: 64,
        output: 2,
    }
    .check(25_000);
}

#[test]
fn an_element_with_many_attributes() {
    with_many("attributes of an element", |n| {
        numbered("<Kept><e", " b#=''", "/></Kept>", n)
    });
}

#[test]
fn an_element_with_many_declarations() {
    with_many("declarations on an element", |n| {
        numbered("<Kept><e", " xmlns:p#='u#'", "/></Kept>", n)
    });
}

#[test]
fn an_element_with_many_attributes_in_namespaces() {
    with_many("attributes in namespaces", |n| {
        [
            numbered("<Kept><e", " xmlns:p#='u#'", "", n),
            numbered("", " p#:b=''", "/></Kept>", n),
        ]
        .concat()
    });
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:letter", prefix = "l")]
struct Letter {
    #[soap(any)]
    elements: Vec<Element>,
}

/// What may be a qualified name without a prefix is in the default namespace, which has to stay.
#[test]
fn elements_with_names_in_the_default_namespace() {
    written_again::<Letter>("elements with names in the default namespace", |n| {
        let before = format!(
            "<l:Letter xmlns:l='urn:letter' xmlns='{}'>",
            "u".repeat(n * 10)
        );
        repeated(&before, "<e>F</e><e xmlns=''>F</e>", "</l:Letter>", n)
    });
}
