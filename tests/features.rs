//! Every key of `#[soap(...)]`, and every shape of type and field, in both directions: a value, and
//! the document that it is written as and read from, by both sources of the reader.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests fail by panicking, as tests do"
)]

mod both;
mod judge;

use std::borrow::Cow;
use std::fmt::Debug;
use std::marker::PhantomData;

use both::{reads, refused, same};
use judge::{both_as, both_messages, judge};
use um_messages::soap::ReadBody;
use um_messages::xml::{self, Element, QName, ReadElement, Root, WriteElement};
use um_messages::{
    ErrorKind, NamedMessage, ReadOptions, SoapMessage, SoapOperation, SoapType, SoapVersion,
};

/// An envelope of SOAP 1.1 with this in its Body, as the library writes it.
fn body(content: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\
         <soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">\
         <soap:Body>{content}</soap:Body></soap:Envelope>"
    )
}

/// The message is written as the content of a Body, and read from it.
#[track_caller]
fn same_message<B>(message: &B, content: &str)
where
    B: SoapMessage + for<'de> ReadBody<'de> + PartialEq + Debug,
{
    assert_eq!(message.to_envelope().unwrap(), body(content));
    reads_message(content, message);
}

#[track_caller]
fn reads_message<B>(content: &str, message: &B)
where
    B: for<'de> ReadBody<'de> + PartialEq + Debug,
{
    match both_messages::<B>(&body(content)) {
        Ok(read) => assert_eq!(read, *message, "{content}"),
        Err(error) => panic!("{content}: {error}"),
    }
}

// Whose namespace: `namespace`, `prefix`, `unqualified`, `namespace_alias`.

mod namespaces {
    pub(crate) const CONSTANT: &str = "urn:constant";
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:literal")]
struct ByLiteral {
    item: u8,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = namespaces::CONSTANT)]
struct ByConstant {
    item: u8,
}

#[test]
fn namespace_by_literal_and_by_constant() {
    same(
        &ByLiteral { item: 1 },
        r#"<ByLiteral xmlns="urn:literal"><Item>1</Item></ByLiteral>"#,
    );
    same(
        &ByConstant { item: 2 },
        r#"<ByConstant xmlns="urn:constant"><Item>2</Item></ByConstant>"#,
    );
    let error =
        refused::<ByConstant>("<ByConstant xmlns='urn:literal'><Item>2</Item></ByConstant>");
    assert!(matches!(error.kind(), ErrorKind::WrongElement { .. }));
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "")]
struct NowhereMessage {
    item: u8,
}

#[derive(Debug, PartialEq, SoapType)]
struct NowhereType {
    item: u8,
}

#[test]
fn namespace_of_none() {
    same_message(
        &NowhereMessage { item: 1 },
        "<NowhereMessage><Item>1</Item></NowhereMessage>",
    );
    assert_eq!(<NowhereMessage as NamedMessage>::NAMESPACE, "");
    same(
        &NowhereType { item: 1 },
        "<NowhereType><Item>1</Item></NowhereType>",
    );
    let error = refused::<NowhereType>("<NowhereType xmlns='urn:a'><Item>1</Item></NowhereType>");
    assert!(matches!(error.kind(), ErrorKind::WrongElement { .. }));
}

/// Without a namespace of its own: its fields have that of the element.
#[derive(Clone, Debug, PartialEq, SoapType)]
struct Inheriting {
    state: String,
    more: Option<Box<Inheriting>>,
}

fn inheriting(state: &str) -> Inheriting {
    Inheriting {
        state: state.into(),
        more: None,
    }
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t")]
struct Governing {
    inheriting: Inheriting,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m")]
struct DefaultStyle {
    first: Governing,
    second: Inheriting,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:t", prefix = "t")]
struct PrefixedGoverning {
    inheriting: Inheriting,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct PrefixedStyle {
    first: PrefixedGoverning,
    second: Inheriting,
}

#[test]
fn the_struct_that_declares_a_field_names_its_element() {
    same(
        &DefaultStyle {
            first: Governing {
                inheriting: inheriting("a"),
            },
            second: inheriting("b"),
        },
        concat!(
            r#"<DefaultStyle xmlns="urn:m"><First><Inheriting xmlns="urn:t"><State>a</State>"#,
            "</Inheriting></First><Second><State>b</State></Second></DefaultStyle>",
        ),
    );
    same(
        &PrefixedStyle {
            first: PrefixedGoverning {
                inheriting: inheriting("a"),
            },
            second: inheriting("b"),
        },
        concat!(
            r#"<m:PrefixedStyle xmlns:m="urn:m" xmlns:t="urn:t"><m:First><t:Inheriting>"#,
            "<t:State>a</t:State></t:Inheriting></m:First><m:Second><m:State>b</m:State></m:Second>",
            "</m:PrefixedStyle>",
        ),
    );
    // In the namespace of the type, not of the element: not found.
    let error = refused::<DefaultStyle>(
        "<DefaultStyle xmlns='urn:m'><First><Inheriting><State>a</State></Inheriting></First>\
         <Second><State>b</State></Second></DefaultStyle>",
    );
    assert!(matches!(error.kind(), ErrorKind::MissingElement(_)));
}

#[test]
fn an_inherited_namespace_goes_all_the_way_down() {
    let value = PrefixedStyle {
        first: PrefixedGoverning {
            inheriting: Inheriting {
                more: Some(Box::new(inheriting("b"))),
                ..inheriting("a")
            },
        },
        second: inheriting("c"),
    };
    same(
        &value,
        concat!(
            r#"<m:PrefixedStyle xmlns:m="urn:m" xmlns:t="urn:t"><m:First><t:Inheriting>"#,
            "<t:State>a</t:State><t:More><t:State>b</t:State></t:More></t:Inheriting></m:First>",
            "<m:Second><m:State>c</m:State></m:Second></m:PrefixedStyle>",
        ),
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:m", prefix = "m")]
struct Prefixed {
    #[soap(attribute)]
    id: u8,
    item: u8,
}

#[test]
fn prefix_of_a_type() {
    same(
        &Prefixed { id: 1, item: 2 },
        r#"<m:Prefixed xmlns:m="urn:m" Id="1"><m:Item>2</m:Item></m:Prefixed>"#,
    );
    // Never compared.
    reads(
        "<Prefixed xmlns='urn:m' Id='1'><q:Item xmlns:q='urn:m'>2</q:Item></Prefixed>",
        &Prefixed { id: 1, item: 2 },
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Homes {
    inherited: u8,
    #[soap(namespace = "urn:b")]
    own: u8,
    #[soap(namespace = "urn:c", prefix = "c")]
    own_prefixed: u8,
    #[soap(unqualified)]
    unqualified: u8,
    #[soap(namespace = "")]
    nowhere: u8,
    again: u8,
}

#[test]
fn namespace_prefix_and_unqualified_on_a_field() {
    same(
        &Homes {
            inherited: 1,
            own: 2,
            own_prefixed: 3,
            unqualified: 4,
            nowhere: 5,
            again: 6,
        },
        concat!(
            r#"<Homes xmlns="urn:a" xmlns:c="urn:c"><Inherited>1</Inherited>"#,
            r#"<Own xmlns="urn:b">2</Own><c:OwnPrefixed>3</c:OwnPrefixed>"#,
            r#"<Unqualified xmlns="">4</Unqualified><Nowhere xmlns="">5</Nowhere>"#,
            "<Again>6</Again></Homes>",
        ),
    );
    let error = refused::<Homes>(
        "<Homes xmlns='urn:a' xmlns:b='urn:b' xmlns:c='urn:c'><Inherited>1</Inherited>\
         <b:Own>2</b:Own><c:OwnPrefixed>3</c:OwnPrefixed><Unqualified>4</Unqualified>\
         <Nowhere xmlns=''>5</Nowhere><Again>6</Again></Homes>",
    );
    assert!(matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Unqualified"));
}

/// The type of an unqualified field: what is in it inherits no namespace, or has its own again.
#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Unqualifying {
    #[soap(unqualified)]
    part: Inheriting,
    #[soap(unqualified)]
    home: Returning,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Returning {
    item: u8,
}

#[test]
fn below_an_unqualified_element() {
    same(
        &Unqualifying {
            part: inheriting("x"),
            home: Returning { item: 1 },
        },
        concat!(
            r#"<Unqualifying xmlns="urn:a"><Part xmlns=""><State>x</State></Part>"#,
            r#"<Home xmlns=""><Item xmlns="urn:a">1</Item></Home></Unqualifying>"#,
        ),
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct UnqualifiedUnderPrefix {
    #[soap(unqualified)]
    part: u8,
}

#[test]
fn unqualified_under_a_prefix_needs_no_declaration() {
    same(
        &UnqualifiedUnderPrefix { part: 1 },
        r#"<a:UnqualifiedUnderPrefix xmlns:a="urn:a"><Part>1</Part></a:UnqualifiedUnderPrefix>"#,
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct AttributeHomes {
    #[soap(attribute)]
    plain: u8,
    #[soap(attribute, namespace = "urn:a")]
    same: u8,
    #[soap(attribute, namespace = "urn:b")]
    other: u8,
    #[soap(attribute, namespace = "urn:c", prefix = "c")]
    prefixed: u8,
    #[soap(
        attribute,
        namespace = "http://www.w3.org/XML/1998/namespace",
        rename = "lang"
    )]
    language: String,
}

#[test]
fn attributes_are_unqualified_unless_they_say_otherwise() {
    same(
        &AttributeHomes {
            plain: 1,
            same: 2,
            other: 3,
            prefixed: 4,
            language: "de".into(),
        },
        concat!(
            r#"<AttributeHomes xmlns="urn:a" xmlns:c="urn:c" xmlns:ns1="urn:a" xmlns:ns2="urn:b""#,
            r#" Plain="1" ns1:Same="2" ns2:Other="3" c:Prefixed="4" xml:lang="de"/>"#,
        ),
    );
    // A default namespace is none for attributes.
    let error = refused::<AttributeHomes>(
        "<AttributeHomes xmlns='urn:a' xmlns:b='urn:b' xmlns:c='urn:c' Plain='1' Same='2' \
         b:Other='3' c:Prefixed='4' xml:lang='de'/>",
    );
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute(name) if name == "Same"));
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:new", namespace_alias = "urn:old", namespace_alias = namespaces::CONSTANT)]
struct Aliased {
    #[soap(attribute, namespace = "urn:new")]
    id: u8,
    kind: QName,
    part: AliasedPart,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:new")]
struct AliasedPart {
    item: u8,
}

#[test]
fn namespace_alias_is_understood_everywhere_and_never_written() {
    let message = Aliased {
        id: 1,
        kind: QName::new("urn:new", "Red"),
        part: AliasedPart { item: 2 },
    };
    same_message(
        &message,
        concat!(
            r#"<Aliased xmlns="urn:new" xmlns:ns1="urn:new" ns1:Id="1"><Kind>ns1:Red</Kind>"#,
            "<Part><Item>2</Item></Part></Aliased>",
        ),
    );
    for (one, two) in [
        ("urn:old", "urn:old"),
        ("urn:constant", "urn:constant"),
        ("urn:old", "urn:new"),
        ("urn:new", "urn:constant"),
    ] {
        let content = format!(
            "<a:Aliased xmlns:a='{one}' xmlns:b='{two}' b:Id='1'><b:Kind>a:Red</b:Kind>\
             <a:Part><b:Item>2</b:Item></a:Part></a:Aliased>"
        );
        reads_message(&content, &message);
    }
    // One attribute under two spellings is there twice, though the document is well-formed.
    let twice = "<a:Aliased xmlns:a='urn:old' xmlns:b='urn:new' a:Id='1' b:Id='1'><b:Kind>a:Red\
         </b:Kind><a:Part><b:Item>2</b:Item></a:Part></a:Aliased>";
    let error = both_messages::<Aliased>(&body(twice)).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
}

// Names: `rename`, `rename_all`, `alias`.

#[derive(Debug, PartialEq, SoapType)]
#[soap(rename = "Größe")]
struct Renamed {
    #[soap(attribute, rename = "ID")]
    id: u8,
    #[soap(rename = "entry-Id.1")]
    entry: String,
    r#type: u8,
    call_id: u8,
    kind: RenamedKind,
}

#[derive(Debug, PartialEq, SoapType)]
enum RenamedKind {
    #[soap(rename = "1st-rate & more")]
    First,
    Second,
}

#[test]
fn rename_of_types_fields_attributes_and_values() {
    same(
        &Renamed {
            id: 1,
            entry: "x".into(),
            r#type: 2,
            call_id: 3,
            kind: RenamedKind::First,
        },
        concat!(
            r#"<Größe ID="1"><entry-Id.1>x</entry-Id.1><Type>2</Type><CallId>3</CallId>"#,
            "<Kind>1st-rate &amp; more</Kind></Größe>",
        ),
    );
    assert_eq!(<Renamed as Root>::NAME, "Größe");
    reads("<RenamedKind>Second</RenamedKind>", &RenamedKind::Second);
    refused::<RenamedKind>("<RenamedKind>First</RenamedKind>");
}

macro_rules! styles {
    ($($test:ident, $style:literal: $attribute:literal, $element:literal, $value:literal;)*) => {
        $(
            #[test]
            fn $test() {
                #[derive(Debug, PartialEq, SoapType)]
                #[soap(rename_all = $style)]
                struct Type {
                    #[soap(attribute)]
                    long_name: u8,
                    call_state: State,
                    #[soap(rename = "As_Is")]
                    renamed: u8,
                }

                #[derive(Debug, PartialEq, SoapType)]
                #[soap(rename_all = $style)]
                enum State {
                    UserBusy,
                    #[soap(rename = "As_Is")]
                    Renamed,
                }

                // The type's own name is none that the key changes.
                same(
                    &Type { long_name: 1, call_state: State::UserBusy, renamed: 2 },
                    concat!(
                        "<Type ", $attribute, "=\"1\"><", $element, ">", $value, "</", $element,
                        "><As_Is>2</As_Is></Type>",
                    ),
                );
                same(&State::Renamed, "<State>As_Is</State>");
            }
        )*
    };
}

styles! {
    rename_all_lower, "lowercase": "long_name", "call_state", "userbusy";
    rename_all_upper, "UPPERCASE": "LONG_NAME", "CALL_STATE", "USERBUSY";
    rename_all_pascal, "PascalCase": "LongName", "CallState", "UserBusy";
    rename_all_camel, "camelCase": "longName", "callState", "userBusy";
    rename_all_snake, "snake_case": "long_name", "call_state", "user_busy";
    rename_all_screaming_snake, "SCREAMING_SNAKE_CASE": "LONG_NAME", "CALL_STATE", "USER_BUSY";
    rename_all_kebab, "kebab-case": "long-name", "call-state", "user-busy";
    rename_all_screaming_kebab, "SCREAMING-KEBAB-CASE": "LONG-NAME", "CALL-STATE", "USER-BUSY";
    rename_all_verbatim, "verbatim": "long_name", "call_state", "UserBusy";
}

#[derive(Debug, PartialEq, SoapType)]
struct WithAlias {
    #[soap(attribute, alias = "ID", alias = "Nr")]
    id: u8,
    #[soap(alias = "base64FolderID", alias = "Folder", rename = "base64FolderId")]
    folder: String,
    #[soap(alias = "Item")]
    items: Vec<u8>,
    state: AliasedState,
}

#[derive(Debug, PartialEq, SoapType)]
enum AliasedState {
    #[soap(alias = "Canceled", alias = "Gone")]
    Cancelled,
}

#[test]
fn alias_is_read_and_never_written() {
    let value = WithAlias {
        id: 1,
        folder: "x".into(),
        items: vec![1, 2, 3],
        state: AliasedState::Cancelled,
    };
    same(
        &value,
        concat!(
            r#"<WithAlias Id="1"><base64FolderId>x</base64FolderId><Items>1</Items>"#,
            "<Items>2</Items><Items>3</Items><State>Cancelled</State></WithAlias>",
        ),
    );
    for (id, folder, state) in [
        ("ID", "base64FolderID", "Canceled"),
        ("Nr", "Folder", "Gone"),
    ] {
        reads(
            &format!(
                "<WithAlias {id}='1'><{folder}>x</{folder}><Item>1</Item><Items>2</Items>\
                 <Item>3</Item><State>{state}</State></WithAlias>"
            ),
            &value,
        );
    }
    // Under two names it is still there twice.
    for twice in [
        "<WithAlias Id='1' ID='1'><Folder>x</Folder><State>Gone</State></WithAlias>",
        "<WithAlias Id='1'><Folder>x</Folder><base64FolderId>x</base64FolderId><State>Gone</State>\
         </WithAlias>",
    ] {
        let error = refused::<WithAlias>(twice);
        assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
    }
}

// `inner`.

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", prefix = "a", inner = "Result")]
struct InnerMessage {
    #[soap(attribute)]
    id: Option<u8>,
    item: Option<u8>,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(inner = "InnerText")]
struct InnerText {
    #[soap(text)]
    text: String,
}

#[test]
fn inner_has_the_fields_the_attributes_and_the_text() {
    same_message(
        &InnerMessage {
            id: Some(1),
            item: Some(2),
        },
        concat!(
            r#"<a:InnerMessage xmlns:a="urn:a"><a:Result Id="1"><a:Item>2</a:Item></a:Result>"#,
            "</a:InnerMessage>",
        ),
    );
    same_message(
        &InnerMessage {
            id: None,
            item: None,
        },
        r#"<a:InnerMessage xmlns:a="urn:a"><a:Result/></a:InnerMessage>"#,
    );
    same(
        &InnerText { text: "x y".into() },
        "<InnerText><InnerText>x y</InnerText></InnerText>",
    );
}

#[test]
fn inner_stands_once() {
    let kind = |content: &str| {
        let content = format!("<InnerMessage xmlns='urn:a'>{content}</InnerMessage>");
        both_messages::<InnerMessage>(&body(&content)).unwrap_err()
    };
    for missing in ["", "<Item>2</Item>", "<Result xmlns='urn:b'/>"] {
        let error = kind(missing);
        assert!(
            matches!(error.kind(), ErrorKind::MissingElement(name) if name == "Result"),
            "{error}"
        );
    }
    let error = kind("<Result/><Result/>");
    assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
    // What stands beside it is unknown, and skipped.
    reads_message(
        "<InnerMessage xmlns='urn:a' Id='9'><Item>9</Item><Result/><Item>9</Item></InnerMessage>",
        &InnerMessage {
            id: None,
            item: None,
        },
    );
}

// What only messages have: `action`, `version`, `response`, and where the runtime is.

const ACTION: &str = "urn:a/ByConstant";

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", action = "urn:a/Ask", response = Answer)]
struct Ask {}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", version = "1.2", action = ACTION)]
struct Answer {}

#[test]
fn action_version_and_response() {
    assert_eq!(Ask::ACTION, Some("urn:a/Ask"));
    assert_eq!(Ask {}.action(), Some("urn:a/Ask"));
    assert_eq!(Ask::VERSION, SoapVersion::V1_1);
    assert_eq!(Answer::ACTION, Some("urn:a/ByConstant"));
    assert_eq!(Answer::VERSION, SoapVersion::V1_2);
    assert_eq!(NowhereMessage::ACTION, None);
    assert_eq!(NowhereMessage { item: 1 }.action(), None);
    same_message(&Ask {}, r#"<Ask xmlns="urn:a"/>"#);
    let answer = concat!(
        r#"<?xml version="1.0" encoding="utf-8"?>"#,
        r#"<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body>"#,
        r#"<Answer xmlns="urn:a"/></soap:Body></soap:Envelope>"#,
    );
    assert_eq!(Answer {}.to_envelope().unwrap(), answer);
    assert_eq!(
        both_messages::<<Ask as SoapOperation>::Response>(answer).unwrap(),
        Answer {}
    );
    // Read in either version.
    reads_message("<Answer xmlns='urn:a'/>", &Answer {});
}

mod renamed {
    pub(crate) use ::um_messages as runtime;
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(crate = renamed::runtime, namespace = "urn:a")]
struct RuntimeElsewhere {
    kind: RuntimeKind,
    part: RuntimePart,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = crate::renamed::runtime)]
enum RuntimeKind {
    One,
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(crate = self::renamed::runtime)]
struct RuntimePart(u8);

#[test]
fn the_runtime_under_another_path() {
    same_message(
        &RuntimeElsewhere {
            kind: RuntimeKind::One,
            part: RuntimePart(1),
        },
        r#"<RuntimeElsewhere xmlns="urn:a"><Kind>One</Kind><Part>1</Part></RuntimeElsewhere>"#,
    );
}

// `deny_unknown_fields`.

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", deny_unknown_fields)]
struct Denying {
    #[soap(attribute)]
    id: Option<u8>,
    item: u8,
    lenient: Option<Lenient>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Lenient {
    item: u8,
}

#[test]
fn unknown_elements_and_attributes_are_denied_where_it_is_asked_for() {
    let denying = |lenient| Denying {
        id: Some(1),
        item: 2,
        lenient,
    };
    same(
        &denying(Some(Lenient { item: 3 })),
        concat!(
            r#"<Denying xmlns="urn:a" Id="1"><Item>2</Item><Lenient><Item>3</Item></Lenient>"#,
            "</Denying>",
        ),
    );
    // Declarations, `xml:*` and `xsi:*` are never unknown, and the key is not inherited.
    reads(
        "<Denying xmlns='urn:a' xmlns:x='urn:x' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' \
         xml:lang='de' xsi:schemaLocation='a b' Id='1'><Item>2</Item>\
         <Lenient What='ever'><Any/><Item>3</Item></Lenient></Denying>",
        &denying(Some(Lenient { item: 3 })),
    );
    for unknown in [
        "<Denying xmlns='urn:a' Id='1'><Item>2</Item><Item xmlns='urn:b'/></Denying>",
        "<Denying xmlns='urn:a' Id='1'><New/><Item>2</Item></Denying>",
    ] {
        let error = refused::<Denying>(unknown);
        assert!(
            matches!(error.kind(), ErrorKind::UnknownElement(_)),
            "{error}"
        );
    }
    for unknown in [
        "<Denying xmlns='urn:a' Id='1' New='1'><Item>2</Item></Denying>",
        "<Denying xmlns='urn:a' Id='1' xmlns:a='urn:a' a:Id='1'><Item>2</Item></Denying>",
    ] {
        let error = refused::<Denying>(unknown);
        assert!(
            matches!(error.kind(), ErrorKind::UnknownAttribute(_)),
            "{error}"
        );
    }
}

// `attribute`, `text`.

#[derive(Debug, PartialEq, SoapType)]
struct Attributes {
    #[soap(attribute)]
    text: String,
    #[soap(attribute)]
    maybe: Option<String>,
    #[soap(attribute)]
    number: i64,
    #[soap(attribute)]
    flag: bool,
    #[soap(attribute)]
    kind: RenamedKind,
    #[soap(attribute)]
    name: Option<QName>,
    #[soap(attribute)]
    boxed: Option<Box<u8>>,
}

fn attributes() -> Attributes {
    Attributes {
        text: String::new(),
        maybe: None,
        number: -1,
        flag: true,
        kind: RenamedKind::Second,
        name: None,
        boxed: None,
    }
}

#[test]
fn attribute_of_every_simple_type() {
    same(
        &attributes(),
        r#"<Attributes Text="" Number="-1" Flag="true" Kind="Second"/>"#,
    );
    same(
        &Attributes {
            text: "\"<&>'\t\r\n ]]>".into(),
            maybe: Some(String::new()),
            name: Some(QName::new("urn:x", "Red")),
            boxed: Some(Box::new(9)),
            ..attributes()
        },
        concat!(
            r#"<Attributes xmlns:ns1="urn:x" Text="&quot;&lt;&amp;&gt;'&#x9;&#xD;&#xA; ]]&gt;" Maybe="""#,
            r#" Number="-1" Flag="true" Kind="Second" Name="ns1:Red" Boxed="9"/>"#,
        ),
    );
    let error = refused::<Attributes>("<Attributes Number='-1' Flag='1' Kind='Second'/>");
    assert!(matches!(error.kind(), ErrorKind::MissingAttribute(name) if name == "Text"));
}

#[derive(Debug, PartialEq, SoapType)]
struct TextAndAttributes {
    #[soap(attribute)]
    unit: String,
    #[soap(text)]
    amount: f64,
}

#[derive(Debug, PartialEq, SoapType)]
struct TextAlone {
    #[soap(text)]
    text: String,
}

#[test]
fn text_beside_attributes_and_alone() {
    same(
        &TextAndAttributes {
            unit: "kg".into(),
            amount: 1.5,
        },
        r#"<TextAndAttributes Unit="kg">1.5</TextAndAttributes>"#,
    );
    for text in ["", " ", " a b ", "\n"] {
        let value = TextAlone { text: text.into() };
        reads(&format!("<TextAlone>{text}</TextAlone>"), &value);
    }
    same(
        &TextAlone {
            text: "\r<]]>\t\n\"'& ".into(),
        },
        "<TextAlone>&#xD;&lt;]]&gt;\t\n\"'&amp; </TextAlone>",
    );
    let error = refused::<TextAlone>("<TextAlone>x<y/></TextAlone>");
    assert!(
        matches!(error.kind(), ErrorKind::UnexpectedChild(_)),
        "{error}"
    );
}

// `default`, `skip`, `skip_if`, and how often a field stands.

fn seven() -> u8 {
    7
}

#[derive(Debug, PartialEq, SoapType)]
struct Defaults {
    #[soap(attribute, default)]
    id: u8,
    #[soap(attribute, default = "seven")]
    level: u8,
    #[soap(default)]
    item: u8,
    #[soap(default = "seven")]
    count: u8,
    #[soap(default = "Defaults::text")]
    text: String,
    #[soap(default = "Defaults::list")]
    list: Vec<u8>,
}

impl Defaults {
    fn text() -> String {
        "none".into()
    }

    fn list() -> Vec<u8> {
        vec![1]
    }
}

#[test]
fn default_stands_for_what_is_absent() {
    reads(
        "<Defaults/>",
        &Defaults {
            id: 0,
            level: 7,
            item: 0,
            count: 7,
            text: "none".into(),
            list: vec![1],
        },
    );
    // It is written all the same, and read as it stands: empty is not absent.
    same(
        &Defaults {
            id: 0,
            level: 0,
            item: 0,
            count: 0,
            text: String::new(),
            list: vec![2, 3],
        },
        concat!(
            r#"<Defaults Id="0" Level="0"><Item>0</Item><Count>0</Count><Text/>"#,
            "<List>2</List><List>3</List></Defaults>",
        ),
    );
    for empty in ["<Defaults Id=''/>", "<Defaults><Item/></Defaults>"] {
        let error = refused::<Defaults>(empty);
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
    }
    let nil = "<Defaults><Item xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/>\
         </Defaults>";
    assert!(matches!(refused::<Defaults>(nil).kind(), ErrorKind::Nil));
}

#[derive(Debug, PartialEq, SoapType)]
struct Skipping {
    item: u8,
    #[soap(skip)]
    cache: Option<String>,
    #[soap(skip, default = "seven")]
    level: u8,
    #[soap(skip)]
    marker: PhantomData<u8>,
}

#[test]
fn skip_is_neither_written_nor_read() {
    let value = Skipping {
        item: 1,
        cache: Some("x".into()),
        level: 9,
        marker: PhantomData,
    };
    assert_eq!(
        xml::to_string(&value).unwrap(),
        "<Skipping><Item>1</Item></Skipping>"
    );
    for document in [
        "<Skipping><Item>1</Item></Skipping>",
        "<Skipping><Cache>x</Cache><Item>1</Item><Level>9</Level></Skipping>",
    ] {
        reads(
            document,
            &Skipping {
                item: 1,
                cache: None,
                level: 7,
                marker: PhantomData,
            },
        );
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the key passes the field by reference"
)]
fn is_seven(number: &u8) -> bool {
    *number == 7
}

#[derive(Debug, PartialEq, SoapType)]
struct SkippingIf {
    #[soap(attribute, default = "seven", skip_if = "is_seven")]
    level: u8,
    #[soap(skip_if = "Option::is_none")]
    item: Option<u8>,
    #[soap(default, skip_if = "String::is_empty")]
    text: String,
    #[soap(skip_if = "Vec::is_empty")]
    list: Vec<u8>,
}

#[test]
fn skip_if_leaves_out_what_is_read_back() {
    same(
        &SkippingIf {
            level: 7,
            item: None,
            text: String::new(),
            list: Vec::new(),
        },
        "<SkippingIf/>",
    );
    same(
        &SkippingIf {
            level: 8,
            item: Some(7),
            text: "x".into(),
            list: vec![7],
        },
        r#"<SkippingIf Level="8"><Item>7</Item><Text>x</Text><List>7</List></SkippingIf>"#,
    );
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Part {
    item: u8,
}

#[expect(clippy::vec_box, reason = "a box stands for its content everywhere")]
#[derive(Debug, PartialEq, SoapType)]
struct HowOften {
    once: u8,
    once_complex: Part,
    maybe: Option<String>,
    maybe_complex: Option<Part>,
    many: Vec<String>,
    many_complex: Vec<Part>,
    boxed: Box<u8>,
    boxed_complex: Box<Part>,
    maybe_boxed: Option<Box<Part>>,
    many_boxed: Vec<Box<Part>>,
}

fn how_often() -> HowOften {
    HowOften {
        once: 1,
        once_complex: Part { item: 2 },
        maybe: None,
        maybe_complex: None,
        many: Vec::new(),
        many_complex: Vec::new(),
        boxed: Box::new(3),
        boxed_complex: Box::new(Part { item: 4 }),
        maybe_boxed: None,
        many_boxed: Vec::new(),
    }
}

const ONCE: &str = "<Once>1</Once>";
const ONCE_COMPLEX: &str = "<OnceComplex><Item>2</Item></OnceComplex>";
const BOXED: &str = "<Boxed>3</Boxed>";
const BOXED_COMPLEX: &str = "<BoxedComplex><Item>4</Item></BoxedComplex>";

#[test]
fn a_fields_type_says_how_often_it_stands() {
    same(
        &how_often(),
        &format!("<HowOften>{ONCE}{ONCE_COMPLEX}{BOXED}{BOXED_COMPLEX}</HowOften>"),
    );
    let part = |item| Part { item };
    let full = HowOften {
        maybe: Some(String::new()),
        maybe_complex: Some(part(5)),
        many: vec!["a".into(), String::new()],
        many_complex: vec![part(6), part(7)],
        maybe_boxed: Some(Box::new(part(8))),
        many_boxed: vec![Box::new(part(9))],
        ..how_often()
    };
    same(
        &full,
        &format!(
            "<HowOften>{ONCE}{ONCE_COMPLEX}<Maybe/><MaybeComplex><Item>5</Item></MaybeComplex>\
             <Many>a</Many><Many/><ManyComplex><Item>6</Item></ManyComplex><ManyComplex><Item>7\
             </Item></ManyComplex>{BOXED}{BOXED_COMPLEX}<MaybeBoxed><Item>8</Item></MaybeBoxed>\
             <ManyBoxed><Item>9</Item></ManyBoxed></HowOften>"
        ),
    );
    // In any order, and the items of a list between others.
    reads(
        &format!(
            "<HowOften><ManyComplex><Item>6</Item></ManyComplex>{BOXED}<Many>a</Many>{ONCE}\
             <MaybeBoxed><Item>8</Item></MaybeBoxed><Maybe></Maybe><Many></Many>{BOXED_COMPLEX}\
             <ManyBoxed><Item>9</Item></ManyBoxed><ManyComplex><Item>7</Item></ManyComplex>\
             {ONCE_COMPLEX}<MaybeComplex><Item>5</Item></MaybeComplex></HowOften>"
        ),
        &full,
    );
}

#[test]
fn what_stands_too_often_or_not_at_all() {
    let all = [ONCE, ONCE_COMPLEX, BOXED, BOXED_COMPLEX];
    for left_out in all {
        let rest = all.concat().replace(left_out, "");
        let error = refused::<HowOften>(&format!("<HowOften>{rest}</HowOften>"));
        assert!(
            matches!(error.kind(), ErrorKind::MissingElement(_)),
            "{error}"
        );
    }
    let maybe = "<Maybe/><MaybeComplex><Item>5</Item></MaybeComplex>\
         <MaybeBoxed><Item>8</Item></MaybeBoxed>";
    let single = [
        ONCE,
        ONCE_COMPLEX,
        BOXED,
        BOXED_COMPLEX,
        "<Maybe/>",
        "<MaybeComplex><Item>5</Item></MaybeComplex>",
        "<MaybeBoxed><Item>8</Item></MaybeBoxed>",
    ];
    for twice in single {
        let all = all.concat();
        let error = refused::<HowOften>(&format!("<HowOften>{all}{maybe}{twice}</HowOften>"));
        assert!(matches!(error.kind(), ErrorKind::Duplicate(_)), "{error}");
    }
}

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:tree")]
struct Tree {
    #[soap(attribute)]
    name: String,
    only: Option<Box<Tree>>,
    branch: Vec<Self>,
    leaf: Option<Leaf>,
}

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Leaf {
    tree: Vec<Tree>,
}

fn tree(name: &str) -> Tree {
    Tree {
        name: name.into(),
        only: None,
        branch: Vec::new(),
        leaf: None,
    }
}

#[test]
fn recursive_types() {
    let value = Tree {
        only: Some(Box::new(tree("b"))),
        branch: vec![
            Tree {
                branch: vec![tree("d")],
                ..tree("c")
            },
            tree("e"),
        ],
        leaf: Some(Leaf {
            tree: vec![tree("f"), tree("g")],
        }),
        ..tree("a")
    };
    same(
        &value,
        concat!(
            r#"<Tree xmlns="urn:tree" Name="a"><Only Name="b"/><Branch Name="c"><Branch Name="d"/>"#,
            r#"</Branch><Branch Name="e"/><Leaf><Tree Name="f"/><Tree Name="g"/></Leaf></Tree>"#,
        ),
    );
}

// Enums of unit variants, and `other`.

#[derive(Clone, Debug, PartialEq, SoapType)]
enum Open {
    Idle,
    #[soap(rename = "user-busy")]
    UserBusy,
    #[soap(other)]
    Unknown(String),
}

#[derive(Debug, PartialEq, SoapType)]
struct Values {
    #[soap(attribute)]
    attribute: Open,
    open: Open,
    closed: RenamedKind,
    list: Vec<Open>,
}

#[test]
fn other_keeps_what_is_not_known() {
    same(
        &Values {
            attribute: Open::Unknown("Not \"known\"".into()),
            open: Open::UserBusy,
            closed: RenamedKind::Second,
            list: vec![Open::Idle, Open::Unknown("<new>".into())],
        },
        concat!(
            r#"<Values Attribute="Not &quot;known&quot;"><Open>user-busy</Open>"#,
            "<Closed>Second</Closed><List>Idle</List><List>&lt;new&gt;</List></Values>",
        ),
    );
    // White space around a value is none of it (XML Schema part 2, section 4.3.6).
    reads("<Open>\n  user-busy\t</Open>", &Open::UserBusy);
    // A value that is known has one spelling.
    reads("<Open>idle</Open>", &Open::Unknown("idle".into()));
    for closed in ["", "second", "SecondX", "Secon", "user-busy"] {
        let error = refused::<RenamedKind>(&format!("<RenamedKind>{closed}</RenamedKind>"));
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
    }
}

// Newtypes.

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Id(u32);

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Ids(Id);

#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:n", prefix = "n", rename = "Named")]
struct NamedPart(Part);

#[derive(Clone, Debug, PartialEq, SoapType)]
struct NewState(Open);

#[derive(Debug, PartialEq, SoapType)]
struct Newtypes {
    #[soap(attribute)]
    attribute: Id,
    #[soap(attribute)]
    maybe: Option<Ids>,
    element: Id,
    nested: Option<Ids>,
    list: Vec<Id>,
    part: NamedPart,
    state: NewState,
}

#[derive(Debug, PartialEq, SoapType)]
struct NewtypeText {
    #[soap(text)]
    id: Ids,
}

#[test]
fn a_newtype_stands_for_its_content() {
    same(
        &Newtypes {
            attribute: Id(1),
            maybe: Some(Ids(Id(2))),
            element: Id(3),
            nested: Some(Ids(Id(4))),
            list: vec![Id(5), Id(6)],
            part: NamedPart(Part { item: 7 }),
            state: NewState(Open::Idle),
        },
        concat!(
            r#"<Newtypes Attribute="1" Maybe="2"><Element>3</Element><Nested>4</Nested>"#,
            "<List>5</List><List>6</List><Part><Item>7</Item></Part><State>Idle</State></Newtypes>",
        ),
    );
    same(
        &NewtypeText { id: Ids(Id(8)) },
        "<NewtypeText>8</NewtypeText>",
    );
    // Its own name counts where nobody else names it.
    same(&Ids(Id(9)), "<Ids>9</Ids>");
    same(
        &NamedPart(Part { item: 1 }),
        r#"<n:Named xmlns:n="urn:n"><n:Item>1</n:Item></n:Named>"#,
    );
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:n", action = "urn:n/NewMessage", response = NewMessage)]
struct NewMessage(Part);

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(
    namespace = "urn:n",
    prefix = "n",
    rename = "Text",
    namespace_alias = "urn:o"
)]
struct TextMessage(String);

#[test]
fn a_newtype_is_a_message() {
    same_message(
        &NewMessage(Part { item: 1 }),
        r#"<NewMessage xmlns="urn:n"><Item>1</Item></NewMessage>"#,
    );
    same_message(
        &TextMessage("x".into()),
        r#"<n:Text xmlns:n="urn:n">x</n:Text>"#,
    );
    reads_message("<Text xmlns='urn:o'>x</Text>", &TextMessage("x".into()));
    assert_eq!(NewMessage::ACTION, Some("urn:n/NewMessage"));
}

// The three spellings of nothing.

#[derive(Debug, PartialEq, SoapType)]
struct Unit;

#[derive(Debug, PartialEq, SoapType)]
struct Braces {}

#[derive(Debug, PartialEq, SoapType)]
struct Nothings {
    unit: Unit,
    braces: Option<Braces>,
    nothing: (),
    many: Vec<Unit>,
}

#[test]
fn types_without_content() {
    same(
        &Nothings {
            unit: Unit,
            braces: Some(Braces {}),
            nothing: (),
            many: vec![Unit, Unit],
        },
        "<Nothings><Unit/><Braces/><Nothing/><Many/><Many/></Nothings>",
    );
    // What a newer peer has put there is unknown, and skipped; text is not.
    reads("<Unit New='1'>\n <New/>\n</Unit>", &Unit);
    let error = refused::<Unit>("<Unit>x</Unit>");
    assert!(
        matches!(error.kind(), ErrorKind::UnexpectedText(_)),
        "{error}"
    );
    refused::<Nothings>("<Nothings><Unit/><Nothing>x</Nothing></Nothings>");
}

// The message enum.

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(version = "1.2")]
enum Request {
    Answer(Answer),
    Later(Later),
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:a", version = "1.2")]
struct Later(u8);

#[derive(Debug, PartialEq, SoapMessage)]
enum Either {
    Ask(Ask),
    Text(TextMessage),
    OtherAsk(other::Ask),
}

mod other {
    use super::SoapMessage;

    #[derive(Debug, PartialEq, SoapMessage)]
    #[soap(namespace = "urn:other", action = "urn:other/Ask")]
    pub(crate) struct Ask {
        pub(crate) item: u8,
    }
}

#[test]
fn a_message_enum_goes_by_qualified_name() {
    assert_eq!(Request::VERSION, SoapVersion::V1_2);
    assert_eq!(Either::VERSION, SoapVersion::V1_1);
    same_message(&Either::Ask(Ask {}), r#"<Ask xmlns="urn:a"/>"#);
    same_message(
        &Either::OtherAsk(other::Ask { item: 1 }),
        r#"<Ask xmlns="urn:other"><Item>1</Item></Ask>"#,
    );
    same_message(
        &Either::Text(TextMessage("x".into())),
        r#"<n:Text xmlns:n="urn:n">x</n:Text>"#,
    );
    assert_eq!(
        Either::OtherAsk(other::Ask { item: 1 }).action(),
        Some("urn:other/Ask")
    );
    assert_eq!(Either::Ask(Ask {}).action(), Some("urn:a/Ask"));
    // Aliases of a variant's message are understood.
    reads_message(
        "<Text xmlns='urn:o'>x</Text>",
        &Either::Text(TextMessage("x".into())),
    );
    reads_message("<Later xmlns='urn:a'>1</Later>", &Request::Later(Later(1)));
    let written = Request::Answer(Answer {}).to_envelope().unwrap();
    assert_eq!(written, Answer {}.to_envelope().unwrap());
    assert_eq!(
        both_messages::<Request>(&written).unwrap(),
        Request::Answer(Answer {})
    );
    let error = both_messages::<Either>(&body("<Ask xmlns='urn:elsewhere'/>")).unwrap_err();
    let ErrorKind::WrongElement { found, expected } = error.kind() else {
        panic!("{error}");
    };
    assert_eq!(*found, QName::new("urn:elsewhere", "Ask"));
    let expected: Vec<_> = expected.iter().map(ToString::to_string).collect();
    assert_eq!(expected, ["{urn:a}Ask", "{urn:n}Text", "{urn:other}Ask"]);
}

// Generics and lifetimes.

#[derive(Clone, Debug, PartialEq, SoapType)]
struct Page<T> {
    #[soap(attribute)]
    offset: u32,
    item: Vec<T>,
    last: Option<Box<Page<T>>>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Pair<A, B = u8>
where
    A: Clone,
{
    #[soap(attribute)]
    key: A,
    value: B,
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:g", prefix = "g")]
struct Generic<T, const N: usize> {
    page: Page<T>,
    #[soap(skip)]
    size: PhantomData<[u8; N]>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Wrapped<T>(T);

#[test]
fn generic_types() {
    same(
        &Page {
            offset: 1,
            item: vec![Part { item: 2 }],
            last: Some(Box::new(Page {
                offset: 3,
                item: Vec::new(),
                last: None,
            })),
        },
        r#"<Page Offset="1"><Item><Item>2</Item></Item><Last Offset="3"/></Page>"#,
    );
    same(
        &Pair::<_> {
            key: String::from("k"),
            value: 1,
        },
        r#"<Pair Key="k"><Value>1</Value></Pair>"#,
    );
    same(
        &Wrapped(Part { item: 1 }),
        "<Wrapped><Item>1</Item></Wrapped>",
    );
    same(&Wrapped(1_u8), "<Wrapped>1</Wrapped>");
    same_message(
        &Generic::<String, 3> {
            page: Page {
                offset: 1,
                item: vec!["x".into()],
                last: None,
            },
            size: PhantomData,
        },
        concat!(
            r#"<g:Generic xmlns:g="urn:g"><g:Page Offset="1"><g:Item>x</g:Item></g:Page>"#,
            "</g:Generic>",
        ),
    );
}

#[derive(Debug, PartialEq, SoapMessage)]
#[soap(namespace = "urn:l")]
struct Lending<'a> {
    #[soap(attribute)]
    id: Cow<'a, str>,
    title: Cow<'a, str>,
    part: LendingPart<'a>,
}

#[derive(Debug, PartialEq, SoapType)]
struct LendingPart<'a> {
    #[soap(text)]
    text: Cow<'a, str>,
}

#[derive(Debug, PartialEq, SoapType)]
struct Borrowing<'a> {
    #[soap(attribute)]
    id: &'a str,
    text: &'a str,
}

#[test]
fn lifetimes() {
    let content =
        r#"<Lending xmlns="urn:l" Id="1"><Title>a &amp; b</Title><Part>plain</Part></Lending>"#;
    let document = body(content);
    let value = Lending {
        id: "1".into(),
        title: "a & b".into(),
        part: LendingPart {
            text: "plain".into(),
        },
    };
    assert_eq!(value.to_envelope().unwrap(), document);
    let read = Lending::from_envelope(&document).unwrap();
    assert_eq!(read, value);
    // Borrowed where the text stands as it is.
    assert!(matches!(read.part.text, Cow::Borrowed(_)));
    assert!(matches!(read.title, Cow::Owned(_)));
    let read = judge(&document, &ReadOptions::new(), &|reader| {
        let read = um_messages::Envelope::<Lending<'_>>::from_reader(reader)?.into_body();
        Ok((
            read.id.into_owned(),
            read.title.into_owned(),
            read.part.text.into_owned(),
        ))
    });
    assert_eq!(read.unwrap(), ("1".into(), "a & b".into(), "plain".into()));
}

#[test]
fn borrowed_strings() {
    let document = r#"<Borrowing Id="1"><Text>plain</Text></Borrowing>"#;
    let value = Borrowing {
        id: "1",
        text: "plain",
    };
    assert_eq!(xml::to_string(&value).unwrap(), document);
    assert_eq!(xml::from_str::<Borrowing<'_>>(document).unwrap(), value);
    for decoded in [
        r#"<Borrowing Id="1"><Text>pl&#x61;in</Text></Borrowing>"#,
        "<Borrowing Id='1\n'><Text>plain</Text></Borrowing>",
        "<Borrowing Id='1'><Text>plain\r\n</Text></Borrowing>",
    ] {
        let error = xml::from_str::<Borrowing<'_>>(decoded).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NotBorrowed), "{error}");
    }
}

// Simple types.

#[derive(Debug, PartialEq, SoapType)]
struct One<T> {
    v: T,
}

/// The value is written as the text, and read from it and from the others.
#[track_caller]
fn simple<T>(value: T, text: &str, others: &[&str])
where
    One<T>: Root + WriteElement + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    let value = One { v: value };
    same(&value, &format!("<One><V>{text}</V></One>"));
    for other in others {
        reads(&format!("<One><V>{other}</V></One>"), &value);
    }
}

#[track_caller]
fn not_simple<T>(texts: &[&str])
where
    One<T>: Root + for<'de> ReadElement<'de> + PartialEq + Debug,
{
    for text in texts {
        let error = refused::<One<T>>(&format!("<One><V>{text}</V></One>"));
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
    }
}

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
    simple(1e300_f64, "1E300", &["1e300", "1E+300"]);
    simple(5e-324_f64, "5E-324", &[]);
    simple(f64::MAX, "1.7976931348623157E308", &[]);
    simple(f32::MIN_POSITIVE, "1.1754944E-38", &[]);
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
    // NaN is not equal to itself, so it is not for `same`, nor for the judge.
    let nan = xml::to_string(&One { v: f64::NAN }).unwrap();
    assert_eq!(nan, "<One><V>NaN</V></One>");
    assert!(xml::from_str::<One<f64>>(&nan).unwrap().v.is_nan());
    not_simple::<f64>(&[
        "", "inf", "Infinity", "infinity", "nan", "-NaN", "1,5", "1.5.", "0x1", "e", ".", "1e",
        "1 5",
    ]);
    not_simple::<f32>(&["inf", "-infinity", "NAN"]);
}

#[test]
fn booleans_characters_and_nothing() {
    simple(true, "true", &["1", " true ", "\n1"]);
    simple(false, "false", &["0"]);
    not_simple::<bool>(&["", "True", "FALSE", "yes", "10", "t"]);
    simple('x', "x", &["&#120;", "<![CDATA[x]]>"]);
    simple('&', "&amp;", &["&#38;"]);
    simple(' ', " ", &["&#32;"]);
    simple('\r', "&#xD;", &["&#13;"]);
    simple('\u{10ffff}', "\u{10ffff}", &[]);
    not_simple::<char>(&["", "ab", " x"]);
    not_simple::<()>(&["x"]);
}

#[test]
fn strings_keep_their_white_space() {
    let text = " a  b\n\tc ";
    simple(
        String::from(text),
        text,
        &["<![CDATA[ a  b]]>&#10;\tc ", " a  b\r\n\tc "],
    );
    simple(Box::<str>::from(text), text, &[]);
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a")]
struct Names {
    #[soap(attribute)]
    attribute: Option<QName>,
    #[soap(attribute, namespace = "urn:b", prefix = "b")]
    other: Option<QName>,
    name: Vec<QName>,
    maybe: Option<NewName>,
}

#[derive(Debug, PartialEq, SoapType)]
struct NewName(QName);

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct PrefixedNames {
    name: Vec<QName>,
}

#[test]
fn qualified_names_in_content() {
    let name = |namespace: &'static str, local: &'static str| QName::new(namespace, local);
    same(
        &Names {
            attribute: Some(name("urn:x", "One")),
            other: Some(name("urn:b", "Two")),
            name: vec![
                name("urn:a", "Three"),
                name("urn:x", "Four"),
                name("urn:y", "Five"),
            ],
            maybe: Some(NewName(name(
                "http://www.w3.org/XML/1998/namespace",
                "lang",
            ))),
        },
        concat!(
            r#"<Names xmlns="urn:a" xmlns:b="urn:b" xmlns:ns1="urn:x" Attribute="ns1:One""#,
            r#" b:Other="b:Two"><Name xmlns:ns2="urn:a">ns2:Three</Name><Name>ns1:Four</Name>"#,
            r#"<Name xmlns:ns2="urn:y">ns2:Five</Name><Maybe>xml:lang</Maybe></Names>"#,
        ),
    );
    // A name in no namespace has no prefix, where there is no default namespace.
    same(
        &PrefixedNames {
            name: vec![name("urn:a", "One"), QName::local_only("Two")],
        },
        concat!(
            r#"<a:PrefixedNames xmlns:a="urn:a"><a:Name>a:One</a:Name><a:Name>Two</a:Name>"#,
            "</a:PrefixedNames>",
        ),
    );
    // Without a prefix, the default namespace counts (XML Schema part 2, section 3.2.18).
    reads(
        "<Names xmlns='urn:a'><Name>One</Name><Name xmlns:q='urn:q'> q:Two\n</Name></Names>",
        &Names {
            attribute: None,
            other: None,
            name: vec![name("urn:a", "One"), name("urn:q", "Two")],
            maybe: None,
        },
    );
    for wrong in ["q:Two", ":Two", "a:", "a:b:c", "", "1", "a b"] {
        let error = refused::<Names>(&format!(
            "<Names xmlns='urn:a' xmlns:a='urn:a'><Name>{wrong}</Name></Names>"
        ));
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
    }
}

/// Minutes, as `h:mm`.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Duration(u32);

impl xml::SimpleType for Duration {
    type Error = &'static str;

    fn from_text(text: &str) -> Result<Self, Self::Error> {
        let parse = |text: &str| text.parse::<u32>().map_err(|_| "hours and minutes");
        let (hours, minutes) = text.split_once(':').ok_or("hours and minutes")?;
        Ok(Self(parse(hours)? * 60 + parse(minutes)?))
    }

    fn to_text(&self) -> Cow<'_, str> {
        format!("{}:{:02}", self.0 / 60, self.0 % 60).into()
    }
}

xml::simple_type!(Duration);

#[derive(Debug, PartialEq, SoapType)]
struct Timed {
    #[soap(attribute)]
    limit: Duration,
    taken: Vec<Duration>,
}

#[test]
fn a_simple_type_of_ones_own() {
    same(
        &Timed {
            limit: Duration(61),
            taken: vec![Duration(0), Duration(125)],
        },
        r#"<Timed Limit="1:01"><Taken>0:00</Taken><Taken>2:05</Taken></Timed>"#,
    );
    let error = refused::<Timed>("<Timed Limit='long'/>");
    assert!(
        error
            .to_string()
            .starts_with("`long` is not hours and minutes, in `Timed/@Limit`"),
        "{error}"
    );
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:a", prefix = "a")]
struct Holding {
    detail: Element,
    more: Vec<Element>,
}

#[test]
fn trees_as_fields() {
    same(
        &Holding {
            detail: Element::new("urn:a", "Detail")
                .with_attribute("", "id", "1")
                .with_text("x")
                .with_child(Element::new("urn:b", "y").with_attribute("urn:c", "z", "\"<"))
                .with_text(" "),
            more: vec![Element::new("urn:a", "More")],
        },
        concat!(
            r#"<a:Holding xmlns:a="urn:a"><a:Detail id="1">x<y xmlns="urn:b" xmlns:ns1="urn:c""#,
            r#" ns1:z="&quot;&lt;"/> </a:Detail><a:More/></a:Holding>"#,
        ),
    );
}
