//! Element types of one's own, that are not derived: `WriteElement` by hand.

use um_messages::soap::Block;
use um_messages::xml::{
    self, Element, ElementName, QName, ReadElement, Reader, WriteElement, Writer,
};
use um_messages::{Envelope, Result, SoapType, um};
use um_tests::roundtrip::{assert_unwritable, same_of_own};

/// An attribute, text, and children: one of a simple type, one of a derived type.
#[derive(Clone, Debug, PartialEq)]
struct Price {
    currency: String,
    amount: String,
    note: Option<String>,
    tax: Option<Tax>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Tax {
    #[soap(attribute)]
    rate: u8,
    country: Vec<String>,
}

impl WriteElement for Price {
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
        let tag = writer.start_tag(name);
        let tag = tag.attribute("", "Currency", &self.currency);
        tag.content(|content| {
            content.text(&self.amount);
            if let Some(note) = &self.note {
                content.child("Note", note);
            }
            if let Some(tax) = &self.tax {
                content.child("Tax", tax);
            }
        });
    }
}

impl<'de> ReadElement<'de> for Price {
    fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
        let namespace = reader.namespace_uri().to_owned();
        let element = Element::read_element(reader)?;
        let child = |local| element.child(&namespace, local);
        Ok(Self {
            currency: element
                .attribute("", "Currency")
                .unwrap_or_default()
                .to_owned(),
            amount: element.text(),
            note: child("Note").map(Element::read).transpose()?,
            tax: child("Tax").map(Element::read).transpose()?,
        })
    }
}

fn price() -> Price {
    Price {
        currency: "EUR & \"".into(),
        amount: "1<2".into(),
        note: Some("net".into()),
        tax: Some(Tax {
            rate: 20,
            country: vec!["AT".into(), "DE".into()],
        }),
    }
}

#[derive(Debug, PartialEq, SoapType)]
struct Plain {
    price: Vec<Price>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:s")]
struct ByDefault {
    price: Option<Price>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:s", prefix = "s")]
struct Prefixed {
    price: Price,
    #[soap(namespace = "urn:o", prefix = "o")]
    other: Price,
    #[soap(unqualified)]
    none: Price,
}

/// `Price` under a name, as it is written with a prefix.
fn written(tag: &str, prefix: &str, declared: &str) -> String {
    format!(
        "<{prefix}{tag}{declared} Currency=\"EUR &amp; &quot;\">1&lt;2<{prefix}Note>net</{prefix}Note>\
         <{prefix}Tax Rate=\"20\"><{prefix}Country>AT</{prefix}Country><{prefix}Country>DE</{prefix}Country></{prefix}Tax>\
         </{prefix}{tag}>"
    )
}

#[test]
fn a_type_of_ones_own_is_a_field() {
    same_of_own(
        &Plain {
            price: vec![price(), price()],
        },
        &format!("<Plain>{0}{0}</Plain>", written("Price", "", "")),
    );
    same_of_own(
        &ByDefault {
            price: Some(price()),
        },
        &format!(
            "<ByDefault xmlns=\"urn:s\">{}</ByDefault>",
            written("Price", "", "")
        ),
    );
    same_of_own(
        &Prefixed {
            price: price(),
            other: price(),
            none: price(),
        },
        &format!(
            "<s:Prefixed xmlns:s=\"urn:s\" xmlns:o=\"urn:o\">{}{}{}</s:Prefixed>",
            written("Price", "s:", ""),
            written("Other", "o:", ""),
            written("None", "", "")
        ),
    );
}

#[test]
fn an_element_without_content_is_empty() {
    same_of_own(
        &Plain {
            price: vec![Price {
                currency: "EUR".into(),
                amount: String::new(),
                note: None,
                tax: None,
            }],
        },
        "<Plain><Price Currency=\"EUR\"/></Plain>",
    );
}

#[test]
fn a_type_of_ones_own_is_a_header_block() {
    #[derive(Debug, PartialEq, SoapType)]
    #[soap(namespace = "urn:s", prefix = "s")]
    struct Headers {
        price: Block<Price>,
    }
    let written = Envelope::new(um::IsUMEnabled {})
        .with_header(Headers {
            price: Block::new(price()).with_must_understand(true),
        })
        .to_xml()
        .unwrap();
    let tag = "<s:Price xmlns:s=\"urn:s\" soap:mustUnderstand=\"1\" Currency=";
    assert!(written.contains(tag), "{written}");
    let read = Envelope::<um::IsUMEnabled, Headers>::from_xml(&written).unwrap();
    assert_eq!(*read.header.price, price());
}

type Write = fn(&mut Writer, ElementName<'_>);

/// Writes what a function does; there is nothing to read.
struct By(Write);

impl WriteElement for By {
    fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
        (self.0)(writer, name);
    }
}

impl ReadElement<'_> for By {
    fn read_element(reader: &mut Reader<'_>) -> Result<Self> {
        reader.skip()?;
        Ok(Self(|_, _| {}))
    }
}

#[derive(SoapType)]
#[soap(namespace = "urn:r", prefix = "r")]
struct Root {
    by: By,
}

fn by(write: Write) -> Result<String> {
    xml::to_string(&Root { by: By(write) })
}

/// Writes an element `By` in a root element, and compares it with what is expected there.
fn assert_written(steps: &[(Write, &str)]) {
    for (write, inside) in steps {
        let expected = format!("<r:Root xmlns:r=\"urn:r\">{inside}</r:Root>");
        assert_eq!(by(*write).unwrap(), expected);
    }
}

#[test]
fn an_element_ends_with_what_stands_in_it() {
    assert_written(&[
        (|writer, name| writer.start_tag(name).empty(), "<r:By/>"),
        // One that is dropped is empty.
        (|writer, name| drop(writer.start_tag(name)), "<r:By/>"),
        (
            |writer, name| writer.start_tag(name).content(|_| {}),
            "<r:By/>",
        ),
        (
            |writer, name| {
                assert_eq!(name.local(), "By");
                writer.start_tag(name).text(&7_u8);
            },
            "<r:By>7</r:By>",
        ),
    ]);
}

#[test]
fn attributes_and_prefixes_stand_in_the_start_tag() {
    assert_written(&[
        (
            |writer, name| {
                let tag = writer.start_tag(name).attribute("", "a", &1_u8);
                tag.attribute("urn:r", "a", &2_u8)
                    .attribute("urn:b", "a", &true)
                    .empty();
            },
            "<r:By xmlns:ns1=\"urn:b\" a=\"1\" r:a=\"2\" ns1:a=\"true\"/>",
        ),
        // What a qualified name needs is declared, in a text and in an attribute.
        (
            |writer, name| {
                let name_of = |local| QName::new("urn:q", local);
                let tag = writer.start_tag(name);
                tag.attribute("", "a", &name_of("x")).text(&name_of("y"));
            },
            "<r:By xmlns:ns1=\"urn:q\" a=\"ns1:x\">ns1:y</r:By>",
        ),
        (
            |writer, name| {
                writer
                    .start_tag(name)
                    .declare("q", "urn:q")
                    .content(|content| {
                        content.text(&QName::new("urn:q", "y"));
                        content.text(&" and text");
                    });
            },
            "<r:By xmlns:q=\"urn:q\">q:y and text</r:By>",
        ),
    ]);
}

#[test]
fn children_stand_in_their_own_namespaces() {
    assert_written(&[
        (
            |writer, name| {
                writer.start_tag(name).content(|content| {
                    content.child_in("urn:c", "c", "Id", &1_u8);
                    content.child_in("urn:c", "", "Id", &2_u8);
                    content.child_in("", "", "Id", &3_u8);
                    content.child_in("urn:r", "r", "Id", &4_u8);
                    content.child("Id", &5_u8);
                });
            },
            "<r:By><c:Id xmlns:c=\"urn:c\">1</c:Id><Id xmlns=\"urn:c\">2</Id><Id>3</Id><r:Id>4</r:Id><r:Id>5</r:Id></r:By>",
        ),
        // A child of a child, and text behind it.
        (
            |writer, name| {
                writer.start_tag(name).content(|content| {
                    content.child(
                        "In",
                        &By(|writer, name| {
                            writer
                                .start_tag(name)
                                .content(|content| content.child("Id", &1_u8));
                        }),
                    );
                    content.text(&"behind");
                });
            },
            "<r:By><r:In><r:Id>1</r:Id></r:In>behind</r:By>",
        ),
    ]);
}

/// What would not be XML, or another document than was meant, is an error.
#[test]
fn what_cannot_be_written_by_hand() {
    let steps: [Write; 17] = [
        |writer, name| writer.start_tag(name).attribute("", "a b", &"").empty(),
        |writer, name| writer.start_tag(name).attribute("", "p:a", &"").empty(),
        |writer, name| writer.start_tag(name).attribute("", "xmlns", &"u").empty(),
        |writer, name| {
            let xmlns = "http://www.w3.org/2000/xmlns/";
            writer.start_tag(name).attribute(xmlns, "p", &"u").empty();
        },
        |writer, name| {
            let tag = writer.start_tag(name).attribute("", "a", &"");
            tag.attribute("", "a", &"").empty();
        },
        |writer, name| {
            let tag = writer.start_tag(name).attribute("urn:a", "a", &"");
            tag.attribute("urn:a", "a", &"").empty();
        },
        // It is the prefix of the element's own name.
        |writer, name| writer.start_tag(name).declare("r", "urn:q").empty(),
        |writer, name| writer.start_tag(name).declare("", "urn:q").empty(),
        |writer, name| writer.start_tag(name).declare("xmlq", "urn:q").empty(),
        |writer, name| writer.start_tag(name).declare("q", "").empty(),
        |writer, name| writer.start_tag(name).text(&"\u{1}"),
        |writer, name| {
            writer
                .start_tag(name)
                .content(|content| content.child("a b", &""));
        },
        |writer, name| {
            writer
                .start_tag(name)
                .content(|content| content.child_in("urn:c", "c d", "Id", &""));
        },
        |writer, name| {
            writer
                .start_tag(name)
                .content(|content| content.child_in("urn:c", "xmlns", "Id", &""));
        },
        |writer, name| {
            writer
                .start_tag(name)
                .content(|content| content.child_in("urn:c", "xml", "Id", &""));
        },
        |writer, name| {
            writer
                .start_tag(name)
                .content(|content| content.child_in("urn:c", "XMLc", "Id", &""));
        },
        // A prefix for it can be declared in the start tag alone.
        |writer, name| {
            writer
                .start_tag(name)
                .content(|content| content.text(&QName::new("urn:q", "y")));
        },
    ];
    for write in steps {
        assert_unwritable(by(write));
    }
}

#[test]
fn a_value_that_cannot_be_written_says_so() {
    let error = by(|writer, name| {
        writer.fail("there is no such price");
        writer.start_tag(name).empty();
    });
    assert_eq!(
        error.unwrap_err().to_string(),
        "cannot be written as XML: there is no such price, in `Root`"
    );
}
