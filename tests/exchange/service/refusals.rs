//! What the service refuses, with which fault; and that what it refuses changes nothing.

use um_messages::um;
use um_messages::{Fault, SoapMessage, SoapVersion};

use super::client::{
    Call, MESSAGES, POST, SOAP, ask, disconnect, envelope, get_call_info, play_on_phone, post,
    start_call,
};
use super::embedded::{ADA, BOB, Mailbox, ROOM, Service};

/// All that the service knows.
fn everything(service: &Service) -> [Option<Mailbox>; 3] {
    [ADA, BOB, ROOM].map(|user| service.mailbox(user))
}

// Each request, broken in each way.

/// What is wrong with a request.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mistake {
    Missing,
    Doubled,
    Misspelt,
    Foreign,
    Empty,
}

/// What comes back.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Outcome {
    Malformed,
    Exception(&'static str),
    /// An empty text is a value of this parameter.
    Done,
}

/// A child of a request, a value of it, and what comes back where it is missing and where it is empty.
type Child = (&'static str, &'static str, Outcome, Outcome);

/// The requests with their children: contract §1, §2 and §6 no. 15. That other missing children than
/// those of calls are malformed is the specification's word; what servers make of them is not known.
const REQUESTS: [(&str, &[Child]); 11] = {
    use Outcome::{Done, Exception, Malformed};
    const CALL_ID: Outcome = Exception("InvalidCallIdException");
    const NUMBER: Outcome = Exception("DialingRulesException");
    const OBJECT: Outcome = Exception("InvalidObjectIdException");
    [
        ("IsUMEnabled", &[]),
        ("GetUMProperties", &[]),
        ("SetOofStatus", &[("status", "true", Malformed, Malformed)]),
        (
            "SetPlayOnPhoneDialString",
            &[("dialString", "+43 1", Malformed, Done)],
        ),
        (
            "SetTelephoneAccessFolderEmail",
            &[("base64FolderId", "QUJD", Malformed, Done)],
        ),
        (
            "SetMissedCallNotificationEnabled",
            &[("status", "false", Malformed, Malformed)],
        ),
        ("ResetPIN", &[]),
        (
            "PlayOnPhone",
            &[
                ("entryId", "QUJD", OBJECT, OBJECT),
                ("DialString", "+43 1", NUMBER, NUMBER),
            ],
        ),
        (
            "PlayOnPhoneGreeting",
            &[
                ("GreetingType", "OofCustom", Malformed, Malformed),
                ("DialString", "+43 1", NUMBER, NUMBER),
            ],
        ),
        ("GetCallInfo", &[("CallId", "CALL", CALL_ID, CALL_ID)]),
        ("Disconnect", &[("CallId", "CALL", CALL_ID, CALL_ID)]),
    ]
};

/// A request with a mistake in one of its children, or with none.
fn request(operation: usize, call_id: &str, broken: Option<(usize, Mistake)>) -> String {
    let (name, children) = REQUESTS[operation];
    let children = children
        .iter()
        .enumerate()
        .map(|(index, (child, value, ..))| {
            let value = value.replace("CALL", call_id);
            let right = format!("<{child}>{value}</{child}>");
            match broken {
                Some((at, mistake)) if at == index => match mistake {
                    Mistake::Missing => String::new(),
                    Mistake::Doubled => format!("{right}{right}"),
                    Mistake::Misspelt => right.replace(child, &format!("{child}s")),
                    Mistake::Foreign => format!("<{child} xmlns='urn:other'>{value}</{child}>"),
                    Mistake::Empty => format!("<{child}/>"),
                },
                _ => right,
            }
        });
    let children: String = children.collect();
    format!("<{name} xmlns='{MESSAGES}'>{children}</{name}>")
}

#[test]
fn every_broken_child_is_refused_and_changes_nothing() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let mut tried = 0;
    for (operation, (name, children)) in REQUESTS.iter().enumerate() {
        for (index, (child, _, if_missing, if_empty)) in children.iter().enumerate() {
            for (mistake, outcome) in [
                (Mistake::Missing, *if_missing),
                (Mistake::Misspelt, *if_missing),
                (Mistake::Foreign, *if_missing),
                (Mistake::Empty, *if_empty),
                (Mistake::Doubled, Outcome::Malformed),
            ] {
                let before = everything(&service);
                let body = envelope(&request(operation, &call_id, Some((index, mistake))));
                let answer = post(&service, &body);
                println!("{name}/{child} {mistake:?}");
                match outcome {
                    Outcome::Malformed => answer.assert_invalid_request(),
                    Outcome::Exception(exception) => answer.assert_exception(exception),
                    Outcome::Done => assert_eq!(answer.status, 200),
                }
                // What is done changes something, and what is refused nothing.
                let is_changed = everything(&service) != before;
                assert_eq!(
                    is_changed,
                    outcome == Outcome::Done,
                    "{name}/{child} {mistake:?}"
                );
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 50);
}

#[test]
fn every_request_is_refused_as_a_whole_where_it_is_wrong_outside() {
    let service = Service::start().unwrap();
    let call_id = start_call(&service);
    let before = everything(&service);
    for (operation, (name, _)) in REQUESTS.iter().enumerate() {
        let good = request(operation, &call_id, None);
        let in_envelope = envelope(&good);
        for bad in [
            // another namespace, or none
            envelope(&good.replace("/2006/messages", "/2007/messages")),
            envelope(&good.replace(MESSAGES, "")),
            envelope(&good.replace("messages", "types")),
            // another name
            envelope(&good.replace(name, &format!("{name}2"))),
            envelope(&good.replace(name, &name.to_lowercase())),
            envelope(&good.replace(name, &format!("{name}Response"))),
            // a second one in the Body, before and behind
            envelope(&format!("{good}{good}")),
            envelope(&format!("{good}<x/>")),
            envelope(&format!("<x/>{good}")),
            // text around it, or directly in it
            envelope(&format!("{good}x")),
            envelope(&good.replace("'>", "'>x").replace("'/>", "'>x</x>")),
            // wrong behind the place where the message is complete already
            in_envelope.replace("</s:Envelope>", "<x/></s:Envelope>"),
            in_envelope.replace("</s:Envelope>", "</s:Envelope><x/>"),
            in_envelope.replace("</s:Envelope>", ""),
            in_envelope.replace("</s:Body>", "</s:Body><s:Body/>"),
        ] {
            assert_ne!(bad, in_envelope);
            println!("{bad}");
            post(&service, &bad).assert_invalid_request();
        }
        assert_eq!(everything(&service), before, "{name}");
    }
}

/// Contract §1: the server ignores it.
#[test]
fn the_element_counts_and_not_the_soap_action() {
    let service = Service::start().unwrap();
    let before = everything(&service);
    let actions = REQUESTS.map(|(name, _)| format!("\"{MESSAGES}/{name}\""));
    let mut actions: Vec<&str> = actions.iter().map(String::as_str).collect();
    actions.extend(["", "\"\"", "ResetPIN", "\"urn:other\""]);
    for soap_action in actions {
        let call = Call {
            soap_action: Some(soap_action),
            ..POST
        };
        let answer = call.send(&service, um::IsUMEnabled {}.to_envelope().unwrap());
        let answer = um::IsUMEnabledResponse::from_envelope_slice(&answer.body).unwrap();
        assert!(answer.is_enabled, "{soap_action}");
        // What is wrong stays wrong.
        let wrong = envelope(&format!("<Reset xmlns='{MESSAGES}'/>"));
        call.send(&service, wrong).assert_invalid_request();
    }
    assert_eq!(everything(&service), before);
}

// Who has no mailbox here, or not one of that kind.

#[test]
fn without_unified_messaging_only_one_question_is_answered() {
    let service = Service::start().unwrap();
    let before = everything(&service);
    for (operation, (name, _)) in REQUESTS.iter().enumerate().skip(1) {
        let call = Call {
            user: Some(BOB),
            ..POST
        };
        let answer = call.send(&service, envelope(&request(operation, "MDk=", None)));
        // Who has no calls has none that could be asked for.
        answer.assert_exception(match *name {
            "GetCallInfo" | "Disconnect" => "InvalidCallIdException",
            _ => "UserNotUmEnabledException",
        });
    }
    assert_eq!(everything(&service), before);
}

#[test]
fn a_room_has_no_notification_of_missed_calls() {
    let service = Service::start().unwrap();
    let before = everything(&service);
    let request = um::SetMissedCallNotificationEnabled { status: false };
    ask(&service, ROOM, &request).assert_exception("InvalidADRecipientException");
    assert_eq!(everything(&service), before);
}

/// Contract §5.3: the one exception that is never told.
#[test]
fn a_user_without_a_mailbox_gets_no_soap_message_at_all() {
    let service = Service::start().unwrap();
    for operation in 0..REQUESTS.len() {
        let call = Call {
            user: Some("eve@example.com"),
            ..POST
        };
        let answer = call.send(&service, envelope(&request(operation, "MDk=", None)));
        assert_eq!(answer.status, 401);
        assert_eq!(answer.headers["connection"], "close");
        assert!(answer.body.is_empty());
        assert!(!answer.headers.contains_key("content-type"));
    }
}

// What is no request at all.

#[test]
fn a_call_that_is_not_known_is_an_invalid_call_id() {
    let service = Service::start().unwrap();
    for call_id in ["", "MDk=", "dW1jYWxs00000001", "<&>"] {
        let question = get_call_info(call_id).to_envelope().unwrap();
        post(&service, question).assert_exception("InvalidCallIdException");
        let hang_up = disconnect(call_id).to_envelope().unwrap();
        post(&service, hang_up).assert_exception("InvalidCallIdException");
    }
}

#[test]
fn an_entry_id_that_is_none_is_an_invalid_object_id() {
    let service = Service::start().unwrap();
    for entry_id in [
        "",
        "=",
        "====",
        "A===",
        "QUJ",
        "QU=D",
        "QU-D",
        "not base64!",
    ] {
        let mut request = play_on_phone();
        request.entry_id = entry_id.into();
        ask(&service, ADA, &request).assert_exception("InvalidObjectIdException");
    }
}

#[test]
fn a_dial_string_without_digits_breaks_the_dialing_rules() {
    let service = Service::start().unwrap();
    for dial_string in ["", "+", "reception", "٣"] {
        let mut request = play_on_phone();
        request.dial_string = dial_string.into();
        ask(&service, ADA, &request).assert_exception("DialingRulesException");
    }
}

#[test]
fn what_is_no_request_is_an_invalid_request() {
    let service = Service::start().unwrap();
    let request = "<GetCallInfo xmlns='NS'><CallId>MDk=</CallId></GetCallInfo>";
    let request = request.replace("NS", MESSAGES);
    let good = envelope(&request);
    for bad in [
        // no document, or none that is well-formed
        String::new(),
        good[..good.len() - 1].to_owned(),
        good.replace("</CallId>", "</callId>"),
        good.replace("MDk=", "&nbsp;"),
        good.replace("MDk=", "&#1;"),
        good.replace("MDk=", "\u{1}"),
        good.replace("MDk=", "]]>"),
        format!("<!DOCTYPE x>{good}"),
        format!("{good}{good}"),
        // no envelope
        "<html><body>Sign in</body></html>".to_owned(),
        request.clone(),
        // not one message that is known
        envelope(""),
        envelope("text"),
        envelope(&format!("{request}{request}")),
        envelope(&request.replace("2006", "2007")),
        envelope(&request.replace("http:", "HTTPS:")),
        envelope(&request.replace(MESSAGES, "")),
        envelope(&request.replace("GetCallInfo", "PlayOnPhone2")),
        envelope(&request.replace("GetCallInfo", "getCallInfo")),
        Fault::sender("a fault is no request")
            .to_envelope()
            .unwrap(),
        // no request of its type
        good.replace("MDk=", "<Id>MDk=</Id>"),
        good.replace("<CallId>", "<CallId>MDk=</CallId><CallId>"),
    ] {
        post(&service, &bad).assert_invalid_request();
    }
    post(&service, b"\xFF\xFE\x00\xD8").assert_invalid_request();
    post(&service, b"<a>\xFF</a>").assert_invalid_request();
    post(&service, "<a>".repeat(100_000)).assert_invalid_request();
}

#[test]
fn what_was_wrong_is_said_with_its_place() {
    let service = Service::start().unwrap();
    let request = envelope(&format!("<GetCallInfo xmlns='{MESSAGES}s'/>"));
    let fault = post(&service, request).fault();
    assert_eq!(
        fault.detail()[1].text(),
        format!(
            "element `GetCallInfo` has namespace `{MESSAGES}s` instead of `{MESSAGES}`, in \
             `Envelope/Body/GetCallInfo`, line 1, column 73"
        )
    );
}

/// A secret that stands in the wrong place is for a log at most, and not for who asks.
#[test]
fn what_was_sent_is_not_sent_back() {
    let service = Service::start().unwrap();
    let status = |value: &str| {
        let request = format!("<SetOofStatus xmlns='{MESSAGES}'>{value}</SetOofStatus>");
        envelope(&request)
    };
    for request in [
        status("<status>hunter2</status>"),
        status("hunter2<status>true</status>"),
        status("<status>&hunter2;</status>"),
        format!("{}hunter2", status("<status>true</status>")),
    ] {
        let answer = post(&service, &request);
        answer.assert_invalid_request();
        let body = String::from_utf8_lossy(&answer.body);
        assert!(!body.contains("hunter2"), "{body}");
    }
    let answer = post(&service, status("<status>hunter2</status>")).fault();
    let told = "not valid, in `Envelope/Body/SetOofStatus/status`, line 1";
    assert!(answer.detail()[1].text().starts_with(told), "{answer:?}");
}

/// Thousands of blocks that must be understood are answered with as much as one.
#[test]
fn an_answer_does_not_grow_with_the_request() {
    let service = Service::start().unwrap();
    let namespace = format!("urn:{}", "long".repeat(60));
    let blocks = "<p:x s:mustUnderstand='1'/>".repeat(5_000);
    let header = format!("<s:Header xmlns:p='{namespace}'>{blocks}</s:Header><s:Body/>");
    let soap = SoapVersion::V1_1.namespace();
    let request = format!("<s:Envelope xmlns:s='{soap}'>{header}</s:Envelope>");
    let answer = post(&service, request);
    answer.assert_fault(500, SOAP, "MustUnderstand");
    assert!(answer.body.len() < 4096, "{} bytes", answer.body.len());
}
