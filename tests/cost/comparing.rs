//! Comparing documents: linear, whatever they have, and wherever they are different.

use um_messages::xml::first_difference;

use crate::measure::{Case, numbered, repeated};

/// A document of so many pieces is compared with itself, and with one that differs in the end.
fn compared(name: &'static str, make: impl Fn(usize) -> String) {
    let case = Case {
        name,
        make,
        length: String::len,
        work: |xml: &String| {
            assert_eq!(first_difference(xml, xml).unwrap(), None);
            let (start, end) = xml.split_at(xml.rfind("</").unwrap_or_default());
            let other = format!("{start}<other/>{end}");
            let difference = first_difference(xml, other).unwrap();
            difference.unwrap().to_string().len()
        },
        peak: 64,
        output: 1,
    };
    case.check(20_000);
}

#[test]
fn documents() {
    let of = |piece: &'static str| move |n| repeated("<a xmlns:b='urn:b'>", piece, "</a>", n);
    compared("elements", of("<b:c d='1'>2</b:c>"));
    compared("names as values", of("<c d='b:d'>b:e</c>"));
    compared("pieces of a text", of("<!-- c --><![CDATA[1]]>2"));
    compared("elements in each other", |n| {
        "<a>".repeat(n) + "1" + &"</a>".repeat(n)
    });
    compared("attributes", |n| numbered("<a ", "a#='1' ", "></a>", n));
    compared("prefixes", |n| {
        numbered("<a ", "xmlns:a#='urn:#' a#:b='a#:c' ", "></a>", n)
    });
}
