//! The eleven operations: their golden documents in both directions, their names, their values.

use um_messages::um::{
    self, CallState, Disconnect, EventCause, GetCallInfo, GetCallInfoResponse,
    GetUMPropertiesResponse, GreetingType, PlayOnPhoneGreeting, PlayOnPhoneResponse, SetOofStatus,
};
use um_messages::{
    Envelope, ErrorKind, NamedMessage, Result, SoapMessage, SoapOperation, SoapVersion,
};
use um_tests::roundtrip::denies_strangers;
use um_tests::sources::both_messages;

use crate::body;
use crate::documents::{
    GET_CALL_INFO_RESPONSE, Message, Visitor, get_call_info_response, visit_operations,
};
use crate::respell::{all_spellings, as_written};

/// Reads a document by both sources, and gives the value and what is written for it, for a snapshot.
fn written<B: Message>(document: &str, expected: &B) -> String {
    let read = both_messages::<B>(document).unwrap();
    assert_eq!(read, *expected);
    denies_strangers(document, expected);
    let compact = read.to_envelope().unwrap();
    let pretty = read.to_envelope_pretty().unwrap();
    assert_eq!(both_messages::<B>(&compact).unwrap(), *expected);
    assert_eq!(both_messages::<B>(&pretty).unwrap(), *expected);
    format!("{read:#?}\n\n{compact}\n\n{pretty}")
}

struct Snapshots;

impl Visitor for Snapshots {
    fn visit<R>(&mut self, snapshot: &str, request: (&str, R), response: (&str, R::Response))
    where
        R: SoapOperation + Message,
        R::Response: Message,
    {
        insta::assert_snapshot!(snapshot, written(request.0, &request.1));
        insta::assert_snapshot!(
            format!("{snapshot}_response"),
            written(response.0, &response.1)
        );
    }
}

#[test]
fn every_message_is_read_and_written() {
    visit_operations(&mut Snapshots);
}

struct Bytes;

impl Visitor for Bytes {
    fn visit<R>(&mut self, _: &str, request: (&str, R), response: (&str, R::Response))
    where
        R: SoapOperation + Message,
        R::Response: Message,
    {
        let written = |written: Result<String>| format!("{}\n", written.unwrap());
        assert_eq!(written(request.1.to_envelope_pretty()), request.0);
        // Servers spell the envelope of an answer in one way or another.
        let answer = written(response.1.to_envelope_pretty());
        assert_eq!(answer, as_written(response.0));
    }
}

#[test]
fn messages_are_written_to_the_byte() {
    visit_operations(&mut Bytes);
}

/// What a server may leave out.
#[test]
fn properties_that_are_not_set() {
    let document = document!("GetUMProperties/response.required.xml");
    let expected = GetUMPropertiesResponse {
        play_on_phone_dial_string: None,
        telephone_access_numbers: None,
        telephone_access_folder_email: None,
        oof_status: true,
        missed_call_notification_enabled: false,
    };
    insta::assert_snapshot!(
        "get_um_properties_response_required",
        written(document, &expected)
    );
    // Empty is not absent.
    let empty = document.replace(
        "</MissedCallNotificationEnabled>",
        "</MissedCallNotificationEnabled><PlayOnPhoneDialString/>",
    );
    let read = both_messages::<GetUMPropertiesResponse>(&empty).unwrap();
    assert_eq!(read.play_on_phone_dial_string.as_deref(), Some(""));
}

/// The example of the service's reference documentation.
#[test]
fn the_documented_messages() {
    let documented = document!("GetCallInfo/documented.request.xml");
    let request = GetCallInfo {
        call_id: "MDlkZjllZGMtNGUyMy00NzA5LWJkYWYtN2JlMjBjYjBhZTU2QGRmLWV1bS0wMS5leGNoYW5nZS5j\
                  b3JwLm1pY3Jvc29mdC5jb20="
            .into(),
    };
    assert_eq!(both_messages::<GetCallInfo>(documented).unwrap(), request);
    let written = Envelope::new(request.clone())
        .map_namespace(um::NAMESPACE, um::NAMESPACE_HTTPS)
        .to_xml_pretty()
        .unwrap();
    assert_eq!(format!("{written}\n"), documented);
    // In the spelling that the service understands.
    let written = request.to_envelope_pretty().unwrap();
    assert_eq!(
        format!("{written}\n"),
        documented.replace(
            "https://schemas.microsoft.com",
            "http://schemas.microsoft.com"
        )
    );

    let documented = document!("GetCallInfo/documented.response.xml");
    let response = both_messages::<GetCallInfoResponse>(documented).unwrap();
    assert_eq!(
        response,
        GetCallInfoResponse {
            call_state: CallState::Connected,
            event_cause: EventCause::None,
        }
    );
}

struct Names(Vec<String>);

impl Visitor for Names {
    fn visit<R>(&mut self, _: &str, request: (&str, R), response: (&str, R::Response))
    where
        R: SoapOperation + Message,
        R::Response: Message,
    {
        let uri = "http://schemas.microsoft.com/exchange/services/2006/messages";
        let name = R::NAME;
        assert_eq!(R::NAMESPACE, uri);
        assert_eq!(R::ACTION, Some(format!("{uri}/{name}").as_str()));
        assert_eq!(request.1.action(), R::ACTION);
        assert_eq!(R::VERSION, SoapVersion::V1_1);
        assert_eq!(R::Response::NAMESPACE, uri);
        assert_eq!(R::Response::NAME, format!("{name}Response"));
        assert_eq!(R::Response::VERSION, SoapVersion::V1_1);
        assert_eq!(R::Response::ACTION, None);
        assert_eq!(response.1.action(), None);
        self.0.push(name.to_owned());
    }
}

/// The documented request, byte for byte, *and* namespaces checked when it is read.
/// Other libraries that turn structs into XML get this wrong.
#[test]
fn the_documented_request_is_written_and_its_namespace_is_checked() {
    let request = GetCallInfo {
        call_id: "MDlk".to_owned(),
    };
    let written = Envelope::new(request.clone())
        .map_namespace(um::NAMESPACE, um::NAMESPACE_HTTPS)
        .to_xml_pretty()
        .unwrap();
    let expected = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
        <soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">\n  \
          <soap:Body>\n    \
            <GetCallInfo xmlns=\"https://schemas.microsoft.com/exchange/services/2006/messages\">\n      \
              <CallId>MDlk</CallId>\n    \
            </GetCallInfo>\n  \
          </soap:Body>\n\
        </soap:Envelope>";
    assert_eq!(written.trim_end(), expected);
    assert_eq!(both_messages::<GetCallInfo>(&written).unwrap(), request);
    both_messages::<GetCallInfo>(&written.replace("https:", "ftp:")).unwrap_err();
}

/// Names, actions and answers.
#[test]
fn operations_and_their_names() {
    let mut names = Names(Vec::new());
    visit_operations(&mut names);
    names.0.sort();
    assert_eq!(
        names.0,
        [
            "Disconnect",
            "GetCallInfo",
            "GetUMProperties",
            "IsUMEnabled",
            "PlayOnPhone",
            "PlayOnPhoneGreeting",
            "ResetPIN",
            "SetMissedCallNotificationEnabled",
            "SetOofStatus",
            "SetPlayOnPhoneDialString",
            "SetTelephoneAccessFolderEmail",
        ]
    );
    assert_eq!(
        um::NAMESPACE,
        "http://schemas.microsoft.com/exchange/services/2006/messages"
    );
    assert_eq!(
        um::NAMESPACE_HTTPS,
        "https://schemas.microsoft.com/exchange/services/2006/messages"
    );
    assert_eq!(
        um::NAMESPACE_SINGULAR,
        "http://schemas.microsoft.com/exchange/services/2006/message"
    );
    assert_eq!(
        um::ERRORS_NAMESPACE,
        "http://schemas.microsoft.com/exchange/services/2006/errors"
    );
    assert_eq!(
        um::TYPES_NAMESPACE,
        "http://schemas.microsoft.com/exchange/services/2006/types"
    );
}

/// Contract §4.3.
#[test]
fn every_greeting() {
    for (text, greeting_type) in [
        ("NormalCustom", GreetingType::NormalCustom),
        ("OofCustom", GreetingType::OofCustom),
        ("Birthday", GreetingType::Unknown("Birthday".into())),
        ("oofcustom", GreetingType::Unknown("oofcustom".into())),
    ] {
        let document = document!("PlayOnPhoneGreeting/request.xml");
        let document = document.replace("OofCustom", text);
        let read = both_messages::<PlayOnPhoneGreeting>(&document).unwrap();
        assert_eq!(read.greeting_type, greeting_type);
        let written = read.to_envelope_pretty().unwrap();
        assert_eq!(format!("{written}\n"), document);
    }
}

#[test]
fn every_state_and_cause() {
    let states = [
        ("Idle", CallState::Idle),
        ("Connecting", CallState::Connecting),
        ("Alerted", CallState::Alerted),
        ("Connected", CallState::Connected),
        ("Disconnected", CallState::Disconnected),
        ("Incoming", CallState::Incoming),
        ("Transferring", CallState::Transferring),
        ("Forwarding", CallState::Forwarding),
        ("OnHold", CallState::Unknown("OnHold".into())),
        ("idle", CallState::Unknown("idle".into())),
    ];
    let causes = [
        ("None", EventCause::None),
        ("UserBusy", EventCause::UserBusy),
        ("NoAnswer", EventCause::NoAnswer),
        ("Unavailable", EventCause::Unavailable),
        ("Other", EventCause::Other),
        ("Weather", EventCause::Unknown("Weather".into())),
        ("none", EventCause::Unknown("none".into())),
    ];
    for (state, call_state) in &states {
        for (cause, event_cause) in &causes {
            let document = GET_CALL_INFO_RESPONSE
                .replace(">Disconnected<", &format!(">{state}<"))
                .replace(">UserBusy<", &format!(">{cause}<"));
            let expected = GetCallInfoResponse {
                call_state: call_state.clone(),
                event_cause: event_cause.clone(),
            };
            assert_eq!(
                both_messages::<GetCallInfoResponse>(&document).unwrap(),
                expected
            );
            let written = expected.to_envelope().unwrap();
            assert!(
                written.contains(&format!(
                    "<CallState>{state}</CallState><EventCause>{cause}</EventCause>"
                )),
                "{written}"
            );
        }
    }
}

// Other spellings of the same.

struct Spellings;

impl Visitor for Spellings {
    fn visit<R>(&mut self, _: &str, request: (&str, R), response: (&str, R::Response))
    where
        R: SoapOperation + Message,
        R::Response: Message,
    {
        all_spellings(request.0, &request.1);
        all_spellings(response.0, &response.1);
    }
}

#[test]
fn other_spellings_of_the_same() {
    visit_operations(&mut Spellings);
}

/// Contract §6 nos. 1 to 5: what the documents print where they disagree with the servers.
#[test]
fn spellings_of_the_documents() {
    struct Read;

    impl Visitor for Read {
        fn visit<R>(&mut self, _: &str, request: (&str, R), _: (&str, R::Response))
        where
            R: SoapOperation + Message,
            R::Response: Message,
        {
            for (right, printed) in [
                ("http://schemas.m", "https://schemas.m"),
                ("2006/messages", "2006/message"),
                ("base64FolderId>", "base64FolderID>"),
                ("dialString>", "DialString>"),
                ("DialString>", "dialString>"),
                ("status>", "Status>"),
            ] {
                // Not the names of operations that end like a parameter.
                let document = request.0.replace(right, printed);
                let document =
                    document.replace("SetPlayOnPhonedialString>", "SetPlayOnPhoneDialString>");
                assert_eq!(
                    both_messages::<R>(&document).unwrap(),
                    request.1,
                    "{document}"
                );
            }
        }
    }

    visit_operations(&mut Read);
}

/// Contract §6 no. 6: some pages have booleans in capitals. They are read, and never written.
#[test]
fn booleans_in_capitals() {
    struct Read(usize);

    impl Read {
        fn read<B: Message>(&mut self, document: &str, expected: &B) {
            let printed = document
                .replace(">true<", ">True<")
                .replace(">false<", ">False<");
            if printed != document {
                assert_eq!(both_messages::<B>(&printed).unwrap(), *expected);
                self.0 += 1;
            }
            let digits = document
                .replace(">true<", ">\n1<")
                .replace(">false<", "> 0 <");
            assert_eq!(both_messages::<B>(&digits).unwrap(), *expected);
        }
    }

    impl Visitor for Read {
        fn visit<R>(&mut self, _: &str, request: (&str, R), response: (&str, R::Response))
        where
            R: SoapOperation + Message,
            R::Response: Message,
        {
            self.read(request.0, &request.1);
            self.read(response.0, &response.1);
        }
    }

    let mut read = Read(0);
    visit_operations(&mut read);
    assert_eq!(read.0, 4);
    for wrong in ["TRUE", "yes", "", "tRue", "2", "true false"] {
        let document = document!("SetOofStatus/request.xml");
        let document = document.replace(">true<", &format!(">{wrong}<"));
        let error = both_messages::<SetOofStatus>(&document).unwrap_err();
        assert!(
            matches!(error.kind(), ErrorKind::InvalidValue { .. }),
            "{error}"
        );
        assert_eq!(error.path(), Some("Envelope/Body/SetOofStatus/status"));
    }
}

/// Contract §6 no. 8: some pages have results in one element, where servers have two of one name.
#[test]
fn results_in_one_element() {
    struct Read(usize);

    impl Visitor for Read {
        fn visit<R>(&mut self, _: &str, _: (&str, R), response: (&str, R::Response))
        where
            R: SoapOperation + Message,
            R::Response: Message,
        {
            let inner = format!("<{}Response>", R::NAME);
            if !response.0.contains(&inner) {
                return;
            }
            let document = response.0.replacen(&inner, "", 1);
            let document = document.replacen(&inner.replace('<', "</"), "", 1);
            let document: String = document.lines().map(str::trim).collect();
            let read = both_messages::<R::Response>(&document);
            assert_eq!(read.unwrap(), response.1, "{document}");
            self.0 += 1;
        }
    }

    let mut read = Read(0);
    visit_operations(&mut read);
    assert_eq!(read.0, 5);
}

/// In the one form or in the other, and not in both.
#[test]
fn results_that_are_none() {
    let m = um::NAMESPACE;
    let read = |content: &str| {
        let response = format!("<PlayOnPhoneResponse xmlns='{m}'>{content}</PlayOnPhoneResponse>");
        both_messages::<PlayOnPhoneResponse>(&body(&response))
    };
    let inner = "<PlayOnPhoneResponse>MDlk</PlayOnPhoneResponse>";
    assert_eq!(read(inner).unwrap().call_id, "MDlk");
    assert_eq!(
        read(&format!("\n<!-- -->{inner}<x/>")).unwrap().call_id,
        "MDlk"
    );
    assert_eq!(
        read(" MD<!-- -->l<![CDATA[k]]>\n").unwrap().call_id,
        " MDlk\n"
    );
    assert_eq!(read("<PlayOnPhoneResponse/>").unwrap().call_id, "");
    for (content, expected) in [
        ("", "missing element `PlayOnPhoneResponse`"),
        (" \n ", "missing element `PlayOnPhoneResponse`"),
        ("<x/>", "missing element `PlayOnPhoneResponse`"),
        (
            &format!("{inner}{inner}"),
            "`PlayOnPhoneResponse` stands twice",
        ),
        (
            &format!("MDlk{inner}"),
            "element `{NS}PlayOnPhoneResponse`, where only text",
        ),
        (&format!("{inner}MDlk"), "text `MDlk`, where only elements"),
        ("<x/>MDlk", "text `MDlk`, where only elements"),
        ("MDlk<x/>", "element `{NS}x`, where only text"),
    ] {
        let error = read(content).unwrap_err().to_string();
        let expected = expected.replace("NS", m);
        assert!(error.starts_with(&expected), "{content}: {error}");
    }
    let state = "<CallState>Idle</CallState>";
    let inner =
        format!("<GetCallInfoResponse>{state}<EventCause>None</EventCause></GetCallInfoResponse>");
    for both in [format!("{state}{inner}"), format!("{inner}{state}")] {
        let both = format!("<GetCallInfoResponse xmlns='{m}'>{both}</GetCallInfoResponse>");
        let error = both_messages::<GetCallInfoResponse>(&body(&both)).unwrap_err();
        let is_one_too_many = matches!(error.kind(), ErrorKind::SecondChoice { .. });
        assert!(is_one_too_many, "{error}");
    }
}

#[test]
fn other_order_strangers_and_split_text() {
    let m = um::NAMESPACE;
    for content in [
        // Another order.
        format!(
            "<GetCallInfoResponse xmlns='{m}'><GetCallInfoResponse><EventCause>UserBusy</EventCause>\
             <CallState>Disconnected</CallState></GetCallInfoResponse></GetCallInfoResponse>"
        ),
        // Strangers of every kind, namesakes in other namespaces among them.
        format!(
            "<m:GetCallInfoResponse xmlns:m='{m}' New='1'><m:New/><GetCallInfoResponse/>\
             <m:GetCallInfoResponse m:New='1'><CallState>Idle</CallState><m:CallState>Disconnected\
             </m:CallState><m:New><m:EventCause>None</m:EventCause></m:New><m:EventCause>UserBusy\
             </m:EventCause></m:GetCallInfoResponse></m:GetCallInfoResponse>"
        ),
        // Values in pieces, and with white space around them.
        format!(
            "<GetCallInfoResponse xmlns='{m}'><GetCallInfoResponse><CallState>\n Dis<!-- - -->conn<![CDATA[ect]]>\
             e&#100;\n</CallState><EventCause><![CDATA[UserBusy]]></EventCause>\
             </GetCallInfoResponse></GetCallInfoResponse>"
        ),
        // Three prefixes of one namespace, and one prefix of three.
        format!(
            "<a:GetCallInfoResponse xmlns:a='{m}' xmlns:b='{m}'><b:GetCallInfoResponse xmlns:a='urn:a'>\
             <c:CallState xmlns:c='{m}'>Disconnected</c:CallState><s:EventCause xmlns:s='{m}'>UserBusy\
             </s:EventCause><a:CallState xmlns:b='urn:b'/></b:GetCallInfoResponse></a:GetCallInfoResponse>"
        ),
    ] {
        let read = both_messages::<GetCallInfoResponse>(&body(&content));
        assert_eq!(read.unwrap(), get_call_info_response(), "{content}");
    }
    // A string is read as it was sent, white space and all.
    let content = format!(
        "<Disconnect xmlns='{m}'><CallId> \t<![CDATA[<a&b>]]>&#13;\r\n&lt;<?p?>\u{1f600} </CallId></Disconnect>"
    );
    assert_eq!(
        both_messages::<Disconnect>(&body(&content))
            .unwrap()
            .call_id,
        " \t<a&b>\r\n<\u{1f600} "
    );
}
