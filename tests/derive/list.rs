//! The key `list`.

use um_messages::xml::{self, QName};
use um_messages::{ErrorKind, SoapMessage, SoapType};
use um_tests::roundtrip::{reads, refused, same, same_message};

use crate::types::{XSI, missing, unwritable};

// <xs:simpleType name="Numbers"> <xs:list itemType="xs:unsignedByte"/>
#[derive(Debug, Default, PartialEq, SoapType)]
struct Lists {
    #[soap(attribute, list)]
    ids: Vec<u8>,
    #[soap(attribute, list)]
    types: Option<Vec<QName>>,
    #[soap(list)]
    numbers: Vec<u8>,
    #[soap(list)]
    words: Option<Vec<String>>,
    #[soap(list)]
    #[soap(nillable, default)]
    flags: Option<Vec<bool>>,
}

#[test]
fn a_list_is_one_text() {
    let name = QName::new("urn:x", "a");
    same(
        &Lists {
            ids: vec![1, 2],
            types: Some(vec![name.clone(), name]),
            numbers: vec![3],
            words: Some(vec!["a&b".into(), "c".into()]),
            flags: Some(vec![true, false]),
        },
        concat!(
            r#"<Lists xmlns:ns1="urn:x" Ids="1 2" Types="ns1:a ns1:a"><Numbers>3</Numbers>"#,
            "<Words>a&amp;b c</Words><Flags>true false</Flags></Lists>",
        ),
    );
    same(
        &Lists {
            words: Some(vec![]),
            ..Lists::default()
        },
        &format!(r#"<Lists Ids=""><Numbers/><Words/><Flags {XSI} xsi:nil="true"/></Lists>"#),
    );
    reads(
        "<Lists Ids=' 1&#xA;2 '><Numbers>\n 4\t5<!-- -->\r\n6 </Numbers></Lists>",
        &Lists {
            ids: vec![1, 2],
            numbers: vec![4, 5, 6],
            ..Lists::default()
        },
    );
    let error = refused::<Lists>("<Lists Ids='1'><Numbers>1 x 3</Numbers></Lists>");
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { value, .. } if value == "x"));
    let error = refused::<Lists>("<Lists><Numbers/></Lists>");
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute(name) if name == "Ids"));
    missing::<Lists>("<Lists Ids=''/>", "Numbers");
}

#[derive(Debug, Default, PartialEq, SoapType)]
struct TextList {
    #[soap(text, list)]
    words: Vec<String>,
}

#[derive(Debug, Default, PartialEq, SoapType)]
struct CDataList {
    #[soap(text, list, cdata)]
    words: Vec<String>,
}

#[derive(Debug, Default, PartialEq, SoapType)]
struct AttributeList {
    #[soap(attribute, list)]
    words: Vec<String>,
}

#[test]
fn an_entry_of_a_list_is_a_word() {
    let text = |word: &str| TextList {
        words: vec!["a".into(), word.into()],
    };
    same(&text("b<&#x"), "<TextList>a b&lt;&amp;#x</TextList>");
    same(&TextList::default(), "<TextList/>");
    for wrong in ["", " ", "b c", "b\t", "\nb", "b\rc"] {
        unwritable(&text(wrong), "an entry of a list");
        let words = vec![wrong.to_owned()];
        unwritable(
            &AttributeList {
                words: words.clone(),
            },
            "an entry of a list",
        );
        unwritable(&CDataList { words }, "an entry of a list");
    }
    let words = vec!["a".to_owned(), "<&#x;".to_owned()];
    same(
        &CDataList { words },
        "<CDataList><![CDATA[a <&#x;]]></CDataList>",
    );
    // White space that is not XML's is part of a word.
    let words = vec!["a\u{A0}b".to_owned()];
    same(&TextList { words }, "<TextList>a\u{A0}b</TextList>");
}

#[derive(Debug, PartialEq, SoapType)]
struct BorrowedList<'a> {
    #[soap(text, list)]
    words: Vec<&'a str>,
}

#[test]
fn a_list_borrows_its_entries() {
    let list: BorrowedList<'_> = xml::from_str("<BorrowedList> a  b </BorrowedList>").unwrap();
    assert_eq!(list.words, ["a", "b"]);
    let error =
        xml::from_str::<BorrowedList<'_>>("<BorrowedList>a&amp; b</BorrowedList>").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::NotBorrowed));
}

// <xs:simpleType name="Sizes"> <xs:list itemType="xs:unsignedByte"/>, as a type of its own
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(list, namespace = "urn:l", prefix = "l")]
struct Sizes(Vec<u8>);

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(list)]
struct ListOf<T>(Vec<T>);

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(union)]
enum SizesOrWord {
    Sizes(Sizes),
    Names(ListOf<QName>),
    Word(String),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(list, namespace = "urn:l", prefix = "l")]
struct SizesMessage(Vec<u8>);

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:l", prefix = "l")]
struct OfLists {
    #[soap(attribute)]
    id: ListOf<u8>,
    #[soap(rename = "Row")]
    rows: Vec<Sizes>,
    either: Vec<SizesOrWord>,
    nil: Option<xml::Nillable<Sizes>>,
}

#[test]
fn a_list_is_a_type_of_its_own() {
    let sizes = |sizes: &[u8]| Sizes(sizes.to_vec());
    for (value, text) in [(sizes(&[1, 2]), "1 2"), (sizes(&[3]), "3")] {
        same(
            &value,
            &format!("<l:Sizes xmlns:l=\"urn:l\">{text}</l:Sizes>"),
        );
    }
    same(&sizes(&[]), "<l:Sizes xmlns:l=\"urn:l\"/>");
    same_message(
        &SizesMessage(vec![1, 2]),
        "<l:SizesMessage xmlns:l=\"urn:l\">1 2</l:SizesMessage>",
    );
    same(
        &OfLists {
            id: ListOf(vec![1]),
            rows: vec![sizes(&[1, 2]), sizes(&[]), sizes(&[3])],
            either: vec![
                SizesOrWord::Sizes(sizes(&[4, 5])),
                SizesOrWord::Names(ListOf(vec![
                    QName::new("urn:l", "a"),
                    QName::new("urn:l", "b"),
                ])),
                SizesOrWord::Word("a:b".into()),
            ],
            nil: Some(xml::Nillable::nil()),
        },
        &format!(
            "<l:OfLists xmlns:l=\"urn:l\" Id=\"1\"><l:Row>1 2</l:Row><l:Row/><l:Row>3</l:Row>\
             <l:Either>4 5</l:Either><l:Either>l:a l:b</l:Either><l:Either>a:b</l:Either>\
             <l:Nil {XSI} xsi:nil=\"true\"/></l:OfLists>"
        ),
    );
    let error = refused::<Sizes>("<l:Sizes xmlns:l='urn:l'>1 x</l:Sizes>");
    assert!(
        matches!(error.kind(), ErrorKind::InvalidValue { .. }),
        "{error}"
    );
    unwritable(&ListOf(vec!["a b".to_owned()]), "an entry of a list");
}
