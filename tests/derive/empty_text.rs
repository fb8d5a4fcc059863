//! The key `empty_text`.

use um_messages::xml::{self, Reader};
use um_messages::{ErrorKind, ReadOptions, SoapType};
use um_tests::roundtrip::{reads, refused, same};
use um_tests::sources::Grains;

use crate::types::XSI;

// <xs:element name="Unit" type="xs:string" default="kg" minOccurs="0"/>
#[derive(Clone, Debug, Default, PartialEq, SoapType)]
struct Load {
    #[soap(empty_text = "kg")]
    unit: Option<String>,
    #[soap(empty_text = "1", max_occurs = 3, alias = "Stück")]
    piece: Vec<u16>,
    #[soap(empty_text = "1 2", list)]
    sizes: Option<Vec<u8>>,
    #[soap(empty_text = "3", nillable, default, skip_if = "Option::is_none")]
    ended: Option<u8>,
    #[soap(empty_text = "0", default)]
    weight: Option<Weight>,
    #[soap(empty_text = "AQ==", base64)]
    seal: Option<Vec<u8>>,
    #[soap(flatten)]
    by: Option<By>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Weight {
    #[soap(attribute)]
    unit: Option<String>,
    #[soap(text)]
    value: u32,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
enum By {
    #[soap(empty_text = "DE")]
    Road(String),
    #[soap(empty_text = "7")]
    Rail(Vec<u32>),
}

fn document(content: &str) -> String {
    format!("<Load {XSI}>{content}</Load>")
}

/// XML Schema part 1, section 3.3.4.
#[test]
fn what_is_empty_has_the_text() {
    let cases = [
        ("<Unit/>", "<Unit>kg</Unit>"),
        ("<Unit><!-- --></Unit>", "<Unit>kg</Unit>"),
        ("<Piece/>", "<Piece>1</Piece>"),
        (
            "<Piece/><Piece>2</Piece><Stück></Stück>",
            "<Piece>1</Piece><Piece>2</Piece><Piece>1</Piece>",
        ),
        ("<Sizes/>", "<Sizes>1 2</Sizes>"),
        ("<Ended/>", "<Ended>3</Ended>"),
        ("<Weight/>", "<Weight>0</Weight>"),
        ("<Weight Unit='t'/>", "<Weight Unit=\"t\">0</Weight>"),
        ("<Seal/>", "<Seal>AQ==</Seal>"),
        ("<Road/>", "<Road>DE</Road>"),
        ("<Rail/><Rail>8</Rail>", "<Rail>7</Rail><Rail>8</Rail>"),
    ];
    for (empty, full) in cases {
        let load: Load = xml::from_str(&document(full)).unwrap();
        same(&load, &format!("<Load>{full}</Load>"));
        reads(&document(empty), &load);
        reads(&document(&format!("{empty}<zzz/>")), &load);
    }
}

#[test]
fn what_is_absent_nil_or_full_is_read_as_ever() {
    reads("<Load/>", &Load::default());
    reads(&document("<Ended xsi:nil='true'/>"), &Load::default());
    let full = Load {
        unit: Some(" ".into()),
        piece: vec![2, 3],
        sizes: Some(vec![4]),
        ended: Some(5),
        weight: Some(Weight {
            unit: None,
            value: 6,
        }),
        seal: Some(vec![7]),
        by: Some(By::Rail(vec![8])),
    };
    same(
        &full,
        "<Load><Unit> </Unit><Piece>2</Piece><Piece>3</Piece><Sizes>4</Sizes><Ended>5</Ended>\
         <Weight>6</Weight><Seal>Bw==</Seal><Rail>8</Rail></Load>",
    );
}

#[test]
fn what_is_too_much_is_told_as_ever() {
    for content in ["<Unit/><Unit/>", "<Unit>t</Unit><Unit/>", "<Road/><Road/>"] {
        let twice = refused::<Load>(&document(content));
        assert!(matches!(twice.kind(), ErrorKind::Duplicate(_)), "{twice}");
    }
    let many = refused::<Load>(&document("<Piece/><Piece/><Piece/><Piece/>"));
    assert!(
        matches!(many.kind(), ErrorKind::Occurrence { .. }),
        "{many}"
    );
    let other = refused::<Load>(&document("<Road/><Rail/>"));
    assert!(
        matches!(other.kind(), ErrorKind::SecondChoice { .. }),
        "{other}"
    );
}

/// What is wrong with a start tag stands where it stands, wherever a stream is cut.
#[test]
fn what_is_wrong_with_an_attribute_has_its_place_in_any_stream() {
    let options = ReadOptions::new().deny_unknown_fields(true);
    for (document, column) in [
        ("<Load><Unit Id='9'></Unit></Load>", 13),
        ("<Load><Unit Id='9'><!-- ><> --></Unit></Load>", 13),
        (
            "<Load><Weight Unit='&#x20;t' Kind='u'> </Weight></Load>",
            30,
        ),
    ] {
        for size in 1..=document.len() {
            let sizes = [size];
            let stream = Grains::new(document.as_bytes(), &sizes);
            let read = Reader::from_stream_with(stream, &options).read_root::<Load>();
            let position = read.unwrap_err().position();
            let column_read = position.map(|position| position.column);
            assert_eq!(column_read, Some(column), "{document} by {size}");
        }
    }
}

/// A text of the program's that is no value of the field.
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Wrong {
    #[soap(empty_text = "many")]
    count: Option<u8>,
}

#[test]
fn a_text_that_is_no_value_names_the_field() {
    reads("<Wrong/>", &Wrong { count: None });
    let error = refused::<Wrong>("<Wrong><Count/></Wrong>");
    assert_eq!(
        error.hint(),
        Some("the text is the default of field `Count`")
    );
    assert_eq!(error.path(), Some("Wrong/Count"));
}
