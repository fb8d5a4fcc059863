//! The key `any`: what no field claims is kept and written back.

use um_messages::xml::{self, Attribute, Element, QName, ReadElement, Root};
use um_messages::{Envelope, ErrorKind, ReadOptions, SoapMessage, SoapType};
use um_tests::roundtrip::{assert_unwritable, reads, refused, same};
use um_tests::sources::{both_as, both_by};

// <xs:sequence> Id, Name?, <xs:any namespace="##other" maxOccurs="unbounded"/> </xs:sequence>
// <xs:anyAttribute/>
#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
pub(crate) struct Open {
    #[soap(attribute)]
    pub(crate) version: Option<u8>,
    pub(crate) id: u8,
    #[soap(any)]
    pub(crate) others: Vec<Element>,
    pub(crate) name: Option<String>,
    #[soap(any_attribute)]
    pub(crate) attributes: Vec<Attribute>,
}

#[test]
fn what_no_field_claims_is_kept_and_written_back() {
    let document = concat!(
        r#"<m:Open xmlns:m="urn:m" xmlns:x="urn:x" Version="1" x:Priority="2" Plain="3">"#,
        r#"<m:Id>7</m:Id><x:Extra x:a="1">text<x:Inner/></x:Extra><m:Unknown/><Bare/><m:Name>n</m:Name></m:Open>"#,
    );
    let open = both_as::<Open>(document).unwrap();
    let names: Vec<_> = open.others.iter().map(Element::name).collect();
    let name = |namespace: &'static str, local: &'static str| QName::new(namespace, local);
    assert_eq!(
        names,
        [
            &name("urn:x", "Extra"),
            &name("urn:m", "Unknown"),
            &name("", "Bare")
        ]
    );
    assert_eq!(
        open.attributes,
        [
            Attribute::new("urn:x", "Priority", "2"),
            Attribute::new("", "Plain", "3"),
        ]
    );
    assert_eq!(open.version, Some(1));
    same(&open, document);
}

#[test]
fn any_takes_what_the_named_fields_leave() {
    // A name of a field in another namespace is another name.
    let document = "<Open xmlns='urn:m' q:Version='9' xmlns:q='urn:q'><Id xmlns='urn:q'>1</Id><Id>7</Id></Open>";
    reads(
        document,
        &Open {
            version: None,
            id: 7,
            others: vec![Element::new("urn:q", "Id").with_text("1")],
            name: None,
            attributes: vec![Attribute::new("urn:q", "Version", "9")],
        },
    );
    let error = refused::<Open>("<Open xmlns='urn:m'><Id>1</Id><Id>2</Id></Open>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)));
}

#[test]
fn values_keep_what_their_prefixes_mean() {
    let document = concat!(
        r#"<o:Outer xmlns:o="urn:o" xmlns:t="urn:types"><m:Open xmlns:m="urn:m" Kind="t:string">"#,
        r#"<m:Id>7</m:Id><Type>t:number</Type></m:Open></o:Outer>"#,
    );
    let read = |reader: &mut xml::Reader<'_>| {
        reader.next_child()?;
        reader.next_child()?;
        let open: Open = reader.read()?;
        reader.finish()?;
        Ok(open)
    };
    let open = both_by(document, &ReadOptions::new(), &read).unwrap();
    let written = xml::to_string(&open).unwrap();
    assert_eq!(
        written,
        concat!(
            r#"<m:Open xmlns:m="urn:m" xmlns:t="urn:types" Kind="t:string"><m:Id>7</m:Id>"#,
            r#"<Type>t:number</Type></m:Open>"#,
        )
    );
    let again: Open = xml::from_str(&written).unwrap();
    let kind: QName = again.others[0].read().unwrap();
    assert!(kind.is("urn:types", "number"));
}

#[derive(Debug, PartialEq, SoapType)]
struct AtMostOne {
    id: u8,
    #[soap(any)]
    other: Option<Element>,
}

#[derive(Debug, PartialEq, SoapType)]
struct ExactlyOne {
    id: u8,
    #[soap(any)]
    other: Box<Element>,
}

#[derive(Debug, PartialEq, SoapType)]
struct WithDefault {
    #[soap(any, default = "nothing", skip_if = "Vec::is_empty")]
    others: Vec<Element>,
}

fn nothing() -> Vec<Element> {
    vec![Element::new("", "Nothing")]
}

#[test]
fn the_type_says_how_many_are_kept() {
    same(
        &AtMostOne { id: 1, other: None },
        "<AtMostOne><Id>1</Id></AtMostOne>",
    );
    same(
        &AtMostOne {
            id: 1,
            other: Some(Element::new("", "x")),
        },
        "<AtMostOne><Id>1</Id><x/></AtMostOne>",
    );
    let error = refused::<AtMostOne>("<AtMostOne><Id>1</Id><x/><y/></AtMostOne>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(name) if name == "y"));
    same(
        &ExactlyOne {
            id: 1,
            other: Box::new(Element::new("", "x")),
        },
        "<ExactlyOne><Id>1</Id><x/></ExactlyOne>",
    );
    let error = refused::<ExactlyOne>("<ExactlyOne><Id>1</Id></ExactlyOne>");
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "*"));
    reads("<WithDefault/>", &WithDefault { others: nothing() });
    let written = xml::to_string(&WithDefault { others: vec![] }).unwrap();
    assert_eq!(written, "<WithDefault/>");
}

// `any` of a flattened struct comes after all named fields, and one of `inner`.

#[derive(Debug, PartialEq, SoapType)]
struct Extensible {
    id: u8,
    #[soap(any)]
    others: Vec<Element>,
    #[soap(any_attribute)]
    attributes: Vec<Attribute>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Extended {
    #[soap(flatten)]
    base: Extensible,
    more: u8,
    #[soap(attribute)]
    last: u8,
}

#[derive(Debug, PartialEq, SoapType)]
struct PerhapsExtended {
    #[soap(flatten)]
    base: Option<Extensible>,
}

fn extensible(others: Vec<Element>, attributes: Vec<Attribute>) -> Extensible {
    Extensible {
        id: 1,
        others,
        attributes,
    }
}

#[test]
fn a_flattened_struct_keeps_what_the_whole_leaves() {
    let value = Extended {
        base: extensible(
            vec![Element::new("", "x")],
            vec![Attribute::new("", "a", "1")],
        ),
        more: 2,
        last: 3,
    };
    same(
        &value,
        r#"<Extended Last="3" a="1"><Id>1</Id><x/><More>2</More></Extended>"#,
    );
    let error = xml::to_string(&Extended {
        base: extensible(vec![], vec![Attribute::new("", "Last", "1")]),
        ..value
    })
    .unwrap_err();
    assert!(error.to_string().contains("stands twice"), "{error}");
    reads("<PerhapsExtended/>", &PerhapsExtended { base: None });
    let error = refused::<PerhapsExtended>("<PerhapsExtended a='1'/>");
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Id"));
    same(
        &PerhapsExtended {
            base: Some(extensible(vec![Element::new("", "x")], vec![])),
        },
        "<PerhapsExtended><Id>1</Id><x/></PerhapsExtended>",
    );
}

// <xs:sequence maxOccurs="unbounded"> Id, <xs:any minOccurs="0"/> </xs:sequence>
#[derive(Debug, PartialEq, SoapType)]
struct Record {
    id: u8,
    #[soap(any)]
    detail: Option<Element>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Records {
    #[soap(flatten)]
    records: Vec<Record>,
}

#[test]
fn groups_in_a_vec_keep_elements() {
    let record = |id, detail: Option<&'static str>| Record {
        id,
        detail: detail.map(|local| Element::new("", local)),
    };
    same(
        &Records {
            records: vec![record(1, Some("x")), record(2, None), record(3, Some("y"))],
        },
        "<Records><Id>1</Id><x/><Id>2</Id><Id>3</Id><y/></Records>",
    );
    let error = refused::<Records>("<Records><Id>1</Id><x/><y/></Records>");
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Id"));
}

// A choice one of whose variants is a struct that keeps elements.

#[derive(Debug, PartialEq, SoapType)]
enum Either {
    Call(u8),
    #[soap(flatten)]
    Record(Record),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(ordered)]
struct OneOfTwo {
    #[soap(flatten)]
    either: Option<Either>,
    last: Option<u8>,
}

#[test]
fn a_variant_that_is_a_struct_keeps_elements() {
    let record = OneOfTwo {
        either: Some(Either::Record(Record {
            id: 1,
            detail: Some(Element::new("", "x")),
        })),
        last: Some(2),
    };
    same(&record, "<OneOfTwo><Id>1</Id><x/><Last>2</Last></OneOfTwo>");
    let kind = |content: &str| {
        format!(
            "{:?}",
            refused::<OneOfTwo>(&format!("<OneOfTwo>{content}</OneOfTwo>")).kind()
        )
    };
    assert_eq!(kind("<x/>"), r#"MissingElement("Id")"#);
    assert_eq!(kind("<Id>1</Id><Last>2</Last><x/>"), r#"OutOfOrder("x")"#);
    // With another variant nothing keeps it.
    let call = OneOfTwo {
        either: Some(Either::Call(1)),
        last: None,
    };
    reads("<OneOfTwo><Call>1</Call><x/></OneOfTwo>", &call);
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:m")]
struct Message {}

#[derive(Debug, Default, PartialEq, SoapType)]
#[soap(namespace = "urn:h", prefix = "h")]
struct Headers {
    known: Option<u8>,
    #[soap(any)]
    others: Vec<Element>,
}

#[test]
fn header_blocks_are_kept_but_not_understood() {
    let envelope = |block: &str| {
        format!(
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header>{block}</s:Header>\
             <s:Body><Message xmlns='urn:m'/></s:Body></s:Envelope>"
        )
    };
    let block = "<x:Trace xmlns:x='urn:x' {}>1</x:Trace>";
    let document = envelope(&block.replace("{}", "s:mustUnderstand='0'"));
    let read = Envelope::<Message, Headers>::from_xml(&document).unwrap();
    assert!(read.header.others[0].name().is("urn:x", "Trace"));
    let written = read.to_xml().unwrap();
    let kept = r#"<x:Trace xmlns:x="urn:x" xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" s:mustUnderstand="0">1</x:Trace>"#;
    assert!(written.contains(kept), "{written}");
    let again = Envelope::<Message, Headers>::from_xml(&written).unwrap();
    assert_eq!(again.header.others[0].text(), "1");

    let document = envelope(&block.replace("{}", "s:mustUnderstand='1'"));
    let error = Envelope::<Message, Headers>::from_xml(&document).unwrap_err();
    assert!(
        matches!(error.kind(), ErrorKind::NotUnderstood(names) if names == &[QName::new("urn:x", "Trace")])
    );
    let options = ReadOptions::new().understand(&[QName::new("urn:x", "Trace")]);
    let read = Envelope::<Message, Headers>::from_xml_with(&document, &options).unwrap();
    assert_eq!(read.header.others.len(), 1);
}

#[derive(Debug, PartialEq, SoapType)]
struct Many {
    #[soap(any)]
    all: Vec<Element>,
}

#[test]
fn a_kept_element_declares_what_it_may_use_alone() {
    let document = format!(
        "<Many xmlns:long='urn:{}'>{}</Many>",
        "x".repeat(20_000),
        "<y>1</y>".repeat(2_000)
    );
    let options = ReadOptions::new().max_uri(usize::MAX);
    let many: Many = both_by(&document, &options, &|reader| reader.read_root()).unwrap();
    assert!(xml::to_string(&many).unwrap().len() < document.len());
    assert!(format!("{many:?}").len() < 4 * document.len());
    assert_eq!(many.all[0].to_xml().unwrap(), "<y>1</y>");
    // What may be a name without a prefix keeps the default namespace.
    let read = |reader: &mut xml::Reader<'_>| {
        reader.next_child()?;
        reader.next_child()?;
        let element = Element::read_element(reader)?;
        reader.next_child()?;
        reader.finish()?;
        Ok(element)
    };
    let document =
        "<Many xmlns:p='urn:p' xmlns='urn:d' xmlns:o='urn:o'><p:z>Foo p:Bar</p:z></Many>";
    let element = both_by(document, &ReadOptions::new(), &read).unwrap();
    let written = r#"<p:z xmlns:p="urn:p" xmlns="urn:d">Foo p:Bar</p:z>"#;
    assert_eq!(element.to_xml().unwrap(), written);
}

/// What is kept of a document, and what it is when it is written.
fn written_again<T>(document: &str) -> (T, String)
where
    T: Root + SoapType + std::fmt::Debug + PartialEq,
{
    let options = ReadOptions::new().max_uri(usize::MAX);
    let read = |document: &str| both_by(document, &options, &|reader| reader.read_root::<T>());
    let value = read(document).unwrap();
    let written = xml::to_string(&value).unwrap();
    let again = read(&written).unwrap();
    assert_eq!(again, value, "{written}");
    assert_eq!(xml::to_string(&again).unwrap(), written, "{document}");
    (value, written)
}

#[test]
fn what_several_kept_elements_need_is_declared_once() {
    let (_, written) = written_again::<Many>(
        "<Many xmlns:q='urn:q' xmlns:p='urn:p' xmlns:r='urn:r' xmlns:s='urn:s'>\
         <p:a/><p:b q:c=''><p:d/></p:b><e>q:f</e><r:g/><h><s:i/></h><p:j/></Many>",
    );
    assert_eq!(
        written,
        concat!(
            r#"<Many xmlns:p="urn:p" xmlns:q="urn:q"><p:a/><p:b q:c=""><p:d/></p:b><e>q:f</e>"#,
            r#"<r:g xmlns:r="urn:r"/><h xmlns:s="urn:s"><s:i/></h><p:j/></Many>"#,
        )
    );
    // What an element declares itself stays there, and a prefix that means two things is declared for each.
    for document in [
        r#"<Many><p:a xmlns:p="urn:p"/><p:b xmlns:p="urn:p"/><p:c xmlns:p="urn:q"/></Many>"#,
        r#"<Many><a xmlns="urn:p"/><b xmlns="urn:p"/><c/></Many>"#,
    ] {
        assert_eq!(written_again::<Many>(document).1, document);
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Groups {
    open: Vec<Open>,
}

#[test]
fn one_prefix_for_two_namespaces_keeps_both() {
    let group = |uri: &str| {
        format!(
            "<Open xmlns='urn:m' xmlns:p='{uri}'><Id>1</Id><p:a/><p:b/><c xmlns=''>p:d</c></Open>"
        )
    };
    let document = format!(
        "<Groups xmlns='urn:m'>{}{}{}</Groups>",
        group("urn:p"),
        group("urn:q"),
        group("urn:p")
    );
    let (groups, _) = written_again::<Groups>(&document);
    let kinds = groups.open.iter().map(|open| {
        let kind: QName = open.others[2].read().unwrap();
        kind.namespace().to_owned()
    });
    assert_eq!(kinds.collect::<Vec<_>>(), ["urn:p", "urn:q", "urn:p"]);
}

/// Names and values without a prefix are in the default namespace, which the document element declares for all.
#[test]
fn what_several_kept_elements_need_as_default_namespace_is_declared_once() {
    let open = |content: &str| {
        format!("<m:Open xmlns:m='urn:m' xmlns='urn:d'><m:Id>1</m:Id>{content}</m:Open>")
    };
    let many = open("<a>F</a><b/><c xmlns=''>G</c><m:e xmlns=''>H</m:e><f xmlns='urn:f'>I</f>");
    assert_eq!(
        written_again::<Open>(&many).1,
        concat!(
            r#"<m:Open xmlns:m="urn:m" xmlns="urn:d"><m:Id>1</m:Id><a>F</a><b/><c xmlns="">G</c>"#,
            r#"<m:e xmlns="">H</m:e><f xmlns="urn:f">I</f></m:Open>"#,
        )
    );
    // One alone declares it itself.
    assert_eq!(
        written_again::<Open>(&open("<a>F</a><c xmlns=''>G</c>")).1,
        r#"<m:Open xmlns:m="urn:m"><m:Id>1</m:Id><a xmlns="urn:d">F</a><c>G</c></m:Open>"#
    );
}

/// Where a name is in no namespace because there is no default one, none is declared around it.
#[test]
fn no_default_namespace_comes_into_the_way_of_names() {
    let (value, written) = written_again::<Named>(
        "<m:Named xmlns:m='urn:m' xmlns='urn:d'><m:Name xmlns=''>none</m:Name>\
         <m:Tree>a</m:Tree><m:Tree>b</m:Tree></m:Named>",
    );
    assert!(value.name[0].is("", "none"));
    assert_eq!(
        written,
        concat!(
            r#"<m:Named xmlns:m="urn:m"><m:Name>none</m:Name><m:Tree xmlns="urn:d">a</m:Tree>"#,
            r#"<m:Tree xmlns="urn:d">b</m:Tree></m:Named>"#,
        )
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Named {
    name: Vec<QName>,
    tree: Vec<Element>,
}

/// A namespace that is declared once can be used very often.
#[test]
fn what_is_written_is_not_much_longer_than_what_was_read() {
    let uri = format!("urn:{}", "u".repeat(20_000));
    let many = |content: &str| content.repeat(1_000);
    let open = |content: &str, attribute: &str| {
        let content = many(content);
        format!(
            "<m:Open xmlns:m='urn:m' xmlns:p='{uri}'{attribute}><m:Id>1</m:Id>{content}</m:Open>"
        )
    };
    let documents = [
        open("<p:a/>", ""),
        open("<a p:b=''/>", ""),
        open("<a>p:b</a>", " p:c='' d='p:e'"),
        open("<a><p:b/>p:b</a>", ""),
        open("<a>b</a>", "").replace("xmlns:p", "xmlns"),
    ];
    for document in documents {
        let (value, written) = written_again::<Open>(&document);
        assert!(written.len() < 2 * document.len(), "{}", written.len());
        assert!(format!("{value:?}").len() < 20 * document.len());
    }
    let group =
        "<m:Open a='p:'><m:Id>1</m:Id><p:k/></m:Open><m:Open p:a=''><m:Id>1</m:Id></m:Open>";
    let document = format!(
        "<m:Groups xmlns:m='urn:m' xmlns:p='{uri}'>{}</m:Groups>",
        many(group)
    );
    let (value, written) = written_again::<Groups>(&document);
    assert!(written.len() < 2 * document.len(), "{}", written.len());
    assert!(format!("{value:?}").len() < 8 * document.len());
    let content = many("<m:Name>p:a</m:Name>") + &many("<m:Tree>p:a</m:Tree>");
    let document = format!("<m:Named xmlns:m='urn:m' xmlns:p='{uri}'>{content}</m:Named>");
    let (value, written) = written_again::<Named>(&document);
    assert!(written.len() < 2 * document.len(), "{}", written.len());
    for tree in &value.tree {
        let name: QName = tree.read().unwrap();
        assert!(name.is(&uri, "a"));
    }
}

// What would be read back as a field is not written.

#[derive(Debug, PartialEq, SoapType)]
struct Kept {
    #[soap(any)]
    others: Vec<Element>,
    #[soap(alias = "Alias")]
    inside: Option<u8>,
    #[soap(wrapper = "Numbers", namespace = "urn:n")]
    number: Option<Vec<u8>>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m", inner = "Inner")]
struct Around {
    #[soap(unqualified)]
    plain: Option<u8>,
    #[soap(attribute)]
    id: Option<u8>,
    #[soap(flatten)]
    inside: Kept,
    #[soap(flatten)]
    either: Option<Other>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Other {
    A(u8),
    B(Vec<u16>),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:w", prefix = "w")]
struct Wrapped {
    #[soap(wrapper = "Items", flatten)]
    items: Vec<Kept>,
}

#[test]
fn an_element_with_the_name_of_a_field_is_not_written() {
    let around = |namespace: &'static str, local: &'static str| Around {
        plain: None,
        id: None,
        inside: Kept {
            others: vec![Element::new(namespace, local)],
            inside: None,
            number: None,
        },
        either: None,
    };
    for (namespace, local) in [
        ("urn:m", "Inside"),
        ("urn:m", "Alias"),
        ("urn:n", "Numbers"),
        ("", "Plain"),
        ("urn:m", "A"),
        ("urn:m", "B"),
    ] {
        let error = xml::to_string(&around(namespace, local)).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Unwritable(_)), "{error}");
        assert!(
            error.to_string().contains("read back as the field"),
            "{error}"
        );
    }
    for (namespace, local) in [
        ("", "Inside"),
        ("urn:m", "Plain"),
        ("urn:m", "Numbers"),
        ("urn:n", "Number"),
        ("urn:m", "Id"),
        ("urn:m", "Inner"),
        ("urn:m", "Around"),
    ] {
        let written = xml::to_string(&around(namespace, local)).unwrap();
        assert_eq!(
            both_as::<Around>(&written).unwrap(),
            around(namespace, local)
        );
    }
    let wrapped = |namespace: &'static str| Wrapped {
        items: vec![Kept {
            others: vec![Element::new(namespace, "Inside")],
            inside: None,
            number: None,
        }],
    };
    let error = xml::to_string(&wrapped("urn:w")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "cannot be written as XML: the element `{urn:w}Inside` among those of any name, which would be read back as the field \
         of that name, in `Wrapped/Items`"
    );
    let written = xml::to_string(&wrapped("urn:x")).unwrap();
    assert_eq!(both_as::<Wrapped>(&written).unwrap(), wrapped("urn:x"));
}

// <xs:sequence> Id, xs:any namespace="urn:x" (0..n), xs:any namespace="##local" (0..1), xs:any namespace="##other" (0..n)
#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:s", prefix = "s", deny_unknown_fields)]
struct Split {
    #[soap(attribute)]
    id: u8,
    name: String,
    #[soap(any)]
    rest: Vec<Element>,
    #[soap(any, namespace = "urn:x")]
    extensions: Vec<Element>,
    #[soap(flatten)]
    base: SplitBase,
}

#[derive(Debug, PartialEq, SoapType)]
struct SplitBase {
    #[soap(any, unqualified)]
    local: Option<Element>,
}

fn alone(namespace: &'static str, text: &str) -> Element {
    Element::new(namespace, "E").with_text(text)
}

#[test]
fn several_are_told_apart_by_their_namespaces() {
    let document = "<Split xmlns='urn:s' Id='1'><E xmlns='urn:x'>1</E><E xmlns='urn:y'>2</E>\
                    <Name xmlns='urn:x'>3</Name><Name>n</Name><E xmlns=''>4</E><E>5</E></Split>";
    let split = both_as::<Split>(document).unwrap();
    let texts = |elements: &[Element]| elements.iter().map(Element::text).collect::<Vec<_>>();
    assert_eq!(texts(&split.extensions), ["1", "3"]);
    assert_eq!(texts(&split.rest), ["2", "5"]);
    assert_eq!(
        split.base.local.as_ref().map(Element::text).as_deref(),
        Some("4")
    );
    assert_eq!(split.name, "n");
    let written = xml::to_string(&split).unwrap();
    assert_eq!(both_as::<Split>(&written).unwrap(), split, "{written}");
    // What is written is read into the same field.
    let with = |rest, extensions, local| Split {
        id: 1,
        name: "n".into(),
        rest,
        extensions,
        base: SplitBase { local },
    };
    for wrong in [
        with(vec![alone("urn:x", "a")], vec![], None),
        with(vec![alone("", "a")], vec![], None),
        with(vec![], vec![alone("urn:y", "a")], None),
        with(vec![], vec![], Some(alone("urn:x", "a"))),
    ] {
        assert_unwritable(xml::to_string(&wrong));
    }
    // Attributes are denied all the same, and a second element where one may stand.
    let error = refused::<Split>("<Split xmlns='urn:s' Id='1' Other='2'><Name/></Split>");
    assert!(
        matches!(error.kind(), ErrorKind::UnknownAttribute(_)),
        "{error}"
    );
    let error = refused::<Split>("<s:Split xmlns:s='urn:s' Id='1'><s:Name/><a/><b/></s:Split>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:s", prefix = "s", deny_unknown_fields)]
struct OfOneNamespace {
    #[soap(any, namespace = "urn:x")]
    extensions: Vec<Element>,
}

#[derive(Debug, PartialEq, SoapType)]
enum Extension {
    #[soap(other, namespace = "urn:x")]
    Own(Element),
    Known(u8),
    #[soap(other)]
    Other(Element),
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:s", prefix = "s")]
struct Extensions {
    #[soap(wrapper = "Items", flatten)]
    items: Vec<Extension>,
}

#[test]
fn one_is_of_one_namespace_and_other_too() {
    let error =
        refused::<OfOneNamespace>("<s:OfOneNamespace xmlns:s='urn:s'><s:E/></s:OfOneNamespace>");
    assert!(
        matches!(error.kind(), ErrorKind::UnknownElement(_)),
        "{error}"
    );
    let document =
        "<s:OfOneNamespace xmlns:s=\"urn:s\"><E xmlns=\"urn:x\">a</E></s:OfOneNamespace>";
    let read = both_as::<OfOneNamespace>(document).unwrap();
    assert_eq!(read.extensions.len(), 1);
    same(&read, document);
    let document = "<s:Extensions xmlns:s=\"urn:s\"><s:Items><E xmlns=\"urn:x\">a</E><s:Known>1</s:Known>\
                    <E xmlns=\"urn:y\">b</E><E>c</E></s:Items></s:Extensions>";
    let read = both_as::<Extensions>(document).unwrap();
    let [
        Extension::Own(_),
        Extension::Known(1),
        Extension::Other(_),
        Extension::Other(_),
    ] = &read.items[..]
    else {
        panic!("{read:?}");
    };
    same(&read, document);
}

// <xs:sequence> xs:any (0..n), Id, xs:any (0..1)
#[derive(Debug, PartialEq, SoapType)]
#[soap(ordered, deny_unknown_fields)]
struct ByPlace {
    #[soap(any)]
    before: Vec<Element>,
    id: u8,
    #[soap(any)]
    behind: Option<Element>,
}

#[test]
fn several_are_told_apart_by_their_place() {
    let by_place = |before: &[&str], behind: Option<&str>| ByPlace {
        before: before.iter().map(|text| alone("", text)).collect(),
        id: 1,
        behind: behind.map(|text| alone("", text)),
    };
    for (value, content) in [
        (
            by_place(&["a", "b"], Some("c")),
            "<E>a</E><E>b</E><Id>1</Id><E>c</E>",
        ),
        (by_place(&[], Some("c")), "<Id>1</Id><E>c</E>"),
        (by_place(&["a"], None), "<E>a</E><Id>1</Id>"),
    ] {
        same(&value, &format!("<ByPlace>{content}</ByPlace>"));
    }
    let error = refused::<ByPlace>("<ByPlace><Id>1</Id><a/><b/></ByPlace>");
    assert!(matches!(error.kind(), ErrorKind::OutOfOrder(_)), "{error}");
}
