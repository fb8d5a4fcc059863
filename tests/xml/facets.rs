//! Types that are narrowed by facets (XML Schema part 2, section 4.3).

use um_messages::SoapType;
use um_messages::xml::{self, Base64Binary, Facets, HexBinary, QName};
use um_tests::roundtrip::{refused, same};

/// A tuple struct that is narrowed, in an element and an attribute.
macro_rules! narrowed {
    ($($name:ident($value:ty): $facets:expr;)*) => {$(
        #[derive(Debug, PartialEq)]
        struct $name($value);

        xml::restricted_type!($name($value), $facets);
    )*};
}

narrowed! {
    Name(String): Facets::text().min_length(2).max_length(4);
    Exact(String): Facets::token().length(3);
    Hash(HexBinary): Facets::hex().length(2);
    Data(Base64Binary): Facets::base64().min_length(1).max_length(4);
    Pair(Numbers): Facets::items().length(2);
    Percent(i8): Facets::decimal().min_inclusive("-5").max_exclusive("100");
    Amount(String): Facets::decimal().min_exclusive("0").total_digits(6).fraction_digits(2);
    Ratio(f64): Facets::double().min_exclusive("-1").max_inclusive("1E0");
    Single(f32): Facets::float().max_inclusive("16777216");
    Double(f64): Facets::double().max_inclusive("16777216");
    Any(QName): Facets::text();
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(list)]
struct Numbers(Vec<u8>);

#[derive(Debug, PartialEq, SoapType)]
struct Row<T> {
    #[soap(attribute)]
    attribute: T,
    element: T,
}

/// Both places of a text in a document.
fn row(text: &str) -> String {
    format!(r#"<Row Attribute="{text}"><Element>{text}</Element></Row>"#)
}

macro_rules! allowed {
    ($type:ident: $($value:expr => $text:expr),* $(,)?) => {$(
        same(&Row { attribute: $type($value), element: $type($value) }, &row($text));
    )*};
}

#[test]
fn what_is_allowed() {
    allowed!(Name: "ab".to_owned() => "ab", "äöüß".to_owned() => "äöüß", "  ".to_owned() => "  ");
    allowed!(Exact: "abc".to_owned() => "abc", "  a   c ".to_owned() => "  a   c ");
    allowed!(Hash: HexBinary(vec![0, 255]) => "00FF");
    allowed!(Data: Base64Binary(vec![1]) => "AQ==", Base64Binary(vec![1, 2, 3, 4]) => "AQIDBA==");
    allowed!(Pair: Numbers(vec![1, 2]) => "1 2");
    allowed!(Percent: -5 => "-5", 0 => "0", 99 => "99");
    allowed!(Amount: "0.01".to_owned() => "0.01", "1234.50".to_owned() => "1234.50",
        "+0001234.5000".to_owned() => "+0001234.5000", "123456".to_owned() => "123456");
    allowed!(Ratio: -0.5 => "-0.5", 1.0 => "1");
    let name = QName::new("urn:x", "y");
    let document = r#"<Row xmlns:ns1="urn:x" Attribute="ns1:y"><Element>ns1:y</Element></Row>"#;
    let qualified: Row<Any> = xml::from_str(document).unwrap();
    assert_eq!(
        qualified,
        Row {
            attribute: Any(name.clone()),
            element: Any(name)
        }
    );
    assert_eq!(
        xml::from_str::<Row<Any>>(&xml::to_string(&qualified).unwrap()).unwrap(),
        qualified
    );
}

/// What a text that is not allowed is not, where it is read.
macro_rules! not_read {
    ($type:ident: $expected:literal: $($text:literal),* $(,)?) => {$(
        let error = refused::<Row<$type>>(&row($text)).to_string();
        let start = format!(concat!("`{}` is not ", $expected, ", in `Row/@Attribute`"), $text);
        assert!(error.starts_with(&start), "{error}");
    )*};
}

/// In single precision this is the next number below (XML Schema part 2, section 3.2.4).
#[test]
fn numbers_are_compared_as_they_are_held() {
    let read: Row<Single> = xml::from_str(&row("16777217")).unwrap();
    assert_eq!(read.element, Single(16_777_216.0));
}

#[test]
fn what_is_not_read() {
    not_read!(Name: "a text of 2 to 4 characters": "a", "abcde", "");
    not_read!(Exact: "a text of 3 characters": "a c d", "ab");
    not_read!(Hash: "data of 2 bytes": "00", "00FF00");
    not_read!(Data: "data of 1 to 4 bytes": "", "AQIDBAU=");
    not_read!(Pair: "a list of 2 items": "1", "1 2 3");
    not_read!(Percent: "a number of at least -5 and less than 100": "-6", "100", "1.5E1", "many");
    not_read!(Amount: "a number greater than 0 with at most 6 digits, at most 2 of them behind the point":
        "0", "-0.00", "-1", "0.001", "12345.67", "1234567", ".", "1,5");
    not_read!(Ratio: "a number greater than -1 and of at most 1E0": "-1", "1.5", "NaN", "INF", "-INF");
    not_read!(Double: "a number of at most 16777216": "16777217");
    not_read!(Single: "a number of at most 16777216": "16777218");
}

#[test]
fn what_is_not_written() {
    let error = xml::to_string(&Row {
        attribute: Percent(1),
        element: Percent(100),
    })
    .unwrap_err();
    let expected = "`100`, which is not a number of at least -5 and less than 100";
    assert!(error.to_string().contains(expected), "{error}");
}

#[test]
fn one_is_no_plural() {
    narrowed! {
        Letter(String): Facets::text().max_length(1);
        Long(String): Facets::text().min_length(1);
        Digit(u32): Facets::decimal().total_digits(1);
        Fraction(f64): Facets::decimal().fraction_digits(1);
        Range(u32): Facets::decimal().min_inclusive("1").max_inclusive("2");
    }
    not_read!(Letter: "a text of at most 1 character": "ab");
    not_read!(Long: "a text of at least 1 character": "");
    not_read!(Digit: "a number with at most 1 digit": "12");
    not_read!(Fraction: "a number with at most 1 digit behind the point": "1.25");
    not_read!(Range: "a number from 1 to 2": "3");
}
