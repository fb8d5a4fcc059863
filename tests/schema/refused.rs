//! What a schema cannot say is an error that names the field.

use um_messages::schema::{Operation, Service};
use um_messages::xml::{ElementName, ReadElement, Reader, WriteElement, Writer};
use um_messages::{Result, SoapType, schema, um};

#[track_caller]
fn assert_refused<T: um_messages::xml::Root + WriteElement>(expected: &[&str]) {
    let error = schema::of::<T>().unwrap_err().to_string();
    for part in expected {
        assert!(error.contains(part), "{error}");
    }
}

#[test]
fn a_type_that_is_written_by_hand() {
    struct Price;
    impl WriteElement for Price {
        fn write_element(&self, writer: &mut Writer, name: ElementName<'_>) {
            writer.start_tag(name).empty();
        }
    }
    impl<'de> ReadElement<'de> for Price {
        fn read_element(reader: &mut Reader<'de>) -> Result<Self> {
            um_messages::xml::Element::read_element(reader).map(|_| Self)
        }
    }
    #[derive(SoapType)]
    struct Book {
        price: Price,
    }
    let _ = Book { price: Price };
    assert_refused::<Book>(&["`WriteElement` is written by hand", "Book.price"]);
}

#[test]
fn a_variant_that_does_not_begin_with_the_fields_of_the_default_one() {
    #[derive(SoapType)]
    #[soap(xsi_type)]
    enum Shape {
        #[soap(default)]
        Plain(Plain),
        Circle(Circle),
    }
    #[derive(SoapType)]
    struct Plain {
        x: u8,
    }
    #[derive(SoapType)]
    struct Circle {
        radius: u8,
        x: u8,
    }
    #[derive(SoapType)]
    #[soap(namespace = "urn:a")]
    struct Drawing {
        shape: Shape,
    }
    let _ = Shape::Circle(Circle { radius: 1, x: 1 });
    let _ = Drawing {
        shape: Shape::Plain(Plain { x: 1 }),
    };
    assert_refused::<Drawing>(&["Circle", "derived from", "Plain", "same fields"]);
}

#[test]
fn one_element_of_two_types() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:a")]
    struct Call {
        a: First,
        b: Second,
    }
    #[derive(SoapType)]
    struct First {
        #[soap(namespace = "urn:b", rename = "X")]
        x: u8,
    }
    #[derive(SoapType)]
    struct Second {
        #[soap(namespace = "urn:b", rename = "X")]
        x: String,
    }
    let _ = Call {
        a: First { x: 1 },
        b: Second { x: String::new() },
    };
    assert_refused::<Call>(&[
        "the element `X` of namespace `urn:b`",
        "two types",
        "Second.x",
    ]);
}

#[test]
fn a_default_of_an_element_without_text() {
    #[derive(SoapType)]
    struct Pair {
        x: u8,
    }
    #[derive(SoapType)]
    struct Loads {
        #[soap(empty_text = "kg")]
        unit: Vec<Pair>,
    }
    #[derive(SoapType)]
    struct Defaulted {
        #[soap(default_text = "kg", empty_is_default)]
        unit: Pair,
    }
    #[derive(SoapType)]
    struct Done {
        #[soap(empty_text = "kg")]
        unit: Option<()>,
    }
    #[derive(SoapType)]
    struct Mixed {
        #[soap(empty_text = "kg")]
        unit: Option<Remark>,
    }
    #[derive(SoapType)]
    #[soap(mixed)]
    struct Remark {
        #[soap(text)]
        text: String,
        mark: u8,
    }
    #[derive(SoapType)]
    #[soap(inner = "Inner")]
    struct Deeper {
        #[soap(text)]
        text: String,
    }
    #[derive(SoapType)]
    enum Around {
        #[soap(empty_text = "kg")]
        Deeper(Deeper),
    }
    let expected = |field| ["a default of an element that has no text", field];
    assert_refused::<Loads>(&expected("Loads.unit"));
    assert_refused::<Defaulted>(&expected("Defaulted.unit"));
    assert_refused::<Done>(&expected("Done.unit"));
    assert_refused::<Mixed>(&expected("Mixed.unit"));
    assert_refused::<Around>(&expected("Around.Deeper"));
}

#[test]
fn names_that_a_wsdl_cannot_have() {
    let hang_up = Operation::of::<um::Disconnect>;
    for (service, expected) in [
        (Service::new("My calls", "urn:a"), "`My calls` as a name"),
        (Service::new("", "urn:a"), "`` as a name"),
        (Service::new("Calls", ""), "without a namespace"),
        (
            Service::new("Calls", "urn:a").operation(hang_up().name("hang up")),
            "`hang up` as a name",
        ),
        (
            Service::new("Calls", "urn:a")
                .operation(hang_up())
                .message::<um::Disconnect>(),
            "two operations of the name `Disconnect`",
        ),
    ] {
        let error = service.wsdl("http://localhost/").unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}
