//! Values that stand otherwise than their type alone says: `nillable`, `wrapper`, `list`, `with`, `cdata`.

#![allow(
    clippy::unwrap_used,
    clippy::trivially_copy_pass_by_ref,
    reason = "helpers of tests fail by panicking, and functions of modules get a reference"
)]

mod both;
mod judge;

use std::fmt::Debug;

use both::{reads, refused, same};
use judge::both_as;
use um_messages::xml::{self, Attribute, Nillable, QName, ReadElement, Root, WriteElement};
use um_messages::{ErrorKind, ReadOptions, SoapType};

const XSI: &str = r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#;

#[track_caller]
fn unwritable<T: Root + WriteElement>(value: &T, part: &str) {
    let error = xml::to_string(value).unwrap_err();
    assert!(error.to_string().contains(part), "{error}");
}

#[track_caller]
fn missing<T>(document: &str, name: &str)
where
    T: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    let error = refused::<T>(document);
    assert!(
        matches!(error.kind(), ErrorKind::MissingElement(missing) if missing == name),
        "{error}"
    );
}

// <xs:element name="Ended" type="xs:unsignedInt" nillable="true"/>
// <xs:element name="Code" type="xs:string" nillable="true" minOccurs="0" maxOccurs="unbounded"/>
// <xs:element name="Person" type="Person" nillable="true" minOccurs="0"/>
#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Nil {
    #[soap(nillable)]
    ended: Option<u32>,
    #[soap(nillable, alias = "Kode")]
    code: Vec<Option<String>>,
    #[soap(nillable, default)]
    person: Option<Person>,
}

#[derive(Clone, Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:p", prefix = "p")]
struct Person {
    #[soap(attribute)]
    id: Option<u8>,
    name: String,
}

#[test]
fn nil_is_none() {
    same(
        &Nil {
            ended: None,
            code: vec![Some("a".into()), None, Some(String::new())],
            person: Some(Person {
                id: Some(1),
                name: "n".into(),
            }),
        },
        &format!(
            "<m:Nil xmlns:m=\"urn:m\" xmlns:p=\"urn:p\"><m:Ended {XSI} xsi:nil=\"true\"/><m:Code>a</m:Code>\
             <m:Code {XSI} xsi:nil=\"true\"/><m:Code/><m:Person Id=\"1\"><p:Name>n</p:Name></m:Person></m:Nil>"
        ),
    );
    let nil = |content: &str| format!("<Nil xmlns='urn:m' {XSI}>{content}</Nil>");
    let ended = |ended| Nil {
        ended,
        ..Nil::default()
    };
    reads(&nil("<Ended xsi:nil=' 1 '><!-- --></Ended>"), &ended(None));
    reads(&nil("<Ended xsi:nil='false'>7</Ended>"), &ended(Some(7)));
    reads(
        &nil("<Ended>7</Ended><Person xsi:nil='true' Id='1'/>"),
        &ended(Some(7)),
    );
    // Absent is another thing than nil, and so is empty.
    missing::<Nil>(&nil(""), "Ended");
    let error = refused::<Nil>(&nil("<Ended/>"));
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }));
    for content in ["7", " ", "<x/>", "<![CDATA[]]>x"] {
        let error = refused::<Nil>(&nil(&format!("<Ended xsi:nil='true'>{content}</Ended>")));
        assert!(matches!(error.kind(), ErrorKind::NilContent), "{error}");
        assert_eq!(
            error.path(),
            Some(if content == "<x/>" {
                "Nil/Ended/x"
            } else {
                "Nil/Ended"
            })
        );
    }
    let error = refused::<Nil>(&nil("<Ended xsi:nil='yes'/>"));
    assert!(matches!(error.kind(), ErrorKind::InvalidValue { .. }));
    let error = refused::<Nil>(&nil("<Ended>1</Ended><Ended xsi:nil='true'/>"));
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)));
}

#[derive(Debug, PartialEq, SoapType)]
struct NotNillable {
    ended: Option<u32>,
}

#[test]
fn the_error_of_a_nil_element_names_the_key() {
    let error = refused::<NotNillable>(&format!(
        "<NotNillable {XSI}><Ended xsi:nil='true'/></NotNillable>"
    ));
    assert!(matches!(error.kind(), ErrorKind::Nil));
    assert!(error.to_string().contains("`nillable`"), "{error}");
}

#[derive(Debug, PartialEq, SoapType)]
struct ThreeStates {
    ended: Option<Nillable<u32>>,
    person: Nillable<Person>,
    code: Vec<Nillable<String>>,
}

#[test]
fn absent_nil_and_empty_are_three_things() {
    let value = ThreeStates {
        ended: None,
        person: Nillable::Nil(vec![Attribute::new("", "Id", "7")]),
        code: vec![Nillable::Value(String::new()), Nillable::nil()],
    };
    same(
        &value,
        &format!(
            "<ThreeStates xmlns:p=\"urn:p\"><Person {XSI} xsi:nil=\"true\" Id=\"7\"/><Code/>\
             <Code {XSI} xsi:nil=\"true\"/></ThreeStates>"
        ),
    );
    assert_eq!(Nillable::from(Some(1)).value(), Some(1));
    assert_eq!(Nillable::<u8>::from(None).as_value(), None);
    let error = refused::<ThreeStates>(&format!(
        "<ThreeStates {XSI}><Person xsi:nil='true'><Name>n</Name></Person></ThreeStates>"
    ));
    assert!(matches!(error.kind(), ErrorKind::NilContent));
}

// <xs:element name="Items"> <xs:complexType> <xs:sequence>
//   <xs:element name="Item" type="xs:unsignedByte" minOccurs="0" maxOccurs="unbounded"/>
#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Wrapped {
    #[soap(wrapper = "Items", rename = "Item", alias = "Old")]
    items: Vec<u8>,
    #[soap(wrapper = "Names")]
    name: Option<Vec<String>>,
    #[soap(wrapper = "People", default, skip_if = "Vec::is_empty")]
    person: Vec<Person>,
    #[soap(wrapper = "Elsewhere", rename = "N", namespace = "urn:e", prefix = "e")]
    elsewhere: Option<Vec<u8>>,
    #[soap(wrapper = "Bare", rename = "N", unqualified, nillable)]
    bare: Option<Vec<Option<u8>>>,
}

#[test]
fn items_stand_inside_a_wrapper() {
    same(
        &Wrapped {
            items: vec![1, 2],
            name: Some(vec![]),
            person: vec![Person {
                id: None,
                name: "n".into(),
            }],
            elsewhere: Some(vec![3]),
            bare: Some(vec![None, Some(4)]),
        },
        &format!(
            "<m:Wrapped xmlns:m=\"urn:m\" xmlns:p=\"urn:p\" xmlns:e=\"urn:e\"><m:Items><m:Item>1</m:Item>\
             <m:Item>2</m:Item></m:Items><m:Names/><m:People><m:Person><p:Name>n</p:Name></m:Person></m:People>\
             <e:Elsewhere><e:N>3</e:N></e:Elsewhere><Bare><N {XSI} xsi:nil=\"true\"/><N>4</N></Bare></m:Wrapped>"
        ),
    );
    // An empty wrapper is written for a list, and none for `None`.
    same(
        &Wrapped::default(),
        r#"<m:Wrapped xmlns:m="urn:m" xmlns:p="urn:p" xmlns:e="urn:e"><m:Items/></m:Wrapped>"#,
    );
    reads(
        "<Wrapped xmlns='urn:m'><Items a=''><x/><Old>1</Old><Item>2</Item></Items></Wrapped>",
        &Wrapped {
            items: vec![1, 2],
            ..Wrapped::default()
        },
    );
}

#[test]
fn a_wrapper_stands_once_and_has_to() {
    missing::<Wrapped>("<Wrapped xmlns='urn:m'/>", "Items");
    let error = refused::<Wrapped>("<Wrapped xmlns='urn:m'><Items/><Items/></Wrapped>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(name) if name == "Items"));
    let error =
        refused::<Wrapped>("<Wrapped xmlns='urn:m'><Items><Item>x</Item></Items></Wrapped>");
    assert_eq!(error.path(), Some("Wrapped/Items/Item"));
    let error = refused::<Wrapped>("<Wrapped xmlns='urn:m'><Items>1</Items></Wrapped>");
    assert!(matches!(error.kind(), ErrorKind::UnexpectedText(_)));
    // Items without their wrapper are strangers.
    missing::<Wrapped>("<Wrapped xmlns='urn:m'><Item>1</Item></Wrapped>", "Items");
    let options = ReadOptions::new().deny_unknown_fields(true);
    for content in ["<Items><x/></Items>", "<Items a=''/>"] {
        let document = format!("<Wrapped xmlns='urn:m'>{content}</Wrapped>");
        assert!(
            xml::from_str_with::<Wrapped>(&document, &options).is_err(),
            "{content}"
        );
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:2", prefix = "m")]
struct SamePrefix {
    #[soap(wrapper = "Items", rename = "Item")]
    items: Vec<u8>,
    #[soap(wrapper = "Choices", flatten)]
    choices: Vec<Item>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct OuterPrefix {
    same: SamePrefix,
}

#[test]
fn a_wrapper_declares_the_prefix_for_its_items() {
    same(
        &OuterPrefix {
            same: SamePrefix {
                items: vec![1],
                choices: vec![Item::Note("a".into())],
            },
        },
        concat!(
            r#"<m:OuterPrefix xmlns:m="urn:m" xmlns:p="urn:p"><m:Same><m:Items xmlns:m="urn:2"><m:Item>1</m:Item></m:Items>"#,
            r#"<m:Choices xmlns:m="urn:2"><m:Note>a</m:Note></m:Choices></m:Same></m:OuterPrefix>"#,
        ),
    );
}

// EWS's Items: <xs:choice maxOccurs="unbounded"> inside an element of its own.
#[derive(Clone, Debug, PartialEq, SoapType)]
enum Item {
    Message(Person),
    Note(String),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m", deny_unknown_fields)]
struct Folder {
    #[soap(wrapper = "Items", flatten)]
    items: Vec<Item>,
    #[soap(wrapper = "Deleted", flatten)]
    deleted: Option<Vec<Item>>,
}

#[test]
fn a_choice_stands_inside_a_wrapper() {
    let folder = Folder {
        items: vec![
            Item::Note("a".into()),
            Item::Message(Person::default()),
            Item::Note("b".into()),
        ],
        deleted: None,
    };
    same(
        &folder,
        concat!(
            r#"<m:Folder xmlns:m="urn:m" xmlns:p="urn:p"><m:Items><m:Note>a</m:Note><m:Message><p:Name/></m:Message>"#,
            "<m:Note>b</m:Note></m:Items></m:Folder>",
        ),
    );
    same(
        &Folder {
            items: vec![],
            deleted: Some(vec![]),
        },
        r#"<m:Folder xmlns:m="urn:m" xmlns:p="urn:p"><m:Items/><m:Deleted/></m:Folder>"#,
    );
    let error = refused::<Folder>("<Folder xmlns='urn:m'><Items><Fax/></Items></Folder>");
    assert!(matches!(error.kind(), ErrorKind::UnknownElement(_)));
    assert_eq!(error.path(), Some("Folder/Items/Fax"));
    missing::<Folder>("<Folder xmlns='urn:m'/>", "Items");
}

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

// Text that a module knows.

mod hexadecimal {
    pub(crate) fn to_text(number: &u32) -> String {
        format!("{number:x}")
    }

    pub(crate) fn from_text(text: &str) -> Result<u32, std::num::ParseIntError> {
        u32::from_str_radix(text, 16)
    }
}

mod shouted {
    pub(crate) struct Quiet;

    impl std::fmt::Display for Quiet {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("it ends without `!`")
        }
    }

    pub(crate) fn to_text(text: &Shout) -> &str {
        &text.0
    }

    pub(crate) fn from_text(text: &str) -> Result<Shout, Quiet> {
        let shout = text.ends_with('!').then(|| Shout(text.to_owned()));
        shout.ok_or(Quiet)
    }

    /// Neither text nor an element by itself.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub(crate) struct Shout(pub(crate) String);
}

use shouted::Shout;

#[derive(Debug, Default, PartialEq, SoapType)]
struct WithModules {
    #[soap(attribute, with = "hexadecimal")]
    id: u32,
    #[soap(attribute, with = "hexadecimal")]
    parent: Option<u32>,
    #[soap(attribute, with = "hexadecimal", list, default)]
    others: Vec<u32>,
    #[soap(with = "hexadecimal")]
    one: u32,
    #[soap(with = "hexadecimal")]
    perhaps: Option<u32>,
    #[soap(with = "self::hexadecimal")]
    many: Vec<u32>,
    #[soap(with = "hexadecimal", list)]
    list: Vec<u32>,
    #[soap(with = "hexadecimal", list)]
    perhaps_list: Option<Vec<u32>>,
    #[soap(with = "hexadecimal", nillable, default)]
    nillable: Option<u32>,
    #[soap(with = "hexadecimal", wrapper = "Wrapped", rename = "N", default)]
    wrapped: Vec<u32>,
    #[soap(with = "shouted", cdata)]
    shouts: Vec<Shout>,
}

#[derive(Debug, PartialEq, SoapType)]
struct TextWithModule {
    #[soap(text, with = "shouted")]
    shout: Option<Shout>,
}

#[test]
fn a_module_knows_the_text() {
    same(
        &WithModules {
            id: 255,
            parent: Some(16),
            others: vec![10, 11],
            one: 10,
            perhaps: None,
            many: vec![17, 18],
            list: vec![19, 20],
            perhaps_list: Some(vec![21]),
            nillable: None,
            wrapped: vec![12],
            shouts: vec![Shout("a<b!".into())],
        },
        &format!(
            "<WithModules Id=\"ff\" Parent=\"10\" Others=\"a b\"><One>a</One><Many>11</Many><Many>12</Many>\
             <List>13 14</List><PerhapsList>15</PerhapsList><Nillable {XSI} xsi:nil=\"true\"/>\
             <Wrapped><N>c</N></Wrapped><Shouts><![CDATA[a<b!]]></Shouts></WithModules>"
        ),
    );
    let error = refused::<WithModules>("<WithModules Id='1'><One>xyz</One></WithModules>");
    assert_eq!(
        error.to_string(),
        "`xyz` is not valid: invalid digit found in string, in `WithModules/One`, line 1, column 26"
    );
    missing::<WithModules>("<WithModules Id='1'><List/></WithModules>", "One");
    let error =
        refused::<WithModules>("<WithModules Id='1'><One>1</One><One>xyz</One></WithModules>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)));
    let text = |shout: Option<&str>| TextWithModule {
        shout: shout.map(|text| Shout(text.into())),
    };
    same(&text(Some("a!")), "<TextWithModule>a!</TextWithModule>");
    same(&text(None), "<TextWithModule/>");
    let error = refused::<TextWithModule>("<TextWithModule>a</TextWithModule>");
    assert!(
        error
            .to_string()
            .starts_with("`a` is not valid: it ends without `!`"),
        "{error}"
    );
    unwritable(&text(Some("")), "would be read as `None`");
}

// Text as CDATA sections.

#[derive(Debug, Default, PartialEq, SoapType)]
struct CData {
    #[soap(cdata)]
    one: String,
    #[soap(cdata)]
    perhaps: Option<String>,
    #[soap(cdata)]
    many: Vec<u8>,
    #[soap(cdata, nillable, default)]
    nillable: Option<String>,
    #[soap(cdata, wrapper = "Wrapped", rename = "N", default)]
    wrapped: Vec<String>,
}

#[derive(Debug, PartialEq, SoapType)]
struct CDataText {
    #[soap(text, cdata)]
    text: String,
}

#[test]
fn text_is_written_as_cdata_and_read_as_text() {
    same(
        &CData {
            one: "<b> & ]]> ]]&gt;".into(),
            perhaps: None,
            many: vec![1, 2],
            nillable: None,
            wrapped: vec!["]]>".into()],
        },
        &format!(
            "<CData><One><![CDATA[<b> & ]]]]><![CDATA[> ]]&gt;]]></One><Many><![CDATA[1]]></Many>\
             <Many><![CDATA[2]]></Many><Nillable {XSI} xsi:nil=\"true\"/>\
             <Wrapped><N><![CDATA[]]]]><![CDATA[>]]></N></Wrapped></CData>"
        ),
    );
    let text = |text: &str| CDataText { text: text.into() };
    same(&text(""), "<CDataText/>");
    same(
        &text("a\r\nb"),
        "<CDataText><![CDATA[a]]>&#xD;<![CDATA[\nb]]></CDataText>",
    );
    for tricky in [
        "]]", "]]]>", "]]>]]>", "]]\r>", "\r", "a]]>", ">", " ", "\t",
    ] {
        let written = xml::to_string(&text(tricky)).unwrap();
        assert_eq!(
            both_as::<CDataText>(&written).unwrap(),
            text(tricky),
            "{written}"
        );
    }
    reads("<CDataText>a &amp; b</CDataText>", &text("a & b"));
    unwritable(&text("<a>\u{1}"), "U+0001");
    assert_eq!(
        xml::to_string(&text("<a>\u{1}")).unwrap_err().path(),
        Some("CDataText")
    );
}

// The same on the variants of a choice, and with type parameters.

#[derive(Debug, PartialEq, SoapType)]
enum Forms<T> {
    #[soap(nillable)]
    Nil(Option<T>),
    #[soap(list)]
    List(Vec<u8>),
    #[soap(with = "hexadecimal")]
    With(u32),
    #[soap(cdata)]
    CData(String),
}

#[derive(Debug, PartialEq, SoapType)]
struct Generic<T, U> {
    #[soap(wrapper = "Items", rename = "Item")]
    items: Vec<T>,
    #[soap(list)]
    list: Vec<U>,
}

#[test]
fn forms_of_variants_and_of_type_parameters() {
    let document = |content: &str| format!("<Forms>{content}</Forms>");
    same(
        &Forms::<u8>::Nil(None),
        &document(&format!("<Nil {XSI} xsi:nil=\"true\"/>")),
    );
    same(&Forms::<u8>::Nil(Some(1)), &document("<Nil>1</Nil>"));
    same(
        &Forms::<u8>::List(vec![1, 2]),
        &document("<List>1 2</List>"),
    );
    same(&Forms::<u8>::With(17), &document("<With>11</With>"));
    same(
        &Forms::<u8>::CData("<".into()),
        &document("<CData><![CDATA[<]]></CData>"),
    );
    same(
        &Generic {
            items: vec![Person::default()],
            list: vec![1.5],
        },
        r#"<Generic xmlns:p="urn:p"><Items><Item><p:Name/></Item></Items><List>1.5</List></Generic>"#,
    );
}
