//! Faults: what they keep of a message.

use um_messages::{Envelope, Fault, ReadOptions, SoapMessage, SoapVersion};
use um_tests::documents::{short_body, short_body_1_2};

use crate::measure::{Case, numbered, repeated};

fn read(document: &str) -> Fault {
    let options = ReadOptions::new().max_uri(usize::MAX);
    let read = Envelope::<Fault>::from_xml_with(document, &options);
    read.unwrap().into_body()
}

/// Reads a fault, and writes it in both versions.
fn kept(name: &'static str, make: impl Fn(usize) -> String, n: usize, peak: u64, output: u64) {
    let work = |document: &String| {
        let fault = read(document);
        let v1_1 = fault.to_envelope().unwrap().len();
        v1_1 + Envelope::new(fault)
            .with_version(SoapVersion::V1_2)
            .to_xml()
            .unwrap()
            .len()
    };
    Case {
        name,
        make,
        length: String::len,
        work,
        peak,
        output,
    }
    .check(n);
}

/// A hundred thousand reasons in as many languages.
#[test]
fn reasons() {
    let make = |n| {
        let fault = numbered(
            "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason>",
            "<s:Text xml:lang='l#'>x</s:Text>",
            "</s:Reason></s:Fault>",
            n,
        );
        short_body_1_2(&fault)
    };
    kept("reasons", make, 50_000, 64, 4);
}

/// Entries of detail, in a namespace with a long name that is declared around them.
#[test]
fn entries_of_detail() {
    let make = |n: usize| {
        let detail = format!("<detail xmlns:p='{}'>", "u".repeat(n * 10));
        let before =
            format!("<s:Fault><faultcode>s:Client</faultcode><faultstring>x</faultstring>{detail}");
        short_body(&repeated(&before, "<p:e/>", "</detail></s:Fault>", n))
    };
    kept("entries of detail", make, 2_000, 64, 8);
}
