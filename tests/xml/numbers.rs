//! Integers and floating-point numbers.

use um_messages::{ErrorKind, SoapMessage, SoapType, xml};
use um_tests::loan::{Loan, State, body, loan, read, read_with, write};
use um_tests::sources::both_as;

use crate::simple::{One, is_invalid, not_simple, simple};

#[test]
fn integers() {
    simple(0_u8, "0", &["+0", "-0", "00", " 0 ", "\n0\t", "&#48;"]);
    simple(255_u8, "255", &["+255", "000255", "<![CDATA[25]]>5"]);
    simple(-128_i8, "-128", &["-0128"]);
    simple(u16::MAX, "65535", &[]);
    simple(i16::MIN, "-32768", &[]);
    simple(u32::MAX, "4294967295", &[]);
    simple(i32::MIN, "-2147483648", &[]);
    simple(u64::MAX, "18446744073709551615", &[]);
    simple(i64::MIN, "-9223372036854775808", &[]);
    simple(u128::MAX, "340282366920938463463374607431768211455", &[]);
    simple(i128::MIN, "-170141183460469231731687303715884105728", &[]);
    not_simple::<u8>(&[
        "", " ", "256", "-1", "1.0", "1 2", "0x1", "1e1", "--1", "+", "-", "\u{a0}1",
    ]);
    not_simple::<i8>(&["128", "-129", "١"]);
    not_simple::<u64>(&["18446744073709551616"]);
}

#[test]
fn floating_point_numbers() {
    simple(0.0_f64, "0", &["0.0", "+0", ".0", "0.", "0E0"]);
    simple(
        1.5_f64,
        "1.5",
        &["1.50", "+1.5", "15E-1", "15e-1", " 1.5\n"],
    );
    simple(-1.5_f32, "-1.5", &["-1.5E0"]);
    simple(0.1_f64, "0.1", &[".1"]);
    simple(0.1_f32, "0.1", &[]);
    // Without an exponent, as `xs:decimal` has none.
    simple(1e21_f64, "1000000000000000000000", &["1e21", "1E+21"]);
    simple(1e-7_f64, "0.0000001", &["1e-7"]);
    simple(
        f32::MIN_POSITIVE,
        "0.000000000000000000000000000000000000011754944",
        &["1.1754944E-38"],
    );
    for extreme in [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5e-324] {
        let text = format!("{extreme}");
        assert!(text.bytes().all(|byte| b"-.0123456789".contains(&byte)));
        simple(extreme, &text, &[]);
    }
    simple(f64::INFINITY, "INF", &[]);
    simple(f32::NEG_INFINITY, "-INF", &[]);
    let negative_zero = xml::to_string(&One { v: -0.0_f64 }).unwrap();
    assert_eq!(negative_zero, "<One><V>-0</V></One>");
    assert!(
        both_as::<One<f64>>(&negative_zero)
            .unwrap()
            .v
            .is_sign_negative()
    );
    // NaN is not equal to itself, so it is not for `same`, nor for what compares the sources.
    let nan = xml::to_string(&One { v: f64::NAN }).unwrap();
    assert_eq!(nan, "<One><V>NaN</V></One>");
    assert!(xml::from_str::<One<f64>>(&nan).unwrap().v.is_nan());
    not_simple::<f64>(&[
        "", "inf", "Infinity", "infinity", "nan", "-NaN", "1,5", "1.5.", "0x1", "e", ".", "1e",
        "1 5",
    ]);
    not_simple::<f32>(&["inf", "-infinity", "NAN"]);
}

/// XML Schema part 2: 3.2.5, 4.3.6.
/// Other libraries that turn structs into XML get this wrong.
#[test]
fn numbers_have_the_lexical_forms_of_xml_schema() {
    let weight = |text: &str| {
        read_with(&format!("<Weight>{text}</Weight>")).map(|loan| loan.weight.unwrap())
    };
    let forms = [
        ("1.5", 1.5),
        (" 1.5 ", 1.5),
        ("\n-0.5\t", -0.5),
        ("+1", 1.0),
        ("1E3", 1000.0),
        ("1e-3", 0.001),
        (".5", 0.5),
        ("5.", 5.0),
        ("INF", f64::INFINITY),
        (" -INF ", f64::NEG_INFINITY),
        ("007", 7.0),
    ];
    for (text, value) in forms {
        assert_eq!(weight(text).unwrap().to_bits(), value.to_bits(), "{text}");
    }
    // A NaN equals nothing, so the sources cannot be compared by it.
    let nan = Loan::from_envelope(&body(
        "<Loan xmlns='urn:library'><Title/><Weight> NaN </Weight></Loan>",
    ));
    assert!(nan.unwrap().weight.unwrap().is_nan());
    assert!(weight("-0").unwrap().is_sign_negative());
    for text in [
        "", " ", ".", "inf", "Infinity", "infinity", "nan", "NAN", "-NaN", "+NaN", "1,5", "1 5",
        "0x10", "1e", "1e1.5", "--1", "\u{A0}1", "\u{661}",
    ] {
        assert!(is_invalid(weight(text)), "{text:?}");
    }
}

/// XML Schema part 2: 3.3.13, 4.3.6.
/// Other libraries that turn structs into XML get this wrong.
#[test]
fn integers_have_the_lexical_forms_of_xml_schema() {
    let id = |text: &str| {
        let content = format!("<Loan xmlns='urn:library' Id='{text}'><Title>Emma</Title></Loan>");
        read(&content).map(|loan| loan.id.unwrap())
    };
    for (text, value) in [
        ("0", 0),
        ("-0", 0),
        ("+7", 7),
        (" 7 ", 7),
        ("0007", 7),
        ("4294967295", u32::MAX),
    ] {
        assert_eq!(id(text).unwrap(), value, "{text}");
    }
    for text in [
        "",
        "-1",
        "4294967296",
        "99999999999999999999",
        "7.0",
        "7e0",
        "0x7",
        "7 7",
        "seven",
        "+",
        "-",
        "+-7",
        "1_000",
    ] {
        assert!(is_invalid(id(text)), "{text:?}");
    }
}

/// Other libraries that turn structs into XML get this wrong.
#[test]
fn values_are_written_in_the_forms_of_xml_schema() {
    let written = |weight: f64| {
        let mut book = loan("Emma");
        book.weight = Some(weight);
        let written = book.to_envelope().unwrap();
        let (_, rest) = written.split_once("<l:Weight>").unwrap();
        let text = rest.split_once('<').unwrap().0.to_owned();
        let read = Loan::from_envelope(&written).unwrap().weight.unwrap();
        assert!(
            read.to_bits() == weight.to_bits() || (read.is_nan() && weight.is_nan()),
            "{text}"
        );
        text
    };
    for (value, text) in [
        (f64::INFINITY, "INF"),
        (f64::NEG_INFINITY, "-INF"),
        (f64::NAN, "NaN"),
        (1.5, "1.5"),
        (0.0, "0"),
        (-0.0, "-0"),
        (0.1, "0.1"),
    ] {
        assert_eq!(written(value), text);
    }
    for value in [f64::EPSILON, 1e15, 1e16, 1e21, 1.0 / 3.0] {
        assert!(written(value).len() < 50);
    }
    let mut book = loan("Emma");
    book.renewable = Some(true);
    book.state = Some(State::Back);
    let content = write(&book);
    assert!(
        content.contains("<l:State>Back</l:State><l:Renewable>true</l:Renewable>"),
        "{content}"
    );
}

#[derive(Debug, PartialEq, SoapType)]
struct Numbers {
    double: Option<f64>,
    single: Option<f32>,
}

/// A number that is too large for its type is an error, and not infinity.
/// It was broken once.
#[test]
fn a_number_beyond_its_type_is_an_error() {
    for (element, text, largest) in [
        ("Double", "1e400", "1.7976931348623157E308"),
        ("Double", "-1e400", "1.7976931348623157E308"),
        ("Single", "1e39", "3.4028235E38"),
        ("Single", "-1e39", "3.4028235E38"),
    ] {
        let document = format!("<Numbers><{element}>{text}</{element}></Numbers>");
        let error = both_as::<Numbers>(&document).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { value, .. } if value == text),
            "{error}"
        );
        let expected = format!("is not a number from -{largest} to {largest}, or `INF` or `-INF`");
        assert!(error.to_string().contains(&expected), "{error}");
    }
    let read = both_as::<Numbers>("<Numbers><Double>1e39</Double><Single>-INF</Single></Numbers>");
    let expected = Numbers {
        double: Some(1e39),
        single: Some(f32::NEG_INFINITY),
    };
    assert_eq!(read.unwrap(), expected);
}
