//! What requests say of themselves, so that a call needs nothing more: the action, the version and the answer. Header blocks and faults.

use um_messages::soap::{Block, SoapVersion};
use um_messages::{Envelope, Fault, SoapMessage, SoapOperation};

use super::code::{
    both_versions, document_bare, document_wrapped, faults, headers, mime, nil_everywhere, one_way,
    overloaded, part_with_type, rpc_literal, several_parts, soap_1_2, substituted, typed_parts,
};

/// The action of a request whose answer is this one.
fn action<T, R>(request: &T) -> Option<&str>
where
    T: SoapOperation<Response = R>,
{
    request.action()
}

#[test]
fn actions_and_answers() {
    let hold = document_wrapped::Hold {
        account: String::new(),
        amount: "1".into(),
    };
    assert_eq!(
        action::<_, document_wrapped::HoldResponse>(&hold),
        Some("urn:example:document_wrapped/Hold")
    );
    let release = document_wrapped::Release { hold_id: 1 };
    assert_eq!(
        action::<_, document_wrapped::ReleaseResponse>(&release),
        None
    );
    assert_eq!(
        action::<_, document_bare::Found>(&document_bare::Find(1)),
        Some("urn:find")
    );
    let word = document_bare::Word(document_bare::WordValue::No);
    assert_eq!(action::<_, ()>(&word), Some("urn:answer"));
    assert_eq!(
        action::<_, both_versions::Pong>(&both_versions::Ping {}),
        Some("urn:ping")
    );
    assert_eq!(
        action::<_, ()>(&one_way::Notify {
            text: String::new()
        }),
        Some("urn:notify")
    );
    assert_eq!(
        action::<_, overloaded::One>(&overloaded::ById(1)),
        Some("urn:id")
    );
    assert_eq!(
        action::<_, overloaded::Many>(&overloaded::ByName(String::new())),
        Some("urn:name")
    );
    assert_eq!(
        action::<_, mime::Uploaded>(&mime::Upload { name: None }),
        Some("urn:upload")
    );
    assert_eq!(
        action::<_, part_with_type::Size>(&part_with_type::Text(String::new())),
        Some("urn:size")
    );
    let list = rpc_literal::calls::ListAll {};
    assert_eq!(
        action::<_, rpc_literal::calls::ListAllResponse>(&list),
        Some("urn:list")
    );
    let head = several_parts::Head(String::new());
    assert_eq!(
        action::<_, (several_parts::Line, several_parts::Sum)>(&head),
        Some("urn:sum")
    );
}

#[test]
fn versions() {
    assert_eq!(
        <both_versions::Ping as SoapMessage>::VERSION,
        SoapVersion::V1_1
    );
    assert_eq!(<soap_1_2::Echo as SoapMessage>::VERSION, SoapVersion::V1_2);
    assert_eq!(
        <soap_1_2::EchoResponse as SoapMessage>::VERSION,
        SoapVersion::V1_2
    );
    let echo = soap_1_2::Echo {
        text: String::new(),
    };
    assert_eq!(
        action::<_, soap_1_2::EchoResponse>(&echo),
        Some("urn:example:echo")
    );
}

#[test]
fn endpoints() {
    assert_eq!(both_versions::ENDPOINT, "http://ping.example.org/11");
    assert_eq!(soap_1_2::ENDPOINT, "http://echo.example.org/12");
}

#[test]
fn header_blocks() {
    let blocks = headers::ReadHeaders {
        session: Block::new(headers::Session { token: "t".into() }),
        trace: Some(Block::new("x".to_owned())),
        locale: None,
    };
    let envelope = Envelope::new(headers::Read { id: 1 }).with_header(blocks);
    let xml = envelope.to_xml().unwrap();
    let read = Envelope::<headers::Read, headers::ReadHeaders>::from_xml(&xml).unwrap();
    assert_eq!(read.header, envelope.header);
    let namespaces = [
        r#"<h:Session xmlns:h="urn:example:headers">"#,
        r#"<t:Trace xmlns:t="urn:example:trace">"#,
    ];
    assert!(namespaces.iter().all(|start| xml.contains(start)), "{xml}");
}

/// What is wrong with a block is said in a block of the fault's envelope (section 4.4 of SOAP 1.1).
#[test]
fn header_blocks_of_faults() {
    let xml = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>\
         <s:Header><Expired xmlns='urn:example:headers'><Since>2026-11-30</Since></Expired></s:Header>\
         <s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault></s:Body></s:Envelope>";
    let envelope = Envelope::<Fault, headers::ReadFaultHeaders>::from_xml(xml).unwrap();
    let blocks = envelope.header;
    assert!(blocks.trace.is_none());
    let expired = blocks.expired.unwrap();
    assert_eq!(expired.since, "2026-11-30".parse().unwrap());
}

/// A fault with this detail.
fn fault(detail: &str) -> Fault {
    let xml = format!(
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault><faultcode>s:Server</faultcode>\
         <faultstring>no</faultstring><detail>{detail}</detail></s:Fault></s:Body></s:Envelope>"
    );
    let error = faults::PayResponse::from_envelope(&xml).unwrap_err();
    error.fault().unwrap().clone()
}

#[test]
fn details_of_faults() {
    let fault = |detail| faults::PayFault::from_fault(&fault(detail));
    let closed = fault("<Closed xmlns='urn:example:faults'><Reason>r</Reason></Closed>").unwrap();
    let problem = faults::Problem { reason: "r".into() };
    assert_eq!(
        closed,
        Some(faults::PayFault::Closed(faults::Closed(problem)))
    );
    assert_eq!(fault("<Other xmlns='urn:x'/>").unwrap(), None);
    assert!(fault("<Closed xmlns='urn:example:faults'/>").is_err());
}

/// An element of a substitution group stands where its head is said (XML Schema part 1, section 3.3.6), in Body, Header and detail.
#[test]
fn substitutes_of_heads() {
    let start = substituted::Stop {
        id: 1,
        reason: "r".into(),
    };
    let answered = action::<_, substituted::AnyOutcome>(&start);
    assert_eq!(answered, Some("urn:run"));
    let headers = substituted::RunHeaders {
        login: substituted::RunHeadersLogin::User(Block::new("u".to_owned())),
        token: Some(substituted::RunHeadersToken::ShortToken(Block::new(
            "t".to_owned(),
        ))),
    };
    let envelope = Envelope::new(substituted::AnyCommand::Stop(start)).with_header(headers);
    let xml = envelope.to_xml().unwrap();
    let read = Envelope::<substituted::AnyCommand, substituted::RunHeaders>::from_xml(&xml);
    assert_eq!(read.unwrap().header, envelope.header);
    assert!(xml.contains("<s:ShortToken ") && xml.contains("<s:Stop "));
    let busy = fault("<Busy xmlns='urn:example:substituted'>b</Busy>");
    assert_eq!(
        substituted::RunFault::from_fault(&busy).unwrap(),
        Some(substituted::RunFault::Busy(substituted::Busy("b".into())))
    );
}

/// Header blocks and entries of detail whose parts have a type are in the namespace that the binding says.
#[test]
fn namespaces_of_parts_with_a_type() {
    use typed_parts::{Size, SizeFault, SizeHeaders, faults};

    let headers = SizeHeaders {
        token: Some(Block::new("t".to_owned())),
        trace: Some(Block::new(7)),
    };
    let request = Envelope::new(Size { id: 1 }).with_header(headers);
    let written = request.to_xml().unwrap();
    assert!(
        written.contains(r#"<b:token xmlns:b="urn:blocks">t</b:token>"#),
        "{written}"
    );
    assert!(
        written.contains(r#"<o:trace xmlns:o="urn:example:own">7</o:trace>"#),
        "{written}"
    );
    let read = Envelope::<Size, SizeHeaders>::from_xml(&written).unwrap();
    assert_eq!(read.header, request.header);

    let fault = "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><s:Fault><faultcode>s:Server</faultcode>\
        <faultstring>x</faultstring><detail><n:reason xmlns:n='urn:faults'>r</n:reason></detail></s:Fault></s:Body></s:Envelope>";
    let fault = Envelope::<Fault>::from_xml(fault).unwrap().into_body();
    let reason = SizeFault::from_fault(&fault).unwrap();
    assert_eq!(reason, Some(SizeFault::Reason(faults::Reason("r".into()))));
}

/// PHP sends nil for whatever is null, be it required or not, and the type of a nil element beside it.
#[test]
fn nil_where_the_schema_has_none() {
    use nil_everywhere::rpc_encoded::GetResponse;
    use nil_everywhere::rpc_encoded::directory::User;

    let answer = |user: &str| {
        format!(
            "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/' xmlns:u='urn:users' xmlns:d='urn:example:directory' \
               xmlns:i='http://www.w3.org/2001/XMLSchema-instance'><s:Body><u:getResponse>{user}</u:getResponse></s:Body></s:Envelope>"
        )
    };
    let nothing = answer("<user i:nil='true' i:type='d:User'/>");
    assert_eq!(GetResponse::from_envelope(&nothing).unwrap().user, None);

    let nils = answer(
        "<user><id i:nil='true'/><names i:nil='true' i:type='d:Names'/><seats i:nil='1'/></user>",
    );
    let response = GetResponse::from_envelope(&nils).unwrap();
    let user = User {
        id: None,
        names: None,
        seats: None,
    };
    assert_eq!(response.user, Some(user));
    // What has to stand is nil; what may be absent is.
    let written = response.to_envelope().unwrap();
    assert_eq!(written.matches(":nil=\"true\"").count(), 2, "{written}");
    assert!(!written.contains("seats"), "{written}");
    assert_eq!(GetResponse::from_envelope(&written).unwrap(), response);

    let nothing = answer("<user/>");
    assert_eq!(GetResponse::from_envelope(&nothing).unwrap(), response);
}
