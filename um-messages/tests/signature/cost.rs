//! What verifying costs: it is counted in bytes that are allocated. Twice the document costs twice as much, whatever it has.

use allocation_counter::measure;
use um_messages::ReadOptions;
use um_messages::xml::canonical::Canonicalization;
use um_messages::xml::signature::Signer;

use super::{ecdsa_certificate, ecdsa_key, verifier};

/// What is the same, however long the document is.
const FIXED: u64 = 64 * 1024;

fn check(name: &str, make: impl Fn(usize) -> String) {
    let (key, certificate) = (ecdsa_key(), ecdsa_certificate());
    let options = ReadOptions::new()
        .max_depth(1_000_000)
        .max_namespaces(1_000_000);
    let options = options.max_attributes(1_000_000);
    for canonicalization in [
        Canonicalization::exclusive(),
        Canonicalization::inclusive_1_1(),
        // Each of as many prefixes as the document has elements.
        Canonicalization::exclusive().with_inclusive_prefixes(["p"]),
    ] {
        let is_listed = canonicalization.inclusive_prefixes().next().is_some();
        let cost = |n: usize| {
            let prefixes = (1000..1000 + n).map(|n| format!("p{n}"));
            let canonicalization = if is_listed {
                canonicalization.clone().with_inclusive_prefixes(prefixes)
            } else {
                canonicalization.clone()
            };
            let signer = Signer::new(&key).with_certificate(&certificate);
            let signer = signer.with_canonicalization(canonicalization);
            let xml = signer.sign_inside(&make(n), "i").unwrap();
            let verifier = verifier().with_options(options.clone());
            let counted = measure(|| assert!(verifier.verify(&xml).is_ok()));
            (xml.len() as u64, counted)
        };
        let ((length, once), (twice_length, twice)) = (cost(2000), cost(4000));
        println!("{name}: {length} {once:?}, {twice_length} {twice:?}");
        assert!(twice_length <= length * 21 / 10, "{name}");
        assert!(
            twice.bytes_total <= once.bytes_total * 22 / 10 + FIXED,
            "{name}: {once:?} {twice:?}"
        );
        assert!(
            twice.bytes_max <= 256 * twice_length + FIXED,
            "{name}: {twice:?}"
        );
    }
}

fn declarations(n: usize) -> String {
    let numbers = 1000..1000 + n;
    let declarations: Vec<_> = numbers.map(|n| format!(" xmlns:p{n}='urn:{n}'")).collect();
    declarations.concat()
}

#[test]
fn verifying_is_linear() {
    let of = |piece: &'static str| {
        move |n: usize| format!("<a Id='i' xmlns:b='urn:b'>{}</a>", piece.repeat(n))
    };
    check("elements", of("<b:c d='1'>2</b:c>"));
    check("identifiers", of("<b:c Id='j'/>"));
    check(
        "signatures elsewhere",
        of("<c><Signature xmlns='http://www.w3.org/2000/09/xmldsig#'/></c>"),
    );
    check("elements in each other", |n| {
        format!("<a Id='i'>{}{}</a>", "<b>".repeat(n), "</b>".repeat(n))
    });
    check("declarations", |n| {
        format!("<a Id='i'{}/>", declarations(n))
    });
    check("declarations that are used", |n| {
        let elements = (1000..1000 + n).map(|n| format!("<p{n}:b p{n}:c=''/>"));
        let elements: String = elements.collect();
        format!("<a Id='i'{}>{elements}</a>", declarations(n))
    });
    check("declarations in each element", |n| {
        let elements = (1000..1000 + n).map(|n| format!("<b xmlns:p{n}='urn:{n}'/>"));
        format!("<a Id='i'>{}</a>", elements.collect::<String>())
    });
    check("comments in a text", of("1<!-- 2 -->"));
}
