//! Masking for a log: linear, whatever is masked and whatever it has in it.

use um_messages::xml::mask;
use um_messages::{Envelope, SoapMessage, SoapType};

use crate::measure::{Case, numbered, repeated};

/// A document of so many pieces is masked.
fn masked(name: &'static str, make: impl Fn(usize) -> String, output: u64) {
    let case = Case {
        name,
        make,
        length: String::len,
        work: |xml: &String| mask(xml, &["Pin", "{urn:b}Tan", "wsse:Password"]).len(),
        // The text grows by doubling, and is held twice while it is moved; an open element takes some bytes.
        peak: 24,
        output,
    };
    case.check(20_000);
}

#[test]
fn documents() {
    let of = |piece: &'static str| move |n| repeated("<a xmlns:b='urn:b'>", piece, "</a>", n);
    masked("elements", of("<Pin>1</Pin>"), 2);
    masked("elements of others", of("<a>1</a><b:Pen b='1'/>"), 1);
    masked("attributes", of("<b Pin='1' b:Tan='2' c='3'/>"), 2);
    masked("markup in texts", of("<c>&lt;Pin>1&lt;/Pin></c>"), 1);
    masked(
        "a name again and again",
        of("PinPin Pin <!-- < PinPin -->"),
        1,
    );
    masked("comments", of("<!-- <Pin>1</Pin> -->"), 1);
    masked(
        "sections in one",
        |n| repeated("<Pin>", "<![CDATA[1]]>", "</Pin>", n),
        1,
    );
    let wide = |n| numbered("<Pin ", "a#='1' ", "/>", n);
    masked("attributes in one", wide, 2);
    let declarations = |n| numbered("<Pin ", "xmlns:a#='urn:#' ", ">1</Pin>", n);
    masked("declarations", declarations, 1);
}

#[test]
fn deep_documents_and_such_as_break_off() {
    let deep = |n| "<Pin>".repeat(n) + "1" + &"</Pin>".repeat(n);
    masked("elements in each other", deep, 2);
    masked("elements that stay open", |n| "<Pin>1".repeat(n), 2);
    masked(
        "a text that stays open",
        |n| repeated("<a>", "Pin &lt; ", "", n),
        1,
    );
}

#[derive(Debug, SoapMessage)]
#[soap(namespace = "urn:m")]
struct Login {
    #[soap(secret)]
    pins: Vec<Pin>,
}

#[derive(Debug, SoapType)]
struct Pin {
    #[soap(attribute, secret)]
    kind: String,
    #[soap(secret)]
    value: String,
    #[soap(secret)]
    older: Option<Box<Pin>>,
}

fn pin(older: Option<Box<Pin>>) -> Pin {
    Pin {
        kind: "kind".into(),
        value: "<value>".into(),
        older,
    }
}

fn envelopes(name: &'static str, make: impl Fn(usize) -> Login, n: usize) {
    let case = Case {
        name,
        make: |n| Envelope::new(make(n)),
        length: |envelope: &Envelope<Login>| envelope.to_xml().unwrap().len(),
        work: |envelope: &Envelope<Login>| envelope.masked().to_string().len(),
        peak: 6,
        output: 1,
    };
    case.check(n);
}

/// A secret in a secret is masked once.
#[test]
fn secrets_in_envelopes() {
    let many = |n| Login {
        pins: (0..n).map(|_| pin(None)).collect(),
    };
    envelopes("secrets", many, 20_000);
    let deep = |n| Login {
        pins: vec![(0..n).fold(pin(None), |older, _| pin(Some(Box::new(older))))],
    };
    envelopes("secrets in each other", deep, 200);
}
