//! Structs, their schema, and the structs that are generated from it: those have the same schema.

use std::fs;
use std::path::PathBuf;

use um_messages::schema::{self, Documents, Wsdl};
use um_messages::wsdl::Generator;
use um_messages::xml::{DateTime, Element, Nillable};
use um_messages::{SoapMessage, SoapType};

#[allow(
    dead_code,
    missing_docs,
    unreachable_pub,
    unused_qualifications,
    clippy::pedantic,
    reason = "these lints are off by default"
)]
mod order {
    include!("generated/order.rs");
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:shop", prefix = "s")]
#[allow(dead_code, reason = "only its description is used")]
struct Order {
    #[soap(attribute)]
    id: u64,
    #[soap(attribute)]
    note: Option<String>,
    placed: DateTime,
    #[soap(flatten)]
    payment: Payment,
    lines: Vec<Line>,
    #[soap(wrapper = "Tags", rename = "Tag")]
    tags: Vec<String>,
    gift: Option<Nillable<String>>,
    #[soap(nillable)]
    sent: Option<DateTime>,
    status: Status,
    #[soap(list)]
    sizes: Vec<u16>,
    #[soap(base64)]
    stamp: Vec<u8>,
    parcel: Parcel,
    parent: Option<Box<Category>>,
    #[soap(any)]
    rest: Vec<Element>,
}

#[derive(SoapType)]
#[allow(dead_code, reason = "only its description is used")]
enum Payment {
    Card(Card),
    Iban(String),
}

#[derive(SoapType)]
#[allow(dead_code, reason = "only its description is used")]
struct Card {
    number: String,
    #[soap(attribute)]
    holder: String,
}

#[derive(SoapType)]
#[allow(dead_code, reason = "only its description is used")]
struct Line {
    #[soap(text)]
    amount: f64,
    #[soap(attribute)]
    article: String,
}

#[derive(SoapType)]
#[allow(dead_code, reason = "only its description is used")]
enum Status {
    Open,
    Closed,
}

#[derive(SoapType)]
#[soap(xsi_type)]
#[allow(dead_code, reason = "only its description is used")]
enum Parcel {
    #[soap(default)]
    Plain(Plain),
    Insured(Insured),
}

#[derive(SoapType)]
#[allow(dead_code, reason = "only its description is used")]
struct Plain {
    weight: u32,
}

#[derive(SoapType)]
#[allow(dead_code, reason = "only its description is used")]
struct Insured {
    weight: u32,
    value: u32,
}

#[derive(SoapType)]
#[allow(dead_code, reason = "only its description is used")]
struct Category {
    name: String,
    parent: Option<Box<Category>>,
}

fn generated() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("generated/order.rs")
}

/// `UM_SCHEMA_RENEW=1` writes the file.
#[test]
fn what_is_generated_is_the_file() {
    let schema = schema::of::<Order>().unwrap();
    let document = schema.iter().next().unwrap();
    let generator = Generator::new("order.xsd").document("order.xsd", document.xml());
    let code = generator.generate().unwrap().code().to_owned();
    if std::env::var_os("UM_SCHEMA_RENEW").is_some() {
        fs::write(generated(), &code).unwrap();
    }
    assert_eq!(fs::read_to_string(generated()).unwrap(), code);
}

/// Neither differs from the schema of the other: a list without a name has one behind it, which no document shows.
#[test]
fn what_is_generated_has_the_same_schema() {
    let wsdl = |schema: &Documents| {
        let document = schema.iter().next().unwrap();
        Wsdl::from_text(document.file_name(), document.xml()).unwrap()
    };
    let before = schema::of::<Order>().unwrap();
    let after = schema::of::<order::Order>().unwrap();
    schema::check::<order::Order>(&wsdl(&before)).unwrap();
    schema::check::<Order>(&wsdl(&after)).unwrap();
}
