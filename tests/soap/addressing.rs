//! The header blocks of WS-Addressing.

use std::time::Duration;

use um_messages::soap::addressing::{
    ANONYMOUS, Addressed, Addressing, AddressingFault, AttributedUri, EndpointReference,
    FAULT_ACTION, InvalidHeader, NAMESPACE, NONE, RelatesTo, august_2004,
};
use um_messages::soap::{Block, FaultClass};
use um_messages::um::GetCallInfo;
use um_messages::xml::{Attribute, Element, QName};
use um_messages::{Envelope, Error, Fault, SoapType, SoapVersion};
use um_tests::documents::{M, V1_1, V1_2, get_call_info};
use um_tests::sources::both_by;

/// The message's own struct of header blocks.
#[derive(Clone, Debug, PartialEq, SoapType)]
#[soap(namespace = "urn:own", prefix = "o")]
struct Headers {
    trace: Option<u32>,
    #[soap(flatten)]
    addressing: Addressing,
}

const WSU: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

fn document(soap: &str, blocks: &str) -> String {
    format!(
        "<s:Envelope xmlns:s='{soap}' xmlns:a='{NAMESPACE}' xmlns:m='{M}'><s:Header>{blocks}</s:Header>\
         <s:Body><m:GetCallInfo><m:CallId>1</m:CallId></m:GetCallInfo></s:Body></s:Envelope>"
    )
}

fn read(blocks: &str) -> um_messages::Result<Addressing> {
    let document = document(V1_1, blocks);
    both_by(&document, &um_messages::ReadOptions::new(), &|reader| {
        let envelope = Envelope::<GetCallInfo, Headers>::read(reader)?;
        Ok(envelope.header.addressing)
    })
}

fn name(local: &'static str) -> QName {
    QName::new(NAMESPACE, local)
}

fn invalid(local: &'static str, problem: InvalidHeader) -> AddressingFault {
    AddressingFault::InvalidHeader(name(local), problem)
}

fn written(addressing: Addressing) -> String {
    let headers = Headers {
        trace: None,
        addressing,
    };
    let envelope = Envelope::new(get_call_info())
        .declare("wsa", NAMESPACE)
        .with_header(headers);
    let xml = envelope.to_xml().unwrap();
    let back = Envelope::<GetCallInfo, Headers>::from_xml(&xml).unwrap();
    assert_eq!(back.header, envelope.header);
    let (_, rest) = xml.split_once("<soap:Header>").unwrap();
    rest.split_once("</soap:Header>").unwrap().0.to_owned()
}

#[test]
fn all_blocks_are_written_and_read() {
    let customer = Element::new("urn:bank", "Customer").with_text("4711");
    let wsdl = Element::new("urn:wsdl", "definitions");
    let endpoint = EndpointReference::new("https://host/notify")
        .with_reference_parameter(customer)
        .with_metadata(wsdl);
    let addressing = Addressing::new("urn:act")
        .with_to("https://host/calls")
        .with_from(EndpointReference::new("urn:me"))
        .with_reply_to(endpoint)
        .with_fault_to(EndpointReference::none())
        .with_message_id("urn:id:2")
        .with_relates_to(RelatesTo::reply("urn:id:1"))
        .with_must_understand(true);
    assert_eq!(
        written(addressing),
        "<wsa:To soap:mustUnderstand=\"1\">https://host/calls</wsa:To>\
         <wsa:From><wsa:Address>urn:me</wsa:Address></wsa:From>\
         <wsa:ReplyTo><wsa:Address>https://host/notify</wsa:Address>\
         <wsa:ReferenceParameters><Customer xmlns=\"urn:bank\">4711</Customer></wsa:ReferenceParameters>\
         <wsa:Metadata><definitions xmlns=\"urn:wsdl\"/></wsa:Metadata></wsa:ReplyTo>\
         <wsa:FaultTo><wsa:Address>http://www.w3.org/2005/08/addressing/none</wsa:Address></wsa:FaultTo>\
         <wsa:Action soap:mustUnderstand=\"1\">urn:act</wsa:Action>\
         <wsa:MessageID>urn:id:2</wsa:MessageID><wsa:RelatesTo>urn:id:1</wsa:RelatesTo>",
    );
}

/// Core section 3.2.
#[test]
fn what_is_not_said_has_its_default() {
    let addressing = read("<a:Action>urn:act</a:Action>").unwrap();
    assert_eq!(addressing.destination(), ANONYMOUS);
    assert!(addressing.reply_endpoint().is_anonymous());
    assert!(addressing.fault_endpoint().is_anonymous());
    assert_eq!((addressing.id(), addressing.in_reply_to()), (None, None));
    assert_eq!(addressing, Addressing::new("urn:act"));
}

/// `xs:anyURI` collapses white space (XML Schema part 2 section 3.2.17).
#[test]
fn white_space_around_a_uri_is_none_of_it() {
    let addressing = read(
        "<a:Action>\n  urn:act\n</a:Action><a:MessageID> urn:id:1 </a:MessageID>\
         <a:RelatesTo RelationshipType=' urn:how '>\turn:id:0</a:RelatesTo>",
    )
    .unwrap();
    assert_eq!(addressing.action.as_str(), "urn:act");
    assert_eq!(addressing.id(), Some("urn:id:1"));
    assert_eq!(addressing.relates_to[0].message_id, "urn:id:0");
    assert_eq!(addressing.relates_to[0].relationship(), "urn:how");
}

#[test]
fn attributes_stay_on_their_blocks() {
    let blocks = format!(
        "<a:Action xmlns:u='{WSU}' u:Id='act-1' s:mustUnderstand='1'>urn:act</a:Action>\
         <a:ReplyTo u:Id='reply-1' xmlns:u='{WSU}'><a:Address>urn:me</a:Address></a:ReplyTo>"
    );
    let addressing = read(&blocks).unwrap();
    let id = |id: &str| Attribute::new(WSU, "Id", id);
    assert_eq!(addressing.action.attributes, [id("act-1")]);
    assert!(addressing.action.must_understand());
    let reply_to = addressing.reply_to.clone().unwrap();
    assert_eq!(reply_to.attributes, [id("reply-1")]);
    assert!(written(addressing).contains(":Id=\"act-1\""));
}

/// Core section 3.1: a relationship is a URI, and that of an answer if it is not said.
#[test]
fn an_answer_is_told_from_other_relations() {
    let addressing = read(
        "<a:Action>urn:act</a:Action><a:RelatesTo RelationshipType='urn:how'>urn:id:0</a:RelatesTo>\
         <a:RelatesTo RelationshipType='http://www.w3.org/2005/08/addressing/reply'>urn:id:1</a:RelatesTo>",
    )
    .unwrap();
    assert_eq!(addressing.in_reply_to(), Some("urn:id:1"));
    let other = Addressing::new("urn:act").with_relates_to(RelatesTo {
        relationship_type: Some("urn:how".into()),
        ..RelatesTo::reply("urn:id:0")
    });
    assert_eq!(other.in_reply_to(), None);
}

/// What stands in messages of WCF, CXF and Metro: their blocks, in their order, with their prefixes.
#[test]
fn the_blocks_of_other_stacks_are_read() {
    let wcf = "<a:Action s:mustUnderstand='1'>http://tempuri.org/ICalls/Get</a:Action>\
         <a:MessageID>urn:uuid:3f8a5e4e-1f0e-4c0a-9d6e-3b9a3b0c2a11</a:MessageID>\
         <a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>\
         <a:To s:mustUnderstand='1'>http://host:8080/calls.svc</a:To>";
    let addressing = read(wcf).unwrap();
    assert_eq!(addressing.destination(), "http://host:8080/calls.svc");
    assert_eq!(addressing.check_request(), Ok(()));
    assert_eq!(addressing.check_anonymous(), Ok(()));

    let cxf = format!(
        "<Action xmlns='{NAMESPACE}'>http://calls/Get</Action>\
         <MessageID xmlns='{NAMESPACE}'>urn:uuid:5c1a8b0e-2e4d-4c7b-8a44-0b3a6e1f7d55</MessageID>\
         <To xmlns='{NAMESPACE}'>http://host:9000/calls</To>\
         <ReplyTo xmlns='{NAMESPACE}'><Address>http://www.w3.org/2005/08/addressing/anonymous</Address></ReplyTo>"
    );
    assert_eq!(read(&cxf).unwrap().action.as_str(), "http://calls/Get");

    let metro = format!(
        "<To xmlns='{NAMESPACE}'>http://host/calls</To><Action xmlns='{NAMESPACE}' \
         xmlns:S='{V1_1}' S:mustUnderstand='1'>http://calls/Get</Action><ReplyTo xmlns='{NAMESPACE}'>\
         <Address>http://www.w3.org/2005/08/addressing/anonymous</Address></ReplyTo>\
         <FaultTo xmlns='{NAMESPACE}'><Address>http://www.w3.org/2005/08/addressing/anonymous</Address></FaultTo>\
         <MessageID xmlns='{NAMESPACE}'>uuid:11d5b0f3-7a35-4d0a-8a2f-6d3f1c9e4b77</MessageID>"
    );
    assert_eq!(read(&metro).unwrap().check_request(), Ok(()));
}

// Answers.

/// Core section 3.4, SOAP Binding section 3.4.
#[test]
fn an_answer_goes_where_the_request_says() {
    let document = document(
        V1_2,
        "<a:Action>urn:act</a:Action><a:MessageID>urn:id:1</a:MessageID><a:ReplyTo>\
         <a:Address>https://host/notify</a:Address><a:ReferenceParameters xmlns:b='urn:bank'>\
         <b:Customer>4711</b:Customer><b:Kind>m:Call</b:Kind></a:ReferenceParameters></a:ReplyTo>",
    );
    let request = Envelope::<GetCallInfo, Headers>::from_xml(&document).unwrap();
    let blocks = request.header.addressing.reply("urn:answer");
    let answer = request
        .reply(Element::new("urn:x", "Answer"))
        .with_header(blocks.clone());
    let xml = answer.to_xml().unwrap();
    assert_eq!(answer.version(), SoapVersion::V1_2);
    assert!(
        xml.contains("IsReferenceParameter=\"true\">4711</b:Customer>"),
        "{xml}"
    );
    // A qualified name in a parameter means what it meant.
    assert!(xml.contains(&format!("xmlns:m=\"{M}\"")), "{xml}");

    let read = Envelope::<Element, Addressed>::from_xml(&xml)
        .unwrap()
        .header;
    assert_eq!(read, blocks);
    assert_eq!(read.addressing.destination(), "https://host/notify");
    assert_eq!(read.addressing.in_reply_to(), Some("urn:id:1"));
    let [customer, kind] = read.reference_parameters.as_slice() else {
        panic!("{read:?}")
    };
    assert_eq!(
        customer.attribute(NAMESPACE, "IsReferenceParameter"),
        Some("true")
    );
    assert_eq!(kind.read::<QName>().unwrap(), QName::new(M, "Call"));
}

#[test]
fn a_parameter_that_is_marked_is_not_marked_again() {
    let marked = Element::new("urn:b", "P").with_attribute(NAMESPACE, "IsReferenceParameter", "1");
    let blocks = EndpointReference::new("urn:e")
        .with_reference_parameter(marked)
        .message("urn:act");
    let xml = Envelope::new(get_call_info())
        .with_header(blocks)
        .to_xml()
        .unwrap();
    assert_eq!(xml.matches("IsReferenceParameter").count(), 1);
}

/// Core section 3.4: `FaultTo`, else `ReplyTo`, else anonymous.
#[test]
fn a_fault_goes_where_the_request_says() {
    let to = |addressing: &Addressing| {
        let blocks = addressing.reply_fault(FAULT_ACTION);
        assert_eq!(blocks.addressing.action.as_str(), FAULT_ACTION);
        assert_eq!(blocks.addressing.in_reply_to(), Some("urn:id:1"));
        blocks.addressing.destination().to_owned()
    };
    let addressing = Addressing::new("urn:act").with_message_id("urn:id:1");
    assert_eq!(to(&addressing), ANONYMOUS);
    let addressing = addressing.with_reply_to(EndpointReference::new("urn:reply"));
    assert_eq!(to(&addressing), "urn:reply");
    let addressing = addressing.with_fault_to(EndpointReference::new("urn:fault"));
    assert_eq!(to(&addressing), "urn:fault");
    let answer = addressing.reply("urn:answer");
    assert_eq!(answer.addressing.destination(), "urn:reply");
}

#[test]
fn who_wants_no_answer_says_so() {
    let addressing = Addressing::new("urn:act").with_reply_to(EndpointReference::none());
    assert!(addressing.reply_endpoint().is_none());
    assert_eq!(
        addressing.reply("urn:answer").addressing.destination(),
        NONE
    );
    assert_eq!(addressing.check_anonymous(), Ok(()));
}

// What is refused.

fn refused(blocks: &str) -> (AddressingFault, Error) {
    let error = read(blocks).unwrap_err();
    let fault = AddressingFault::of_error(&error);
    (fault.unwrap_or_else(|| panic!("{error}")), error)
}

/// SOAP Binding section 6.4.
#[test]
fn what_cannot_be_read_is_a_fault_of_its_own() {
    const ACTION: &str = "<a:Action>urn:act</a:Action>";
    for (blocks, fault, said) in [
        (
            "<a:To>urn:to</a:To>",
            AddressingFault::HeaderRequired(name("Action")),
            "missing element `Action`, in `Envelope/Header`, line 1",
        ),
        (
            "<a:Action>urn:act</a:Action><a:Action>urn:act</a:Action>",
            invalid("Action", InvalidHeader::Cardinality),
            "`Action` stands twice, where it may stand once, in `Envelope/Header/Action`, line 1",
        ),
        (
            "<a:Action>urn:act</a:Action><a:MessageID>1</a:MessageID><a:MessageID>2</a:MessageID>",
            invalid("MessageID", InvalidHeader::Cardinality),
            "`MessageID` stands twice, where it may stand once, in `Envelope/Header/MessageID`",
        ),
        (
            "<a:Action>urn:act</a:Action><a:ReplyTo/>",
            invalid("ReplyTo", InvalidHeader::MissingAddress),
            "missing element `Address`, in `Envelope/Header/ReplyTo`, line 1",
        ),
        (
            "<a:Action>urn:act</a:Action><a:FaultTo><a:Address>u:1</a:Address><a:Address>u:2</a:Address></a:FaultTo>",
            invalid("FaultTo", InvalidHeader::EndpointReference),
            "`Address` stands twice, where it may stand once, in `Envelope/Header/FaultTo/Address`",
        ),
        (
            "<a:Action>urn:act</a:Action><a:To><b/></a:To>",
            invalid("To", InvalidHeader::Address),
            "element `b`, where only text is expected, in `Envelope/Header/To/b`",
        ),
        (
            "<a:Action><b/></a:Action>",
            invalid("Action", InvalidHeader::Other),
            "element `b`, where only text is expected, in `Envelope/Header/Action/b`",
        ),
    ] {
        let (found, error) = refused(blocks);
        assert_eq!(found, fault, "{blocks}");
        assert!(error.to_string().starts_with(said), "{error}");
    }
    for (blocks, why) in [
        (
            "<o:Trace xmlns:o='urn:own'>x</o:Trace>",
            "it is another block",
        ),
        (
            "<o:Trace xmlns:o='urn:own'>1</o:Trace><o:Trace xmlns:o='urn:own'>1</o:Trace>",
            "that, too",
        ),
        (
            "<a:To s:mustUnderstand='perhaps'/>",
            "it is SOAP's attribute",
        ),
    ] {
        let error = read(&format!("{blocks}{ACTION}")).unwrap_err();
        assert_eq!(AddressingFault::of_error(&error), None, "{why}");
    }
}

#[test]
fn without_a_header_the_action_is_missing() {
    let document = document(V1_1, "").replace("<s:Header></s:Header>", "");
    let error = Envelope::<GetCallInfo, Headers>::from_xml(&document).unwrap_err();
    assert_eq!(
        AddressingFault::of_error(&error),
        Some(AddressingFault::HeaderRequired(name("Action"))),
    );
}

/// A block of WS-Addressing for another node may stand beside ours (SOAP Binding section 3.2).
#[test]
fn a_block_for_another_node_is_no_second_one() {
    let blocks =
        "<a:Action>urn:act</a:Action><a:To>urn:a</a:To><a:To s:actor='urn:other'>urn:b</a:To>";
    assert_eq!(read(blocks).unwrap().destination(), "urn:a");
    let before =
        "<a:To s:actor='urn:other'>urn:b</a:To><a:Action>urn:act</a:Action><a:To>urn:a</a:To>";
    assert_eq!(read(before).unwrap().destination(), "urn:a");
}

#[test]
fn addresses_are_absolute() {
    for wrong in [
        "",
        "host",
        "/calls",
        "http:",
        "1:2",
        "http://a b/",
        "http://a/<b>",
        "http://a/\u{7f}",
        ":x",
    ] {
        let addressing = Addressing::new("urn:act").with_to(wrong);
        let fault = invalid("To", InvalidHeader::Address);
        assert_eq!(addressing.check(), Err(fault), "{wrong}");
        let addressing = Addressing::new("urn:act").with_fault_to(EndpointReference::new(wrong));
        let fault = invalid("FaultTo", InvalidHeader::Address);
        assert_eq!(addressing.check(), Err(fault), "{wrong}");
    }
    for right in [
        "http://host/",
        "urn:x",
        "mailto:a@b",
        "http://h\u{f6}st/\u{e4}?q=1#f",
        ANONYMOUS,
        NONE,
    ] {
        assert_eq!(
            Addressing::new("urn:act").with_to(right).check(),
            Ok(()),
            "{right}"
        );
    }
}

#[test]
fn names_and_actions_are_not_empty() {
    let empty = Addressing::new("");
    assert_eq!(empty.check(), Err(invalid("Action", InvalidHeader::Other)));
    let empty = Addressing::new("urn:act").with_message_id("");
    assert_eq!(
        empty.check(),
        Err(invalid("MessageID", InvalidHeader::Other))
    );
    let empty = Addressing::new("urn:act").with_relates_to(RelatesTo::reply(""));
    assert_eq!(
        empty.check(),
        Err(invalid("RelatesTo", InvalidHeader::Other))
    );
}

/// What a stranger names as a parameter would be ours to say: SOAP Binding section 7.
#[test]
fn no_parameter_is_a_block_of_addressing_or_of_soap() {
    for namespace in [NAMESPACE, V1_1, V1_2] {
        let parameter = Element::new(namespace, "Action").with_text("urn:evil");
        let endpoint = EndpointReference::new("urn:e").with_reference_parameter(parameter);
        let addressing = Addressing::new("urn:act").with_reply_to(endpoint);
        let fault = invalid("ReplyTo", InvalidHeader::EndpointReference);
        assert_eq!(addressing.check(), Err(fault), "{namespace}");
    }
}

#[test]
fn a_request_has_a_name() {
    let addressing = Addressing::new("urn:act");
    assert_eq!(addressing.check(), Ok(()));
    let fault = AddressingFault::HeaderRequired(name("MessageID"));
    assert_eq!(addressing.check_request(), Err(fault));
    let addressing = addressing.with_to("nowhere");
    let fault = invalid("To", InvalidHeader::Address);
    assert_eq!(addressing.check_request(), Err(fault));
}

#[test]
fn where_answers_go_can_be_restricted() {
    let elsewhere = Addressing::new("urn:act").with_reply_to(EndpointReference::new("urn:e"));
    let only_anonymous = InvalidHeader::OnlyAnonymousAddressSupported;
    assert_eq!(
        elsewhere.check_anonymous(),
        Err(invalid("ReplyTo", only_anonymous))
    );
    assert_eq!(elsewhere.check_not_anonymous(), Ok(()));
    let faults = Addressing::new("urn:act").with_fault_to(EndpointReference::new("urn:e"));
    assert_eq!(
        faults.check_anonymous(),
        Err(invalid("FaultTo", only_anonymous))
    );
    // From is not where answers go.
    let from = Addressing::new("urn:act").with_from(EndpointReference::new("urn:e"));
    assert_eq!(from.check_anonymous(), Ok(()));

    let only_other = InvalidHeader::OnlyNonAnonymousAddressSupported;
    let unsaid = Addressing::new("urn:act");
    assert_eq!(
        unsaid.check_not_anonymous(),
        Err(invalid("ReplyTo", only_other))
    );
    let back = elsewhere.with_fault_to(EndpointReference::anonymous());
    assert_eq!(
        back.check_not_anonymous(),
        Err(invalid("FaultTo", only_other))
    );
}

/// SOAP Binding section 4.2: the SOAPAction is the action, or `""`.
#[test]
fn the_action_is_that_of_http_and_of_the_message() {
    let addressing = Addressing::new("urn:act");
    for said in [None, Some(""), Some("urn:act")] {
        assert_eq!(addressing.check_soap_action(said), Ok(()));
    }
    let fault = addressing.check_soap_action(Some("urn:other")).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "the action is `urn:act`, and that of HTTP `urn:other`"
    );
    assert_eq!(addressing.check_action("urn:act"), Ok(()));
    assert_eq!(
        addressing.check_action("urn:other"),
        Err(AddressingFault::ActionNotSupported("urn:act".into())),
    );
}

// Faults.

/// Each fault, whose it is, and its codes.
fn faults() -> Vec<(AddressingFault, FaultClass, Vec<&'static str>)> {
    let mismatch = Addressing::new("urn:a").check_soap_action(Some("urn:b"));
    let unavailable = AddressingFault::EndpointUnavailable {
        retry_after: Some(Duration::from_millis(1500)),
        address: Some("urn:x".into()),
    };
    let by_sender = [
        (
            mismatch.unwrap_err(),
            vec!["InvalidAddressingHeader", "ActionMismatch"],
        ),
        (
            invalid("To", InvalidHeader::Other),
            vec!["InvalidAddressingHeader"],
        ),
        (
            AddressingFault::HeaderRequired(name("MessageID")),
            vec!["MessageAddressingHeaderRequired"],
        ),
        (
            AddressingFault::DestinationUnreachable("urn:x".into()),
            vec!["DestinationUnreachable"],
        ),
        (
            AddressingFault::ActionNotSupported("urn:x".into()),
            vec!["ActionNotSupported"],
        ),
    ];
    let invalid_headers = INVALID_HEADERS.map(|(problem, code)| {
        (
            invalid("To", problem),
            vec!["InvalidAddressingHeader", code],
        )
    });
    let by_sender = by_sender.into_iter().chain(invalid_headers);
    by_sender
        .map(|(fault, codes)| (fault, FaultClass::Sender, codes))
        .chain([(
            unavailable,
            FaultClass::Receiver,
            vec!["EndpointUnavailable"],
        )])
        .collect()
}

/// SOAP Binding section 6.4.1, Metadata section 3.2.
const INVALID_HEADERS: [(InvalidHeader, &str); 7] = [
    (InvalidHeader::Address, "InvalidAddress"),
    (InvalidHeader::EndpointReference, "InvalidEPR"),
    (InvalidHeader::Cardinality, "InvalidCardinality"),
    (InvalidHeader::MissingAddress, "MissingAddressInEPR"),
    (InvalidHeader::DuplicateMessageId, "DuplicateMessageID"),
    (
        InvalidHeader::OnlyAnonymousAddressSupported,
        "OnlyAnonymousAddressSupported",
    ),
    (
        InvalidHeader::OnlyNonAnonymousAddressSupported,
        "OnlyNonAnonymousAddressSupported",
    ),
];

/// SOAP Binding section 6.
#[test]
fn each_fault_has_its_codes_and_comes_back() {
    let request = Addressing::new("urn:act").with_message_id("urn:id:1");
    for (fault, class, codes) in faults() {
        let xml = fault
            .to_envelope(SoapVersion::V1_2, Some(&request))
            .to_xml()
            .unwrap();
        let read = Envelope::<Fault, Addressing>::from_xml(&xml).unwrap();
        assert_eq!(read.body.class(), class, "{fault:?}");
        let subcodes: Vec<_> = codes
            .iter()
            .map(|&code| QName::new(NAMESPACE, code))
            .collect();
        assert_eq!(read.body.subcodes(), subcodes, "{fault:?}");
        assert_eq!(read.header.action.as_str(), FAULT_ACTION);
        assert_eq!(read.header.in_reply_to(), Some("urn:id:1"));
        assert_eq!(read.header.fault_detail, None);
        assert_eq!(
            AddressingFault::of_fault(&read.body, None),
            Some(fault.clone())
        );

        // SOAP 1.1: the code is the inner one, and the detail stands in the Header.
        let xml = fault
            .to_envelope(SoapVersion::V1_1, Some(&request))
            .to_xml()
            .unwrap();
        let read = Envelope::<Fault, Addressing>::from_xml(&xml).unwrap();
        assert_eq!(Some(read.body.code()), subcodes.last(), "{fault:?}");
        assert!(read.body.detail_element().is_none(), "{xml}");
        let detail = read.header.fault_detail.as_deref();
        assert_eq!(AddressingFault::of_fault(&read.body, detail), Some(fault));
    }
}

/// What is wrong with an endpoint is not wrong with the answer that says so.
#[test]
fn a_fault_over_an_endpoint_does_not_go_there() {
    let customer = || Element::new("urn:bank", "Customer");
    let elsewhere =
        || EndpointReference::new("https://host/notify").with_reference_parameter(customer());
    let request = Addressing::new("urn:act").with_message_id("urn:id:1");
    let to = |request: &Addressing, fault: &AddressingFault| {
        let envelope = fault.to_envelope(SoapVersion::V1_2, Some(request));
        let xml = envelope.to_xml().unwrap();
        let read = Envelope::<Fault, Addressed>::from_xml(&xml).unwrap().header;
        assert_eq!(read.addressing.in_reply_to(), Some("urn:id:1"));
        (
            read.addressing.destination().to_owned(),
            read.reference_parameters.len(),
        )
    };
    let here = (ANONYMOUS.to_owned(), 0);
    let there = ("https://host/notify".to_owned(), 1);

    let other = AddressingFault::ActionNotSupported("urn:act".into());
    let asked = request.clone().with_reply_to(elsewhere());
    assert_eq!(to(&asked, &other), there);
    assert_eq!(to(&asked, &asked.check_anonymous().unwrap_err()), here);
    // A parameter that would be a block of its own cannot be written as one.
    let evil = Element::new(NAMESPACE, "Action").with_text("urn:evil");
    let asked = request
        .clone()
        .with_fault_to(elsewhere().with_reference_parameter(evil));
    assert_eq!(to(&asked, &other), here);
    assert_eq!(to(&asked, &asked.check().unwrap_err()), here);
    let asked = request.with_reply_to(EndpointReference::new("nowhere"));
    assert_eq!(to(&asked, &asked.check().unwrap_err()), here);
}

/// SOAP 1.1 has one code, the inner one of CXF and Metro or the outer one of others; and there may be no detail.
#[test]
fn one_code_is_read_alone() {
    let code = name("OnlyAnonymousAddressSupported");
    let fault = AddressingFault::of_fault(&Fault::new(code, "no"), None);
    let problem = InvalidHeader::OnlyAnonymousAddressSupported;
    assert_eq!(
        fault,
        Some(AddressingFault::InvalidHeader(QName::default(), problem))
    );
    let outer = Fault::new(name("InvalidAddressingHeader"), "no");
    let other = AddressingFault::InvalidHeader(QName::default(), InvalidHeader::Other);
    assert_eq!(AddressingFault::of_fault(&outer, None), Some(other));
    let of = |code: QName| AddressingFault::of_fault(&Fault::new(code, "no"), None);
    assert_eq!(of(QName::new("urn:x", "ActionNotSupported")), None);
    assert_eq!(of(name("Unheard")), None);
    assert_eq!(AddressingFault::of_fault(&Fault::sender("no"), None), None);
}

#[test]
fn a_fault_in_both_versions() {
    let fault = invalid("ReplyTo", InvalidHeader::OnlyAnonymousAddressSupported);
    let envelope = fault
        .to_envelope(SoapVersion::V1_1, None)
        .declare("wsa", NAMESPACE);
    assert_eq!(
        envelope
            .with_xml_declaration(false)
            .to_xml_pretty()
            .unwrap(),
        r#"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wsa="http://www.w3.org/2005/08/addressing">
  <soap:Header>
    <wsa:Action>http://www.w3.org/2005/08/addressing/fault</wsa:Action>
    <wsa:FaultDetail>
      <wsa:ProblemHeaderQName>wsa:ReplyTo</wsa:ProblemHeaderQName>
    </wsa:FaultDetail>
  </soap:Header>
  <soap:Body>
    <soap:Fault>
      <faultcode>wsa:OnlyAnonymousAddressSupported</faultcode>
      <faultstring xml:lang="en">A header representing a Message Addressing Property is not valid and the message cannot be processed</faultstring>
    </soap:Fault>
  </soap:Body>
</soap:Envelope>"#,
    );
    let envelope = fault
        .to_envelope(SoapVersion::V1_2, None)
        .declare("wsa", NAMESPACE);
    assert_eq!(
        envelope
            .with_xml_declaration(false)
            .to_xml_pretty()
            .unwrap(),
        r#"<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:wsa="http://www.w3.org/2005/08/addressing">
  <soap:Header>
    <wsa:Action>http://www.w3.org/2005/08/addressing/fault</wsa:Action>
  </soap:Header>
  <soap:Body>
    <soap:Fault>
      <soap:Code>
        <soap:Value>soap:Sender</soap:Value>
        <soap:Subcode>
          <soap:Value>wsa:InvalidAddressingHeader</soap:Value>
          <soap:Subcode>
            <soap:Value>wsa:OnlyAnonymousAddressSupported</soap:Value>
          </soap:Subcode>
        </soap:Subcode>
      </soap:Code>
      <soap:Reason>
        <soap:Text xml:lang="en">A header representing a Message Addressing Property is not valid and the message cannot be processed</soap:Text>
      </soap:Reason>
      <soap:Detail>
        <wsa:ProblemHeaderQName>wsa:ReplyTo</wsa:ProblemHeaderQName>
      </soap:Detail>
    </soap:Fault>
  </soap:Body>
</soap:Envelope>"#,
    );
}

// August 2004.

#[test]
fn the_blocks_of_august_2004() {
    let old = august_2004::NAMESPACE;
    let document = document(
        V1_1,
        &format!(
            "<w:Action xmlns:w='{old}' s:mustUnderstand='1'>urn:act</w:Action>\
             <w:MessageID xmlns:w='{old}'>uuid:1</w:MessageID>\
             <w:To xmlns:w='{old}'>http://host/calls</w:To>\
             <w:ReplyTo xmlns:w='{old}' xmlns:b='urn:b'><w:Address>{}</w:Address>\
             <w:ReferenceProperties><b:Session>7</b:Session></w:ReferenceProperties>\
             <w:ReferenceParameters><b:Page>2</b:Page></w:ReferenceParameters>\
             <w:PortType>b:Calls</w:PortType></w:ReplyTo>\
             <w:RelatesTo xmlns:w='{old}' RelationshipType='w:Reply'>uuid:0</w:RelatesTo>",
            august_2004::ANONYMOUS,
        ),
    );
    let read = Envelope::<GetCallInfo, august_2004::Addressing>::from_xml(&document).unwrap();
    let reply_to = read.header.reply_to.as_ref().unwrap();
    assert!(reply_to.extensions[0].name().is(old, "PortType"));
    let reply = QName::new(old, "Reply");
    assert_eq!(read.header.relates_to[0].relationship_type, Some(reply));

    let modern = Addressing::from(read.header.clone());
    assert!(modern.reply_endpoint().is_anonymous());
    assert_eq!(modern.in_reply_to(), Some("uuid:0"));
    assert_eq!(modern.check_request(), Ok(()));
    let answer = august_2004::Addressed::from(modern.reply("urn:answer"));
    let xml = read
        .reply(Element::new("urn:x", "Answer"))
        .declare("wsa", old)
        .with_header(answer)
        .with_xml_declaration(false)
        .to_xml_pretty()
        .unwrap();
    assert_eq!(
        xml,
        r#"<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:wsa="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:b="urn:b">
  <soap:Header>
    <wsa:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</wsa:To>
    <wsa:Action>urn:answer</wsa:Action>
    <wsa:RelatesTo>uuid:1</wsa:RelatesTo>
    <b:Session>7</b:Session>
    <b:Page>2</b:Page>
  </soap:Header>
  <soap:Body>
    <Answer xmlns="urn:x"/>
  </soap:Body>
</soap:Envelope>"#,
    );
}

#[test]
fn blocks_of_august_2004_come_back_from_those_of_1_0() {
    let endpoint = august_2004::EndpointReference {
        address: AttributedUri::from(august_2004::ANONYMOUS),
        reference_properties: None,
        extensions: vec![Element::new(august_2004::NAMESPACE, "PortType").with_text("x")],
        ..august_2004::EndpointReference::default()
    };
    let old = august_2004::Addressing {
        reply_to: Some(Block::new(endpoint).with_must_understand(true)),
        relates_to: vec![Block::new(august_2004::RelatesTo {
            relationship_type: Some(QName::new("urn:r", "How")),
            message_id: "uuid:0".into(),
            ..august_2004::RelatesTo::default()
        })],
        ..august_2004::Addressing::new("urn:act", august_2004::ANONYMOUS)
    };
    let modern = Addressing::from(old.clone());
    assert_eq!(modern.destination(), ANONYMOUS);
    assert_eq!(modern.relates_to[0].relationship(), "urn:r#How");
    assert_eq!(august_2004::Addressing::from(modern), old);
}

#[test]
fn what_is_wrong_with_a_block_of_august_2004() {
    let old = august_2004::NAMESPACE;
    let document = document(
        V1_1,
        &format!("<w:Action xmlns:w='{old}'/><w:Action xmlns:w='{old}'/>"),
    );
    let error = Envelope::<GetCallInfo, august_2004::Addressing>::from_xml(&document).unwrap_err();
    let fault = AddressingFault::of_error(&error).unwrap();
    let action = QName::new(old, "Action");
    assert_eq!(
        fault,
        AddressingFault::InvalidHeader(action, InvalidHeader::Cardinality)
    );
    let fault = august_2004::fault(&fault);
    assert!(fault.subcodes()[0].is(old, "InvalidMessageInformationHeader"));
    for (fault, class, _) in faults() {
        assert_eq!(august_2004::fault(&fault).class(), class);
    }
}
