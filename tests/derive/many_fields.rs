//! Structs of many fields, and of fields whose names look alike: in another order than the fields, each part is read into its own.

use um_messages::{SoapType, xml};

/// A struct of elements `F0`, `F1`, …, then `Last`.
macro_rules! of_many {
    ($($field:ident),*) => {
        #[derive(Debug, Default, PartialEq, SoapType)]
        #[soap(namespace = "urn:many", prefix = "m")]
        struct Many {
            $($field: u32,)*
            #[soap(namespace = "urn:other", prefix = "o", rename = "F1")]
            namesake: u32,
            #[soap(rename = "An.element.whose.name.is.longer.than.the.longest.that.can.be.told.at.a.glance.since.a.glance.is.a.byte.and.a.byte.is.no.more.than.that")]
            long: u32,
            #[soap(rename = "An.element.whose.name.is.longer.than.the.longest.that.can.be.told.at.a.glance.since.a.glance.is.a.byte.and.a.byte.is.no.more.than.this.")]
            longer: u32,
            last: Option<u32>,
        }

        /// Each field has its number.
        fn numbered() -> Many {
            let mut number = 0;
            let mut next = || {
                number += 1;
                number
            };
            Many {
                $($field: next(),)*
                namesake: next(),
                long: next(),
                longer: next(),
                last: Some(next()),
            }
        }
    };
}

of_many!(
    f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f15, f16, f17, f18, f19, f20,
    f21, f22, f23, f24, f25, f26, f27, f28, f29, f30, f31, f32, f33, f34, f35, f36, f37, f38, f39,
    f40, f41, f42, f43, f44, f45, f46, f47, f48, f49, f50, f51, f52, f53, f54, f55, f56, f57, f58,
    f59, f60, f61, f62, f63, f64, f65, f66, f67, f68, f69
);

/// The children of a document's only element, the last one first.
fn reversed(document: &str) -> String {
    let (start, rest) = document.split_once('>').unwrap();
    let (content, end) = rest.rsplit_once("</").unwrap();
    let mut children: Vec<String> = content
        .split_inclusive('>')
        .collect::<Vec<_>>()
        .chunks(2)
        .map(<[_]>::concat)
        .collect();
    children.reverse();
    format!("{start}>{}</{end}", children.concat())
}

#[test]
fn the_last_one_first() {
    let many = numbered();
    let document = xml::to_string(&many).unwrap();
    for document in [reversed(&document), document] {
        assert_eq!(
            xml::from_str::<Many>(&document).unwrap(),
            many,
            "{document}"
        );
    }
}

#[test]
fn one_behind_all_that_are_told_at_a_glance_is_missing() {
    let document = xml::to_string(&numbered()).unwrap();
    let document = reversed(&document).replace("<m:F69>70</m:F69>", "<m:F70>70</m:F70>");
    let error = xml::from_str::<Many>(&document).unwrap_err().to_string();
    assert!(error.starts_with("missing element `F69`"), "{error}");
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Alike {
    #[soap(attribute)]
    id: u8,
    #[soap(attribute, namespace = "urn:b", prefix = "b", rename = "Id")]
    of_b: u8,
    #[soap(attribute, rename = "It")]
    it: u8,
    #[soap(namespace = "urn:b", prefix = "b", rename = "Id")]
    first: u8,
    #[soap(rename = "Id")]
    second: u8,
    #[soap(rename = "It")]
    third: u8,
}

#[test]
fn names_of_one_length_and_one_name_in_several_places() {
    let alike = Alike {
        id: 1,
        of_b: 2,
        it: 3,
        first: 4,
        second: 5,
        third: 6,
    };
    let start = "<a:Alike xmlns:a='urn:a' xmlns:b='urn:b'";
    let attributes = ["Id='1'", "b:Id='2'", "It='3'"];
    let children = ["<b:Id>4</b:Id>", "<a:Id>5</a:Id>", "<a:It>6</a:It>"];
    for order in [
        [0, 1, 2],
        [0, 2, 1],
        [1, 0, 2],
        [1, 2, 0],
        [2, 0, 1],
        [2, 1, 0],
    ] {
        let attributes = order.map(|at| attributes[at]).join(" ");
        let children = order.map(|at| children[at]).concat();
        let document = format!("{start} {attributes}>{children}</a:Alike>");
        assert_eq!(
            xml::from_str::<Alike>(&document).unwrap(),
            alike,
            "{document}"
        );
    }
    let unknown = format!(
        "{start} Id='1' b:Id='2' It='3' b:It='7'><b:It>8</b:It><a:Id>5</a:Id><a:It>6</a:It></a:Alike>"
    );
    let error = xml::from_str::<Alike>(&unknown).unwrap_err().to_string();
    assert!(error.starts_with("missing element `Id`"), "{error}");
}
