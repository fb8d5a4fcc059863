//! Faults: rules D and E.

use std::fmt::Write as _;

use um_messages::soap::{Fault, FaultClass};
use um_messages::um::{GetCallInfo, GetCallInfoResponse};
use um_messages::xml::{self, Element, QName};
use um_messages::{Envelope, ErrorKind, ReadOptions, Result, SoapMessage, SoapType, SoapVersion};
use um_tests::documents::{
    M, MANY, V1_1, V1_2, body, body_1_2, short_body, short_body_1_2, short_envelope,
};
use um_tests::errors::{answer_error, say};
use um_tests::sources::{both_messages, both_messages_with};

fn deep_fault() -> String {
    let deep = format!("{}{}", "<x>".repeat(MANY), "</x>".repeat(MANY));
    body(&format!(
        "<s:Fault><faultcode>s:Server</faultcode><faultstring/><detail>{deep}</detail></s:Fault>"
    ))
}

/// What overflows the stack ends the process: this fails loudly.
#[test]
fn a_deep_detail_is_read() {
    let options = ReadOptions::new().max_depth(MANY + 10);
    let read = Envelope::<Fault>::from_xml_with(&deep_fault(), &options).unwrap();
    assert_eq!(read.body.detail().len(), 1);
}

fn fault(document: &str) -> Fault {
    let error = answer_error(document);
    assert!(
        matches!(error.kind(), ErrorKind::Fault { .. }),
        "{document}: {error}"
    );
    let as_value = both_messages::<Fault>(document).unwrap();
    assert_eq!(*error.fault().unwrap(), as_value, "{document}");
    as_value
}

fn fault_1_1(content: &str) -> Fault {
    fault(&body(&format!("<s:Fault>{content}</s:Fault>")))
}

#[test]
fn a_fault_where_an_answer_was_expected() {
    let document = body(
        "<s:Fault><faultcode>s:Server</faultcode><faultstring>no line</faultstring></s:Fault>",
    );
    insta::assert_snapshot!(say(&answer_error(&document)), @r#"
Fault Some("Envelope/Body/Fault") Some((3, 1))
the answer is a fault, `{http://schemas.xmlsoap.org/soap/envelope/}Server`: no line, in `Envelope/Body/Fault`, line 3, column 1
"#);
    assert_eq!(
        answer_error(&document).into_fault().unwrap().to_string(),
        format!("{{{V1_1}}}Server: no line")
    );
}

/// The rule, the children of the Fault, and its code, class, reason and role.
type Shape = (
    &'static str,
    &'static str,
    (&'static str, &'static str),
    FaultClass,
    &'static str,
    Option<&'static str>,
);

#[rustfmt::skip]
const SHAPES: &[Shape] = &[
    ("D 52", "<faultcode>s:Client</faultcode><faultstring>no</faultstring><faultactor>urn:a</faultactor>", (V1_1, "Client"), FaultClass::Sender, "no", Some("urn:a")),
    ("D 53, qualified", "<s:faultcode>s:Server</s:faultcode><s:faultstring>no</s:faultstring><s:faultactor>urn:a</s:faultactor>", (V1_1, "Server"), FaultClass::Receiver, "no", Some("urn:a")),
    ("D 53, undeclared default", "<faultcode xmlns=''>s:Client</faultcode><faultstring xmlns=''>no</faultstring>", (V1_1, "Client"), FaultClass::Sender, "no", None),
    ("D 53, order", "<faultstring>no</faultstring><faultactor>urn:a</faultactor><faultcode>s:Client</faultcode>", (V1_1, "Client"), FaultClass::Sender, "no", Some("urn:a")),
    ("D 53, strangers", "<x:y xmlns:x='urn:x'>?</x:y><faultcode>s:Client</faultcode><x:faultstring xmlns:x='urn:x'>?</x:faultstring><faultstring>no</faultstring>", (V1_1, "Client"), FaultClass::Sender, "no", None),
    ("D 54, empty", "<faultcode/><faultstring>no</faultstring>", ("", ""), FaultClass::Other, "no", None),
    ("D 54, missing", "<faultstring>no</faultstring>", ("", ""), FaultClass::Other, "no", None),
    ("D 54, nothing", "", ("", ""), FaultClass::Other, "", None),
    ("D 55, prefix of the element", "<faultcode xmlns:a='urn:a'>a:Busy</faultcode><faultstring>no</faultstring>", ("urn:a", "Busy"), FaultClass::Other, "no", None),
    ("D 55, prefix bound anew", "<faultcode xmlns:s='urn:a'>s:Client</faultcode><faultstring>no</faultstring>", ("urn:a", "Client"), FaultClass::Other, "no", None),
    ("D 55, unbound prefix", "<faultcode>q:Client</faultcode><faultstring>no</faultstring>", ("", "Client"), FaultClass::Sender, "no", None),
    ("D 56, default namespace", "<s:faultcode xmlns='urn:d'>Busy</s:faultcode><faultstring>no</faultstring>", ("urn:d", "Busy"), FaultClass::Other, "no", None),
    ("D 56, no namespace", "<faultcode>Client</faultcode><faultstring>no</faultstring>", ("", "Client"), FaultClass::Sender, "no", None),
    ("D 55, white space", "<faultcode>\n s:Client\t</faultcode><faultstring> no </faultstring>", (V1_1, "Client"), FaultClass::Sender, " no ", None),
    ("D 58, dotted", "<faultcode>s:Client.Authentication.Expired</faultcode><faultstring>no</faultstring>", (V1_1, "Client.Authentication.Expired"), FaultClass::Sender, "no", None),
    ("D 57", "<faultcode>s:VersionMismatch</faultcode><faultstring>no</faultstring>", (V1_1, "VersionMismatch"), FaultClass::VersionMismatch, "no", None),
    ("D 57", "<faultcode>s:MustUnderstand</faultcode><faultstring>no</faultstring>", (V1_1, "MustUnderstand"), FaultClass::MustUnderstand, "no", None),
    ("D 57, a code of SOAP 1.2 is none of 1.1", "<faultcode>s:Sender</faultcode><faultstring>no</faultstring>", (V1_1, "Sender"), FaultClass::Other, "no", None),
    ("D, a number", "<faultcode>500</faultcode><faultstring>no</faultstring>", ("", "500"), FaultClass::Other, "no", None),
    ("E in D, mixed versions", "<s:Code><s:Value>s:Client</s:Value></s:Code><s:Reason><s:Text>no</s:Text></s:Reason>", (V1_1, "Client"), FaultClass::Sender, "no", None),
    ("A 11, 12", "<faultcode>s:Cli<!-- -->ent</faultcode><faultstring>n<![CDATA[o]]></faultstring>", (V1_1, "Client"), FaultClass::Sender, "no", None),
];

#[test]
fn faults_are_read_in_every_shape() {
    for &(rule, content, (namespace, local), class, reason, role) in SHAPES {
        let fault = fault_1_1(content);
        assert!(
            fault.code().is(namespace, local),
            "{rule}: {content}: {}",
            fault.code()
        );
        assert_eq!(
            (fault.class(), fault.reason(), fault.role()),
            (class, reason, role),
            "{rule}: {content}"
        );
    }
}

/// D 50, 63: a Fault is what has the name, in the namespace.
#[test]
fn only_a_fault_is_a_fault() {
    for content in [
        "<m:Fault/>",
        "<Fault><faultcode>s:Client</faultcode></Fault>",
        "<m:GetCallInfoFault><faultcode>s:Client</faultcode></m:GetCallInfoFault>",
        "<s:fault/>",
    ] {
        let error = answer_error(&body(content));
        assert!(
            matches!(error.kind(), ErrorKind::WrongMessage { .. }),
            "{content}: {error}"
        );
    }
    let nested = "<m:GetCallInfoResponse><s:Fault/><m:GetCallInfoResponse><m:CallState>Idle</m:CallState><m:EventCause>None</m:EventCause></m:GetCallInfoResponse></m:GetCallInfoResponse>";
    both_messages::<GetCallInfoResponse>(&body(nested)).unwrap();
}

/// D 59: WS-I R1016.
#[test]
fn the_language_of_a_reason_is_kept() {
    let fault =
        fault_1_1("<faultcode>s:Client</faultcode><faultstring xml:lang='de'>nein</faultstring>");
    assert_eq!(fault.reasons()[0].lang(), Some("de"));
    assert_eq!(fault.reason_in("DE"), Some("nein"));
}

/// D 60, 62: WS-I R1002, R1003.
#[test]
fn detail_of_any_content_is_kept() {
    let head = "<faultcode>s:Client</faultcode><faultstring>no</faultstring>";
    let entries = |content: &str| {
        let fault = fault_1_1(&format!("{head}{content}"));
        let names = fault
            .detail()
            .iter()
            .map(|entry| entry.name().to_string())
            .collect::<Vec<_>>();
        (names, fault.detail_element().map(Element::text))
    };
    assert_eq!(entries(""), (vec![], None));
    assert_eq!(entries("<detail/>"), (vec![], Some(String::new())));
    assert_eq!(
        entries("<detail>just text</detail>"),
        (vec![], Some("just text".into()))
    );
    let several = entries("<detail><m:A/><b xmlns='urn:b'><c/></b><d/><m:A/></detail>");
    assert_eq!(
        several.0,
        [
            format!("{{{M}}}A"),
            "{urn:b}b".into(),
            "d".into(),
            format!("{{{M}}}A")
        ]
    );
    let attributes = fault_1_1(&format!("{head}<s:detail x='1' m:y='2'>t<z/></s:detail>"));
    assert_eq!(
        attributes.detail_element().unwrap().attribute(M, "y"),
        Some("2")
    );
    assert_eq!(attributes.detail().len(), 1);
}

#[derive(Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:e")]
struct Reason {
    code: QName,
}

/// B 35, F 89: `QName` values mean what they meant where they stood.
#[test]
fn detail_is_read_as_a_type() {
    let document = format!(
        "<s:Envelope xmlns:s=\"{V1_1}\" xmlns:a=\"urn:a\"><s:Body xmlns:b=\"urn:b\"><s:Fault xmlns:c=\"urn:c\">\
         <faultcode>c:X</faultcode><detail xmlns:d=\"urn:d\"><Other/><e:Reason xmlns:e=\"urn:e\"><e:Code>PREFIX:x</e:Code></e:Reason></detail>\
         </s:Fault></s:Body></s:Envelope>"
    );
    for prefix in ["a", "b", "c", "d", "e"] {
        let fault = fault(&document.replace("PREFIX", prefix));
        let reason = fault.detail_as::<Reason>().unwrap().unwrap();
        assert_eq!(reason.code, QName::new(format!("urn:{prefix}"), "x"));
    }
    let error = fault(&document.replace("PREFIX", "z"))
        .detail_as::<Reason>()
        .unwrap_err();
    assert!(error.to_string().contains("`z` is not"), "{error}");
}

/// E 64–70: SOAP 1.2 part 1, 5.4.
#[test]
fn faults_of_soap_1_2_are_read() {
    let read = fault(&body_1_2(
        "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value xmlns:a='urn:a'>a:One</s:Value>\
         <s:Subcode xmlns:b='urn:b'><s:Value>b:Two</s:Value><s:Subcode><s:Value xmlns='urn:c'>Three</s:Value></s:Subcode></s:Subcode></s:Subcode></s:Code>\
         <s:Reason><s:Text xml:lang='en'>no</s:Text><s:Text xml:lang='de'>nein</s:Text></s:Reason>\
         <s:Node>urn:node</s:Node><s:Role> urn:role </s:Role><s:Detail m:x='1'><m:A/><m:B/></s:Detail></s:Fault>",
    ));
    assert!(read.code().is(V1_2, "Sender"));
    assert_eq!(read.class(), FaultClass::Sender);
    let subcodes = [
        QName::new("urn:a", "One"),
        QName::new("urn:b", "Two"),
        QName::new("urn:c", "Three"),
    ];
    assert_eq!(read.subcodes(), subcodes);
    assert_eq!((read.reason(), read.reason_in("de")), ("no", Some("nein")));
    assert_eq!(
        (read.node(), read.role()),
        (Some("urn:node"), Some("urn:role"))
    );
    assert_eq!(read.detail().len(), 2);
    assert_eq!(read.detail_element().unwrap().attribute(M, "x"), Some("1"));

    let small = fault(&body_1_2(
        "<s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang='en'/></s:Reason><s:Detail/></s:Fault>",
    ));
    assert_eq!(
        (small.class(), small.detail().len()),
        (FaultClass::Receiver, 0)
    );
    let codes = [
        ("VersionMismatch", FaultClass::VersionMismatch),
        ("MustUnderstand", FaultClass::MustUnderstand),
        ("DataEncodingUnknown", FaultClass::DataEncodingUnknown),
        ("Client", FaultClass::Other),
    ];
    for (code, class) in codes {
        let read = fault(&body_1_2(&format!(
            "<s:Fault><s:Code><s:Value>s:{code}</s:Value></s:Code></s:Fault>"
        )));
        assert_eq!(read.class(), class, "{code}");
    }
}

/// D 52, E 64: what is written has the shape of its version, and is read back.
#[test]
fn faults_are_written_in_the_shape_of_their_version() {
    let fault = Fault::sender("no")
        .with_reason("de", "nein")
        .with_subcode(QName::new("urn:a", "One"))
        .with_role("urn:role")
        .with_node("urn:node")
        .with_detail(Element::new("urn:d", "D").with_text("x"));
    let v1_1 = Envelope::new(fault.clone()).to_xml().unwrap();
    insta::assert_snapshot!(v1_1, @r#"<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault><faultcode xmlns:ns1="urn:a">ns1:One</faultcode><faultstring xml:lang="en">no</faultstring><faultactor>urn:role</faultactor><detail><D xmlns="urn:d">x</D></detail></soap:Fault></soap:Body></soap:Envelope>"#);
    let v1_2 = Envelope::new(fault.clone())
        .with_version(SoapVersion::V1_2)
        .to_xml()
        .unwrap();
    insta::assert_snapshot!(v1_2, @r#"<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"><soap:Body><soap:Fault><soap:Code><soap:Value>soap:Sender</soap:Value><soap:Subcode><soap:Value xmlns:ns1="urn:a">ns1:One</soap:Value></soap:Subcode></soap:Code><soap:Reason><soap:Text xml:lang="en">no</soap:Text><soap:Text xml:lang="de">nein</soap:Text></soap:Reason><soap:Node>urn:node</soap:Node><soap:Role>urn:role</soap:Role><soap:Detail><D xmlns="urn:d">x</D></soap:Detail></soap:Fault></soap:Body></soap:Envelope>"#);
    let read = both_messages::<Fault>(&v1_2).unwrap();
    assert_eq!(
        (read.code(), read.subcodes(), read.reasons()),
        (fault.code(), fault.subcodes(), fault.reasons())
    );
    assert_eq!(
        (read.role(), read.node(), read.detail()),
        (fault.role(), fault.node(), fault.detail())
    );
    assert!(
        both_messages::<Fault>(&v1_1)
            .unwrap()
            .code()
            .is("urn:a", "One")
    );
}

/// What services send, each once as the content of a fault in SOAP 1.1 and once in SOAP 1.2, where `CODE`
/// stands for a code.
const CODES: &[&str] = &[
    "",
    "500",
    "s:500",
    "Server Error",
    "s:Server Error",
    "Client",
    "s:Client",
    "s:Sender",
    "s:Server",
    "s:Receiver",
    "s:Client:1",
    "s:Server.Timeout",
    "Server.Timeout",
    "s:Busy",
    "m:Busy",
    "m:",
    ":Busy",
    ":",
    "q:Client",
    "q:Busy",
    "q: Busy",
    "q:",
    "soap:Server",
    "soap:Busy",
    "soap:a:b",
    "q:a:b",
    "m:a:b",
    "a&lt;b/&gt;",
    "s:a&lt;b",
    "q:&amp;",
    "&gt;",
    "&#13;x&#13;y",
    "xml:lang",
    "s:DataEncodingUnknown",
    "urn:a#b",
    "http://example.com/faults/Busy",
];

/// The rest of a fault in SOAP 1.1.
#[rustfmt::skip]
const CONTENTS: &[&str] = &[
    "",
    "<faultstring/>",
    "<faultstring xml:lang='en'/>",
    "<faultstring xml:lang=''>no</faultstring>",
    "<faultstring> no\n </faultstring>",
    "<faultstring>no<b>!</b></faultstring>",
    "<faultstring xml:lang='en'>no</faultstring><faultstring xml:lang='de'>nein</faultstring>",
    "<faultstring>no</faultstring><faultstring xml:lang='de'>nein</faultstring><faultstring xml:lang='en'>never</faultstring>",
    "<faultstring xml:lang='en'>no</faultstring><faultstring xml:lang='en'>never</faultstring>",
    "<faultstring>no</faultstring><faultactor/>",
    "<faultstring>no</faultstring><faultactor> urn:a </faultactor>",
    "<faultstring>no</faultstring><detail/>",
    "<faultstring>no</faultstring><detail> </detail>",
    "<faultstring>no</faultstring><detail>Timeout</detail>",
    "<faultstring>no</faultstring><detail>soap:Timeout</detail>",
    "<faultstring>no</faultstring><detail xmlns='urn:x'>Timeout</detail>",
    "<faultstring>no</faultstring><detail xmlns='urn:x' a='Timeout' xml:lang='en'/>",
    "<faultstring>no</faultstring><detail xmlns:x='urn:x' x:a='1' b='x:c'> a <x:b/> c &#13;</detail>",
    "<faultstring>no</faultstring><detail xmlns:soap='urn:x' a='soap:b' soap:c=''><soap:d e='soap:f'>soap:g</soap:d></detail>",
    "<faultstring>no</faultstring><detail s:encodingStyle='' m:a='m:b'><m:A/><m:A>m:b</m:A><b xmlns='urn:b'>c</b><d/></detail>",
    "<faultstring>no</faultstring><detail xmlns='urn:x' xmlns:soap='urn:y' a='soap:b'><a>soap:c</a><b xmlns=''>d</b></detail>",
    "<faultstring>no</faultstring><s:detail xmlns='urn:x' a='b'>c<d>e</d></s:detail>",
    "<s:Reason><s:Text xml:lang='en'>no</s:Text><s:Text xml:lang='de'>nein</s:Text></s:Reason><s:Role>urn:a</s:Role><s:Detail a='b'>c</s:Detail>",
    "<s:Reason/><s:Node>urn:a</s:Node>",
];

/// The rest of a fault in SOAP 1.2.
#[rustfmt::skip]
const CONTENTS_1_2: &[&str] = &[
    "",
    "<s:Reason/>",
    "<s:Reason><s:Text/></s:Reason>",
    "<s:Reason><s:Text>no</s:Text></s:Reason>",
    "<s:Reason><s:Text xml:lang='en'/></s:Reason>",
    "<s:Reason><s:Text>no</s:Text><s:Text xml:lang='en'>never</s:Text></s:Reason>",
    "<s:Reason><s:Text xml:lang='en'>no</s:Text><s:Text xml:lang='de'>nein</s:Text><s:Text xml:lang='en'>never</s:Text></s:Reason>",
    "<s:Node/><s:Role/>",
    "<s:Node> urn:n </s:Node><s:Role> urn:r </s:Role>",
    "<s:Detail/>",
    "<s:Detail xmlns:soap='urn:x' a='soap:b'/>",
    "<s:Detail xmlns:soap='urn:x' a='soap:b'>soap:c<soap:d>soap:e</soap:d></s:Detail>",
    "<s:Detail xmlns='urn:x' a='b'>c<d>e</d></s:Detail>",
    "<s:Detail xmlns:x='urn:x' x:a='1'> a <x:b/> c </s:Detail>",
    "<s:Detail s:encodingStyle='' m:a='m:b'>m:c</s:Detail>",
    "<faultstring>no</faultstring><faultactor>urn:a</faultactor><detail>Timeout</detail>",
];

/// Each of the faults that services send, in a version.
fn faults_of_services(version: SoapVersion) -> Vec<Fault> {
    let (code_1_1, code_1_2) = (
        |code: &str| format!("<faultcode>{code}</faultcode>"),
        |code: &str| format!("<s:Code><s:Value>{code}</s:Value></s:Code>"),
    );
    let with_subcodes = |code: &str| {
        format!(
            "<s:Code><s:Value>{code}</s:Value><s:Subcode><s:Value>{code}</s:Value><s:Subcode>\
             <s:Subcode><s:Value>s:Sender</s:Value></s:Subcode></s:Subcode></s:Subcode></s:Code>"
        )
    };
    let codes = CODES.iter().flat_map(|code| {
        [
            code_1_1(code),
            code_1_2(code),
            with_subcodes(code),
            format!("<faultcode xmlns='urn:d'>{code}</faultcode>"),
        ]
    });
    let (code, contents) = match version {
        SoapVersion::V1_1 => (code_1_1("s:Client"), CONTENTS),
        SoapVersion::V1_2 => (code_1_2("s:Sender"), CONTENTS_1_2),
    };
    let contents = contents
        .iter()
        .flat_map(|content| [(*content).to_owned(), format!("{code}{content}")]);
    let shapes = SHAPES.iter().map(|shape| shape.1.to_owned());
    let documents = codes.chain(contents).chain(shapes).map(|content| {
        let document = body(&format!("<s:Fault>{content}</s:Fault>"));
        document.replace(V1_1, version.namespace())
    });
    documents
        .map(|document| both_messages(&document).unwrap())
        .collect()
}

/// Envelopes in which other prefixes are bound than those that came.
fn envelopes_around(fault: &Fault, version: SoapVersion) -> [Envelope<Fault>; 4] {
    let envelope = Envelope::new(fault.clone()).with_version(version);
    [
        envelope.clone(),
        envelope.clone().with_prefix(""),
        envelope.clone().declare("", "urn:x"),
        envelope.with_prefix("q").declare("soap", "urn:x"),
    ]
}

/// A fault can be passed on in its version, and is read as it was.
#[test]
fn faults_are_passed_on_as_they_are() {
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        for fault in faults_of_services(version) {
            for envelope in envelopes_around(&fault, version) {
                let written = envelope
                    .to_xml()
                    .unwrap_or_else(|error| panic!("{fault:?}: {error}"));
                let again = both_messages::<Fault>(&written).unwrap();
                assert_eq!(again, fault, "{written}");
                assert_eq!(again.class(), fault.class(), "{written}");
                let pretty = both_messages::<Fault>(&envelope.to_xml_pretty().unwrap()).unwrap();
                assert_eq!(pretty.code(), fault.code());
            }
        }
    }
}

/// A code that is no name, or whose prefix is not declared, is written as it was.
#[test]
fn a_code_that_is_no_name_is_written_as_it_was() {
    for code in [
        "500",
        "Server Error",
        "q:Busy",
        "q:a:b",
        ":Busy",
        "urn:a#b",
        "http://example.com/faults/Busy",
    ] {
        let read = read_fault(&format!("<s:Fault><faultcode>{code}</faultcode></s:Fault>"));
        assert_eq!(read.code_text(), code);
        let written = read.to_envelope().unwrap();
        let expected = format!("<faultcode>{code}</faultcode>");
        assert!(written.contains(&expected), "{written}");
    }
    // A prefix that stands for something where the fault is written would say something else.
    let read = read_fault("<s:Fault><faultcode>soap:Busy</faultcode></s:Fault>");
    let written = read.to_envelope().unwrap();
    assert!(written.contains("<faultcode>Busy</faultcode>"), "{written}");
}

/// What keeps one reason for each language does not compare each with all before it.
#[test]
fn many_reasons_in_as_many_languages() {
    let mut strings = String::new();
    let languages = MANY / 4;
    (0..languages).for_each(|number| {
        write!(strings, "<faultstring xml:lang='x-{number}'/>").unwrap();
    });
    let read = read_fault(&format!("<s:Fault>{strings}</s:Fault>"));
    assert_eq!(read.reasons().len(), languages);
}

/// A code's prefix is not looked up in every element around it, one by one.
#[test]
fn many_subcodes_each_in_the_one_before() {
    let subcode = "<s:Subcode><s:Value>s:Sender</s:Value>";
    let document = short_body_1_2(&format!(
        "<s:Fault><s:Code>{}{}</s:Code></s:Fault>",
        subcode.repeat(MANY),
        "</s:Subcode>".repeat(MANY)
    ));
    let options = ReadOptions::new().max_depth(MANY + 10);
    let read = Envelope::<Fault>::from_xml_with(&document, &options).unwrap();
    assert_eq!(read.body.subcodes().len(), MANY);
}

/// A fault of the program's own is read back as it is, but for what its version asks for.
#[test]
fn faults_that_programs_make_are_read_back() {
    let code = QName::new("urn:a", "One");
    let made = [
        Fault::default(),
        Fault::new(QName::local_only("a:b"), ""),
        Fault::new(QName::new("urn:a", "a b"), "no").without_language(),
        Fault::new(code.clone(), "").without_language(),
        Fault::new(code.clone(), "no").with_reason("", "none"),
        Fault::new(code.clone(), "no").with_role(" urn:r "),
        Fault::new(code.clone(), "no").with_detail(Element::new("urn:d", "D")),
    ];
    for fault in made {
        let written = fault.to_envelope().unwrap();
        let again = both_messages::<Fault>(&written).unwrap();
        let first = |fault: &Fault| fault.reasons().first().cloned();
        assert_eq!(first(&again), first(&fault), "{written}");
        assert_eq!(
            (again.code(), again.role(), again.detail_element()),
            (fault.code(), fault.role(), fault.detail_element()),
            "{written}"
        );
    }
    let error = Fault::new(QName::local_only(" a "), "no").to_envelope();
    let error = error.unwrap_err().to_string();
    assert!(error.contains("white space"), "{error}");
}

/// Detail with very many entries under very many declarations: each keeps its own in scope.
#[test]
fn many_entries_of_detail_under_many_declarations() {
    let mut declarations = String::new();
    (0..250).for_each(|number| write!(declarations, " xmlns:p{number}='urn:p{number}'").unwrap());
    let entries = "<a/>".repeat(2_000);
    let document = body(&format!(
        "<s:Fault{declarations}><faultcode/><faultstring/><detail>{entries}</detail></s:Fault>"
    ));
    let read = Fault::from_envelope(&document).unwrap();
    assert_eq!(read.detail().len(), 2_000);
}

/// No bytes make the reader panic; each is read or refused.
#[test]
fn no_change_of_a_byte_is_a_panic() {
    let document = body(
        "<m:GetCallInfo a='&lt;'><!--c--><m:CallId xml:lang='en'>1<![CDATA[2]]>&#51;</m:CallId><?p?></m:GetCallInfo>",
    );
    let bytes = document.as_bytes();
    for index in 0..bytes.len() {
        for byte in [
            0, b'<', b'>', b'&', b'"', b':', b'!', b'/', b' ', b']', 0x80, 0xFF,
        ] {
            let mut changed = bytes.to_vec();
            changed[index] = byte;
            let _ = GetCallInfo::from_envelope_slice(&changed);
            if let Ok(text) = std::str::from_utf8(&changed) {
                let _ = xml::pretty(text);
                let _ = fault_or_error(text);
            }
        }
    }
}

fn fault_or_error(document: &str) -> Result<Fault> {
    Fault::from_envelope(document)
}

/// The fault in a Body of SOAP 1.1.
pub(crate) fn read_fault(content: &str) -> Fault {
    both_messages::<Fault>(&short_body(content)).unwrap()
}

/// The names of many entries of a fault's detail share their namespace.
/// It was broken once.
#[test]
fn many_entries_of_detail_share_a_long_namespace() {
    let namespace = format!("urn:{}", "x".repeat(20_000));
    let entries = "<e:E a='1'/>".repeat(2_000);
    let document = short_body(&format!(
        "<s:Fault><faultcode/><faultstring/><detail xmlns:e='{namespace}'>{entries}</detail></s:Fault>"
    ));
    let options = ReadOptions::new().max_uri(usize::MAX);
    let read = both_messages_with::<Fault>(&document, &options).unwrap();
    assert_eq!(read.detail().len(), 2_000);
    assert!(
        read.detail()
            .iter()
            .all(|entry| entry.name().is(&namespace, "E"))
    );
    let written = read.to_envelope().unwrap();
    assert!(written.len() < 2 * document.len(), "{}", written.len());
    assert!(format!("{read:?}").len() < 8 * document.len());
    let again = both_messages_with::<Fault>(&written, &options).unwrap();
    assert_eq!(again.to_envelope().unwrap(), written);
}

/// Children of a fault that a default namespace has got hold of are its children still.
/// It was broken once.
#[test]
fn a_fault_under_a_default_namespace_is_read() {
    let read = read_fault(
        "<s:Fault xmlns='urn:svc'><faultcode>X</faultcode><faultstring>boom</faultstring>\
         <faultactor>urn:me</faultactor><detail><E>1</E></detail></s:Fault>",
    );
    assert!(read.code().is("urn:svc", "X"), "{}", read.code());
    assert_eq!((read.code_text(), read.reason()), ("X", "boom"));
    assert_eq!(read.role(), Some("urn:me"));
    assert_eq!(read.detail().len(), 1);
    assert!(read.detail()[0].name().is("urn:svc", "E"));
    // What has the name that SOAP gives it comes before a stranger of that local name.
    let read = read_fault(
        "<s:Fault><x:faultcode xmlns:x='urn:x'>wrong</x:faultcode><faultcode>s:Client</faultcode></s:Fault>",
    );
    assert!(read.code().is(V1_1, "Client"), "{}", read.code());
}

/// Of codes that stand twice the first one counts.
/// It was broken once.
#[test]
fn the_first_code_of_a_fault_counts() {
    let read = read_fault(
        "<s:Fault><faultcode>s:Client</faultcode><faultcode>s:Server</faultcode><faultstring>a</faultstring></s:Fault>",
    );
    assert!(read.code().is(V1_1, "Client"), "{}", read.code());
    assert_eq!(read.code_text(), "s:Client");
    assert_eq!(read.class(), FaultClass::Sender);
}

/// A fault without any child can be passed on, in both versions.
/// It was broken once.
#[test]
fn an_empty_fault_is_written_and_read_back() {
    let empty = read_fault("<s:Fault/>");
    for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
        let written = Envelope::new(empty.clone()).with_version(version).to_xml();
        let again = both_messages::<Fault>(&written.unwrap()).unwrap();
        assert_eq!(again.reason(), "", "{version:?}");
        assert_eq!(again.detail(), [], "{version:?}");
    }
}

/// Whose fault it is, in the code of each version.
#[test]
fn an_error_becomes_the_fault_that_refuses_the_message() {
    use std::io;
    use um_messages::Error;

    let of = |document: &str| both_messages::<GetCallInfo>(document).unwrap_err();
    let not_understood =
        "<s:Header><x:x xmlns:x='urn:x' s:mustUnderstand='1'/></s:Header><s:Body/>";
    for (error, class) in [
        (
            of("<e:Envelope xmlns:e='urn:no'/>"),
            FaultClass::VersionMismatch,
        ),
        (
            of(&short_envelope(not_understood)),
            FaultClass::MustUnderstand,
        ),
        (of("<a>"), FaultClass::Sender),
        (of(&short_body("")), FaultClass::Sender),
        (of(&short_body("<x/>")), FaultClass::Sender),
        (
            Error::from(io::Error::other("broken")),
            FaultClass::Receiver,
        ),
    ] {
        let fault = error.to_fault();
        assert_eq!(fault.class(), class, "{error}");
        assert_eq!(fault.reason(), error.redacted().to_string());
        for version in [SoapVersion::V1_1, SoapVersion::V1_2] {
            let envelope = Envelope::new(fault.clone()).with_version(version);
            let read = Fault::from_envelope(&envelope.to_xml().unwrap()).unwrap();
            assert_eq!(read.class(), class, "{error}");
            assert_eq!(read.code().namespace(), version.namespace());
        }
    }
}
