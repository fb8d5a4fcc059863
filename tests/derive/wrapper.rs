//! The key `wrapper`.

use um_messages::xml::Nillable;
use um_messages::{ErrorKind, ReadOptions, SoapMessage, SoapType, xml};
use um_tests::roundtrip::{reads, reads_message, refused, same, same_message};

use crate::types::{Person, XSI, missing};

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

#[derive(Debug, PartialEq, SoapType)]
enum Entry {
    Message(String),
    Note(u8),
}

// Without `rename` nothing says which of the two is meant, and it does not compile.
#[derive(Debug, PartialEq, SoapType)]
struct Entries {
    #[soap(wrapper = "Items", flatten)]
    items: Vec<Entry>,
    #[soap(wrapper = "Named", rename = "Entry")]
    named: Vec<Entry>,
}

#[test]
fn a_choice_stands_in_a_wrapper_or_in_elements_there() {
    same(
        &Entries {
            items: vec![Entry::Message("a".into()), Entry::Note(1)],
            named: vec![Entry::Note(2)],
        },
        concat!(
            "<Entries><Items><Message>a</Message><Note>1</Note></Items>",
            "<Named><Entry><Note>2</Note></Entry></Named></Entries>",
        ),
    );
}

// <m:Ignore> <t:ItemId/> </m:Ignore>, as Exchange has it: the element of one schema, what is in it of another.
#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m", deny_unknown_fields)]
struct Ignoring {
    #[soap(wrapper = "Ignore", rename = "ItemId", alias = "OldId")]
    #[soap(item_namespace = "urn:t", item_prefix = "t")]
    ignore: Vec<u8>,
    #[soap(wrapper = "Plain", rename = "N", item_namespace = "")]
    plain: Option<Vec<u8>>,
    #[soap(wrapper = "Far", rename = "N", unqualified)]
    #[soap(item_namespace = "urn:n")]
    far: Option<Vec<Person>>,
}

#[test]
fn items_have_another_namespace_than_the_wrapper() {
    let person = || Person {
        id: None,
        name: "n".into(),
    };
    same(
        &Ignoring {
            ignore: vec![1, 2],
            plain: Some(vec![3]),
            far: Some(vec![person()]),
        },
        "<m:Ignoring xmlns:m=\"urn:m\" xmlns:t=\"urn:t\" xmlns:p=\"urn:p\"><m:Ignore><t:ItemId>1</t:ItemId>\
         <t:ItemId>2</t:ItemId></m:Ignore><m:Plain><N>3</N></m:Plain>\
         <Far><N xmlns=\"urn:n\"><p:Name>n</p:Name></N></Far></m:Ignoring>",
    );
    reads(
        "<Ignoring xmlns='urn:m'><Ignore><OldId xmlns='urn:t'>1</OldId></Ignore></Ignoring>",
        &Ignoring {
            ignore: vec![1],
            plain: None,
            far: None,
        },
    );
    let error = refused::<Ignoring>(
        "<Ignoring xmlns='urn:m'><Ignore><ItemId>1</ItemId></Ignore></Ignoring>",
    );
    assert!(
        matches!(error.kind(), ErrorKind::UnknownElement(_)),
        "{error}"
    );
    assert!(error.to_string().contains("urn:t"), "{error}");
}

// <xs:element name="Ids" type="ArrayOfId" nillable="true"/>
#[derive(Debug, PartialEq, SoapType)]
#[soap(deny_unknown_fields)]
struct NilWrappers {
    #[soap(wrapper = "Ids", rename = "Id", nillable)]
    ids: Option<Vec<u8>>,
    #[soap(wrapper = "Names", rename = "Name", nillable, default)]
    names: Option<Vec<String>>,
    #[soap(wrapper = "Codes", rename = "Code")]
    codes: Option<Nillable<Vec<u8>>>,
    #[soap(wrapper = "People", rename = "Person", nillable)]
    people: Option<Nillable<Vec<Option<Person>>>>,
    #[soap(wrapper = "Rows", flatten)]
    rows: Option<Nillable<Vec<Row>>>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Row {
    a: u8,
}

#[test]
fn a_wrapper_may_be_nil() {
    let nil = |name: &str| format!("<{name} {XSI} xsi:nil=\"true\"/>");
    let document = |content: &str| format!("<NilWrappers>{content}</NilWrappers>");
    let empty = || NilWrappers {
        ids: None,
        names: None,
        codes: None,
        people: None,
        rows: None,
    };
    let nils = ["Ids", "Names"].map(nil).concat();
    same(
        &empty(),
        &document(&nils).replace("<NilWrappers>", "<NilWrappers xmlns:p=\"urn:p\">"),
    );
    reads(&document(&nil("Ids")), &empty());
    same(
        &NilWrappers {
            ids: Some(vec![]),
            names: Some(vec!["n".into()]),
            codes: Some(Nillable::nil()),
            people: Some(vec![None].into()),
            rows: Some(Nillable::nil()),
        },
        &document(&format!(
            "<Ids/><Names><Name>n</Name></Names>{}<People>{}</People>{}",
            nil("Codes"),
            nil("Person"),
            nil("Rows")
        ))
        .replace("<NilWrappers>", "<NilWrappers xmlns:p=\"urn:p\">"),
    );
    reads(
        &document(
            "<Ids><Id>1</Id></Ids><Codes><Code>2</Code></Codes><Rows><A>1</A><A>2</A></Rows>",
        ),
        &NilWrappers {
            ids: Some(vec![1]),
            codes: Some(vec![2].into()),
            rows: Some(vec![Row { a: 1 }, Row { a: 2 }].into()),
            ..empty()
        },
    );
    missing::<NilWrappers>(&document(""), "Ids");
}

const TYPES: xml::Namespace = xml::Namespace::new("urn:t")
    .with_prefix("t")
    .with_aliases(&["urn:old"]);

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m", prefix = "m")]
struct IgnoreAll {
    #[soap(wrapper = "Ids", rename = "Id", item_namespace = TYPES)]
    ids: Vec<u32>,
}

#[test]
fn the_namespace_of_items_may_be_a_constant() {
    let value = IgnoreAll { ids: vec![1] };
    let content = "<m:IgnoreAll xmlns:m=\"urn:m\" xmlns:t=\"urn:t\"><m:Ids><t:Id>1</t:Id></m:Ids></m:IgnoreAll>";
    same_message(&value, content);
    reads_message(&content.replace("urn:t", "urn:old"), &value);
}

#[derive(Debug, PartialEq, SoapType)]
struct NilItems<T> {
    #[soap(wrapper = "Names", rename = "Name")]
    names: Vec<Nillable<String>>,
    #[soap(wrapper = "Sheets", rename = "Sheet", base64)]
    sheets: Option<Vec<Nillable<Vec<u8>>>>,
    #[soap(wrapper = "Notes", rename = "Note", cdata)]
    notes: Option<Nillable<Vec<Nillable<String>>>>,
    #[soap(wrapper = "Ids", rename = "Id", nillable)]
    ids: Option<Vec<Nillable<T>>>,
}

/// The arrays of WCF: `ArrayOfstring` has items that may be nil.
#[test]
fn items_in_a_wrapper_may_be_nil() {
    let nil = |name: &str| format!("<{name} {XSI} xsi:nil=\"true\"/>");
    let document = |content: &str| format!("<NilItems>{content}</NilItems>");
    let full = NilItems {
        names: vec![Nillable::nil(), "Ada".to_owned().into()],
        sheets: Some(vec![vec![1].into(), Nillable::nil()]),
        notes: Some(vec![Nillable::nil(), "n".to_owned().into()].into()),
        ids: Some(vec![7_u8.into(), Nillable::nil()]),
    };
    same(
        &full,
        &document(&format!(
            "<Names>{}<Name>Ada</Name></Names><Sheets><Sheet>AQ==</Sheet>{}</Sheets>\
             <Notes>{}<Note><![CDATA[n]]></Note></Notes><Ids><Id>7</Id>{}</Ids>",
            nil("Name"),
            nil("Sheet"),
            nil("Note"),
            nil("Id")
        )),
    );
    let bare = NilItems::<u8> {
        names: vec![],
        sheets: None,
        notes: Some(Nillable::nil()),
        ids: None,
    };
    let (notes, ids) = (nil("Notes"), nil("Ids"));
    same(&bare, &document(&format!("<Names/>{notes}{ids}")));
    // The wrapper of these is not nil, and no item is left out.
    let error = refused::<NilItems<u8>>(&document(&format!("{}{ids}", nil("Names"))));
    assert_eq!(error.path(), Some("NilItems/Names"), "{error}");
    missing::<NilItems<u8>>(&document(&ids), "Names");
}
