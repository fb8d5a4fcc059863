//! Structs held against a WSDL: each kind of difference, and the messages of Exchange against their contract.

use std::path::Path;

use um_messages::schema::{self, Operation, Wsdl};
use um_messages::xml::{Nillable, Root, WriteElement};
use um_messages::{SoapMessage, SoapType, ews, um};

/// A schema in `urn:a`, whose local elements are qualified.
fn schema(components: &str) -> Wsdl {
    let text = format!(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' xmlns:a='urn:a' targetNamespace='urn:a' elementFormDefault='qualified'>\n{components}\n</xs:schema>"
    );
    Wsdl::from_text("a.xsd", text).unwrap()
}

/// An element `Call` with this type inside.
fn call(content: &str) -> Wsdl {
    schema(&format!(
        "<xs:element name='Call'><xs:complexType>\n{content}\n</xs:complexType></xs:element>"
    ))
}

#[track_caller]
fn assert_differences<T: Root + WriteElement>(wsdl: &Wsdl, expected: &[&str]) {
    let found = schema::check::<T>(wsdl);
    let found = found.err().map(|differences| differences.to_string());
    let expected = expected
        .iter()
        .flat_map(|line| [line, "\n"])
        .collect::<String>();
    assert_eq!(found.unwrap_or_default(), expected);
}

macro_rules! message {
    ($(#[$attribute:meta])* $name:ident { $($fields:tt)* }) => {
        #[derive(SoapType)]
        #[soap(namespace = "urn:a", prefix = "a")]
        $(#[$attribute])*
        #[allow(dead_code, reason = "only its description is used")]
        pub(crate) struct $name { $($fields)* }
    };
}

#[test]
fn nothing() {
    message! { Call { #[soap(attribute)] id: Option<u8>, a: String, #[soap(schema_type = "decimal")] b: Option<String>, c: Vec<i64> } }
    let wsdl = call(
        "<xs:sequence><xs:element name='A' type='xs:anyURI'/><xs:element name='B' type='xs:decimal' minOccurs='0'/>
         <xs:element name='C' type='xs:integer' minOccurs='0' maxOccurs='unbounded'/></xs:sequence><xs:attribute name='Id' type='xs:unsignedByte'/>",
    );
    assert_differences::<Call>(&wsdl, &[]);
}

#[test]
fn missing_and_superfluous() {
    message! { Call { a: u8, x: u8, #[soap(attribute)] y: u8 } }
    let wsdl = call(
        "<xs:sequence><xs:element name='A' type='xs:unsignedByte'/>\n<xs:element name='B' type='xs:string' maxOccurs='2'/></xs:sequence>\n<xs:attribute name='Id' type='xs:string' use='required'/>",
    );
    assert_differences::<Call>(
        &wsdl,
        &[
            "`Call` has the required attribute `Id` in no namespace in the description alone",
            "  --> a.xsd:5:1",
            "  --> `Call`",
            "`Call` has the attribute `Y` in no namespace in Rust alone",
            "  --> a.xsd:2:1",
            "  --> field `y` of `Call`",
            "`Call` has the element `B` in the namespace `urn:a`, which stands 1 to 2 times, in the description alone",
            "  --> a.xsd:4:1",
            "  --> `Call`",
            "`Call` has the element `X` in the namespace `urn:a` in Rust alone",
            "  --> a.xsd:2:1",
            "  --> field `x` of `Call`",
        ],
    );
}

#[test]
fn namespace_and_form() {
    message! { Call { #[soap(unqualified)] a: u8, #[soap(attribute, namespace = "urn:b", prefix = "b")] id: Option<u8> } }
    let wsdl = call(
        "<xs:sequence><xs:element name='A' type='xs:unsignedByte'/></xs:sequence><xs:attribute name='Id' type='xs:unsignedByte'/>",
    );
    assert_differences::<Call>(
        &wsdl,
        &[
            "`Call` has the optional attribute `Id` in no namespace in the description alone, where it is in the namespace `urn:b`",
            "  --> a.xsd:3:73",
            "  --> `Call`",
            "`Call` has the attribute `Id` in the namespace `urn:b` in Rust alone",
            "  --> a.xsd:2:1",
            "  --> field `id` of `Call`",
            "`Call` has the element `A` in the namespace `urn:a`, which stands once, in the description alone, where it is in no namespace",
            "  --> a.xsd:3:14",
            "  --> `Call`",
            "`Call` has the element `A` in no namespace in Rust alone",
            "  --> a.xsd:2:1",
            "  --> field `a` of `Call`",
        ],
    );
}

mod optional {
    use um_messages::SoapType;
    message! { Call { a: Option<u8>, b: Option<u8> } }
}

#[test]
fn order_and_structure() {
    message! { Call { b: u8, a: u8 } }
    let of_two = |model: &str| {
        call(&format!(
            "<xs:{model}><xs:element name='A' type='xs:unsignedByte'/><xs:element name='B' type='xs:unsignedByte'/></xs:{model}>"
        ))
    };
    assert_differences::<Call>(
        &of_two("sequence"),
        &[
            "`Call` is (A, B) in the description, and (B, A) in Rust",
            "  --> a.xsd:2:1",
            "  --> `Call`",
        ],
    );
    assert_differences::<optional::Call>(
        &of_two("choice"),
        &[
            "`Call` is (A | B) in the description, and (A?, B?) in Rust",
            "  --> a.xsd:2:1",
            "  --> `Call`",
        ],
    );
}

#[test]
fn how_often_and_nil() {
    message! { Call { a: Vec<i32>, b: Option<Nillable<u8>>, #[soap(attribute)] c: Option<u8>, #[soap(attribute)] d: u8 } }
    let wsdl = call(
        "<xs:sequence><xs:element name='A' type='xs:int' nillable='true'/>\n<xs:element name='B' type='xs:unsignedByte' minOccurs='0'/></xs:sequence>
         <xs:attribute name='C' type='xs:unsignedByte' use='required'/><xs:attribute name='D' type='xs:unsignedByte'/>",
    );
    assert_differences::<Call>(
        &wsdl,
        &[
            "`Call/@C` is required in the description, and optional in Rust",
            "  --> a.xsd:5:10",
            "  --> field `c` of `Call`",
            "`Call/@D` is optional in the description, and required in Rust",
            "  --> a.xsd:5:72",
            "  --> field `d` of `Call`",
            "`Call/A` stands once in the description, and any number of times in Rust",
            "  --> a.xsd:3:14",
            "  --> field `a` of `Call`",
            "`Call/A` may be nil in the description, and not in Rust",
            "  --> a.xsd:3:14",
            "  --> field `a` of `Call`",
            "`Call/B` may be nil in Rust, and not in the description",
            "  --> a.xsd:4:1",
            "  --> field `b` of `Call`",
        ],
    );
}

#[test]
fn types_of_values() {
    #[derive(SoapType)]
    #[allow(dead_code, reason = "only its description is used")]
    enum State {
        Idle,
        Gone,
        #[soap(other)]
        Other(String),
    }
    message! { Call { a: u8, b: State, c: String, #[soap(default_text = "kg", empty_is_default)] d: String, e: Inner } }
    message! { Inner { f: bool } }
    let wsdl = schema(
        "<xs:element name='Call'><xs:complexType><xs:sequence>
         <xs:element name='A' type='xs:int'/>
         <xs:element name='B' type='a:State'/>
         <xs:element name='C' type='a:State'/>
         <xs:element name='D' type='xs:string' default='g' minOccurs='0'/>
         <xs:element name='E'><xs:complexType><xs:sequence><xs:element name='F' type='xs:date'/></xs:sequence></xs:complexType></xs:element>
         </xs:sequence></xs:complexType></xs:element>
         <xs:simpleType name='State'><xs:restriction base='xs:string'><xs:enumeration value='Idle'/><xs:enumeration value='Busy'/></xs:restriction></xs:simpleType>",
    );
    assert_differences::<Call>(
        &wsdl,
        &[
            "`Call/A` is `xs:int` in the description, and `xs:unsignedByte` in Rust",
            "  --> a.xsd:3:10",
            "  --> field `a` of `Call`",
            "`Call/B` has the value `Busy` in the description alone",
            "  --> a.xsd:4:10",
            "  --> field `b` of `Call`",
            "`Call/B` has the value `Gone` in Rust alone",
            "  --> a.xsd:4:10",
            "  --> field `b` of `Call`",
            "`Call/C` is one of 2 values (`Idle`, `Busy`) in the description, and `xs:string` in Rust",
            "  --> a.xsd:5:10",
            "  --> field `c` of `Call`",
            "`Call/D` has the default `g` in the description, and `kg` in Rust",
            "  --> a.xsd:6:10",
            "  --> field `d` of `Call`",
            "`Call/E/F` is `xs:date` in the description, and `xs:boolean` in Rust",
            "  --> a.xsd:7:60",
            "  --> field `f` of `Inner`",
        ],
    );
}

#[test]
fn an_element_of_another_name() {
    message! { Cal { a: u8 } }
    let wsdl = call("<xs:sequence/>");
    assert_differences::<Cal>(
        &wsdl,
        &[
            "`Cal` is in Rust alone: there is no element and no type `Cal` in the namespace `urn:a`; did you mean `Call`?",
        ],
    );
}

#[test]
fn a_type_instead_of_an_element() {
    message! { Pair { a: u8, b: u8 } }
    let wsdl = schema(
        "<xs:complexType name='Pair'><xs:sequence><xs:element name='A' type='xs:unsignedByte'/></xs:sequence></xs:complexType>",
    );
    assert_differences::<Pair>(
        &wsdl,
        &[
            "`Pair` has the element `B` in the namespace `urn:a` in Rust alone",
            "  --> field `b` of `Pair`",
        ],
    );
}

#[test]
fn derived_types() {
    #[derive(SoapType)]
    #[soap(xsi_type)]
    #[allow(dead_code, reason = "only its description is used")]
    enum Shape {
        #[soap(default)]
        Plain(Plain),
        Circle(Circle),
    }
    message! { Plain { x: u8 } }
    message! { Circle { x: u8, r: u16 } }
    message! { Call { shape: Shape } }
    let derived = |name: &str, field: &str| {
        format!(
            "<xs:complexType name='{name}'><xs:complexContent><xs:extension base='a:Plain'><xs:sequence>{field}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>\n"
        )
    };
    let wsdl = schema(&format!(
        "<xs:element name='Call'><xs:complexType><xs:sequence><xs:element name='Shape' type='a:Plain'/></xs:sequence></xs:complexType></xs:element>\n\
         <xs:complexType name='Plain'><xs:sequence><xs:element name='X' type='xs:unsignedByte'/></xs:sequence></xs:complexType>\n{}{}",
        derived("Circle", "<xs:element name='R' type='xs:unsignedByte'/>"),
        derived("Square", ""),
    ));
    assert_differences::<Call>(
        &wsdl,
        &[
            "`Call/Shape/Circle/R` is `xs:unsignedByte` in the description, and `xs:unsignedShort` in Rust",
            "  --> a.xsd:4:92",
            "  --> field `r` of `Circle`",
            "`Call/Shape` may be of the type `Square` in the namespace `urn:a` in the description, and not in Rust",
            "  --> a.xsd:5:1",
            "  --> field `shape` of `Call`",
        ],
    );
}

fn interop(file: &str) -> Wsdl {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../interop");
    Wsdl::read(folder.join(file)).unwrap()
}

/// The messages of Unified Messaging, against the schema that was written after its documents.
#[test]
fn unified_messaging() {
    macro_rules! check {
        ($($message:ident)*) => {
            let wsdl = interop("um.xsd");
            $(schema::check::<um::$message>(&wsdl).unwrap();)*
        };
    }
    check! {
        IsUMEnabled IsUMEnabledResponse GetUMProperties GetUMPropertiesResponse SetOofStatus SetOofStatusResponse
        SetPlayOnPhoneDialString SetPlayOnPhoneDialStringResponse SetTelephoneAccessFolderEmail
        SetTelephoneAccessFolderEmailResponse SetMissedCallNotificationEnabled
        SetMissedCallNotificationEnabledResponse ResetPIN ResetPINResponse PlayOnPhone PlayOnPhoneResponse
        PlayOnPhoneGreeting PlayOnPhoneGreetingResponse GetCallInfo GetCallInfoResponse Disconnect DisconnectResponse
    }
    um::service().check(&interop("um.wsdl")).unwrap();
}

/// The schema of the interop tests has less than the messages have.
#[test]
fn exchange_web_services() {
    let wsdl = interop("ews.wsdl");
    let mut found = String::new();
    for operation in [
        Operation::of::<ews::PlayOnPhone>(),
        Operation::of::<ews::GetPhoneCallInformation>(),
        Operation::of::<ews::DisconnectPhoneCall>(),
    ] {
        let operation = operation
            .header::<ews::RequestHeaders>()
            .response_header::<ews::ResponseHeaders>();
        let differences = operation.check(&wsdl).unwrap_err().to_string();
        for line in differences.lines() {
            let shown = match line.rsplit_once("/interop/") {
                Some((_, place)) => format!("  --> {place}"),
                None => line.to_owned(),
            };
            found.push_str(&shown);
            found.push('\n');
        }
    }
    insta::assert_snapshot!(found);
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:b", action = "urn:other", response = Answer, version = "1.2")]
#[allow(dead_code, reason = "only its description is used")]
struct Ask {
    id: u8,
}

#[derive(SoapMessage)]
#[soap(namespace = "urn:b")]
#[allow(dead_code, reason = "only its description is used")]
struct Answer {
    id: u8,
}

fn service(version: &str) -> Wsdl {
    let text = format!(
        "<wsdl:definitions xmlns:wsdl='http://schemas.xmlsoap.org/wsdl/' xmlns:soap='http://schemas.xmlsoap.org/wsdl/{version}/' xmlns:b='urn:b'
          xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:b'>
          <wsdl:types><xs:schema targetNamespace='urn:b' elementFormDefault='qualified'>
            <xs:element name='Ask'><xs:complexType><xs:sequence><xs:element name='Id' type='xs:unsignedByte'/></xs:sequence></xs:complexType></xs:element>
            <xs:element name='Answer'><xs:complexType><xs:sequence><xs:element name='Id' type='xs:unsignedByte'/></xs:sequence></xs:complexType></xs:element>
            <xs:element name='Reply' type='xs:string'/>
            <xs:element name='Broken' type='xs:string'/>
            <xs:element name='Session' type='xs:string'/>
          </xs:schema></wsdl:types>
          <wsdl:message name='in'><wsdl:part name='p' element='b:Ask'/></wsdl:message>
          <wsdl:message name='out'><wsdl:part name='p' element='b:Reply'/></wsdl:message>
          <wsdl:message name='fault'><wsdl:part name='p' element='b:Broken'/></wsdl:message>
          <wsdl:message name='header'><wsdl:part name='p' element='b:Session'/></wsdl:message>
          <wsdl:portType name='P'><wsdl:operation name='Ask'><wsdl:input message='b:in'/><wsdl:output message='b:out'/>
            <wsdl:fault name='f' message='b:fault'/></wsdl:operation></wsdl:portType>
          <wsdl:binding name='B' type='b:P'><soap:binding style='document' transport='http://schemas.xmlsoap.org/soap/http'/>
            <wsdl:operation name='Ask'><soap:operation soapAction='urn:b/Ask'/>
              <wsdl:input><soap:header message='b:header' part='p' use='literal'/><soap:body use='literal'/></wsdl:input>
              <wsdl:output><soap:body use='literal'/></wsdl:output></wsdl:operation></wsdl:binding>
        </wsdl:definitions>"
    );
    Wsdl::from_text("b.wsdl", text).unwrap()
}

#[test]
fn action_answer_and_version() {
    assert_differences::<Ask>(
        &service("soap12"),
        &[
            "`Ask` has the action `urn:b/Ask` in the description, and `urn:other` in Rust",
            "`Ask` is answered by `Reply` in the namespace `urn:b` in the description, and by `Answer` in the namespace `urn:b` in Rust",
        ],
    );
    assert_differences::<Ask>(
        &service("soap"),
        &["`Ask` is bound to SOAP 1.1 in the description, and written in SOAP 1.2 in Rust"],
    );
}

#[test]
fn header_blocks_and_faults() {
    #[derive(SoapType)]
    #[soap(namespace = "urn:b")]
    #[allow(dead_code, reason = "only its description is used")]
    struct Headers {
        session: u8,
        trace: String,
    }
    let operation = Operation::of::<Ask>().header::<Headers>();
    let differences = operation.check(&service("soap12")).unwrap_err().to_string();
    for expected in [
        "`Ask` differs: the header block `Trace` is in Rust alone",
        "`Ask` differs: the fault `Broken` is in the description alone",
        "`Session` is `xs:string` in the description, and `xs:unsignedByte` in Rust",
    ] {
        assert!(differences.contains(expected), "{differences}");
    }
}

#[test]
fn what_is_no_wsdl() {
    let error = Wsdl::from_text("a.wsdl", "<html/>")
        .unwrap_err()
        .to_string();
    assert!(error.contains("a.wsdl"), "{error}");
    assert!(Wsdl::read("there is none.wsdl").is_err());
}

/// A message of the style `rpc` has no element in the schemas: its parts are what the struct is held against.
#[test]
fn rpc() {
    #[derive(SoapMessage)]
    #[soap(
        namespace = "urn:example:rpc_literal",
        rename = "add",
        rename_all = "lowercase",
        action = "urn:add"
    )]
    #[allow(dead_code, reason = "only its description is used")]
    struct Add {
        #[soap(unqualified)]
        a: u8,
        #[soap(unqualified)]
        scale: f64,
        #[soap(unqualified)]
        extra: u8,
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../wsdl/services");
    let wsdl = Wsdl::read(folder.join("rpc_literal.wsdl")).unwrap();
    let differences = schema::check::<Add>(&wsdl).unwrap_err().to_string();
    for expected in [
        "`add/a` is a complex type in the description, and `xs:unsignedByte` in Rust",
        "`add` has the element `b` in no namespace, which stands once, in the description alone",
        "`add` has the element `extra` in no namespace in Rust alone",
    ] {
        assert!(differences.contains(expected), "{differences}");
    }
    assert_eq!(differences.matches("`add").count(), 3, "{differences}");
}
