//! The key `list`.

use um_messages::xml::{self, QName};
use um_messages::{ErrorKind, SoapType};
use um_tests::roundtrip::{reads, refused, same};

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
