//! Canonical forms: linear, whatever a document has.

use um_messages::xml::canonical::{Canonicalization, Subset};

use crate::measure::{Case, numbered, repeated, unlimited};

/// A document of so many pieces, by the ways that differ; of its second element too, which has the rest around it.
fn canonical(name: &'static str, peak: u64, output: u64, make: impl Fn(usize) -> String) {
    let case = Case {
        name,
        make,
        length: String::len,
        work: |xml: &String| {
            let all = Subset::of(xml).with_options(unlimited());
            let second = xml.find("<s").unwrap_or_default();
            let second = all.clone().element_at(second);
            let prefixes = ["b", "none"].map(str::to_owned).into_iter();
            let prefixes = prefixes.chain((0..1000).map(|number| format!("b{number}")));
            let ways = [
                Canonicalization::exclusive().with_inclusive_prefixes(prefixes),
                Canonicalization::inclusive_1_1(),
            ];
            let forms = ways.iter().flat_map(|way| {
                [&all, &second].map(|subset| way.canonicalize_subset(subset).unwrap().len())
            });
            forms.sum()
        },
        peak,
        output,
    };
    case.check(5_000);
}

#[test]
fn documents() {
    let of = |piece: &'static str| move |n| repeated("<a xmlns:b='urn:b'><s/>", piece, "</a>", n);
    canonical("elements", 8, 8, of("<b:c d='1'>2</b:c>"));
    canonical("texts", 8, 16, of("<!-- c --><![CDATA[<]]>\r"));
    canonical("declarations", 8, 8, of("<b:c xmlns:b='urn:c'/>"));
    canonical("elements in each other", 64, 8, |n| {
        format!(
            "<a xmlns:b='urn:b'><s>{}{}</s></a>",
            "<b:c>".repeat(n),
            "</b:c>".repeat(n)
        )
    });
    canonical("declarations in each other", 128, 8, |n| {
        let starts = numbered("", "<b:c xmlns:b='urn:#' xml:lang='#'>", "", n);
        format!("<a>{starts}<s/>{}</a>", "</b:c>".repeat(n))
    });
    canonical("attributes", 512, 8, |n| {
        numbered("<a ", "a#='1' ", "><s/></a>", n)
    });
    canonical("prefixes", 512, 8, |n| {
        numbered("<a ", "xmlns:b#='urn:#' b#:c='2' ", "><s b0:c=''/></a>", n)
    });
}
