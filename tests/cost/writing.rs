//! Writing: a million of everything that a value can have many of.

use allocation_counter::measure;
use um_messages::um::GetCallInfo;
use um_messages::xml::{self, Base64Binary, QName, Root, WriteElement};
use um_messages::{Envelope, SoapMessage, SoapType};

use crate::measure::Case;

const HALF_A_MILLION: usize = 500_000;

/// A value of so many pieces is written; the input is as long as it is.
fn written<T: Root + WriteElement>(
    name: &'static str,
    make: impl Fn(usize) -> T,
    length: fn(&T) -> usize,
    output: u64,
) {
    let work = |value: &T| xml::to_string(value).unwrap().len();
    // The text grows by doubling, and is held twice while it is moved.
    Case {
        name,
        make,
        length,
        work,
        peak: 4 * output,
        output,
    }
    .check(HALF_A_MILLION);
}

#[derive(Debug, SoapType)]
struct Items {
    item: Vec<u16>,
}

#[test]
fn items() {
    let length = |items: &Items| items.item.len() * "<Item>1</Item>".len();
    written("items", |n| Items { item: vec![1; n] }, length, 1);
}

#[derive(Debug, SoapType)]
struct List {
    #[soap(attribute, list)]
    numbers: Vec<u8>,
}

#[test]
fn items_of_a_list() {
    let length = |list: &List| list.numbers.len() * 2;
    written(
        "items of a list",
        |n| List {
            numbers: vec![1; n],
        },
        length,
        1,
    );
}

#[derive(Debug, SoapType)]
struct Text {
    #[soap(attribute)]
    attribute: String,
    value: String,
}

#[test]
fn characters_that_are_escaped() {
    let make = |n| Text {
        attribute: "\"".repeat(n),
        value: "&".repeat(n),
    };
    written(
        "characters that are escaped",
        make,
        |text| 2 * text.value.len(),
        6,
    );
}

#[derive(Debug, SoapType)]
struct Section {
    #[soap(cdata)]
    value: String,
}

#[test]
fn ends_of_cdata_sections() {
    let make = |n| Section {
        value: "]]>".repeat(n),
    };
    written("ends of CDATA sections", make, |text| text.value.len(), 6);
}

#[derive(Debug, SoapType)]
struct Data {
    value: Base64Binary,
}

#[test]
fn bytes() {
    let make = |n| Data {
        value: Base64Binary(vec![0; n]),
    };
    written("bytes", make, |data| data.value.0.len(), 2);
}

/// A type whose items are in a namespace of their own.
#[derive(Debug, SoapType)]
struct Foreign {
    #[soap(namespace = "urn:foreign:with:a:long:name", prefix = "f")]
    item: Vec<Inner>,
}

#[derive(Debug, SoapType)]
struct Inner {
    #[soap(namespace = "urn:inner", prefix = "i")]
    value: u8,
}

/// A namespace with a prefix is declared once, however many items are in it.
#[test]
fn namespaces_of_items() {
    let make = |n| Foreign {
        item: (0..n).map(|_| Inner { value: 1 }).collect(),
    };
    let length =
        |foreign: &Foreign| foreign.item.len() * "<f:Item><i:Value>1</i:Value></f:Item>".len();
    written("namespaces of items", make, length, 1);
}

#[derive(Debug, SoapType)]
struct Names {
    name: Vec<QName>,
}

/// Each namespace stands in two names, so that its prefix is declared on the document element.
#[test]
fn namespaces_that_are_shared() {
    let make = |n: usize| Names {
        name: (0..2 * n)
            .map(|number| QName::new(format!("urn:{}", number / 2), "n"))
            .collect(),
    };
    Case {
        name: "namespaces that are shared",
        make,
        length: |names: &Names| names.name.len() * "<Name>ns10:n</Name>".len(),
        work: |names: &Names| xml::to_string(names).unwrap().len(),
        peak: 32,
        output: 3,
    }
    .check(5_000);
}

/// One message after the other, into a text that has room for each.
#[test]
fn into_a_text_that_is_kept() {
    let request = GetCallInfo {
        call_id: "MDlk".into(),
    };
    let mut xml = String::with_capacity(4096);
    let message = measure(|| request.to_envelope_into(&mut xml).unwrap());
    assert_eq!(xml, request.to_envelope().unwrap());
    let envelope = measure(|| Envelope::new(&request).to_xml_into(&mut xml).unwrap());
    assert_eq!(xml, request.to_envelope().unwrap());
    assert_eq!((message.count_total, envelope.count_total), (0, 0));
}
