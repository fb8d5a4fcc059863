//! `xml::canonical`: Canonical XML 1.0 (`C14N`) and 1.1 (`C14N11`), and Exclusive XML Canonicalization 1.0 (`EXC`), each by the section.
//!
//! The documents of the recommendations stand here without their document type declarations, and with what these would have added.

mod generated;
mod judged;
mod specifications;
mod subsets;
mod trees;

use um_messages::xml::canonical::{Canonicalization, Subset};

fn exclusive() -> Canonicalization {
    Canonicalization::exclusive()
}

fn inclusive() -> Canonicalization {
    Canonicalization::inclusive()
}

fn inclusive_1_1() -> Canonicalization {
    Canonicalization::inclusive_1_1()
}

/// The canonical form of the element that begins with `start`.
fn of_element(canonicalization: &Canonicalization, xml: &str, start: &str) -> String {
    let subset = Subset::of(xml).element_at(xml.find(start).unwrap());
    canonicalization.canonicalize_subset(&subset).unwrap()
}

/// A document and its form by all ways, with the sections that say so.
fn assert_form(sections: &str, xml: &str, expected: &str) {
    for canonicalization in [exclusive(), inclusive(), inclusive_1_1()] {
        let canonicalization = canonicalization.with_comments(true);
        let form = canonicalization.canonicalize(xml).unwrap();
        assert_eq!(form, expected, "{sections}: {xml} by {canonicalization:?}");
        // What is canonical stays as it is.
        let again = canonicalization.canonicalize(&form).unwrap();
        assert_eq!(again, form, "{sections}: {xml} by {canonicalization:?}");
    }
}
