//! What is kept because no field is for it: elements and attributes, with the namespaces that they are in.

use um_messages::ReadOptions;
use um_messages::SoapType;
use um_messages::xml::{Element, Reader};

use crate::measure::{Case, numbered, repeated};

fn unlimited() -> ReadOptions {
    ReadOptions::new()
        .max_depth(usize::MAX)
        .max_attributes(usize::MAX)
        .max_namespaces(usize::MAX)
}

#[derive(Debug, PartialEq, SoapType)]
struct Kept {
    #[soap(any)]
    elements: Vec<Element>,
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
